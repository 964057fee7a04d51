"""The mornings after: pain on waking beside what was done, and how it was, the day before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from psoas.progress.days import Day
from psoas.progress.student import Array

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mornings:
    """One row for each day whose own morning and next morning were told."""

    after: Array
    """Pain on the next waking."""
    beside: Array
    """What else may go with that: a column each for how it was before, sessions, and time."""
    done: Array
    """1 where an exercise was done that day, a column for each of `exercises`."""
    exercises: tuple[str, ...]


def mornings_of(days: Sequence[Day], latest: int, today: date) -> Mornings:
    """The rows of the latest so many days, and the exercises that were done in them."""
    known = {day.on: day for day in days if today - latest * DAY <= day.on <= today}
    rows = [on for on in sorted(known) if _told(known, on) and _told(known, on + DAY)]
    exercises = tuple(sorted({name for on in rows for name in known[on].seconds}))
    done = [[float(name in known[on].seconds) for name in exercises] for on in rows]
    beside = [_beside(known, on) for on in rows]
    return Mornings(
        after=np.array([known[on + DAY].waking for on in rows], dtype=float),
        beside=np.array(beside, dtype=float).reshape(len(rows), _COLUMNS),
        done=np.array(done, dtype=float).reshape(len(rows), len(exercises)),
        exercises=exercises,
    )


def _told(known: Mapping[date, Day], on: date) -> bool:
    return on in known and known[on].waking is not None


_COLUMNS = 7


def _beside(known: Mapping[date, Day], on: date) -> list[float]:
    """The morning, the one before it, the check-in, a session or none, how early, the date."""
    day, next_day = known[on], known[on + DAY]
    waking = float(day.waking or 0)
    earlier = known[on - DAY].waking if on - DAY in known else None
    check_in = waking if day.pain is None else float(day.pain)
    return [
        waking,
        waking if earlier is None else float(earlier),
        check_in - waking,
        float(bool(day.seconds)),
        _early(next_day) - _early(day),
        on.toordinal() / 100,
        1.0,
    ]


def _early(day: Day) -> float:
    """1: told soon after getting up; 0: later; half-way where nobody said."""
    return 0.5 if day.up_under_1h is None else float(day.up_under_1h)

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
    """One row for each day of which any pain was told, and that of the next morning."""

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
    rows = [on for on in sorted(known) if _comparable(known, on)]
    exercises = tuple(sorted({name for on in rows for name in known[on].seconds}))
    done = [[float(name in known[on].seconds) for name in exercises] for on in rows]
    beside = [_beside(known, on) for on in rows]
    return Mornings(
        after=np.array([known[on + DAY].waking for on in rows], dtype=float),
        beside=np.array(beside, dtype=float).reshape(len(rows), _COLUMNS),
        done=np.array(done, dtype=float).reshape(len(rows), len(exercises)),
        exercises=exercises,
    )


def _comparable(known: Mapping[date, Day], on: date) -> bool:
    next_day = known.get(on + DAY)
    return _before(known[on]) is not None and next_day is not None and next_day.waking is not None


def _before(day: Day) -> int | None:
    """How it was that day: on waking, or at check-in where nobody said."""
    return day.pain if day.waking is None else day.waking


_COLUMNS = 8


def _beside(known: Mapping[date, Day], on: date) -> list[float]:
    """How it was that day and the day before, a session or none, how early it was told, time."""
    day = known[on]
    before = float(_before(day) or 0)
    earlier = _before(known[on - DAY]) if on - DAY in known else None
    check_in = before if day.pain is None else float(day.pain)
    return [
        before,
        before if earlier is None else float(earlier),
        check_in - before,
        float(day.waking is None),
        float(bool(day.seconds)),
        _early(known[on + DAY]) - _early(day),
        on.toordinal() / 100,
        1.0,
    ]


def _early(day: Day) -> float:
    """1: told soon after getting up; 0: later; half-way where nobody said."""
    return 0.5 if day.up_under_1h is None else float(day.up_under_1h)

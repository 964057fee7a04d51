"""What was practised: on how many days, and minutes by ladder. No streaks: days add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psoas.library import Library
from psoas.progress.days import Day
from psoas.progress.ranges import Span, grouped_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """How many of the days had practice in them."""

    days: int
    of: int
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderMinutes:
    """Minutes on one ladder, all in all and by point (its first day), earliest first."""

    ladder: str
    minutes: float
    points: tuple[tuple[date, float], ...]


def practised(days: Iterable[Day], span: Span) -> Practised:
    """Days with anything done, of all days of the span."""
    done = [day for day in days if span.holds(day.on) and day.seconds]
    seconds = sum(sum(day.seconds.values()) for day in done)
    return Practised(days=len(done), of=span.days, minutes=seconds / 60)


def minutes_by_ladder(
    days: Iterable[Day], library: Library, span: Span
) -> tuple[LadderMinutes, ...]:
    """Every ladder on which something was done, the one with most minutes first.

    What isn't in the library (an exercise of a page of the person's own) is on the ladder "".
    """
    by_point = grouped_by(((day.on, day.seconds) for day in days if day.seconds), span)
    sums = {on: _by_ladder(done, library) for on, done in by_point.items()}
    names = dict.fromkeys(name for point in sums.values() for name in point)
    found = [_ladder(name, sums) for name in names]
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.ladder)))


def _by_ladder(done: Sequence[Mapping[str, float]], library: Library) -> Mapping[str, float]:
    minutes: dict[str, float] = {}
    for seconds in done:
        for exercise, held in seconds.items():
            known = library.exercises.get(exercise)
            ladder = known.ladder.name if known else ""
            minutes[ladder] = minutes.get(ladder, 0.0) + held / 60
    return minutes


def _ladder(name: str, sums: Mapping[date, Mapping[str, float]]) -> LadderMinutes:
    points = tuple((on, point[name]) for on, point in sums.items() if name in point)
    return LadderMinutes(ladder=name, minutes=sum(m for _, m in points), points=points)

"""How far down the legs it reached, over time: a strip that draws back or spreads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median_high

from psoas.body import Zone
from psoas.progress.days import Day, worse
from psoas.progress.ranges import Span, grouped_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far down it reached at most in the days of one point; None: nobody said."""

    on: date
    left: Zone | None
    right: Zone | None

    @property
    def furthest(self) -> Zone | None:
        """In whichever leg it reached further."""
        return _zone(worse(self.left, self.right))


class ReachChange(StrEnum):
    """Which way it went."""

    DRAWING_BACK = "drawing_back"
    SAME = "same"
    SPREADING = "spreading"
    UNKNOWN = "unknown"


def reach_strip(days: Iterable[Day], span: Span) -> tuple[Reach, ...]:
    """The points of a span on which anything was said of the legs, earliest first."""
    told = [day for day in days if (day.left, day.right) != (None, None)]
    grouped = grouped_by(((day.on, day) for day in told), span)
    return tuple(
        Reach(
            on=on,
            left=_furthest(day.left for day in point),
            right=_furthest(day.right for day in point),
        )
        for on, point in grouped.items()
    )


def reach_change(days: Sequence[Day], span: Span) -> ReachChange:
    """The usual reach of the span's last week with words against that of its first, as told.

    Usual is the middle one of the days told, the further one of two; each week needs three, and
    the weeks mustn't overlap. Compared leg by leg: drawing back only where no leg spreads.
    """
    inside = [day for day in days if span.holds(day.on)]
    legs = [
        _leg([(day.on, day.left) for day in inside]),
        _leg([(day.on, day.right) for day in inside]),
    ]
    known = [change for change in legs if change is not None]
    if any(change > 0 for change in known):
        return ReachChange.SPREADING
    if len(known) < len(legs):
        return ReachChange.UNKNOWN
    return ReachChange.DRAWING_BACK if min(known) < 0 else ReachChange.SAME


_WEEK = timedelta(days=7)
_LEAST = 3


def _leg(zones: Sequence[tuple[date, int | None]]) -> int | None:
    """How much further down at the end; None: nobody knows."""
    told = [(on, zone) for on, zone in zones if zone is not None]
    if not told:
        return None
    start, end = min(told)[0] + _WEEK, max(told)[0] - _WEEK
    first = [zone for on, zone in told if on < start]
    last = [zone for on, zone in told if on > end]
    if start > end + timedelta(days=1) or min(len(first), len(last)) < _LEAST:
        return None
    return median_high(last) - median_high(first)


def _furthest(zones: Iterable[int | None]) -> Zone | None:
    return _zone(max((zone for zone in zones if zone is not None), default=None))


def _zone(told: int | None) -> Zone | None:
    return None if told is None else Zone(told)

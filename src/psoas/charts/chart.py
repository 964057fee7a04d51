"""What a chart is, and the time that it shows."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from psoas.charts.words import full_day, month, words

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture, and the same in words and in a table."""

    svg: str
    """An `<svg>` with a title and a description; empty where there is nothing to draw."""
    title: str
    sentence: str
    """What it shows."""
    headings: tuple[str, ...]
    rows: Table
    """As many cells as there are headings; an empty one was not said."""


class Step(StrEnum):
    """What one point of a chart stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The days of a chart, as columns of one step each from left to right."""

    starts: tuple[date, ...]
    """The first day of each column, one after the other without a gap; at least one."""
    last: date
    """The last day of the last column."""
    step: Step = Step.DAY
    since: date | None = None
    """The first day that counts, where that isn't the first of its column."""

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - (self.since or self.starts[0])).days + 1

    def often(self, count: int) -> str:
        """In how many columns: `on 3 days`, `in one week`."""
        when = words().when[self.step if count > 1 else f"one_{self.step}"]
        return when.format(count=count)

    def column(self, on: date) -> int | None:
        """Which column a day lies in; None: outside of the time shown."""
        inside = self.starts[0] <= on <= self.last
        return bisect_right(self.starts, on) - 1 if inside else None

    def columns(self, first: date, last: date) -> tuple[int, int] | None:
        """The first and last column of some days, cut to the time shown; None: outside of it."""
        start = self.column(max(first, self.starts[0]))
        end = self.column(min(last, self.last))
        return None if start is None or end is None or start > end else (start, end)

    @property
    def per(self) -> str:
        """The heading of its days in a table."""
        return words().per[self.step]

    def name(self, start: date) -> str:
        """How a column is called in a table."""
        return month(start) if self.step is Step.MONTH else full_day(start)


def daily(first: date, last: date) -> Timeline:
    """Every day from the first to the last."""
    days = (last - first).days + 1
    return Timeline(starts=tuple(first + timedelta(days=n) for n in range(days)), last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Values of one name over time."""

    name: str
    told: Mapping[date, float]
    """By the first day of their column; what nobody said is not in it."""

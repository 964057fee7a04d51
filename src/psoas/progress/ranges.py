"""Two weeks, six weeks, or all: which days a chart shows, and what each of its points holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from typing import TypeVar

DAILY_UP_TO = 92
WEEKLY_UP_TO = 2 * 366
"""Days; beyond, a point stands for a calendar month, so that ten years are 120 points."""

T = TypeVar("T")


class Step(StrEnum):
    """What a point stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Range(StrEnum):
    """How much of the diary is shown."""

    TWO_WEEKS = "2_weeks"
    SIX_WEEKS = "6_weeks"
    ALL = "all"


_DAYS = {Range.TWO_WEEKS: 14, Range.SIX_WEEKS: 42}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that are shown, first and last included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def holds(self, on: date) -> bool:
        """Whether it is one of these days."""
        return self.first <= on <= self.last

    @property
    def step(self) -> Step:
        """What its points stand for, so that any number of years fits on a page."""
        if self.days <= DAILY_UP_TO:
            return Step.DAY
        return Step.WEEK if self.days <= WEEKLY_UP_TO else Step.MONTH

    def start_of(self, on: date) -> date:
        """The first day of the point in which a day is shown: itself, its Monday, or the first."""
        return _start(self.step, on)

    def starts(self) -> tuple[date, ...]:
        """The first day of each of its points, whether anything was told in it or not."""
        step, days = self.step, (self.first + timedelta(days=n) for n in range(self.days))
        return tuple(dict.fromkeys(_start(step, on) for on in days))


def _start(step: Step, on: date) -> date:
    if step is Step.DAY:
        return on
    return on - timedelta(days=on.weekday()) if step is Step.WEEK else on.replace(day=1)


def span_of(chosen: Range, first: date | None, today: date) -> Span:
    """The days of a range that ends today; `first` is the diary's first day."""
    if chosen is Range.ALL:
        return Span(first=min(first or today, today), last=today)
    return Span(first=today - timedelta(days=_DAYS[chosen] - 1), last=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was told in the days that one point stands for."""

    on: date
    """The first of them."""
    mean: float
    least: float
    most: float
    told: int


def series(values: Iterable[tuple[date, float | None]], span: Span) -> tuple[Point, ...]:
    """The values of a span as points, earliest first; days of which nothing was said have none."""
    grouped = grouped_by(((on, v) for on, v in values if v is not None), span)
    return tuple(
        Point(on=on, mean=fmean(told), least=min(told), most=max(told), told=len(told))
        for on, told in grouped.items()
    )


def grouped_by(values: Iterable[tuple[date, T]], span: Span) -> Mapping[date, Sequence[T]]:
    """What belongs to each point of a span, by the point's first day, earliest first."""
    groups: dict[date, list[T]] = {}
    step = span.step
    for on, value in sorted(values, key=lambda pair: pair[0]):
        if span.holds(on):
            groups.setdefault(_start(step, on), []).append(value)
    return groups

"""Is it helping? How the pain is now against how it was, and how sure one can be of that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from statistics import fmean

import numpy as np

from psoas.progress.days import Day
from psoas.progress.trend_rules import trend_rules
from psoas.progress.wandering import difference


class Verdict(StrEnum):
    """How it goes."""

    BETTER = "better"
    NO_CLEAR_CHANGE = "no_clear_change"
    WORSE = "worse"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said of one day, 0 to 10."""

    on: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of days with the mean of what was told in it."""

    first: date
    last: date
    told: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How much more (above 0) or less pain there is now: the estimate and its interval."""

    points: float
    low: float
    high: float
    less: float
    """How likely it is, 0 to 1, that it is less than it was."""
    matters: float
    """How many points less are a change that matters to this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The answer, with what it rests on."""

    verdict: Verdict
    because: str
    """The id of its sentence in trend.toml."""
    possible_on: date | None = None
    """When it may be possible to say; None: it is possible now."""
    days: int | None = None
    """How many days a window has."""
    before: Window | None = None
    now: Window | None = None
    change: Change | None = None


def is_it_helping(told: Sequence[Told], today: date) -> Trend:
    """How the last weeks compare with the first, the very first days left out.

    Both are windows of the same length, a third of the time since the settling days, within
    limits; the days just before the last window help to tell how much days differ. In any order;
    of two values on one day the greater counts; later than today is not looked at.
    """
    known = _by_day(one for one in told if one.on <= today)
    length = _length(known[0].on, today) if known else 0
    if length < trend_rules().looking.least_window:
        return _too_few(known, today)
    now = [one for one in known if one.on > today - timedelta(days=length)]
    if len(now) < trend_rules().looking.least_told:
        return _silent(len(now), length, today)
    before = _before(known, length, now[0].on)
    return _compared(known, before, now, length, today) if before else _too_few(known, today)


def pain_told(days: Iterable[Day]) -> tuple[Told, ...]:
    """What was said at check-in, the worse of back and leg, as the response rules look at it."""
    return tuple(Told(on=day.on, value=day.pain) for day in days if day.pain is not None)


def _by_day(told: Iterable[Told]) -> Sequence[Told]:
    greatest = {one.on: one for one in sorted(told, key=lambda one: one.value)}
    return [greatest[on] for on in sorted(greatest)]


def _length(first: date, today: date) -> int:
    """How many days a window has."""
    looking = trend_rules().looking
    days = (today - first).days + 1 - looking.settling
    return min(days // 3, looking.most_window)


def _too_few(known: Sequence[Told], today: date) -> Trend:
    """Too early: the diary must span the settling days and three windows of the least length."""
    looking = trend_rules().looking
    first = known[0].on if known else today
    spanned = first + timedelta(days=looking.settling + 3 * looking.least_window - 1)
    soonest = today + timedelta(days=looking.least_told)
    return _too_early("few", max(spanned, soonest))


def _silent(told: int, length: int, today: date) -> Trend:
    """Too early: a day more is needed for each that is missing in the last window."""
    missing = trend_rules().looking.least_told - told
    return _too_early("silent", today + timedelta(days=missing), days=length)


def _too_early(because: str, possible_on: date, days: int | None = None) -> Trend:
    return Trend(verdict=Verdict.TOO_EARLY, because=because, possible_on=possible_on, days=days)


def _before(known: Sequence[Told], length: int, until: date) -> Sequence[Told]:
    """The first window in which enough was told; none where it would reach the last one."""
    looking = trend_rules().looking
    earliest = known[0].on + timedelta(days=looking.settling)
    latest = until - timedelta(days=length)
    starts = (one.on for one in known if earliest <= one.on <= latest)
    found = (_within(known, start, length) for start in starts)
    return next((inside for inside in found if len(inside) >= looking.least_told), ())


def _within(known: Sequence[Told], start: date, length: int) -> Sequence[Told]:
    return [one for one in known if start <= one.on < start + timedelta(days=length)]


def _compared(
    known: Sequence[Told], before: Sequence[Told], now: Sequence[Told], length: int, today: date
) -> Trend:
    """The verdict on two windows in which enough was told."""
    change = _change(known, before, now, length)
    because = _because(change)
    waited = (today - known[0].on).days + 1
    early = because in _MAY_BECOME_CLEAR and waited < trend_rules().looking.patience
    verdict = _VERDICTS.get(because, Verdict.NO_CLEAR_CHANGE)
    return Trend(
        verdict=Verdict.TOO_EARLY if early else verdict,
        because="wide" if early and because == "varied" else because,
        possible_on=_narrow_on(change, length, known[0].on, today) if early else None,
        days=length,
        before=_window(before),
        now=_window(now),
        change=change,
    )


_VERDICTS = {"better": Verdict.BETTER, "worse": Verdict.WORSE}
_MAY_BECOME_CLEAR = ("varied", "maybe_better", "maybe_worse")


def _change(
    known: Sequence[Told], before: Sequence[Told], now: Sequence[Told], length: int
) -> Change:
    first, last = before[-1].on, now[0].on
    recent = last - timedelta(days=length)
    between = [one for one in known if max(first, recent) < one.on < last]
    days = np.array([one.on.toordinal() for one in (*before, *between, *now)])
    values = np.array([one.value for one in (*before, *between, *now)], dtype=float)
    parts = np.repeat([0, 1, 2], [len(before), len(between), len(now)])
    levels = (parts[:, None] == np.unique(parts)).astype(float)
    contrast = np.zeros(levels.shape[1])
    contrast[0], contrast[-1] = -1, 1
    found = difference(days, values, levels, contrast)
    low, high = found.interval(trend_rules().looking.sure)
    return Change(
        points=found.middle,
        low=low,
        high=high,
        less=found.below(0),
        matters=trend_rules().matters.for_the_better(_mean(before)),
    )


def _because(change: Change) -> str:
    """Why the verdict is as it is: the id of its sentence."""
    if change.high < 0:
        return _lower(change)
    if change.low > 0:
        return _higher(change)
    if change.low <= -change.matters:
        return "varied"
    return "steady" if change.high < change.matters else "no_better"


def _lower(change: Change) -> str:
    if -change.points < change.matters:
        return "little_less"
    sure = change.less >= trend_rules().looking.sure_to_say
    return "better" if sure else "maybe_better"


def _higher(change: Change) -> str:
    if change.points < trend_rules().matters.worse_points:
        return "little_more"
    sure = 1 - change.less >= trend_rules().looking.sure_to_say
    return "worse" if sure else "maybe_worse"


def _narrow_on(change: Change, length: int, first: date, today: date) -> date:
    """When windows will be so long that a change that matters can be told from none."""
    looking = trend_rules().looking
    half = (change.high - change.low) / 2
    needed = ceil(length * (half / change.matters) ** 2)
    enough = looking.settling + 3 * needed
    days = min(max(enough, (today - first).days + 2), looking.patience)
    return first + timedelta(days=days - 1)


def _window(told: Sequence[Told]) -> Window:
    return Window(first=told[0].on, last=told[-1].on, told=len(told), mean=_mean(told))


def _mean(told: Sequence[Told]) -> float:
    return fmean(one.value for one in told)

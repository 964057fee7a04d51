"""A time zone as a calendar file describes it: its offsets and the moments at which they change.

Calendars that know the zone by its name ignore this; the others need it to be exact. It is worked
out here from the zone itself, because `icalendar` 7.3 sets the clock forward an hour late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Component

YEARS_BEFORE, YEARS_AFTER = 2, 12
DAYS_OF_A_WEEK = 7
ALWAYS = datetime(1970, 1, 1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class UnknownZone(ValueError):
    """Not the name of a time zone; the message says what is wanted."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises `UnknownZone`."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UnknownZone(
            f"“{name}” is not a time zone. Write one like Europe/London or America/New_York."
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The clock is set from one offset to another."""

    at: datetime
    """On the clock that is about to be changed (RFC 5545, 3.6.5)."""
    before: timedelta
    after: timedelta
    name: str

    @property
    def forward(self) -> bool:
        """Whether an hour is lost: the beginning of daylight time."""
        return self.after > self.before


def vtimezone(zone: ZoneInfo, since: date, now: date) -> "Component":
    """The zone as a component that holds from `since` on.

    Yearly changes that follow a rule are told as the rule, and hold for ever; others are listed
    until twelve years from `now`.
    """
    from icalendar import Timezone

    component = Timezone()
    component.add("tzid", zone.key)
    start = datetime(since.year - YEARS_BEFORE, 1, 1, tzinfo=UTC)
    last_year = max(since, now).year + YEARS_AFTER
    found = list(changes(zone, start, last_year))
    if not any(change.at.date() < since for change in found):
        found.insert(0, _as_ever(zone, start, bool(found)))
    alike = sorted(found, key=lambda change: (*_kind(change), change.at))
    for _, group in groupby(alike, key=_kind):
        component.add_component(_observance(list(group)))
    return component


@lru_cache(maxsize=32)
def changes(zone: tzinfo, start: datetime, last_year: int) -> tuple[Change, ...]:
    """Every change of the clock from `start` to the end of a year, found to the second."""
    days = (datetime(last_year + 1, 1, 1, tzinfo=UTC) - start).days
    return tuple(
        _change(zone, before, after)
        for before, after in pairwise(start + timedelta(days=day) for day in range(days + 1))
        if _offset(zone, before) != _offset(zone, after)
    )


def _change(zone: tzinfo, before: datetime, after: datetime) -> Change:
    """The change between two moments, narrowed down to its second."""
    old = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    local = (after + old).replace(tzinfo=None)
    name = after.astimezone(zone).tzname() or ""
    return Change(at=local, before=old, after=_offset(zone, after), name=name)


def _offset(zone: tzinfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _as_ever(zone: tzinfo, start: datetime, changing: bool) -> Change:
    """The offset with which it all begins, where no change before says so."""
    offset, name = _offset(zone, start), start.astimezone(zone).tzname() or ""
    at = datetime.combine(start.date(), time()) if changing else ALWAYS
    return Change(at=at, before=offset, after=offset, name=name)


def _kind(change: Change) -> tuple[timedelta, timedelta, str]:
    return change.before, change.after, change.name


def _observance(alike: Sequence[Change]) -> "Component":
    from icalendar import TimezoneDaylight, TimezoneStandard

    first = alike[0]
    part = TimezoneDaylight() if first.forward else TimezoneStandard()
    part.add("dtstart", first.at)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    if rule := _yearly(alike):
        part.add("rrule", rule)
    elif len(alike) > 1:
        part.add("rdate", [change.at for change in alike[1:]])
    return part


def _yearly(alike: Sequence[Change]) -> dict[str, object] | None:
    """The last, or the n-th, of a weekday in a month at one time of day, every year; or None."""
    days = [change.at for change in alike]
    every_year = [day.year for day in days] == list(range(days[0].year, days[-1].year + 1))
    same = len({(day.month, day.weekday(), day.time()) for day in days}) == 1
    if len(days) <= YEARS_AFTER or not every_year or not same:
        return None
    in_month = _which(days)
    if in_month is None:
        return None
    weekday = f"{in_month}{WEEKDAYS[days[0].weekday()]}"
    return {"freq": "yearly", "bymonth": days[0].month, "byday": weekday}


def _which(days: Sequence[datetime]) -> int | None:
    """-1 for the last of its weekday in each month, n for the n-th, None where they differ."""
    if all((day + timedelta(days=DAYS_OF_A_WEEK)).month != day.month for day in days):
        return -1
    numbers = {(day.day - 1) // DAYS_OF_A_WEEK + 1 for day in days}
    return numbers.pop() if len(numbers) == 1 else None

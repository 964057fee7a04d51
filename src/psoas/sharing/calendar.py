"""Sessions at the times chosen, as iCalendar (RFC 5545): a file to keep, or a feed to subscribe to.

Both hold every session of the week as one event that repeats, in the person's own time zone.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from psoas.sharing.appointments import Appointment, appointments
from psoas.sharing.needing import CALENDAR_NEEDS, NotInstalled
from psoas.sharing.plain import one_line, plain
from psoas.sharing.timetable import TITLE, Timetable
from psoas.sharing.timezones import WEEKDAYS, vtimezone, zone_named

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Component, Event

PRODUCT = "-//Psoas//Psoas//EN"
FRESH_FOR = timedelta(hours=12)
"""How often a calendar that subscribes is asked to look again."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a subscribed calendar is given."""

    body: bytes
    etag: str
    """For the header ETag: the same as long as nothing but the time of making changes."""


def calendar_file(chosen: Sequence[Timetable], calendar: str, stamp: datetime) -> bytes:
    """A file to open in a calendar; what was dropped is in it as cancelled, so that it goes away.

    `chosen` is every choice so far, the earliest first; `calendar` a random word that belongs to
    this calendar alone; `stamp` the present time with its zone. Raises `UnknownZone`, and
    `NotInstalled` where the extra `sharing` is missing.
    """
    return _written(appointments(chosen, calendar), chosen, stamp)


def calendar_feed(chosen: Sequence[Timetable], calendar: str, stamp: datetime) -> Feed:
    """The body of a feed; what was dropped is no longer in it. Else as `calendar_file`."""
    entries = [entry for entry in appointments(chosen, calendar) if not entry.cancelled]
    unchanging = hashlib.sha256(_written(entries, chosen, NEVER)).hexdigest()
    return Feed(body=_written(entries, chosen, stamp), etag=f'W/"{unchanging[:32]}"')


def _written(entries: Iterable[Appointment], chosen: Sequence[Timetable], stamp: datetime) -> bytes:
    calendar = _calendar(chosen[-1].title if chosen else TITLE)
    events = [_event(entry, stamp) for entry in entries]
    for component in (*_zones(entries, chosen), *events):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _calendar(name: str) -> "Calendar":
    try:
        from icalendar import Calendar
    except ImportError:
        raise NotInstalled(CALENDAR_NEEDS) from None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return calendar


def _zones(entries: Iterable[Appointment], chosen: Sequence[Timetable]) -> Iterable["Component"]:
    """Each time zone once, from the first day that needs it; universal time needs none."""
    first: dict[str, date] = {}
    for entry in entries:
        zone = entry.timetable.zone
        first[zone] = min(first.get(zone, entry.first), entry.first)
    now = max((one.starts for one in chosen), default=date.min)
    for name in sorted(first):
        if not _is_universal(name):
            yield vtimezone(zone_named(name), first[name], now)


def _is_universal(zone: str) -> bool:
    from icalendar.timezone import tzid_from_tzinfo

    return tzid_from_tzinfo(zone_named(zone)) == "UTC"


def _event(entry: Appointment, stamp: datetime) -> "Event":
    from icalendar import Event

    chosen = entry.timetable
    starts = datetime.combine(entry.first, entry.slot.at, zone_named(chosen.zone))
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("last-modified", chosen.chosen_at.astimezone(UTC))
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=chosen.minutes))
    event.add("rrule", _weekly(entry))
    event.add("summary", one_line(chosen.title))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    _add_words(event, chosen)
    if chosen.remind is not None and not entry.cancelled:
        event.add_component(_alarm(chosen, chosen.remind))
    return event


def _add_words(event: "Event", chosen: Timetable) -> None:
    if about := plain(chosen.about).strip():
        event.add("description", about)
    if link := one_line(chosen.link):
        event.add("url", link)


def _weekly(entry: Appointment) -> dict[str, object]:
    """Every week on that day; the last moment is told in universal time, as 3.3.10 wants it."""
    rule: dict[str, object] = {"freq": "weekly", "byday": WEEKDAYS[entry.slot.weekday]}
    until = entry.timetable.until
    if until is not None:
        end = datetime.combine(until, time(23, 59, 59), zone_named(entry.timetable.zone))
        rule["until"] = end.astimezone(UTC)
    return rule


def _alarm(chosen: Timetable, minutes: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", one_line(chosen.title))
    return alarm

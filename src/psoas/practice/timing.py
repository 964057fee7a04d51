"""The times that a person chose for their sessions, and the calendar that follows from them."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from psoas.knowledge import BadData
from psoas.plan.events import Event, EventKind
from psoas.plan.quiet import USUAL, Quiet
from psoas.practice.records import Records
from psoas.sharing.calendar import Feed, calendar_feed, calendar_file
from psoas.sharing.timetable import Timetable, timetable_as_data, timetable_from_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Every choice so far."""

    chosen: tuple[Timetable, ...] = ()
    """The earliest first."""
    calendar: str = ""
    """The random word that ids and the feed's address are made from; empty: none was chosen."""

    @property
    def now(self) -> Timetable | None:
        """The choice that holds, which may have no times any more; None: none was ever made."""
        return self.chosen[-1] if self.chosen else None


def times_of(practice: Records) -> Times:
    """Every choice in the diary; what can't be read of it is passed over."""
    told = sorted(practice.happened([EventKind.TIMES_CHOSEN]), key=lambda event: event.at)
    read = [(event, one) for event in told if (one := _timetable(event))]
    if not read:
        return Times()
    words = str(read[-1][0].data["calendar"])
    return Times(chosen=tuple(one for _, one in read), calendar=words)


def _timetable(event: Event) -> Timetable | None:
    try:
        return timetable_from_data(event.data["timetable"])
    except (BadData, KeyError, TypeError):
        return None


def choose(practice: Records, timetable: Timetable, settings: Mapping[str, Any]) -> None:
    """Store new times, which end the old ones at once, and what is set about reminders.

    What is chosen again as it was changes nothing.
    """
    known = times_of(practice)
    word = known.calendar or secrets.token_urlsafe(24)
    told = {"timetable": timetable_as_data(timetable), "calendar": word}
    new = known.now is None or not _same(known.now, timetable)
    stored = practice.memory().settings
    changed = {name: value for name, value in settings.items() if stored.get(name) != value}
    practice.record_all(
        [
            *([(EventKind.TIMES_CHOSEN, told)] if new else []),
            *([(EventKind.SETTINGS, changed)] if changed else []),
        ]
    )


def _same(before: Timetable, now: Timetable) -> bool:
    return replace(now, starts=before.starts, chosen_at=before.chosen_at) == before


def feed(practice: Records, word: str) -> Feed | None:
    """What a calendar that subscribes is given; None where the word isn't that of the feed.

    Raises `NotInstalled` where calendars can't be written here.
    """
    times = times_of(practice)
    right = secrets.compare_digest(times.calendar.encode(), word.encode())
    if not times.calendar or not right:
        return None
    return calendar_feed(times.chosen, times.calendar, practice.now())


def file(practice: Records) -> bytes | None:
    """The calendar as a file; None where no times were ever chosen. Raises as `feed`."""
    times = times_of(practice)
    if not times.chosen:
        return None
    return calendar_file(times.chosen, times.calendar, practice.now())


def quiet_of(settings: Mapping[str, Any]) -> Quiet:
    """The quiet hours that a person set, or the usual ones."""
    return Quiet(
        start=_time(settings.get("quiet_from"), USUAL.start),
        until=_time(settings.get("quiet_until"), USUAL.until),
    )


def _time(told: object, usual: time) -> time:
    try:
        return time.fromisoformat(told) if isinstance(told, str) else usual
    except ValueError:
        return usual

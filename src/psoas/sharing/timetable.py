"""The times a person chose for their sessions, and how they are kept as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, TypeAlias

from pydantic import Field

from psoas.knowledge import STRICT_KEYS, BadData, Problem, parse
from psoas.knowledge.reading import adapter
from psoas.sharing.timezones import UnknownZone, zone_named

TITLE = "Time to move"
MOST_SLOTS = 28
"""Four times a day, every day of the week."""

Words: TypeAlias = Annotated[str, Field(max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Slot:
    """One time in the week, on the person's own clock."""

    __pydantic_config__ = STRICT_KEYS

    weekday: Annotated[int, Field(ge=0, le=6)]
    """0 is Monday, as in `date.weekday`."""
    at: time
    """Without a zone; seconds are left aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The times as they were chosen at one moment; the next one takes its place."""

    __pydantic_config__ = STRICT_KEYS

    slots: Annotated[tuple[Slot, ...], Field(max_length=MOST_SLOTS)]
    zone: str
    """The person's time zone, an IANA name like Europe/London."""
    starts: date
    """The first day on which it holds; what was chosen before ends at once."""
    chosen_at: datetime
    """When it was chosen, with its zone."""
    until: date | None = None
    """The last day on which it holds; None: for as long as nothing else is chosen."""
    minutes: Annotated[int, Field(ge=1, le=180)] = 10
    """How long a session takes."""
    title: Words = TITLE
    """What a calendar shows; it tells nothing of anybody's health unless the person writes so."""
    about: Words = ""
    link: Words = ""
    """Where the session opens; empty: nowhere."""
    remind: Annotated[int, Field(ge=0, le=1440)] | None = 10
    """Minutes before the session; None: no reminder."""


def timetable_as_data(timetable: Timetable) -> dict[str, Any]:
    """The choice as plain JSON values; `timetable_from_data` reads it back."""
    data: dict[str, Any] = adapter(Timetable).dump_python(timetable, mode="json")
    return data


def timetable_from_data(data: Mapping[str, Any], file: str = "times") -> Timetable:
    """The choice that `timetable_as_data` wrote; raises `BadData`, naming `file`."""
    timetable = parse(Timetable, dict(data), file)
    problems = [Problem(file, key, mend) for key, mend in _wrong(timetable)]
    if problems:
        raise BadData(problems)
    return timetable


def _wrong(timetable: Timetable) -> Iterator[tuple[str, str]]:
    if timetable.chosen_at.tzinfo is None:
        yield "chosen_at", "write the time with its zone, like 2026-03-02T08:00:00Z"
    if any(slot.at.tzinfo for slot in timetable.slots):
        yield "slots", "write each time as the clock shows it, like 08:00, without a zone"
    try:
        zone_named(timetable.zone)
    except UnknownZone as error:
        yield "zone", str(error)

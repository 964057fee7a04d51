"""Taking the diary along: all of it as one JSON document, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from psoas.articles.brought_data import check_brought
from psoas.diary.store import ME, Diary
from psoas.knowledge import STRICT_KEYS, BadData, parse
from psoas.library import load
from psoas.plan.event_data import check_data
from psoas.plan.events import Event, EventKind
from psoas.plan.remember import remember_all

FORMAT = "psoas-diary/1"


class BadExport(ValueError):
    """A file that is no export of Psoas; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    __pydantic_config__ = STRICT_KEYS

    id: Annotated[str, Field(pattern=r"^[^\x00]+$")]
    at: datetime
    on: date
    kind: EventKind
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    format: str
    events: tuple[_Entry, ...]


def export(diary: Diary, person: str = ME) -> dict[str, Any]:
    """Everything in the diary, oldest first, as plain JSON values."""
    return {"format": FORMAT, "events": [_as_data(event) for event in diary.events(person)]}


def import_into(diary: Diary, document: object, person: str = ME) -> int:
    """Add what an export holds; what is already there stays as it is. Returns how many it holds.

    Raises `BadExport` and adds nothing if any of it can't be read.
    """
    events = [_from(entry, person) for entry in _parsed(document).events]
    _rehearse(events)
    diary.add(events)
    return len(events)


def _rehearse(events: list[Event]) -> None:
    """What can't be remembered must not get into a diary: it could never be opened again."""
    try:
        for event in events:
            check_data(event.kind, event.data, event.id)
            check_brought(event.kind, event.data)
        remember_all(events, load())
    except (BadData, ArithmeticError, LookupError, TypeError, ValueError):
        raise BadExport(
            "This export is damaged: one of its entries can't be understood. Nothing was added;"
            " choose another copy."
        ) from None


def _as_data(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "at": event.at.isoformat(),
        "on": event.on.isoformat(),
        "kind": event.kind.value,
        "data": event.data,
    }


def _parsed(document: object) -> _Document:
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise BadExport("This is not a file that `psoas export` wrote. Choose another file.")
    try:
        return parse(_Document, document, "the export")
    except BadData as error:
        raise BadExport(f"This export is damaged: {error.problems[0]}.") from None


def _from(entry: _Entry, person: str) -> Event:
    if entry.at.tzinfo is None:
        raise BadExport(f"This export is damaged: the time of entry {entry.id} has no zone.")
    return Event(
        id=entry.id, person=person, at=entry.at, on=entry.on, kind=entry.kind, data=entry.data
    )

"""Taking the diary along: all of it as one JSON document, and back."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from psoas.articles.brought_data import check_brought
from psoas.diary.store import ME, Diary
from psoas.diary.unpacking import FORMAT, BadExport, damaged, foreign
from psoas.knowledge import STRICT_KEYS, BadData, parse
from psoas.library import load
from psoas.plan.event_data import check_data
from psoas.plan.events import Event, EventKind
from psoas.plan.remember import remember_all


def _text(value: object) -> object:
    """Times and days are written out; a bare number would be taken for seconds since 1970."""
    if not isinstance(value, str):
        raise ValueError("write it as text")
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    __pydantic_config__ = STRICT_KEYS

    id: Annotated[str, Field(pattern=r"^[^\x00]{1,64}$")]
    at: Annotated[datetime, BeforeValidator(_text)]
    on: Annotated[date, BeforeValidator(_text)]
    kind: EventKind
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    format: str
    events: tuple[_Entry, ...]


def export(diary: Diary, person: str = ME) -> dict[str, Any]:
    """Everything in the diary, oldest first, as plain JSON values."""
    return {"format": FORMAT, "events": [_as_data(event) for event in diary.events(person)]}


def written(document: Mapping[str, Any]) -> Iterator[str]:
    """An export as the pieces of a JSON text, one event a line; ASCII, for any program."""
    yield f'{{"format": {json.dumps(document["format"])}, "events": ['
    between = "\n"
    for event in document["events"]:
        yield between + json.dumps(event)
        between = ",\n"
    yield "\n]}\n"


def import_into(diary: Diary, document: object, person: str = ME) -> int:
    """Add what an export holds; what is already there stays as it is. Returns how many it holds.

    Raises `BadExport` and adds nothing if any of it can't be read, or if it tells something else
    of an entry than the diary does.
    """
    events = _unlike({}, [_from(entry, person) for entry in _parsed(document).events])
    _rehearse(events)
    _unlike({event.id: event for event in diary.events(person)}, events)
    diary.add(events)
    return len(events)


def _unlike(known: Mapping[str, Event], events: list[Event]) -> list[Event]:
    """The events, each once; raises `BadExport` where one is known, and known otherwise."""
    found = dict(known)
    fresh = []
    for event in events:
        before = found.setdefault(event.id, event)
        if before is event:
            fresh.append(event)
        elif before != event:
            raise BadExport(
                "This copy tells something else of an entry that is there already, so nothing was"
                " added. Choose another copy."
            )
    return fresh


def _rehearse(events: list[Event]) -> None:
    """What can't be remembered must not get into a diary: it could never be opened again."""
    try:
        for event in events:
            check_data(event.kind, event.data, event.id)
            check_brought(event.kind, event.data)
        remember_all(events, load())
    except (BadData, ArithmeticError, LookupError, TypeError, ValueError):
        raise damaged("one of its entries can't be understood") from None


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
        raise foreign(document)
    try:
        return parse(_Document, document, "the export")
    except BadData as error:
        where = error.problems[0].key or "the whole"
        raise damaged(f"what stands at “{where[:80]}” can't be read") from None


def _from(entry: _Entry, person: str) -> Event:
    try:
        if entry.at.tzinfo is None:
            raise damaged(f"the time of entry {entry.id} has no zone")
        at = entry.at.astimezone(UTC)
    except OverflowError:
        raise damaged(f"the time of entry {entry.id} can't be") from None
    return Event(id=entry.id, person=person, at=at, on=entry.on, kind=entry.kind, data=entry.data)

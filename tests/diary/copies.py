"""Files that somebody might bring as a copy of a diary, and that aren't one: by what is wrong."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping

Mangle = Callable[[bytes], bytes]


def entries(change) -> Mangle:
    """The same copy, with something changed in its list of entries."""

    def mangled(copy: bytes) -> bytes:
        document = json.loads(copy)
        change(document["events"])
        return json.dumps(document).encode()

    return mangled


def first(**fields) -> Mangle:
    """With other fields in its first entry."""
    return entries(lambda events: events[0].update(fields))


def data(text: str) -> Mangle:
    """With this JSON text as the data of its first entry, which no library would write."""

    def mangled(copy: bytes) -> bytes:
        document = json.loads(copy)
        document["events"][0]["data"] = "HERE"
        return json.dumps(document).replace('"HERE"', text).encode()

    return mangled


def zipped(copy: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("psoas-diary.json", copy)
    return file.getvalue()


DAMAGED: Mapping[str, Mangle] = {
    "cut in the middle": lambda copy: copy[: len(copy) // 2],
    "cut at its very end": lambda copy: copy.rstrip()[:-1],
    "cut after its beginning": lambda copy: copy[:30],
    "a letter too many": lambda copy: copy + b"}",
    "not UTF-8": lambda copy: copy.replace(b'"events"', b'"events\xff"'),
    "a key twice": lambda copy: copy.replace(b'"id":', b'"id": "x", "id":', 1),
    "an entry without its day": entries(lambda events: events[-1].pop("on")),
    "an entry that is a text": entries(lambda events: events.append("entry")),
    "entries that are a number": lambda copy: b'{"format": "psoas-diary/1", "events": 3}',
    "an entry with more": first(more=1),
    "an id that is a number": first(id=3),
    "an empty id": first(id=""),
    "an id longer than any": first(id="x" * 65),
    "a time that is a number": first(at=1_772_000_000),
    "a time without a zone": first(at="2026-03-02T07:00:00"),
    "a time before all calendars": first(at="0001-01-01T00:00:00+12:00"),
    "a day that is none": first(on="2026-02-30"),
    "a kind that is none": first(kind="teleported"),
    "data that is a list": first(data=[]),
    "pain that is a text": first(kind="morning", data={"pain": "much"}),
    "a number that is none": data('{"pain": NaN}'),
    "a number without end": data('{"more": -Infinity}'),
    "a number too large to be one": data('{"more": 1e999}'),
    "half a letter": data('{"words": "\\ud800"}'),
    "the sign that databases don't take": data('{"words": "\\u0000"}'),
    "nested a hundred deep": data('{"more": ' + "[" * 100 + "]" * 100 + "}"),
    "nested without end": lambda copy: copy.rstrip()[:-2] + b"[" * 100_000,
    "an entry twice, told differently": entries(
        lambda events: events.append({**events[0], "on": "1999-01-01"})
    ),
}  # fmt: skip
"""Copies of a diary that are no longer what they were."""

FOREIGN: Mapping[str, Mangle] = {
    "nothing": lambda copy: b"",
    "a list": lambda copy: b"[]",
    "no value": lambda copy: b"null",
    "another program's": lambda copy: b'{"workouts": [{"date": "2026-03-02", "kcal": 120}]}',
    "a health record": lambda copy: b'{"resourceType": "Bundle", "type": "collection"}',
    "a copy of a later version": lambda copy: b'{"format": "psoas-diary/9", "events": []}',
    "a ZIP with a copy in it": zipped,
    "a PDF": lambda copy: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a picture": lambda copy: b"\x89PNG\r\n\x1a\n" + bytes(20),
    "a database": lambda copy: b"SQLite format 3\0" + bytes(100),
    "a table": lambda copy: b"day,sessions,titles\r\n2026-03-02,1,Today\r\n",
    "letters of another kind": lambda copy: copy.decode().encode("utf-16"),
    "a page": lambda copy: b"<!doctype html><title>Psoas</title>",
}
"""Other programs' files."""

REFUSED = {**DAMAGED, **FOREIGN}

"""A workout file for watches, in Garmin's FIT format (protocol 1.0, published by Garmin).

A file is a header, records and a checksum. A record either defines a kind of message (which
fields, how wide, of which type) or holds one. Only the three messages of a workout are written.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from zlib import crc32

from psoas.coach import Manner
from psoas.coach.script import AS_AT_FIRST
from psoas.library import Library
from psoas.plan.session import Session
from psoas.sharing.plain import one_line
from psoas.sharing.watch import Effort, Repeat, WatchStep, watch_steps
from psoas.sharing.wording import WATCH

MOST_STEPS = 50
"""More than that Garmin's own program doesn't take; a longer session becomes several workouts."""
EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
"""From which FIT counts its seconds."""
HEADER_SIZE, PROTOCOL, PROFILE = 14, 0x10, 2158
NAME_BYTES, NOTE_BYTES = 50, 200
WORKOUT_FILE, DEVELOPMENT, TRAINING, FLEXIBILITY = 5, 255, 10, 19
TIME, REPEAT, REPETITIONS, OPEN = 0, 6, 29, 2
INTENSITY = {Effort.ACTIVE: 0, Effort.REST: 1, Effort.COOLDOWN: 3}

ENUM, UINT16, UINT32, UINT32Z, STRING = 0x00, 0x84, 0x86, 0x8C, 0x07
FORMATS = {ENUM: "B", UINT16: "H", UINT32: "I", UINT32Z: "I"}


class NothingToDo(ValueError):
    """A session without exercises; the message says so to the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """The number of a message, and for each field its number, type and value."""

    number: int
    fields: tuple[tuple[int, int, int | str], ...]


def workout_files(
    session: Session, library: Library, made_at: datetime, manner: Manner = AS_AT_FIRST
) -> tuple[bytes, ...]:
    """The session as one workout file, or several where a watch wouldn't take it whole.

    `made_at` is the present time with its zone. Raises `NothingToDo` and `UnknownExercise`.
    """
    steps = watch_steps(session, library, manner)
    if not steps:
        raise NothingToDo(WATCH.nothing)
    parts = list(_parts(steps))
    title = one_line(session.title)
    titles = [
        WATCH.part.format(title=title, number=number, count=len(parts))
        for number in range(1, len(parts) + 1)
    ]
    names = titles if len(parts) > 1 else [title]
    return tuple(workout(name, part, made_at) for name, part in zip(names, parts, strict=True))


def _parts(steps: Sequence[WatchStep | Repeat]) -> Iterator[list[WatchStep | Repeat]]:
    """As many whole exercises as fit, again and again."""
    part: list[WatchStep | Repeat] = []
    for _, group in groupby(steps, key=lambda step: step.exercise):
        exercise = list(group)
        if part and len(part) + len(exercise) > MOST_STEPS:
            yield part
            part = []
        part += exercise
    yield part


def workout(title: str, steps: Sequence[WatchStep | Repeat], made_at: datetime) -> bytes:
    """One workout file; its serial number follows from what it holds."""
    told = [_step(index, step) for index, step in enumerate(steps)]
    about = _about(title, len(told))
    serial = crc32(repr((about, told)).encode()) or 1
    records = b"".join(_records([_file_id(made_at, serial), about, *told]))
    header = struct.pack("<BBHI4s", HEADER_SIZE, PROTOCOL, PROFILE, len(records), b".FIT")
    whole = header + struct.pack("<H", checksum(header)) + records
    return whole + struct.pack("<H", checksum(whole))


def _file_id(made_at: datetime, serial: int) -> _Message:
    made = int((made_at - EPOCH).total_seconds())
    fields = (
        (0, ENUM, WORKOUT_FILE),
        (1, UINT16, DEVELOPMENT),
        (2, UINT16, 0),
        (3, UINT32Z, serial),
        (4, UINT32, made),
    )
    return _Message(number=0, fields=fields)


def _about(title: str, steps: int) -> _Message:
    fields = (
        (4, ENUM, TRAINING),
        (11, ENUM, FLEXIBILITY),
        (6, UINT16, steps),
        (8, STRING, _cut(title, NAME_BYTES)),
    )
    return _Message(number=26, fields=fields)


def _step(index: int, step: WatchStep | Repeat) -> _Message:
    if isinstance(step, Repeat):
        return _workout_step(index, REPEAT, index - 2, times=step.times)
    if step.repetitions:
        return _workout_step(index, REPETITIONS, step.repetitions, step)
    return _workout_step(index, TIME, round(step.seconds * 1000), step)


def _workout_step(
    index: int, duration: int, value: int, step: WatchStep | None = None, times: int = 0
) -> _Message:
    fields = (
        (254, UINT16, index),
        (0, STRING, _cut(step.name, NAME_BYTES) if step else ""),
        (7, ENUM, INTENSITY[step.effort if step else Effort.ACTIVE]),
        (1, ENUM, duration),
        (2, UINT32, value),
        (3, ENUM, OPEN),
        (4, UINT32, times),
        (8, STRING, _cut(step.note, NOTE_BYTES) if step else ""),
    )
    return _Message(number=27, fields=fields)


def _cut(text: str, most: int) -> str:
    """The text in at most so many bytes, whole letters only; a cut one ends with dots."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - 3].decode(errors="ignore").rstrip() + "…"


def _records(messages: Sequence[_Message]) -> Iterator[bytes]:
    """Each run of messages of a kind after its definition, as wide as its longest texts."""
    runs = groupby(messages, key=lambda message: message.number)
    for local, (number, group) in enumerate(runs):
        alike = list(group)
        sizes = [max(map(_size, column)) for column in zip(*(m.fields for m in alike), strict=True)]
        yield _definition(local, number, alike[0], sizes)
        for message in alike:
            yield bytes([local]) + b"".join(_packed(message, sizes))


def _size(field: tuple[int, int, int | str]) -> int:
    _, kind, value = field
    return len(str(value).encode()) + 1 if kind == STRING else struct.calcsize(FORMATS[kind])


def _definition(local: int, number: int, message: _Message, sizes: Iterable[int]) -> bytes:
    pairs = zip(message.fields, sizes, strict=True)
    kinds = ((field, size, kind) for (field, kind, _), size in pairs)
    head = struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(message.fields))
    return head + b"".join(bytes(kind) for kind in kinds)


def _packed(message: _Message, sizes: Iterable[int]) -> Iterator[bytes]:
    for (_, kind, value), size in zip(message.fields, sizes, strict=True):
        if kind == STRING:
            yield str(value).encode().ljust(size, b"\0")
        else:
            yield struct.pack(f"<{FORMATS[kind]}", value)


def checksum(data: bytes) -> int:
    """The CRC of the FIT protocol: sixteen bits, polynomial 0xA001, from zero."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xA001 if crc & 1 else 0)
    return crc

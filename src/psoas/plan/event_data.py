"""What the data of each kind of event must look like; checked where events come from outside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Annotated, Any, Literal

from pydantic import Field

from psoas.body import Side
from psoas.knowledge import BadData, Problem, parse
from psoas.plan.events import EventKind

Unknown = Literal["unknown"]
Pain = Annotated[int, Field(ge=0, le=10, strict=True)] | Unknown | None
Reach = Annotated[int, Field(ge=0, le=5, strict=True)] | Unknown | None
YesNo = Annotated[bool, Field(strict=True)] | Unknown | None
Index = Annotated[int, Field(ge=0, le=1000)]
Share = Annotated[float, Field(ge=0, le=100)]
Seconds = Annotated[float, Field(ge=0, le=86_400)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How it was before a session."""

    back: Pain = None
    leg: Pain = None
    left: Reach = None
    right: Reach = None
    painkiller: YesNo = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """How it was on waking."""

    pain: Pain = None
    left: Reach = None
    right: Reach = None
    up_under_1h: YesNo = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One side of an exercise."""

    session: Name
    step: Index
    exercise: Name
    side: Side
    seconds: Seconds
    completed: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """Something hurt."""

    what: Name | None = None
    pain: Pain = None
    left: Reach = None
    right: Reach = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How it went."""

    during: Pain = None
    pain: Pain = None
    left: Reach = None
    right: Reach = None
    left_during: Reach = None
    right_during: Reach = None
    neuro: Name | None = None
    exercise: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How long it took to settle."""

    minutes: Annotated[int, Field(ge=0, le=9999)] | Unknown | None = None
    neuro: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The end of a session."""

    completed: Share | None = None
    why: Name | None = None
    enough: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What a clinician assessed."""

    id: Name
    when: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person set."""

    voice: Name | None = None
    rate: Annotated[float, Field(gt=0, le=3)] | None = None
    volume: Annotated[float, Field(ge=0, le=1)] | None = None
    words: Name | None = None
    theme: Name | None = None
    country: Annotated[str, Field(max_length=8)] | None = None
    speak: bool | None = None
    tones: bool | None = None
    keys: bool | None = None
    remind: bool | None = None
    quiet_from: ClockTime | None = None
    quiet_until: ClockTime | None = None
    desk_minutes: Annotated[int, Field(ge=30, le=60)] | None = None
    whose: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that is hard and wanted back."""

    id: Name
    words: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """All that is wanted back."""

    things: Annotated[tuple[Thing, ...], Field(max_length=3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """How well things go."""

    ratings: Annotated[
        Mapping[Name, Annotated[int, Field(ge=0, le=10, strict=True)]], Field(max_length=3)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTotal:
    """The total of a form; what a form can have is known to `progress.measures`."""

    measure: Name
    total: Annotated[float, Field(ge=0, le=100)] | None
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of the person's own."""

    id: Name
    words: Annotated[str, Field(max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The times chosen; `sharing.timetable` reads them closely."""

    timetable: Mapping[str, Any]
    calendar: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskBreak:
    """A break at the desk."""

    exercise: Name
    what: Literal["done", "later", "not_today"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """A reminder that was shown."""

    time: Name
    by: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A routine that was brought, mended or forgotten."""

    id: Annotated[str, Field(pattern=r"^own-[A-Za-z0-9-]{1,48}$")]
    routine: Mapping[str, Any] | None = None


SHAPES: Mapping[EventKind, Any] = {
    EventKind.CHECKED_IN: CheckIn,
    EventKind.MORNING: Wake,
    EventKind.EXERCISE_DONE: Done,
    EventKind.HURT: Hurt,
    EventKind.RESPONDED: Response,
    EventKind.SETTLED: Settled,
    EventKind.SESSION_ENDED: Ended,
    EventKind.ASSESSED: Assessed,
    EventKind.SETTINGS: Settings,
    EventKind.THINGS_CHOSEN: Things,
    EventKind.THINGS_RATED: Ratings,
    EventKind.FORM_TOTAL: FormTotal,
    EventKind.NOTED: Note,
    EventKind.TIMES_CHOSEN: Times,
    EventKind.DESK_BREAK: DeskBreak,
    EventKind.REMINDED: Reminded,
    EventKind.PAGE_BROUGHT: Told,
    EventKind.ROUTINE_MENDED: Told,
    EventKind.ROUTINE_FORGOTTEN: Told,
}
"""By kind; the other kinds are read as what they describe when they are remembered."""


def check_data(kind: EventKind, data: Mapping[str, Any], file: str) -> None:
    """Raise `BadData` naming `file` and the key where data can't be that of its kind.

    Nor may anything in it be what can't be written down again: then it could never be exported.
    """
    for mend in _unwritable(data):
        raise BadData([Problem(file, "", mend)])
    shape = SHAPES.get(kind)
    if shape is not None:
        parse(shape, dict(data), file)


UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""Halves of letters, which no file takes, and the sign that PostgreSQL doesn't."""
DEEPEST = 40
"""Lists in lists in lists; a plan has eight, and thousands are more than a program can read."""


def _unwritable(data: object) -> Iterator[str]:
    """What in JSON values, the names of keys included, could never be written, and its mend."""
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            yield "it is nested too deeply; take out what is too deep"
        elif isinstance(value, str) and UNWRITABLE.search(value):
            yield "a text holds half a letter; write it anew"
        elif isinstance(value, float) and not isfinite(value):
            yield "a number has no end; write one that has"
        elif isinstance(value, Mapping):
            waiting += [(inside, depth + 1) for inside in (*value, *value.values())]
        elif isinstance(value, list):
            waiting += [(inside, depth + 1) for inside in value]

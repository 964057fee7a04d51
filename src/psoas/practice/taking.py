"""Everything that leaves: the diary and a session as files in other people's formats."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from psoas.coach import manner_of
from psoas.diary import export, written
from psoas.plan.events import EventKind
from psoas.plan.memory import Memory
from psoas.plan.remember import answers_of
from psoas.plan.session import Session
from psoas.practice.practice import Practice
from psoas.practice.timing import times_of
from psoas.progress.measures import measure
from psoas.progress.wanted import (
    TOTAL_KINDS,
    WANTED_KINDS,
    WantedBack,
    WantedThing,
    totals_of,
    wanted_of,
)
from psoas.safety.clearance import Answers
from psoas.sharing.fhir import KINDS, FormTotal, HealthRecord, Rating, Wanted, bundle
from psoas.sharing.fit import workout_files
from psoas.sharing.paper import session_as_text
from psoas.sharing.tables import DAY_KINDS, EXERCISE_KINDS, days_as_csv, exercises_as_csv

WHOSE = "whose"
"""The setting that keeps the random word of this diary."""


class Way(StrEnum):
    """The formats in which something leaves."""

    JSON = "json"
    """All of the diary, to come back."""
    DAYS = "days"
    EXERCISES = "exercises"
    FHIR = "fhir"
    FIT = "fit"
    TEXT = "text"


OF_A_SESSION = frozenset({Way.FIT, Way.TEXT})
"""These hold one session, not the diary."""
OF_SOMEBODY_KNOWN = frozenset({Way.FHIR, *OF_A_SESSION})
"""These say nothing as long as nobody has told anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One file that leaves."""

    name: str
    """With its day and its ending."""
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for beside the format."""

    routine: str | None = None
    """A routine instead of today's session; an id of the library that the practice has."""
    name: str = ""
    """The person's name, only where they give it for this one file."""


NOTHING_MORE = Wish()


def take(practice: Practice, way: Way, wish: Wish = NOTHING_MORE) -> tuple[Taken, ...]:
    """What leaves in that format: one file, or several workouts where a watch takes no longer one.

    Raises `NothingToDo` for a workout of a session without exercises, and `KeyError` for a routine
    that isn't there.
    """
    contents = _WRITERS[way](practice, wish)
    stem, ending, media_type = _FILES[way]
    day = f"{practice.now():%Y-%m-%d}"
    parts = [f"-{number}" for number in range(1, len(contents) + 1)] if len(contents) > 1 else [""]
    return tuple(
        Taken(name=f"psoas-{stem}-{day}{part}.{ending}", media_type=media_type, content=content)
        for part, content in zip(parts, contents, strict=True)
    )


_FILES: Mapping[Way, tuple[str, str, str]] = {
    Way.JSON: ("diary", "json", "application/json"),
    Way.DAYS: ("days", "csv", "text/csv; charset=utf-8"),
    Way.EXERCISES: ("exercises", "csv", "text/csv; charset=utf-8"),
    Way.FHIR: ("record", "fhir.json", "application/fhir+json"),
    Way.FIT: ("session", "fit", "application/octet-stream"),
    Way.TEXT: ("session", "txt", "text/plain; charset=utf-8"),
}


def _diary(practice: Practice, _: Wish) -> tuple[bytes, ...]:
    return ("".join(written(export(practice.diary, practice.person))).encode(),)


def _days(practice: Practice, _: Wish) -> tuple[bytes, ...]:
    return (days_as_csv(practice.happened(DAY_KINDS)).encode(),)


def _exercises(practice: Practice, _: Wish) -> tuple[bytes, ...]:
    practice.memory()  # The library then holds the person's own exercises too.
    return (exercises_as_csv(practice.happened(EXERCISE_KINDS), practice.library).encode(),)


def _fhir(practice: Practice, wish: Wish) -> tuple[bytes, ...]:
    found = bundle(health_record(practice, wish.name), practice.now())
    return (f"{json.dumps(found)}\n".encode(),)


def _fit(practice: Practice, wish: Wish) -> tuple[bytes, ...]:
    session, memory = _session(practice, wish), practice.memory()
    return workout_files(session, practice.library, practice.now(), manner_of(memory))


def _text(practice: Practice, wish: Wish) -> tuple[bytes, ...]:
    session, country = _session(practice, wish), practice.setting("country", "")
    return (session_as_text(session, practice.library, country).encode(),)


_WRITERS: Mapping[Way, Callable[[Practice, Wish], tuple[bytes, ...]]] = {
    Way.JSON: _diary,
    Way.DAYS: _days,
    Way.EXERCISES: _exercises,
    Way.FHIR: _fhir,
    Way.FIT: _fit,
    Way.TEXT: _text,
}


def _session(practice: Practice, wish: Wish) -> Session:
    return practice.today(practice.standing(), routine=wish.routine)


def health_record(practice: Practice, name: str = "") -> HealthRecord:
    """All that a clinician's system is given, from the whole diary; `name` only where it is said.

    The first time it keeps a random word in the diary, from which the ids are made for good.
    """
    standing = practice.standing()
    times = times_of(practice).now
    return HealthRecord(
        whose=_whose(practice),
        person=standing.person,
        clearance=standing.clearance,
        events=practice.happened(KINDS),
        library=practice.library,
        answers=_answers(standing.memory),
        session=practice.today(standing),
        timetable=times if times and times.slots else None,
        wanted=_wanted(wanted_of(practice.happened(WANTED_KINDS))),
        totals=tuple(
            FormTotal(
                id=f"{one.measure}:{one.on}",
                form=measure(one.measure).name,
                on=one.on,
                total=one.total,
            )
            for one in totals_of(practice.happened(TOTAL_KINDS))
        ),
        name=name,
    )


def _whose(practice: Practice) -> str:
    kept = practice.setting(WHOSE)
    if isinstance(kept, str) and kept:
        return kept
    word = practice.new_id()
    practice.record(EventKind.SETTINGS, {WHOSE: word})
    return word


def _answers(memory: Memory) -> Answers | None:
    """The check as it stands, dated when it was last answered."""
    if not memory.asked:
        return None
    last = max(memory.asked.values())
    return answers_of(memory, last)


def _wanted(back: WantedBack) -> tuple[Wanted, ...]:
    """What is wanted, and what was dropped after it had been rated."""
    told = [one for one in back.dropped if back.of(one.id)]
    return (
        *(_as_wanted(one, back) for one in back.things),
        *(replace(_as_wanted(one, back), dropped=True) for one in told),
    )


def _as_wanted(thing: WantedThing, back: WantedBack) -> Wanted:
    ratings = tuple(Rating(on=on, score=score) for on, score in back.of(thing.id))
    return Wanted(id=thing.id, activity=thing.words, since=thing.since, ratings=ratings)

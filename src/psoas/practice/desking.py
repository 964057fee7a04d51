"""Breaks at the desk: when the next one is due, what it offers, and how it was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from psoas.library import Library
from psoas.plan.breaks import (
    Answered,
    Break,
    break_id,
    break_rules,
    next_break,
    offered,
    session_of_break,
)
from psoas.plan.events import Event, EventKind
from psoas.plan.session import Session
from psoas.practice.practice import Practice
from psoas.practice.standing import Standing
from psoas.practice.timing import quiet_of
from psoas.safety.person import Setting
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts


class Now(StrEnum):
    """What there is to do at the desk now."""

    WAITING = "waiting"
    BREAK = "break"
    QUIET = "quiet"
    SESSION = "session"
    """A session is under way."""
    NOT_TODAY = "not_today"
    CLOSED = "closed"
    """A danger sign closes everything."""
    NOTHING = "nothing"
    """Nothing of it suits today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What there is to do at the desk now."""

    now: Now
    at: datetime | None = None
    """When the next break is due."""
    exercise: str = ""
    """What it offers, or would offer now."""
    session: Session | None = None
    """The break as a session of one exercise; None where it is a short walk."""
    how: tuple[str, ...] = ()
    """How a walk is changed for this person."""


def desk(practice: Practice, since: datetime) -> Desk:
    """What there is to do now for somebody who sat down at `since`."""
    standing = practice.standing()
    if standing.new or not standing.may_move:
        return Desk(now=Now.CLOSED)
    breaks = _breaks(practice, standing.on)
    at = next_break(since, breaks, desk_minutes(standing.memory.settings))
    if at is None:
        return Desk(now=Now.NOT_TODAY)
    sessions = break_sessions(practice, standing)
    walk = verdicts(practice.library, standing.person, standing.on)[break_rules().instead]
    walking = walk.ruling is not Ruling.AVOID
    chosen = offered(list(sessions), most_a_day(practice.library), walking, breaks)
    if chosen is None:
        return Desk(now=Now.NOTHING)
    return Desk(
        now=_state(standing, at),
        at=at,
        exercise=chosen,
        session=sessions.get(chosen),
        how=() if chosen in sessions else walk.plain_how,
    )


def _state(standing: Standing, at: datetime) -> Now:
    if standing.unfinished and standing.resumable:
        return Now.SESSION
    if quiet_of(standing.memory.settings).covers(standing.now):
        return Now.QUIET
    return Now.BREAK if standing.now >= at else Now.WAITING


def desk_minutes(settings: Mapping[str, object]) -> int:
    """The minutes between two breaks, as the person set them."""
    told = settings.get("desk_minutes")
    return told if isinstance(told, int) else break_rules().usual_minutes


def breaks_of(library: Library) -> Sequence[str]:
    """The seated exercises, in their order."""
    return [item.exercise for item in library.routines[break_rules().routine].items]


def break_options(exercise: str) -> dict[str, Any]:
    """A break with one of them, as `Practice.today` takes it."""
    return {"setting": Setting.DESK, "routine": break_rules().routine, "only": exercise}


def most_a_day(library: Library) -> Mapping[str, int]:
    """How often a day each of them may be done by its own dose."""
    return {one: library.exercises[one].dose.times_per_day[1] for one in breaks_of(library)}


def break_sessions(practice: Practice, standing: Standing) -> Mapping[str, Session]:
    """Each seated exercise that may be done now, as a session of its own; in their order."""
    planned = {
        exercise: practice.today(standing, **break_options(exercise))
        for exercise in breaks_of(practice.library)
    }
    return {exercise: session for exercise, session in planned.items() if session.steps}


def _breaks(practice: Practice, on: date) -> list[Break]:
    happened = practice.happened([EventKind.DESK_BREAK], since=on)
    told = sorted((one for one in happened if one.on == on), key=lambda event: event.at)
    return [_break(event) for event in told]


def _break(event: Event) -> Break:
    return Break(
        exercise=str(event.data["exercise"]),
        at=event.at,
        answered=Answered(event.data["what"]),
    )


def answer(practice: Practice, exercise: str, answered: Answered) -> None:
    """Store what became of a break that is no session."""
    practice.record(EventKind.DESK_BREAK, {"exercise": exercise, "what": answered.value})


def is_break(practice: Practice, session: str) -> bool:
    """Whether a session is a break at the desk."""
    return practice.has(break_id(session), EventKind.DESK_BREAK)


def desk_sessions(practice: Practice, since: date) -> frozenset[str]:
    """The ids of the sessions that were breaks at the desk, from a day on."""
    happened = practice.happened([EventKind.DESK_BREAK], since)
    sessions = (session_of_break(event.id) for event in happened)
    return frozenset(session for session in sessions if session)

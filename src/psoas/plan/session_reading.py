"""A session read back from JSON, with a plain sentence for whatever is wrong in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from psoas.body import Position, Side, Surface
from psoas.knowledge import BadData, Problem, parse
from psoas.library import Claim, Library
from psoas.plan.planned import Amount, LeftOut, PlannedStep, Purpose, Reason, Session
from psoas.plan.session_checks import Wrong, objections
from psoas.plan.session_json import EACH
from psoas.safety.clearance import Clearance, RaisedFlag, Sessions, Triage

_Held = Annotated[int, Field(strict=True, ge=1, le=7200)]
_Count = Annotated[int, Field(strict=True, ge=1, le=1000)]
_Seconds = Annotated[int, Field(strict=True, ge=0, le=7200)]
_ORDERS = {
    (Side.BOTH,), (Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Why:
    text: str
    rule: str = ""
    source: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    exercise: str
    side: str = EACH
    sides: tuple[Side, ...] = ()
    hold_seconds: _Held
    repetitions: _Count = 1
    sets: _Count = 1
    position: Position
    surface: Surface
    how: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    because: tuple[_Why, ...] = ()
    seconds: _Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _LeftOut:
    exercise: str
    reason: str
    rule: str = ""
    source: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flag:
    id: str
    triage: str
    sessions: str
    card: str
    why: str
    do: str
    card_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clearance:
    triage: str
    sessions: str
    flags: tuple[_Flag, ...] = ()
    unanswered: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()
    ask_again: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Session:
    on: date
    purpose: Purpose
    title: str = ""
    steps: tuple[_Step, ...]
    left_out: tuple[_LeftOut, ...] = ()
    clearance: _Clearance
    changes: tuple[_Why, ...] = ()
    notes: tuple[str, ...] = ()
    advice: tuple[_Why, ...] = ()


def from_data(data: object, library: Library | None = None, file: str = "session") -> Session:
    """The session that `session_json.as_data` wrote; raises `BadData`, naming `file`.

    With the library, a step is also refused that Psoas could not have planned for this person: one
    that is not offered or was left out, in a place where it isn't done, or above the caps.
    """
    if not isinstance(data, Mapping):
        raise BadData([Problem(file, "", "write one object, as `psoas today --json` prints it")])
    entry = parse(_Session, dict(data), file)
    _refuse(file, _problems(entry))
    session = _session(entry)
    _refuse(file, objections(session, library))
    return session


def _refuse(file: str, wrong: Iterable[Wrong]) -> None:
    problems = [Problem(file, key, mend) for key, mend in wrong]
    if problems:
        raise BadData(problems)


def _session(entry: _Session) -> Session:
    return Session(
        on=entry.on,
        purpose=entry.purpose,
        title=entry.title,
        steps=tuple(map(_step, entry.steps)),
        left_out=tuple(map(_left_out, entry.left_out)),
        clearance=_clearance(entry.clearance),
        changes=tuple(map(_reason, entry.changes)),
        notes=entry.notes,
        advice=tuple(map(_reason, entry.advice)),
    )


def _problems(entry: _Session) -> Iterator[Wrong]:
    for number, step in enumerate(entry.steps):
        if _sides(step) not in _ORDERS:
            yield f"steps.{number}.side", "write each, both, left or right"
    for key, mend in _wrong_clearance(entry.clearance):
        yield f"clearance.{key}", mend


def _wrong_clearance(entry: _Clearance) -> Iterator[Wrong]:
    for key, scale, word in (
        ("triage", Triage, entry.triage),
        ("sessions", Sessions, entry.sessions),
        *(("flags", Triage, flag.triage) for flag in entry.flags),
        *(("flags", Sessions, flag.sessions) for flag in entry.flags),
    ):
        if _word(scale, word) is None:
            yield key, f"write one of {', '.join(level.word for level in scale)}"


def _word(scale: Any, word: str) -> Any:
    return next((level for level in scale if level.word == word), None)


def _sides(step: _Step) -> tuple[Side, ...]:
    """In the order given; without one, left before right."""
    if step.sides:
        return step.sides
    if step.side == EACH:
        return (Side.LEFT, Side.RIGHT)
    return tuple(side for side in Side if side == step.side)


def _amount(step: _Step) -> Amount:
    return Amount(hold_seconds=step.hold_seconds, repetitions=step.repetitions, sets=step.sets)


def _step(step: _Step) -> PlannedStep:
    said = step.because or tuple(_Why(text=text) for text in step.reasons)
    return PlannedStep(
        exercise=step.exercise,
        sides=_sides(step),
        amount=_amount(step),
        position=step.position,
        surface=step.surface,
        how=step.how,
        reasons=tuple(map(_reason, said)),
        seconds=step.seconds,
    )


def _reason(entry: _Why) -> Reason:
    return Reason(text=entry.text, rule=entry.rule, source=entry.source, claims=entry.claims)


def _left_out(out: _LeftOut) -> LeftOut:
    reason = Reason(text=out.reason, rule=out.rule, source=out.source, claims=out.claims)
    return LeftOut(exercise=out.exercise, reason=reason)


def _clearance(entry: _Clearance) -> Clearance:
    return Clearance(
        triage=_word(Triage, entry.triage),
        sessions=_word(Sessions, entry.sessions),
        flags=tuple(map(_flag, entry.flags)),
        unanswered=entry.unanswered,
        open_gates=entry.open_gates,
        ask_again=entry.ask_again,
    )


def _flag(flag: _Flag) -> RaisedFlag:
    return RaisedFlag(
        id=flag.id,
        triage=_word(Triage, flag.triage),
        sessions=_word(Sessions, flag.sessions),
        card=flag.card,
        why=flag.why,
        do=flag.do,
        card_only=flag.card_only,
    )

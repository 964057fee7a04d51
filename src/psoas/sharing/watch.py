"""A session as the steps of a watch: hold, move, rest, change sides.

The steps come from the session's script, so that a watch takes as long as the voice does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from psoas.body import Side
from psoas.coach import Manner, Moment, MomentKind, write
from psoas.coach.script import AS_AT_FIRST
from psoas.library import Library
from psoas.plan.session import Session
from psoas.sharing.plain import one_line
from psoas.sharing.wording import WATCH


class Effort(StrEnum):
    """What a watch shows a step as."""

    ACTIVE = "active"
    REST = "rest"
    COOLDOWN = "cooldown"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchStep:
    """One line on the watch: so many seconds, or so many repetitions."""

    name: str
    effort: Effort
    seconds: float = 0.0
    repetitions: int = 0
    """More than 0: it goes on when the person has done them and says so."""
    note: str = ""
    exercise: int = 0
    """The index of the exercise in the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The last two steps are done again."""

    times: int
    """How often they are done altogether."""
    exercise: int = 0


def watch_steps(
    session: Session, library: Library, manner: Manner = AS_AT_FIRST
) -> tuple[WatchStep | Repeat, ...]:
    """The session's script as steps, with what repeats told once.

    Every second of it is in a step, but for repetitions, which take as long as they take. What
    is changed for the person stands with the work itself. Raises `UnknownExercise`.
    """
    steps = _steps(write(session, library, manner).moments)
    changed = [" ".join(step.how) for step in session.steps]
    return tuple(_folded([_with_change(step, changed[step.exercise]) for step in steps]))


def _with_change(step: WatchStep, changed: str) -> WatchStep:
    active = step.effort is Effort.ACTIVE and changed
    return replace(step, note=one_line(f"{changed} {step.note}")) if active else step


def _steps(moments: Sequence[Moment]) -> Iterator[WatchStep]:
    """What lies between two pieces of work is one rest, named by what it is for."""
    waiting: list[Moment] = []
    for _, group in groupby(enumerate(moments), key=_piece):
        piece = [moment for _, moment in group]
        if not piece[0].kind.is_work:
            waiting += piece
            continue
        if waiting:
            yield _pause(waiting)
        yield _work(piece)
        waiting = []
    if waiting:
        yield replace(_pause(waiting), name=WATCH.end, effort=Effort.COOLDOWN, note="")


def _piece(entry: tuple[int, Moment]) -> tuple[object, ...]:
    """Repetitions of one set are one piece; every hold is its own."""
    index, moment = entry
    alone = 0 if moment.kind is MomentKind.MOVE else index
    return moment.kind.is_work, moment.step, moment.side, moment.set, alone


def _work(piece: Sequence[Moment]) -> WatchStep:
    first = piece[0]
    name = one_line(first.name)
    if first.side is not Side.BOTH:
        name = WATCH.side.format(name=name, side=first.side.value)
    moving = first.kind is MomentKind.MOVE
    return WatchStep(
        name=name,
        effort=Effort.ACTIVE,
        seconds=0.0 if moving else first.seconds,
        repetitions=len(piece) if moving else 0,
        note=one_line(first.shows),
        exercise=first.step,
    )


def _pause(waiting: Sequence[Moment]) -> WatchStep:
    """What is waited for counts: an exercise that begins, another side, or the next hold."""
    arriving = next((m for m in waiting if m.kind in (MomentKind.READY, MomentKind.SWITCH)), None)
    said = [m.say for m in waiting if m.kind is MomentKind.STEP and m.say]
    return WatchStep(
        name=_arrival(arriving) if arriving else WATCH.rest,
        effort=Effort.REST,
        seconds=round(sum(moment.seconds for moment in waiting), 3),
        note=one_line(" ".join(said)),
        exercise=(arriving or waiting[-1]).step,
    )


def _arrival(moment: Moment) -> str:
    if moment.kind is MomentKind.SWITCH:
        return WATCH.switch.format(side=moment.side.value)
    return WATCH.ready.format(name=one_line(moment.name))


def _folded(steps: Sequence[WatchStep]) -> Iterator[WatchStep | Repeat]:
    """Where a rest and the work after it come several times in a row, they are told once."""
    index = 0
    while index < len(steps):
        pair = steps[index : index + 2]
        times = _runs(steps, index) if len(pair) == 2 else 1
        if times > 1:
            yield from pair
            yield Repeat(times=times, exercise=pair[0].exercise)
            index += 2 * times
        else:
            yield steps[index]
            index += 1


def _runs(steps: Sequence[WatchStep], start: int) -> int:
    """How often the two steps at `start` follow each other."""
    pair, times = steps[start : start + 2], 1
    while steps[start + 2 * times : start + 2 * times + 2] == pair:
        times += 1
    return times

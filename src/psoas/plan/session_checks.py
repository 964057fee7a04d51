"""What is wrong with a session from a file: whatever Psoas could not have planned itself."""

from collections.abc import Iterator
from typing import TypeAlias

from psoas.body import Side
from psoas.library import Exercise, Library, Sides
from psoas.plan.dose import capped
from psoas.plan.planned import PlannedStep, Session
from psoas.safety.clearance import Clearance, Sessions
from psoas.safety.flags import load_flags

Wrong: TypeAlias = tuple[str, str]
"""The key in the file, and the mend."""

_OLDEST = 65
"""From this age the longest holds are allowed; a session doesn't say whose it is."""


def objections(session: Session, library: Library | None) -> Iterator[Wrong]:
    """Each thing that is wrong; with the library also what is wrong with each step."""
    yield from _clearance(session)
    for number, step in enumerate(session.steps):
        for key, mend in _step(step, session, library) if library else ():
            yield f"steps.{number}.{key}", mend


def _clearance(session: Session) -> Iterator[Wrong]:
    clearance = session.clearance
    if clearance.sessions < _open(clearance):
        yield "clearance.sessions", f"its flags leave “{_open(clearance).word}” open; write that"
    if session.steps and clearance.sessions is Sessions.NONE:
        yield "steps", "under this clearance nothing may be started; leave the steps out"


def _open(clearance: Clearance) -> Sessions:
    """What the flags leave open, whatever else is written."""
    if clearance.unanswered:
        return Sessions.NONE
    raised = (flag.sessions for flag in clearance.flags if not flag.card_only)
    return max(raised, default=Sessions.ALL)


def _step(step: PlannedStep, session: Session, library: Library) -> Iterator[Wrong]:
    exercise = library.exercises.get(step.exercise)
    if exercise is None:
        yield "exercise", f"no exercise “{step.exercise}”; `psoas library list` names them all"
    elif not exercise.plannable:
        yield "exercise", f"“{step.exercise}” is never offered; choose another"
    else:
        yield from _for_this_person(step, session)
        yield from _as_offered(step, exercise, library)


def _for_this_person(step: PlannedStep, session: Session) -> Iterator[Wrong]:
    """What the session itself says of the person it was planned for."""
    if step.exercise in {out.exercise for out in session.left_out}:
        yield "exercise", f"“{step.exercise}” is among what was left out for this person"
    calm = load_flags().calm
    only_calm = session.clearance.sessions is Sessions.CALM
    if only_calm and step.exercise not in {calm.always, *calm.exercises}:
        yield "exercise", f"“{step.exercise}” is not on the calm list, and nothing else is open"


def _as_offered(step: PlannedStep, exercise: Exercise, library: Library) -> Iterator[Wrong]:
    if step.position not in (exercise.position, *exercise.other_positions):
        yield "position", f"“{step.exercise}” is not done {step.position.replace('_', ' ')}"
    if step.surface not in exercise.surfaces:
        yield "surface", f"“{step.exercise}” is not done there; write {_listed(exercise)}"
    if (step.sides == (Side.BOTH,)) is not (exercise.sides is Sides.BOTH):
        both = exercise.sides is Sides.BOTH
        yield "side", "write both" if both else "write each, left or right"
    if capped(step.amount, exercise, library.caps, _OLDEST) != step.amount:
        yield "hold_seconds", f"more of “{step.exercise}” than Psoas allows; make it less"


def _listed(exercise: Exercise) -> str:
    return " or ".join(surface.value for surface in exercise.surfaces)

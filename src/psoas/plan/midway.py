"""A session that goes on otherwise, because something hurt in the middle of it."""

from collections.abc import Mapping
from dataclasses import replace

from psoas.library import Exercise, Library
from psoas.plan.amounts import dosed
from psoas.plan.candidates import Spot, reason_against, spots
from psoas.plan.day import Day, day_of
from psoas.plan.dose import halved
from psoas.plan.ladders import stand_in
from psoas.plan.memory import Memory
from psoas.plan.ordering import Chosen, arranged
from psoas.plan.planned import PlannedStep, Reason, Session
from psoas.plan.reasons import why
from psoas.plan.sides import sides_of
from psoas.safety.person import Person


def eased(session: Session, step: int, library: Library) -> Session:
    """The same session with half the dose of one step."""
    planned = session.steps[step]
    exercise = library.exercises[planned.exercise]
    less = halved(planned.amount, exercise, library.caps)
    return _with(session, step, replace(planned, amount=less, reasons=(why("eased"),)))


def swapped(
    session: Session,
    step: int,
    swap_filter: str | None,
    library: Library,
    person: Person,
    memory: Memory,
) -> Session | None:
    """The same session with something gentler in place of one step; None: nothing fits.

    What is suitable is asked anew, and it is done where the session is done anyway.
    """
    planned = session.steps[step]
    day = day_of(library, person, memory, session.on)
    instead = stand_in(library.exercises[planned.exercise], day.person, library, swap_filter)
    taken = {other.exercise for other in session.steps}
    if instead is None or instead.id in taken or reason_against(day, instead):
        return None
    where = _where(day, instead, session, planned)
    return _with(session, step, _planned(day, instead, where, planned)) if where else None


def _where(day: Day, instead: Exercise, session: Session, planned: PlannedStep) -> Spot | None:
    """In the same position if it can be; else on a surface that the session uses."""
    used = {step.surface for step in session.steps}
    possible = [spot for spot in spots(day, instead) if spot.surface in used]
    same = [spot for spot in possible if spot.position is planned.position]
    return next(iter([*same, *possible]), None)


def _planned(day: Day, instead: Exercise, where: Spot, planned: PlannedStep) -> PlannedStep:
    dose = dosed(day, instead)
    chosen = Chosen(
        exercise=instead,
        sides=sides_of(instead, day.person),
        amount=dose.amount,
        spots=(where,),
        how=day.verdicts[instead.id].how,
        reasons=(_because(day.library.exercises, planned), *dose.reasons),
    )
    return arranged([chosen])[0]


def _because(exercises: Mapping[str, Exercise], planned: PlannedStep) -> Reason:
    return why("swapped_midway", exercise=exercises[planned.exercise].name)


def _with(session: Session, step: int, planned: PlannedStep) -> Session:
    steps = (*session.steps[:step], planned, *session.steps[step + 1 :])
    return replace(session, steps=steps)

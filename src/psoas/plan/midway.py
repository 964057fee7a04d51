"""A session that goes on otherwise, because something hurt in the middle of it."""

from collections.abc import Mapping
from dataclasses import replace

from psoas.library import Exercise, Library
from psoas.plan.amounts import dosed
from psoas.plan.budget import Budget, budget_of, room_for
from psoas.plan.candidates import Spot, spots
from psoas.plan.choosing import within_budget
from psoas.plan.day import Day, day_of
from psoas.plan.dose import halved
from psoas.plan.kinds import DayKind, kind_of
from psoas.plan.ladders import stand_in
from psoas.plan.memory import Memory
from psoas.plan.ordering import Chosen, in_order
from psoas.plan.planned import PlannedStep, Purpose, Reason, Session
from psoas.plan.reasons import why
from psoas.plan.sides import sides_of
from psoas.plan.timing import Pace, timed, unspoken
from psoas.safety.person import Person


def eased(session: Session, step: int, library: Library, pace: Pace | None = None) -> Session:
    """The same session with half the dose of one step; `pace` as `today` takes it."""
    planned = session.steps[step]
    exercise = library.exercises[planned.exercise]
    less = halved(planned.amount, exercise, library.caps)
    less_of_it = replace(planned, amount=less, reasons=(why("eased"),))
    return _with(session, step, less_of_it, pace or unspoken(library))


def swapped(
    session: Session,
    step: int,
    swap_filter: str | None,
    library: Library,
    person: Person,
    memory: Memory,
    pace: Pace | None = None,
) -> Session | None:
    """The same session with something gentler in place of one step; None: nothing fits.

    What is suitable on such a day is asked anew, and it is done where the session is done anyway,
    with what is at hand there. `pace` as `today` takes it.
    """
    planned = session.steps[step]
    day = day_of(library, person, memory, session.on, pace=pace)
    kind = kind_of(day, session.clearance, advised_calm=session.purpose is not Purpose.FULL)
    instead = stand_in(library.exercises[planned.exercise], day.person, library, swap_filter)
    if instead is None or _unfit(day, kind, session, instead):
        return None
    where = _where(day, instead, session, planned)
    chosen = _chosen(day, kind, instead, where, planned) if where else None
    fitting = chosen and within_budget(day, chosen, _budget(day, session, step))
    if not isinstance(fitting, Chosen):
        return None
    return _with(session, step, in_order([fitting])[0], day.pace)


def _unfit(day: Day, kind: DayKind, session: Session, instead: Exercise) -> bool:
    """Not for today, in the session already, hurt today already, or not at hand."""
    steps = {step.exercise for step in session.steps}
    hurt = {exercise for on, exercise in day.memory.blamed if on == session.on}
    at_hand = {thing for one in steps for thing in day.library.exercises[one].equipment}
    known = instead.id in steps | hurt or not {*instead.equipment} <= at_hand
    return known or kind.against(day, instead) is not None


def _budget(day: Day, session: Session, step: int) -> Budget:
    """What was stretched so far, and what the rest of the session will."""
    budget = budget_of(day.library, day.memory.days, session.on)
    for later in session.steps[step + 1 :]:
        exercise = day.library.exercises[later.exercise]
        if room_for(day.library, budget, exercise, later.sides) is not None:
            budget = budget.spend(exercise, later.sides, later.amount)
    return budget


def _where(day: Day, instead: Exercise, session: Session, planned: PlannedStep) -> Spot | None:
    """In the same position if it can be; else on a surface that the session uses."""
    used = {step.surface for step in session.steps}
    possible = [spot for spot in spots(day, instead) if spot.surface in used]
    same = [spot for spot in possible if spot.position is planned.position]
    return next(iter([*same, *possible]), None)


def _chosen(
    day: Day, kind: DayKind, instead: Exercise, where: Spot, planned: PlannedStep
) -> Chosen:
    recipe = kind.recipe
    dose = dosed(day, instead, recipe.share, recipe.most_walking_minutes)
    return Chosen(
        exercise=instead,
        sides=sides_of(instead, day.person),
        amount=dose.amount,
        spots=(where,),
        how=day.verdicts[instead.id].plain_how,
        reasons=(_because(day.library.exercises, planned), *dose.reasons),
    )


def _because(exercises: Mapping[str, Exercise], planned: PlannedStep) -> Reason:
    return why("swapped_midway", exercise=exercises[planned.exercise].name)


def _with(session: Session, step: int, planned: PlannedStep, pace: Pace) -> Session:
    steps = (*session.steps[:step], planned, *session.steps[step + 1 :])
    left_out = tuple(out for out in session.left_out if out.exercise != planned.exercise)
    return replace(session, steps=timed(steps, pace), left_out=left_out)

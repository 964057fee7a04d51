"""A routine of somebody else's, as this person may run it today; what was changed, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from psoas.library import Exercise, Library, Routine, RoutineItem, Status
from psoas.plan.budget import budget_of
from psoas.plan.candidates import never_offered, reason_against, spots, unsuitable
from psoas.plan.choosing import spent, verdict_reasons, within_budget
from psoas.plan.day import Day, day_of
from psoas.plan.kinds import DayKind, kind_of
from psoas.plan.memory import Memory
from psoas.plan.ordering import Chosen, arranged
from psoas.plan.planned import LeftOut, PlannedStep, Purpose, Reason, Session
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.plan.routine_dose import routine_dose
from psoas.plan.sides import sides_of
from psoas.plan.timing import Pace
from psoas.plan.today import notes
from psoas.plan.unchecked import against_unchecked, how_unchecked
from psoas.safety.clearance import Clearance
from psoas.safety.person import Person, Setting

_CHANGES = frozenset(
    f"plan.{rule}"
    for rule in (
        "dose_capped", "dose_stirred", "dose_stepped_back", "dose_halved", "dose_flare",
        "dose_muscle", "dose_shared", "dose_sore", "routine_replacement",
    )
)  # fmt: skip
_LEVEL = frozenset({"plan.nerve_level"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What became of the items so far."""

    chosen: tuple[Chosen, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    changes: tuple[Reason, ...] = ()


def routine_session(
    library: Library,
    routine: Routine,
    person: Person,
    clearance: Clearance,
    memory: Memory,
    on: date,
    *,
    setting: Setting | None = None,
    advised_calm: bool = True,
    pace: Pace | None = None,
) -> Session:
    """The routine as this person may run it today.

    Each item passes the person's verdicts, the day's kind and the caps. What is not suitable gives
    way to its swap, or is left out; `changes` says all of it before it starts. The article's own
    number of exercises is kept, so more than one may come from one ladder, and its minutes too.
    `pace` as `today` takes it.
    """
    day = day_of(library, person, memory, on, setting, planning().fit.most_minutes, pace)
    kind = kind_of(day, clearance, advised_calm)
    run = _run(day, kind, routine)
    steps = arranged(run.chosen, day.pace)
    return Session(
        on=on,
        purpose=Purpose.NONE if kind.purpose is Purpose.NONE else Purpose.ROUTINE,
        title=routine.name,
        steps=steps,
        left_out=_all_left_out(day, kind, run),
        clearance=clearance,
        changes=(*run.changes, *_reordered(run.chosen, steps)),
        notes=notes(day, Purpose.ROUTINE),
        advice=(*kind.advice, *_nothing_left(kind, steps)),
    )


def just(routine: Routine, exercise: Exercise) -> Routine:
    """One exercise of a routine, under its own name."""
    items = tuple(item for item in routine.items if item.exercise == exercise.id)
    return replace(routine, name=exercise.name, items=items)


def session_of_just(session: Session, exercise: str) -> Session:
    """The session without what stands in for that exercise: there is only that, or nothing."""
    steps = tuple(step for step in session.steps if step.exercise == exercise)
    return replace(session, steps=steps)


def _run(day: Day, kind: DayKind, routine: Routine) -> _Run:
    """With fewer repetitions of each where one exercise would use up another's muscle time."""
    full = _run_with(day, kind, routine, None)
    fewer = (_run_with(day, kind, routine, most) for most in planning().routine.fewer_repetitions)
    return next((run for run in chain([full], fewer) if not _crowded(run)), full)


def _crowded(run: _Run) -> bool:
    return any(out.reason.rule == "plan.muscle_full" for out in run.left_out)


def _run_with(day: Day, kind: DayKind, routine: Routine, most: int | None) -> _Run:
    budget = budget_of(day.library, day.memory.days, day.on)
    run = _Run()
    for item in routine.items:
        wish = _wish(day, kind, routine, item, run, most)
        if isinstance(wish, Chosen):
            wish = within_budget(day, wish, budget)
        if isinstance(wish, Reason):
            run = _without(day, run, item, wish)
        else:
            budget = spent(day, budget, wish)
            run = _with(day, kind, run, item, wish)
    return run


def _without(day: Day, run: _Run, item: RoutineItem, reason: Reason) -> _Run:
    """The item falls away, and that is said; once, where it is in the routine twice."""
    change = _change(day.library.exercises[item.exercise], reason)
    return replace(
        run,
        left_out=(*run.left_out, *_left_out(run, item, reason)),
        changes=(*run.changes, change),
    )


def _left_out(run: _Run, item: RoutineItem, reason: Reason) -> tuple[LeftOut, ...]:
    known = [out.exercise for out in run.left_out]
    return () if item.exercise in known else (LeftOut(exercise=item.exercise, reason=reason),)


def _with(day: Day, kind: DayKind, run: _Run, item: RoutineItem, wish: Chosen) -> _Run:
    changes = [_change(wish.exercise, reason) for reason in wish.reasons if reason.rule in _CHANGES]
    against = _against(day, kind, day.library.exercises[item.exercise])
    return replace(
        run,
        chosen=(*run.chosen, wish),
        left_out=(*run.left_out, *(_left_out(run, item, against) if against else ())),
        changes=tuple(dict.fromkeys((*run.changes, *changes))),
    )


def _change(exercise: Exercise, reason: Reason) -> Reason:
    text = why("routine_change", name=exercise.name, change=reason.text).text
    return replace(reason, text=text)


def _wish(
    day: Day, kind: DayKind, routine: Routine, item: RoutineItem, run: _Run, most: int | None
) -> Chosen | Reason:
    """The item itself, what stands in for it, or why there is neither."""
    exercise = day.library.exercises[item.exercise]
    taken = {one.exercise.id for one in run.chosen}
    if item.exercise in taken:
        return why("already_in")
    reason = _against(day, kind, exercise)
    if reason is None:
        return _chosen(day, kind, routine, item, exercise, (), most)
    planned = taken | {other.exercise for other in routine.items}
    for other in _swaps(day, exercise):
        if other.id not in planned and _against(day, kind, other) is None:
            instead = why("routine_replacement", name=exercise.name, why=reason.text)
            return _chosen(day, kind, routine, item, other, (instead,), most)
    return reason


def _against(day: Day, kind: DayKind, exercise: Exercise) -> Reason | None:
    """On a plain day only what isn't safe here: the choice of exercises is the routine's.

    Where to start on the nerve ladder is the plan's own rule; without leg symptoms a routine may
    go higher, as far as its nerve load is allowed.
    """
    if exercise.status is Status.UNCHECKED:
        return against_unchecked(day, kind, exercise)
    if kind.against is not reason_against or day.sore:
        return kind.against(day, exercise)
    return unsuitable(day, exercise, frozenset() if day.person.leg_symptoms else _LEVEL)


def _swaps(day: Day, exercise: Exercise) -> Iterator[Exercise]:
    return (day.library.exercises[swap] for swap in exercise.swaps if swap in day.library.exercises)


def _chosen(
    day: Day,
    kind: DayKind,
    routine: Routine,
    item: RoutineItem,
    exercise: Exercise,
    first: tuple[Reason, ...],
    most: int | None,
) -> Chosen:
    replaced = exercise.id != item.exercise
    dose = routine_dose(day, exercise, None if replaced else item, kind.recipe, most)
    named = replace(why("routine", named=item.named), source=f"{routine.source}, {item.where}")
    return Chosen(
        exercise=exercise,
        sides=sides_of(exercise, day.person),
        amount=dose.amount,
        spots=spots(day, exercise),
        how=(*how_unchecked(exercise), *day.verdicts[exercise.id].plain_how),
        reasons=(*(first or (named,)), *dose.reasons, *verdict_reasons(day, exercise.id)),
    )


def _all_left_out(day: Day, kind: DayKind, run: _Run) -> tuple[LeftOut, ...]:
    """The items that fell away, and every other exercise of the library."""
    kept = {one.exercise.id for one in run.chosen}
    out = tuple(entry for entry in run.left_out if entry.exercise not in kept)
    known = kept | {entry.exercise for entry in out}
    others = (one for one in day.library.listed if one.id not in known)
    return (
        *out,
        *(LeftOut(exercise=one.id, reason=_not_in_it(day, kind, one)) for one in others),
    )


def _not_in_it(day: Day, kind: DayKind, exercise: Exercise) -> Reason:
    if kind.purpose is Purpose.NONE:
        return never_offered(day.library, exercise) or why("locked")
    return never_offered(day.library, exercise) or why("not_in_routine")


def _reordered(chosen: Sequence[Chosen], steps: Sequence[PlannedStep]) -> tuple[Reason, ...]:
    same = [one.exercise.id for one in chosen] == [step.exercise for step in steps]
    return () if same else (why("routine_order"),)


def _nothing_left(kind: DayKind, steps: Sequence[PlannedStep]) -> tuple[Reason, ...]:
    if steps or kind.purpose is Purpose.NONE:
        return ()
    return (why("routine_empty"),)

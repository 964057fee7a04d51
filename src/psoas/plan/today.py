"""What to do today, and why: each step and each omission with its reason."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from psoas.library import Exercise, Library
from psoas.library.queries import notes_about
from psoas.plan.beside import walk_later
from psoas.plan.calm import told_not_to
from psoas.plan.candidates import Candidate, candidate, only_on_request, spots
from psoas.plan.choosing import Choice, choose
from psoas.plan.day import Day, day_of
from psoas.plan.kinds import DayKind, kind_of
from psoas.plan.memory import Memory
from psoas.plan.planned import LeftOut, Purpose, Reason, Session
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.plan.settle import settle_up
from psoas.plan.telling import changes_of, referrals_of
from psoas.plan.timing import Pace
from psoas.safety.clearance import Clearance
from psoas.safety.flags import load_flags
from psoas.safety.person import Person, Setting
from psoas.safety.verdict import Ruling

__all__ = ["settle_up", "today"]

_CUT = frozenset({"plan.dose_muscle", "plan.muscle_full"})


def today(
    library: Library,
    person: Person,
    clearance: Clearance,
    memory: Memory,
    on: date,
    *,
    setting: Setting | None = None,
    minutes: int | None = None,
    advised_calm: bool = True,
    pace: Pace | None = None,
) -> Session:
    """The session for one person on one day.

    `setting` and `minutes` are today's choice, else the person's usual. Where the gate of a
    condition is open the calm list is advised; `advised_calm` False is the person's own choice of
    the full session. `pace` is how long a session takes as it will be told, so that it fits the
    minutes when it is played. The same inputs give the same session.
    """
    day = day_of(library, person, memory, on, setting, minutes, pace)
    kind = kind_of(day, clearance, advised_calm)
    candidates, left_out = sorted_out(day, kind)
    choice = choose(day, candidates, kind.recipe)
    if not choice.steps and kind.purpose is not Purpose.NONE:
        choice = _never_empty(day, kind, choice)
    kept = {step.exercise for step in choice.steps}
    return Session(
        on=on,
        purpose=kind.purpose,
        title=kind.title,
        steps=choice.steps,
        left_out=tuple(out for out in (*left_out, *choice.left_out) if out.exercise not in kept),
        clearance=clearance,
        changes=changes(day, choice),
        notes=notes(day, kind.purpose),
        advice=(
            *referrals_of(memory.decisions),
            *kind.advice,
            *_nothing_left(kind, choice),
            *walk_later(day, choice.steps),
        ),
    )


def sorted_out(day: Day, kind: DayKind) -> tuple[tuple[Candidate, ...], tuple[LeftOut, ...]]:
    """Every exercise of the library: a candidate, or left out with its reason."""
    against = {
        one.id: kind.against(day, one) or only_on_request(day, one) for one in day.library.listed
    }
    candidates = tuple(
        candidate(day, day.library.exercises[identity])
        for identity, reason in against.items()
        if reason is None
    )
    left_out = tuple(
        LeftOut(exercise=identity, reason=reason)
        for identity, reason in against.items()
        if reason is not None
    )
    return candidates, left_out


def _never_empty(day: Day, kind: DayKind, choice: Choice) -> Choice:
    """The first of what is open to everyone that fits here, whatever the plan would prefer.

    On a calm or a rest day that is breathing alone.
    """
    only = kind.purpose in (Purpose.CALM, Purpose.REST)
    listed = (load_flags().calm.always,) if only else planning().never_empty.exercises
    exercises = (day.library.exercises.get(one) for one in listed)
    open_here = (one for one in exercises if one is not None and _is_open(day, one))
    first = [candidate(day, one) for one in islice(open_here, 1)]
    return Choice(steps=choose(day, first, kind.recipe).steps, left_out=choice.left_out)


def _is_open(day: Day, exercise: Exercise) -> bool:
    """Possible here, and neither avoided nor advised against; no condition removes breathing."""
    always = exercise.id == load_flags().calm.always and not told_not_to(day, exercise.id)
    allowed = always or day.verdicts[exercise.id].ruling is not Ruling.AVOID
    return allowed and bool(spots(day, exercise)) and {*exercise.equipment} <= day.equipment


def _nothing_left(kind: DayKind, choice: Choice) -> Iterable[Reason]:
    if not choice.steps and kind.purpose is not Purpose.NONE:
        yield why("everything_advised_against")


def changes(day: Day, choice: Choice) -> tuple[Reason, ...]:
    """What changed since last time, and what an earlier run today has cut."""
    decided = changes_of(day.library, day.memory.decisions)
    again = any(done.on == day.on for done in day.memory.days)
    return (*decided, why("second_run")) if again and _was_cut(choice) else decided


def _was_cut(choice: Choice) -> bool:
    said = [reason for step in choice.steps for reason in step.reasons]
    return any(r.rule in _CUT for r in (*said, *(out.reason for out in choice.left_out)))


def notes(day: Day, purpose: Purpose) -> tuple[str, ...]:
    """Which notes of the library to show: one a topic, another each day."""
    topics = [*planning().topics[purpose], *(["pregnancy"] if day.person.pregnant else [])]
    found = [notes_about(day.library, topic) for topic in topics]
    chosen = [some[day.on.toordinal() % len(some)].id for some in found if some]
    return tuple(dict.fromkeys(chosen))

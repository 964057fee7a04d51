"""What is said beside a session: that a walk later counts too, where it holds none."""

from collections.abc import Iterator, Sequence

from psoas.library import Exercise, Kind
from psoas.plan.day import Day
from psoas.plan.planned import PlannedStep, Reason
from psoas.plan.reasons import why
from psoas.safety.verdict import Ruling


def walk_later(day: Day, steps: Sequence[PlannedStep]) -> Iterator[Reason]:
    """That a walk later today counts too; nothing where one is planned, was done or isn't for them.

    Walking every day is in each plan of the clinical notes, however short the session.
    """
    walks = [one for one in day.library.exercises.values() if one.kind is Kind.WALKING]
    open_today = [walk for walk in walks if _is_open(day, walk)]
    planned = {step.exercise for step in steps}
    if steps and open_today and not (planned | _done_today(day)) & {walk.id for walk in walks}:
        verdict = day.verdicts[open_today[0].id]
        yield why("walk_later", how=" ".join(["", *verdict.plain_how]))


def _is_open(day: Day, walk: Exercise) -> bool:
    """Whatever the time and the place: not avoided, and not resting."""
    until = day.learned(walk.id).left_out_until
    return day.verdicts[walk.id].ruling is not Ruling.AVOID and (until is None or day.on >= until)


def _done_today(day: Day) -> set[str]:
    return {
        exercise for done in day.memory.days if done.on == day.on for exercise, _ in done.seconds
    }

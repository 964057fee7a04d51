"""The calm list: what stays open to everyone who may move at all."""

from datetime import timedelta

from psoas.library import Exercise
from psoas.plan.candidates import never_offered, spots, unsuitable
from psoas.plan.day import Day
from psoas.plan.planned import Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.safety.flags import load_flags
from psoas.safety.person import AdviceKind


def against_calm(day: Day, exercise: Exercise) -> Reason | None:
    """Why an exercise is not in a calm session; None where it may be.

    Minus every exercise that a condition avoids; breathing is never removed, unless a clinician
    advised against it.
    """
    calm = load_flags().calm
    if exercise.id == calm.always and not told_not_to(day, exercise.id):
        return None if spots(day, exercise) else why("no_place")
    if exercise.id in calm.exercises:
        return unsuitable(day, exercise)
    return never_offered(day.library, exercise) or _avoided(day, exercise) or why("not_calm")


def _avoided(day: Day, exercise: Exercise) -> Reason | None:
    """Said rather than "calm list only", for it holds on other days too."""
    against = unsuitable(day, exercise)
    return against if against and against.rule == "plan.avoided" else None


def told_not_to(day: Day, exercise: str) -> bool:
    """Whether a clinician's advice against it is in force."""
    return any(
        advice.kind is AdviceKind.AVOID and advice.exercise == exercise
        for advice in day.person.advice
        if advice.holds_on(day.on)
    )


def too_many_rest_days(day: Day) -> bool:
    """Whether the two days before were rest days: the third is a calm day instead."""
    before = [day.on - timedelta(days=back) for back in range(1, planning().rest.most_in_a_row + 1)]
    return all(earlier in day.memory.rest_days for earlier in before)

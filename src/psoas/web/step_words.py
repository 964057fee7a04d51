"""A planned step as the pages show it."""

from collections.abc import Mapping
from typing import Any

from psoas.library import Status
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import PlannedStep
from psoas.practice import Practice
from psoas.web import words


def step_words(step: PlannedStep, practice: Practice) -> Mapping[str, Any]:
    """The name of its exercise, its dose and sides, how it is changed, and why."""
    exercise = practice.library.exercises[step.exercise]
    dose = dose_in_words(exercise, step.amount)
    sides = words.sides(step)
    return {
        "id": exercise.id,
        "name": exercise.name,
        "pictured": exercise.status is not Status.UNCHECKED,
        "dose": f"{dose}, {sides}" if sides else dose,
        "how": step.how,
        "reasons": step.reasons,
    }

"""No text of ours holds a forbidden wording or a placeholder that nobody fills."""

import re
from collections.abc import Iterator

from psoas.knowledge import Problem
from psoas.library.checks.places import texts
from psoas.library.exercise import Sides
from psoas.library.loading import Library
from psoas.library.wording import FORBIDDEN

PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
SIDES = frozenset({"{this}", "{other}"})


def wording_is_allowed(library: Library) -> Iterator[Problem]:
    """No shown text promises anything, or repeats a broken sentence."""
    for text in texts(library):
        for wording in FORBIDDEN:
            words = wording.found_in(text.value)
            if words:
                yield text.problem(f"“{words}” must not be shown: {wording.why} Say it otherwise.")


def placeholders_are_sides(library: Library) -> Iterator[Problem]:
    """Only {this} and {other} stand in braces, and only where an exercise has sides."""
    sided = {
        f"exercises/{exercise.id}.toml"
        for exercise in library.exercises.values()
        if exercise.sides is not Sides.BOTH
    }
    for text in texts(library):
        for found in PLACEHOLDER.findall(text.value):
            if found not in SIDES:
                yield text.problem(f"“{found}” is not filled; only {{this}} and {{other}} are")
            elif text.file not in sided:
                yield text.problem(f"“{found}” needs an exercise with sides; write it out")

"""What a written rule of the plan may ask of an exercise."""

from dataclasses import asdict
from functools import cache
from typing import Any

from psoas.library import Exercise, Load

LOAD_WORDS = frozenset({*Load.__dataclass_fields__, "kind", "ladder", "level"})
"""The names that a rule may use."""


def exercise_words(exercise: Exercise) -> dict[str, Any]:
    """The values of LOAD_WORDS."""
    ladder = exercise.ladder
    return {
        **_load_words(exercise.load),
        "kind": exercise.kind,
        "ladder": ladder.name,
        "level": ladder.level,
    }


@cache
def _load_words(load: Load) -> dict[str, Any]:
    return asdict(load)

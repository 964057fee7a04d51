"""Which exercises go with better mornings? Can't tell, unless the days speak clearly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.progress.days import Day
from psoas.progress.effects import Effect, effects
from psoas.progress.mornings import Mornings, mornings_of
from psoas.progress.student import Mixture


class GoesWith(StrEnum):
    """What an exercise goes with."""

    BETTER = "better"
    WORSE = "worse"
    CANT_TELL = "cant_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFinding:
    """What the mornings after days with an exercise were like, against those without it."""

    exercise: str
    verdict: GoesWith
    because: str
    """The id of its sentence in exercises.toml."""
    done: int
    """Days with it that have a next morning."""
    left_out: int
    """Days without it that have one."""
    change: float | None = None
    """How many points higher (above 0) or lower mornings were; None: not looked at."""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingAtExercises:
    """How exercises are compared; see exercises.toml."""

    __pydantic_config__ = STRICT_KEYS

    latest_days: int
    least_done: int
    least_apart: float
    typical: float
    sure: float
    sure_of_better: float
    sure_of_worse: float
    least_points: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRules:
    """exercises.toml."""

    __pydantic_config__ = STRICT_KEYS

    looking: LookingAtExercises
    verdicts: Mapping[str, str]
    sentences: Mapping[str, str]


@cache
def exercise_rules() -> ExerciseRules:
    """What counts as what, and how it is said."""
    return read_toml(ExerciseRules, files("psoas.progress") / "data" / "exercises.toml")


def exercises_and_mornings(days: Sequence[Day], today: date) -> tuple[ExerciseFinding, ...]:
    """Every exercise of the last half year, by its id; most are "can't tell".

    Pain on the next waking against which exercises were done, with the pain of that day and the
    day before, whether there was a session at all, and the trend held equal. Those that are done
    too rarely or too often to compare are looked at together with the rest, but not judged.
    """
    mornings = mornings_of(days, exercise_rules().looking.latest_days, today)
    counts = [_counted(mornings, column) for column in range(len(mornings.exercises))]
    if all(one.because for one in counts):
        return tuple(counts)
    found = effects(
        mornings.after, mornings.beside, mornings.done, exercise_rules().looking.typical
    )
    return tuple(one if one.because else _found(one, found[n]) for n, one in enumerate(counts))


def _counted(mornings: Mornings, column: int) -> ExerciseFinding:
    """An exercise with its days, and why it can't be judged where they don't suffice."""
    done = int(mornings.done[:, column].sum())
    left_out = len(mornings.after) - done
    least = exercise_rules().looking.least_done
    because = "too_few_without" if left_out < least else ""
    return ExerciseFinding(
        exercise=mornings.exercises[column],
        verdict=GoesWith.CANT_TELL,
        because="too_few_with" if done < least else because,
        done=done,
        left_out=left_out,
    )


def _found(counted: ExerciseFinding, effect: Effect) -> ExerciseFinding:
    looking = exercise_rules().looking
    if effect.apart < looking.least_apart:
        return replace(counted, because="together")
    low, high = effect.size.interval(looking.sure)
    verdict = _verdict(effect.size)
    because = "unclear" if verdict is GoesWith.CANT_TELL else verdict.value
    return replace(
        counted, verdict=verdict, because=because, change=effect.size.middle, low=low, high=high
    )


def _verdict(size: Mixture) -> GoesWith:
    looking = exercise_rules().looking
    less = size.below(0)
    if less >= looking.sure_of_better and size.middle <= -looking.least_points:
        return GoesWith.BETTER
    if 1 - less >= looking.sure_of_worse and size.middle >= looking.least_points:
        return GoesWith.WORSE
    return GoesWith.CANT_TELL

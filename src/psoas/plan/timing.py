"""How long the parts of a step take. The script is written with the same numbers.

One step: get ready, then for each side the way in, a count-in, the holds or repetitions with their
rests, and the way out; between two sides a moment to change over. What is said may take longer than
the movement it goes with; whoever tells the session knows how much, and hands its `Pace` in.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from psoas.body import Position, Side
from psoas.body.positions import seconds_to_change
from psoas.library import Exercise, Kind, Library
from psoas.plan.planned import Amount, PlannedStep
from psoas.plan.planning import planning

Pace: TypeAlias = Callable[[Sequence[PlannedStep]], Sequence[int]]
"""The seconds, rounded up, that each step of a session takes there; the last with the ending."""

_TIMING = planning().timing

COUNT_IN = _TIMING.count_in
"""Seconds of the count-in before a hold or the first repetition."""
REST_BETWEEN_HOLDS = _TIMING.rest_between_holds
REST_BETWEEN_SETS = _TIMING.rest_between_sets
SWITCH_SIDES = _TIMING.switch_sides


_UNCOUNTED = frozenset({Kind.WALKING, Kind.EASE, Kind.INFORMATION})


def count_in(kind: Kind) -> int:
    """Seconds of the count-in of one side; rest and walking just begin."""
    return 0 if kind in _UNCOUNTED else COUNT_IN


def rest_after_repetition(kind: Kind) -> int:
    """Seconds of rest between two repetitions of one set; movements flow on."""
    return REST_BETWEEN_HOLDS if kind is Kind.STATIC else _TIMING.rest_between_repetitions


def repetition_seconds(exercise: Exercise, amount: Amount) -> int:
    """One hold, or one repetition out and back: never less than its spoken rhythm takes."""
    return max(amount.hold_seconds, sum(step.seconds for step in exercise.cycle))


def work_seconds(exercise: Exercise, amount: Amount) -> int:
    """Holds or repetitions of one side with the rests between them."""
    count = amount.repetitions * amount.sets
    rests = (amount.repetitions - 1) * rest_after_repetition(exercise.kind) * amount.sets
    moving = count * repetition_seconds(exercise, amount)
    return moving + rests + (amount.sets - 1) * REST_BETWEEN_SETS


def side_seconds(exercise: Exercise, amount: Amount) -> int:
    """One side from the first spoken step to the end of the way out."""
    steps = sum(step.seconds for step in (*exercise.enter, *exercise.out))
    return steps + count_in(exercise.kind) + work_seconds(exercise, amount)


def step_seconds(
    exercise: Exercise,
    amount: Amount,
    sides: tuple[Side, ...],
    position: Position,
    before: Position | None = None,
) -> int:
    """The whole step, with getting into `position` from `before` (None: the start, standing)."""
    switches = (len(sides) - 1) * SWITCH_SIDES
    ready = seconds_to_change(before, position)
    return ready + len(sides) * side_seconds(exercise, amount) + switches


def unspoken(library: Library) -> Pace:
    """The pace of a session whose every word fits beside its movements."""

    def pace(steps: Sequence[PlannedStep]) -> Sequence[int]:
        before = (None, *(step.position for step in steps))
        alone = [_alone(library, step, where) for step, where in zip(steps, before, strict=False)]
        return [*alone[:-1], alone[-1] + planning().fit.ending] if alone else []

    return pace


def _alone(library: Library, step: PlannedStep, before: Position | None) -> int:
    exercise = library.exercises[step.exercise]
    return step_seconds(exercise, step.amount, step.sides, step.position, before)


def timed(steps: Sequence[PlannedStep], pace: Pace) -> tuple[PlannedStep, ...]:
    """The steps with the seconds that they take."""
    lengths = zip(steps, pace(steps), strict=True)
    return tuple(replace(step, seconds=seconds) for step, seconds in lengths)

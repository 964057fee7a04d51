"""The order of a session: one gets down once, rests at the end, and gets up once."""

from collections.abc import Sequence
from dataclasses import dataclass

from psoas.body import Position, Side
from psoas.library import Exercise, Kind
from psoas.plan.candidates import Spot
from psoas.plan.planned import Amount, PlannedStep, Reason
from psoas.plan.timing import Pace, timed

_FIRST = (Kind.WALKING, Kind.MOVEMENT, Kind.SLIDER, Kind.STRENGTH, Kind.STATIC, Kind.EASE)
"""Within one position: warm first, rest last."""
_TURNS = (
    Position.STANDING, Position.SEATED_CHAIR, Position.KNEELING, Position.QUADRUPED,
    Position.SEATED_FLOOR, Position.PRONE, Position.SIDE_LYING, Position.SUPINE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An exercise that is in the session, before it has its place there."""

    exercise: Exercise
    sides: tuple[Side, ...]
    amount: Amount
    spots: tuple[Spot, ...]
    how: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


def arranged(chosen: Sequence[Chosen], pace: Pace) -> tuple[PlannedStep, ...]:
    """The steps in order, each in its place, with the seconds it takes there."""
    return timed(in_order(chosen), pace)


def in_order(chosen: Sequence[Chosen]) -> tuple[PlannedStep, ...]:
    """The steps in order, each in its place; nothing is known of how long they take."""
    placed = [(one, _spot(one, chosen)) for one in chosen]
    placed.sort(key=lambda pair: _place(*pair))
    return tuple(_step(one, spot) for one, spot in placed)


def _place(one: Chosen, spot: Spot) -> tuple[int, bool, bool, int, int]:
    """Down once; within one height walking first and rest last, no turning to and fro."""
    kind, position = one.exercise.kind, spot.position
    return (
        -position.height,
        kind is Kind.EASE,
        kind is not Kind.WALKING,
        _TURNS.index(position),
        _FIRST.index(kind),
    )


def _step(one: Chosen, spot: Spot) -> PlannedStep:
    return PlannedStep(
        exercise=one.exercise.id,
        sides=one.sides,
        amount=one.amount,
        position=spot.position,
        surface=spot.surface,
        how=one.how,
        reasons=one.reasons,
    )


def _spot(one: Chosen, chosen: Sequence[Chosen]) -> Spot:
    """Where others are too, so that there is less getting up and down; rest goes lowest."""
    fixed = [other.spots[0] for other in chosen if other is not one and len(other.spots) == 1]
    if not fixed:
        return one.spots[0]
    if one.exercise.kind is Kind.EASE:
        lowest = min(spot.position.height for spot in fixed)
        low = [spot for spot in one.spots if spot.position.height <= lowest]
        return low[0] if low else min(one.spots, key=lambda spot: spot.position.height)
    shared = [spot for spot in one.spots if spot in fixed]
    return shared[0] if shared else one.spots[0]

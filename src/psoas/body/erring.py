"""Erring: a pose as somebody takes it who makes a fault, still resting on what it rests on.

Feet that bear the body stay where they are. A knee that bends more over a planted foot lets the
pelvis sink when standing; sitting and lying, where the pelvis is borne, the foot slides nearer.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.faults import Fault
from psoas.body.figure import Posture, side_number, skeleton
from psoas.body.joints import ANGLE, HIGH, LOW
from psoas.body.landmarks import INDEX, landmark
from psoas.body.measuring import hip_angles
from psoas.body.posing import Posed, in_order, limb_of, on_knees
from psoas.body.positions import Position
from psoas.body.reaching import with_angles
from psoas.body.rotations import Array
from psoas.body.sides import Side
from psoas.body.touching import ROUNDS, Touch, settle, touched_place

_FEET, _HANDS = ("this_foot", "other_foot"), ("this_hand", "other_hand")
_LEVEL = np.array([1.0, 0.0, 1.0])
_MIRROR = {Side.RIGHT: np.eye(3), Side.LEFT: np.diag([1.0, 1.0, -1.0])}


def erring(posed: Posed, fault: Fault, strength: float, build: Build) -> Posed:
    """A pose with a fault of so much strength; joints go no further than they can."""
    posture, touches = _with_changes(posed.posture, fault.changed(strength)), dict(posed.touches)
    posture = _staying(posed.posture, posture, fault.stay, build)
    if any(name.startswith("pelvis_") for name in fault.angles):
        posture = _legs_as_before(posed.posture, posture, touches, build)
    for limb in _bent_over_a_foot(fault, touches):
        posture, touches[limb] = _bent_knee(posture, touches[limb], build)
    posture = resting(posture, touches, build)
    if posture.position is Position.STANDING:
        posture = _in_reach(posture, touches, build)
    return Posed(posture=posture, touches=touches)


def resting(posture: Posture, touches: Mapping[str, Touch], build: Build) -> Posture:
    """A posture, or a stack of them, brought back to all that it touches."""
    posture = on_knees(posture, touches, build)
    for limb in in_order(touches):
        posture = settle(posture, touches[limb], build)
    return posture


def _in_reach(posture: Posture, touches: Mapping[str, Touch], build: Build) -> Posture:
    """Somebody who stands steps no nearer, but leans over until the hands hold on again."""
    held = [touches[limb] for limb in _HANDS if limb in touches and touches[limb].spot is None]
    for _ in range(ROUNDS if held else 0):
        gaps = [np.subtract(*reversed(touched_place(posture, touch, build))) for touch in held]
        posture = posture.moved(np.mean(gaps, axis=0) * _LEVEL)
        posture = resting(posture, touches, build)
    return posture


def _with_changes(posture: Posture, changes: Mapping[str, float]) -> Posture:
    angles = posture.angles.copy()
    for name, degrees in changes.items():
        number = ANGLE[name]
        before = posture.angles[number]
        low, high = min(LOW[number], before), max(HIGH[number], before)
        angles[number] = np.clip(before + degrees, low, high)
    return replace(posture, angles=angles)


def _staying(before: Posture, after: Posture, stay: str, build: Build) -> Posture:
    if not stay:
        return after
    was, is_ = (skeleton(each, build).points[INDEX[stay]] for each in (before, after))
    return after.moved(was - is_)


def _legs_as_before(
    before: Posture, after: Posture, touches: Mapping[str, Touch], build: Build
) -> Posture:
    """Legs that touch nothing keep their direction while the pelvis tips."""
    thighs, pelvis = skeleton(before, build).thigh, after.pelvis
    for limb in _FEET:
        if limb not in touches:
            side = limb_of(limb).side
            turn = pelvis.T @ thighs[side_number(side)]
            after = with_angles(after, side, hip_angles(_MIRROR[side] @ turn @ _MIRROR[side]))
    return after


def _bent_over_a_foot(fault: Fault, touches: Mapping[str, Touch]) -> list[str]:
    """The limbs of the fault's knees whose foot stands on something."""
    changed = fault.changed(1.0)
    return [
        limb
        for limb in _FEET
        if f"{limb_of(limb).side.value}_knee_flexion" in changed
        and limb in touches
        and touches[limb].point is not None
        and touches[limb].knee is None
    ]


def _bent_knee(posture: Posture, touch: Touch, build: Build) -> tuple[Posture, Touch]:
    """Room for a knee to bend as its angle asks: the pelvis sinks, or the foot slides nearer."""
    side = touch.limb.side
    planted = skeleton(settle(posture, touch, build), build).points
    hip, ankle = (planted[landmark(name, side)] for name in ("hip", "ankle"))
    reach = _hip_to_ankle(posture.angles[ANGLE[f"{side.value}_knee_flexion"]], build)
    if posture.position is Position.STANDING:
        return posture.moved(np.array([0.0, _nearer(hip - ankle, _UP, reach), 0.0])), touch
    assert touch.normal is not None and touch.point is not None
    along = hip - ankle - touch.normal * ((hip - ankle) @ touch.normal)
    way = turns.unit(along)
    slide = -_nearer(hip - ankle, way, reach)
    return posture, replace(touch, point=touch.point + way * slide)


_UP = np.array([0.0, 1.0, 0.0])


def _hip_to_ankle(knee_flexion: float, build: Build) -> float:
    """How far the ankle is from the hip when the knee bends so much."""
    thigh, shank = build.of("thigh"), build.of("shank")
    cosine = float(np.cos(np.radians(knee_flexion)))
    return float(np.sqrt(thigh**2 + shank**2 + 2 * thigh * shank * cosine))


def _nearer(way: Array, along: Array, length: float) -> float:
    """How far the end of a way moves along a direction until the way is as long (below 0: back)."""
    done = float(way @ along)
    aside = float(way @ way) - done**2
    return float(np.sqrt(max(length**2 - aside, 0.0))) - done

"""Reaching: the joint angles that bring a wrist or an ankle to a point, by two-bone geometry.

The three corners (hip, knee, ankle; shoulder, elbow, wrist) form a triangle whose sides are known;
the middle joint keeps to the side to which it bends. A point out of reach is reached for straight.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.figure import Posture, Skeleton, side_number, skeleton
from psoas.body.joints import LEFT, PAIRED_INDEX, RIGHT
from psoas.body.landmarks import landmark
from psoas.body.measuring import hip_angles, shoulder_angles, signed_angle
from psoas.body.rotations import Array
from psoas.body.sides import Side

NEARLY_STRAIGHT = 0.9995
"""The share of a limb's length at which it is as long as it gets, a trace of bend left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """An arm or a leg: its joints from the trunk outwards, and its two bones."""

    side: Side
    joints: tuple[str, str, str]
    bones: tuple[str, str]

    @property
    def is_leg(self) -> bool:
        """Whether it is a leg."""
        return self.joints[0] == "hip"


def leg(side: Side) -> Limb:
    """The leg of a side."""
    return Limb(side=side, joints=("hip", "knee", "ankle"), bones=("thigh", "shank"))


def arm(side: Side) -> Limb:
    """The arm of a side."""
    return Limb(side=side, joints=("shoulder", "elbow", "wrist"), bones=("upper_arm", "forearm"))


def reach(
    posture: Posture, limb: Limb, target: Array, build: Build, knee: Array | None = None
) -> Posture:
    """The posture with the limb's end at `target` (…, 3), or stretched towards it.

    The middle joint bends towards `knee` (…, 3) where that is told, else to its own side.
    """
    body = skeleton(posture, build)
    start = body.points[..., landmark(limb.joints[0], limb.side), :]
    upper = (body.thigh if limb.is_leg else body.upper_arm)[..., side_number(limb.side), :, :]
    outwards = upper[..., :, 0] if limb.is_leg else -upper[..., :, 0]
    hint = start + outwards if knee is None else knee
    middle, end = two_bones(start, hint, target, *(build.of(bone) for bone in limb.bones))
    return with_angles(posture, limb.side, _angles(body, limb, start, middle, end))


def swivelled(posture: Posture, limb: Limb, degrees: Array, build: Build) -> Posture:
    """The posture with knee or elbow turned about the line from hip to ankle, shoulder to wrist.

    Hand and foot stay where they are. Positive turns a knee outwards and an elbow up.
    """
    body = skeleton(posture, build)
    start, middle, end = (body.points[..., landmark(name, limb.side), :] for name in limb.joints)
    sign = 1.0 if limb.side is Side.RIGHT else -1.0
    axis = turns.unit(end - start) * (sign * degrees)[..., None]
    turned = start + turns.apply(turns.from_vector(axis), middle - start)
    return with_angles(posture, limb.side, _angles(body, limb, start, turned, end))


def two_bones(
    start: Array, hint: Array, target: Array, upper: float, lower: float
) -> tuple[Array, Array]:
    """The middle joint and the end of a limb that reaches for a target.

    `hint` is a point on the side to which the middle joint bends: a knee forwards, an elbow back.
    """
    way = target - start
    longest, shortest = (upper + lower) * NEARLY_STRAIGHT, abs(upper - lower) * 1.001
    reached = np.clip(turns.length(way), shortest, longest)
    along = turns.unit(way)
    aside = hint - start
    aside = turns.unit(aside - along * turns.dot(aside, along)[..., None])
    forward = (reached**2 + upper**2 - lower**2) / (2 * reached)
    out = np.sqrt(np.maximum(upper**2 - forward**2, 0))
    middle = start + along * forward[..., None] + aside * out[..., None]
    return middle, start + along * reached[..., None]


def with_angles(posture: Posture, side: Side, values: dict[str, Array]) -> Posture:
    """The posture with some of one side's angles replaced."""
    angles = posture.angles.copy()
    first = (RIGHT if side is Side.RIGHT else LEFT).start
    for name, value in values.items():
        angles[..., first + PAIRED_INDEX[name]] = value
    return replace(posture, angles=angles)


def _angles(
    body: Skeleton, limb: Limb, start: Array, middle: Array, end: Array
) -> dict[str, Array]:
    number = side_number(limb.side)
    mirror = np.array([1.0, 1.0, 1.0 if limb.side is Side.RIGHT else -1.0])
    parent = body.pelvis if limb.is_leg else body.thorax
    upper = turns.unit(turns.undo(parent, start - middle) * mirror)
    lower = turns.unit(turns.undo(parent, middle - end) * mirror)
    before = (body.thigh if limb.is_leg else body.upper_arm)[..., number, :, :]
    kept = turns.undo(parent, before[..., :, 2]) * mirror * mirror[2]
    axis = np.cross(lower, upper) if limb.is_leg else np.cross(upper, lower)
    turn = turns.frame(upper, _steady(axis, kept))
    if limb.is_leg:
        return {**hip_angles(turn), "knee_flexion": signed_angle(upper, lower, -turn[..., :, 2])}
    return {**shoulder_angles(turn), "elbow_flexion": signed_angle(upper, lower, turn[..., :, 2])}


def _steady(axis: Array, kept: Array) -> Array:
    """The hinge's axis; in a nearly straight limb, where it is uncertain, the one it had."""
    sure = np.clip((turns.length(axis) - 0.01) / 0.05, 0, 1)[..., None]
    return turns.unit(axis) * sure + kept * (1 - sure)


FLAT, BENT = 10.0, 35.0
"""Degrees of bend in the wrist up to which the palm rules, and from which the fingers do."""

ASIDE = 30.0
"""Degrees short of a quarter turn from where the palm alone rules again: fingers that point
straight to the side of the forearm would as soon have it turned the one way as the other."""

TWIST = 95.0
"""Degrees to which the forearm turns either way."""


def point_fingers(posture: Posture, side: Side, way: Array, normal: Array, build: Build) -> Posture:
    """The posture with one palm on a surface and its fingers pointing along `way` (…, 3).

    `normal` (…, 3) points out of the surface. The forearm turns the palm to it as far as a person
    can. The more the wrist has to bend, the more the turn is the one that lets the fingers point
    just so: without a sideways bend of the wrist, it can't always be both.
    """
    fingers = _seen_from_elbow(posture, side, way, build)
    out = _seen_from_elbow(posture, side, np.broadcast_to(normal, way.shape), build)
    thumb = np.cross(out, fingers)
    flat = np.degrees(np.arctan2(-thumb[..., 2], thumb[..., 0]))
    pointing = np.degrees(np.arctan2(-fingers[..., 0], -fingers[..., 2]))
    bend = np.degrees(np.arccos(np.clip(-fingers[..., 1], -1, 1)))
    to_pointing = (pointing - flat + 90) % 180 - 90
    aside = np.clip((90 - np.abs(to_pointing)) / ASIDE, 0, 1)
    turn = flat + to_pointing * aside * np.clip((bend - FLAT) / (BENT - FLAT), 0, 1)
    turn = np.clip((turn + 180) % 360 - 180, -TWIST, TWIST)
    return with_angles(
        posture,
        side,
        {"forearm_pronation": turn, "wrist_flexion": _wrist(fingers, np.radians(turn))},
    )


def _wrist(fingers: Array, turn: Array) -> Array:
    """The bend of the wrist, in degrees, with which the fingers come nearest to their way."""
    across = fingers[..., 0] * np.sin(turn) + fingers[..., 2] * np.cos(turn)
    bend: Array = np.degrees(np.arctan2(-across, -fingers[..., 1]))
    return bend


def _seen_from_elbow(posture: Posture, side: Side, way: Array, build: Build) -> Array:
    """A direction as the forearm would see it without pronation, a left one in the mirror."""
    straight = with_angles(posture, side, {"forearm_pronation": np.zeros(way.shape[:-1])})
    forearm = skeleton(straight, build).forearm[..., side_number(side), :, :]
    mirror = np.array([1.0, 1.0, 1.0 if side is Side.RIGHT else -1.0])
    seen: Array = turns.unit(turns.undo(forearm, way)) * mirror
    return seen

"""Touching: hands and feet that rest on a surface, or on the body itself.

A touch on a surface keeps its point while the body moves; a touch on the body moves along with it.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.figure import Posture, Skeleton, side_number, skeleton
from psoas.body.landmarks import landmark
from psoas.body.reaching import Limb, point_fingers, reach, with_angles
from psoas.body.rotations import Array
from psoas.body.shapes import radius
from psoas.body.sides import Side
from psoas.body.surroundings import Plane, Rail

ROUNDS = 6
"""How often a limb is brought closer to what it touches: its hand or foot turns as it comes."""


CLOSE = 0.0005
"""Metres from what it touches at which a limb is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the body: so far along a segment, and on which side of it."""

    segment: str
    side: Side
    share: float | Array
    """0 to 1; (n, 1) where it differs from frame to frame."""
    way: tuple[float, float, float]
    """Out of the segment, in its own axes (a left one's in the mirror)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A limb on something: either a point of a surface or a spot of the body."""

    limb: Limb
    with_: str
    """The part that touches: one of `TOUCHING`."""
    surface: str = ""
    point: Array | None = None
    normal: Array | None = None
    spot: Spot | None = None
    fingers: Array | None = None
    """Where the fingers of a flat palm point."""
    knee: Array | None = None
    """Where the knee of a shin rests."""
    strap: bool = False
    """Whether a strap leads from the hand to the spot, which is out of reach."""


SEGMENTS = {
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("heel", "foot_index"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
}
"""The landmarks between which a paired segment lies."""

_TRUNK = {
    "pelvis": ("mid_hip", "sacrum"),
    "waist": ("sacrum", "waist"),
    "thorax": ("waist", "mid_shoulder"),
    "head": ("mid_ear", "mid_ear"),
}
"""The landmarks between which a segment of the midline lies."""

TOUCHING = {
    "palm": {"wrist": 0.5, "index": 0.25, "pinky": 0.25},
    "forearm": {"elbow": 0.5, "wrist": 0.5},
    "sole": {"ankle": 1.0},
    "heel": {"heel": 1.0},
    "instep": {"foot_index": 1.0},
    "shin": {"foot_index": 1.0},
    "calf": {"knee": 0.45, "ankle": 0.55},
    "ankle": {"knee": 0.12, "ankle": 0.88},
}
"""Each part of a limb that can touch, by how much of which landmarks it lies at."""

_PALM = 0.014
_STRAP_REACH = 0.9
_BESIDE = 0.07
"""How far beside its own leg a hand aims that holds a strap, as a fraction of stature."""


def touched_place(posture: Posture, touch: Touch, build: Build) -> tuple[Array, Array]:
    """Where the touching part is, and where it should be; both (…, 3)."""
    body = skeleton(posture, build)
    here, thick = _part(body, touch, build)
    if touch.spot is None:
        assert touch.point is not None and touch.normal is not None
        return here, touch.point + touch.normal * thick
    there = spot_place(body, touch.spot, build, thick)
    return here, _held_strap(body, touch, there, build) if touch.strap else there


def _held_strap(body: Skeleton, touch: Touch, there: Array, build: Build) -> Array:
    """Where a hand holds a strap that leads to a spot: on the way to it, the arm nearly long."""
    start = body.points[..., landmark("shoulder", touch.limb.side), :]
    arm = (build.of("upper_arm") + build.of("forearm")) * _STRAP_REACH
    if touch.spot is not None and touch.spot.side is touch.limb.side:
        outwards = 1.0 if touch.limb.side is Side.RIGHT else -1.0
        there = there + body.thorax[..., :, 2] * (outwards * _BESIDE * build.stature)
    way = there - start
    return start + turns.unit(way) * np.minimum(arm, turns.length(way))[..., None]


def spot_place(body: Skeleton, spot: Spot, build: Build, above: float = 0.0) -> Array:
    """A spot on the skin, or so many metres above it, in the room."""
    frame, start, end, sign, thick = _segment(body, spot, build)
    out = turns.unit(np.array(spot.way)) * np.array([1.0, 1.0, sign])
    along = start + (end - start) * spot.share
    return along + turns.apply(frame, np.broadcast_to(out, along.shape)) * (thick + above)


def _segment(
    body: Skeleton, spot: Spot, build: Build
) -> tuple[Array, Array, Array, float, float | Array]:
    frame: Array = getattr(body, spot.segment)
    if spot.segment in _TRUNK:
        first, last = _TRUNK[spot.segment]
    else:
        first, last = (f"{spot.side.value}_{name}" for name in SEGMENTS[spot.segment])
        frame = frame[..., side_number(spot.side), :, :]
    sign = -1.0 if spot.side is Side.LEFT else 1.0
    thick = radius(first, build) * (1 - spot.share) + radius(last, build) * spot.share
    return frame, body.point(first), body.point(last), sign, thick


def _part(body: Skeleton, touch: Touch, build: Build) -> tuple[Array, float]:
    """Where the touching part of a limb is, and how thick it is there in metres."""
    here, thick = np.zeros((*body.points.shape[:-2], 3)), 0.0
    for name, share in TOUCHING[touch.with_].items():
        here += share * body.points[..., landmark(name, touch.limb.side), :]
        thick += share * radius(f"{touch.limb.side.value}_{name}", build)
    match touch.with_:
        case "palm":
            return here, _PALM * build.stature
        case "sole":
            return here, build.of("ankle_height")
        case _:
            return here, thick


def settle(posture: Posture, touch: Touch, build: Build) -> Posture:
    """The posture with the limb brought to what it touches, as far as it reaches."""
    for done in range(ROUNDS):
        posture = _turned(posture, touch, build)
        here, there = touched_place(posture, touch, build)
        if np.abs(there - here).max() < CLOSE and (done or touch.knee is None):
            return posture
        name = landmark(touch.limb.joints[2], touch.limb.side)
        end = skeleton(posture, build).points[..., name, :]
        posture = reach(posture, touch.limb, end + there - here, build, touch.knee)
    return _turned(posture, touch, build)


def _turned(posture: Posture, touch: Touch, build: Build) -> Posture:
    """The hand or foot turned to lie on its surface."""
    if touch.normal is None:
        return posture
    if touch.with_ == "sole":
        return _flat_sole(posture, touch.limb.side, touch.normal, build)
    if touch.with_ == "palm" and touch.fingers is not None:
        return point_fingers(posture, touch.limb.side, touch.fingers, touch.normal, build)
    return posture


def _flat_sole(posture: Posture, side: Side, normal: Array, build: Build) -> Posture:
    shank = skeleton(posture, build).shank[..., side_number(side), :, :]
    forward = turns.dot(shank[..., :, 0], np.broadcast_to(normal, shank.shape[:-1]))
    up = turns.dot(shank[..., :, 1], np.broadcast_to(normal, shank.shape[:-1]))
    bend = np.degrees(np.arctan2(-forward, up))
    return with_angles(posture, side, {"ankle_dorsiflexion": bend})


def placed(posture: Posture, touch: Touch, surface: Plane | Rail, build: Build) -> Touch:
    """The touch with its point: where the surface is nearest to the limb in this posture."""
    body = skeleton(posture, build)
    here, _ = _part(body, touch, build)
    point, normal = surface.nearest(here)
    fingers = None
    if touch.with_ == "palm" and isinstance(surface, Plane):
        fingers = _fingers(body, touch.limb.side, normal)
    return replace(touch, point=point, normal=normal, fingers=fingers)


def _fingers(body: Skeleton, side: Side, normal: Array) -> Array:
    """Where the fingers of a palm on a plane point: on with the forearm, or up the trunk."""
    forearm = -body.forearm[..., side_number(side), :, 1]
    for way, enough in ((forearm, 0.75), (body.thorax[..., :, 1], 0.4)):
        flat = way - normal * turns.dot(way, normal)[..., None]
        if turns.length(flat) > enough:
            return turns.unit(flat)
    forward = body.thorax[..., :, 0]
    return turns.unit(forward - normal * turns.dot(forward, normal)[..., None])

"""The segments of a body, and how each of its points hangs on them.

A point is its parent point plus an offset along the axes of a segment: the knee is the hip minus a
thigh's length along the thigh. So each point is the middle of the hips plus so much of the axes of
some segments, and a table of these shares gives all points at once.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from psoas.body.build import Build
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.rotations import Array

Offset: TypeAlias = tuple[float, float, float]
"""Along X, Y and Z of a segment."""

SPINE = ("low_back", "waist", "mid_back", "thorax", "neck", "head")
LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
SEGMENTS = (
    "pelvis",
    *SPINE,
    *(f"{side}_{name}" for name in LIMBS for side in ("right", "left")),
)
"""Every segment, in the order of an array of their orientations (…, 19, 3, 3)."""

TRUNK = (
    ("pelvis", "sacrum", 0.14),
    ("low_back", "lumbar", 0.30),
    ("waist", "waist", 0.46),
    ("mid_back", "chest", 0.70),
    ("thorax", "mid_shoulder", 1.0),
)
"""Up the trunk: each segment, the point at its upper end, and how far up the trunk that lies."""

HEAD: dict[str, Offset] = {
    "nose": (0.062, -0.010, 0.0),
    "left_eye_inner": (0.052, 0.012, -0.010),
    "left_eye": (0.051, 0.013, -0.019),
    "left_eye_outer": (0.047, 0.012, -0.028),
    "right_eye_inner": (0.052, 0.012, 0.010),
    "right_eye": (0.051, 0.013, 0.019),
    "right_eye_outer": (0.047, 0.012, 0.028),
    "left_ear": (0.0, 0.0, -0.042),
    "right_ear": (0.0, 0.0, 0.042),
    "mouth_left": (0.050, -0.036, -0.014),
    "mouth_right": (0.050, -0.036, 0.014),
}
"""Points of the head from between the ears, as fractions of stature."""

HAND: dict[str, Offset] = {
    "pinky": (-0.022, -0.050, 0.0),
    "index": (0.018, -0.058, 0.0),
    "thumb": (0.030, -0.030, 0.0),
}
"""Knuckles and thumb from the wrist, thumb side forward, as fractions of stature."""

FOOT: dict[str, Offset] = {"heel": (-0.034, -0.025, 0.0), "foot_index": (0.105, -0.025, 0.0)}
"""Heel and toes from the ankle, as fractions of stature."""

SHOULDERS_TO_NECK = 0.012
"""From between the shoulders to where the neck begins, as a fraction of stature."""

Hanging: TypeAlias = tuple[str, str, str, Offset]
"""A point, the point that it hangs from, along which segment, and how far in metres."""


@lru_cache(maxsize=64)
def table(build: Build) -> Array:
    """(57, 41): how much of each segment's three axes leads from the mid hips to each point."""
    shares = np.zeros((len(LANDMARKS), len(SEGMENTS), 3))
    for point, parent, segment, offset in _hangings(build):
        shares[INDEX[point]] = shares[INDEX[parent]]
        shares[INDEX[point], SEGMENTS.index(segment)] += offset
    return shares.reshape(len(LANDMARKS), -1).T.copy()


def _hangings(build: Build) -> Iterator[Hanging]:
    """Every point but the first, each after the one that it hangs from."""
    yield from _trunk(build)
    yield from _head(build)
    for side, sign in (("right", 1.0), ("left", -1.0)):
        yield from _limb(side, sign, ("mid_hip", "pelvis", "hips"), _LEG, FOOT, build)
        yield from _limb(side, sign, ("mid_shoulder", "thorax", "shoulders"), _ARM, HAND, build)


def _trunk(build: Build) -> Iterator[Hanging]:
    parent, below = "mid_hip", 0.0
    for segment, point, height in TRUNK:
        yield point, parent, segment, (0.0, (height - below) * build.of("trunk"), 0.0)
        parent, below = point, height


def _head(build: Build) -> Iterator[Hanging]:
    yield "neck", "mid_shoulder", "thorax", (0.0, SHOULDERS_TO_NECK * build.stature, 0.0)
    yield "mid_ear", "neck", "neck", (0.0, build.of("neck"), 0.0)
    yield "mid_ear", "mid_ear", "head", (0.0, build.of("head"), 0.0)
    for point, offset in HEAD.items():
        yield point, "mid_ear", "head", _scaled(offset, build)


_LEG = (("hip", "thigh", "knee"), ("knee", "shank", "ankle"), ("ankle", "foot"))
_ARM = (("shoulder", "upper_arm", "elbow"), ("elbow", "forearm", "wrist"), ("wrist", "hand"))
_Bone: TypeAlias = tuple[str, str, str]


def _limb(
    side: str,
    sign: float,
    root: _Bone,
    bones: tuple[_Bone, _Bone, tuple[str, str]],
    ends: dict[str, Offset],
    build: Build,
) -> Iterator[Hanging]:
    parent, segment, width = root
    yield f"{side}_{bones[0][0]}", parent, segment, (0.0, 0.0, sign * build.of(width) / 2)
    for start, bone, end in bones[:2]:
        yield f"{side}_{end}", f"{side}_{start}", f"{side}_{bone}", (0.0, -build.of(bone), 0.0)
    start, bone = bones[2]
    for point, offset in ends.items():
        yield f"{side}_{point}", f"{side}_{start}", f"{side}_{bone}", _scaled(offset, build)


def _scaled(fractions: Offset, build: Build) -> Offset:
    x, y, z = fractions
    return x * build.stature, y * build.stature, z * build.stature

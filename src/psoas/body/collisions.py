"""Collisions: whether a limb passes through another, the trunk, the floor or a prop.

Every part of the body is a set of capsules between its balls. Skin and muscle give way, so parts
may press into each other by a share of the thinner one's radius; beyond that they pass through.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from psoas.body.build import Build
from psoas.body.landmarks import LANDMARKS
from psoas.body.props import PropKind
from psoas.body.rotations import Array, dot
from psoas.body.shapes import PARTS
from psoas.body.sides import Side
from psoas.body.surroundings import Solid

GIVE = 0.6
"""The share of the thinner part's radius by which two parts may press into each other."""

SINK = 0.015
"""Metres by which the body may sink into the floor or a prop: cloth, mat and skin."""

TRUNK = ("pelvis", "belly", "chest", "neck", "head")
ARM = ("upper_arm", "forearm", "hand")
LEG = ("thigh", "shank", "foot")

_BONES = {
    "pelvis": ((0, 1), (0, 2), (1, 2)),
    "chest": ((0, 1), (1, 4)),
    "head": ((0, 2),),
    "shank": ((0, 2),),
    "foot": ((1, 2),),
    "hand": ((0, 3),),
}
"""Which balls of a part make its capsules (see `shapes.toml`); the first two where not told."""

_BESIDE = ({"thigh", "belly"}, {"neck", "upper_arm"}, {"hand"})
"""Parts that may touch though neither grows out of the other: folded hips, clasped hands …"""

_SOFT = (PropKind.CUSHION, PropKind.MAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Two things that pass through each other, and by how much too deeply."""

    first: str
    second: str
    frame: int
    deep: float
    """Metres beyond what gives way."""

    def __str__(self) -> str:
        deep = f"{self.deep * 100:.1f} cm"
        return f"{self.first} goes {deep} through {self.second} (frame {self.frame})"


def limb_parts(is_leg: bool, side: Side) -> list[str]:
    """The parts of an arm or a leg."""
    return [f"{side.value}_{name}" for name in (LEG if is_leg else ARM)]


def _solid_parts() -> list[str]:
    sides = (Side.LEFT, Side.RIGHT)
    return [*TRUNK, *(n for leg in (True, False) for side in sides for n in limb_parts(leg, side))]


SOLID = tuple(_solid_parts())
"""The parts of the body that can be in each other's way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """All capsules of a body: which part each belongs to, its ends and radii."""

    parts: tuple[str, ...]
    starts: Array
    """(capsules, 41): what to multiply landmarks with for the ends."""
    ends: Array
    radii: Array
    """(capsules, 2), fractions of stature."""


def _table() -> _Table:
    rows = [(name, i, j) for name in SOLID for i, j in _BONES.get(_bare(name), ((0, 1),))]
    weights = {name: PARTS[name].weights for name in SOLID}
    return _Table(
        parts=tuple(name for name, _, _ in rows),
        starts=np.array([weights[name][i] for name, i, _ in rows]),
        ends=np.array([weights[name][j] for name, _, j in rows]),
        radii=np.array([PARTS[name].radii[[i, j]] for name, i, j in rows]),
    )


def _bare(name: str) -> str:
    side, _, bare = name.partition("_")
    return bare if side in ("left", "right") else name


def _may_touch(first: str, second: str) -> bool:
    """Parts that grow out of each other or out of the same, and neighbours: they always touch."""
    near = {first, PARTS[first].joins} & {second, PARTS[second].joins}
    return bool(near - {""}) or {_bare(first), _bare(second)} in _BESIDE


CAPSULES = _table()


@lru_cache(maxsize=64)
def _pairs(parts: tuple[str, ...], against: tuple[str, ...]) -> tuple[Array, Array]:
    """The capsules that must not pass through each other, as two lists of their numbers."""
    wanted = {*parts}, {*against}
    found = [
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(CAPSULES.parts), 2)
        if _matters(a, b, *wanted)
    ]
    first, second = np.array(found, dtype=int).reshape(-1, 2).T
    return first, second


def _matters(first: str, second: str, parts: set[str], against: set[str]) -> bool:
    crossing = (first in parts and second in against) or (second in parts and first in against)
    both_trunk = first in TRUNK and second in TRUNK
    return crossing and first != second and not both_trunk and not _may_touch(first, second)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bodies:
    """The capsules of a body over a stack of frames: (n, capsules, 3), and radii in metres."""

    starts: Array
    ends: Array
    radii: Array


def _bodies(points: Array, build: Build) -> _Bodies:
    assert points.shape[-2:] == (len(LANDMARKS), 3)
    return _Bodies(
        starts=CAPSULES.starts @ points,
        ends=CAPSULES.ends @ points,
        radii=CAPSULES.radii * (build.girth * build.stature),
    )


def too_deep(
    points: Array,
    parts: Sequence[str],
    against: Sequence[str],
    solids: Sequence[Solid],
    build: Build,
) -> Array:
    """By how much some parts pass through others, the floor and props: metres, for each frame (n,).

    The depths of all collisions are added, so that less is better.
    """
    bodies = _bodies(points, build)
    own = [number for number, part in enumerate(CAPSULES.parts) if part in parts]
    pairs = _pairs(tuple(parts), tuple(against))
    found = [_between(bodies, pairs), _under_the_floor(bodies)[:, own]]
    found += [_into(bodies, solid)[:, own] for solid in solids if not _passable(solid)]
    total: Array = np.maximum(np.concatenate(found, axis=1), 0).sum(axis=1)
    return total


def collisions(points: Array, solids: Sequence[Solid], build: Build) -> list[Collision]:
    """The worst of each collision over a stack of frames (n, 41, 3), worst first."""
    bodies, pairs = _bodies(points, build), _pairs(SOLID, SOLID)
    names = [(CAPSULES.parts[i], CAPSULES.parts[j]) for i, j in zip(*pairs, strict=True)]
    found = list(_worst(names, _between(bodies, pairs)))
    found += _worst([(part, "the floor") for part in CAPSULES.parts], _under_the_floor(bodies))
    for solid in solids:
        if not _passable(solid):
            what = f"the {solid.kind} ({solid.piece})"
            found += _worst([(part, what) for part in CAPSULES.parts], _into(bodies, solid))
    return sorted(found, key=lambda each: -each.deep)


def _worst(names: Sequence[tuple[str, str]], deep: Array) -> Iterator[Collision]:
    """The deepest frame of each column, where it is too deep."""
    frames = np.argmax(deep, axis=0)
    for number, (first, second) in enumerate(names):
        frame = int(frames[number])
        if deep[frame, number] > 0:
            worst = float(deep[frame, number])
            yield Collision(first=first, second=second, frame=frame, deep=worst)


def _between(bodies: _Bodies, pairs: tuple[Array, Array]) -> Array:
    """By how much pairs of capsules overlap beyond what gives way, (n, pairs)."""
    first, second = pairs
    apart, share, across = between_lines(
        bodies.starts[:, first], bodies.ends[:, first],
        bodies.starts[:, second], bodies.ends[:, second],
    )  # fmt: skip
    one, other = _radius(bodies.radii[first], share), _radius(bodies.radii[second], across)
    deep: Array = one + other - apart - GIVE * np.minimum(one, other)
    return deep


def _radius(radii: Array, share: Array) -> Array:
    radius: Array = radii[:, 0] * (1 - share) + radii[:, 1] * share
    return radius


def between_lines(a: Array, b: Array, c: Array, d: Array) -> tuple[Array, Array, Array]:
    """The distance of the lines a–b and c–d, and how far along each they are nearest.

    (…, 3) each → (…). After Ericson, *Real-Time Collision Detection*, 5.1.9.
    """
    first, second, offset = b - a, d - c, a - c
    aa, ee = np.maximum(dot(first, first), 1e-12), np.maximum(dot(second, second), 1e-12)
    bb, cc, ff = dot(first, second), dot(first, offset), dot(second, offset)
    steep = aa * ee - bb * bb
    s = np.where(steep > 1e-12, np.clip((bb * ff - cc * ee) / np.maximum(steep, 1e-12), 0, 1), 0.0)
    t = np.clip((bb * s + ff) / ee, 0, 1)
    s = np.clip((bb * t - cc) / aa, 0, 1)
    gap = offset + first * s[..., None] - second * t[..., None]
    return np.sqrt(dot(gap, gap)), s, t


def _under_the_floor(bodies: _Bodies) -> Array:
    """How much too deep capsules are in the floor, (n, capsules)."""
    low: Array = np.maximum(
        bodies.radii[:, 0] - bodies.starts[..., 1], bodies.radii[:, 1] - bodies.ends[..., 1]
    )
    return low - SINK


def _passable(solid: Solid) -> bool:
    """Whether a prop gives way, or is there only in some poses."""
    return solid.kind in _SOFT or bool(solid.poses)


_STEPS = np.linspace(0, 1, 9)


def _into(bodies: _Bodies, solid: Solid) -> Array:
    """How much too deep capsules are in a prop, (n, capsules)."""
    deep = [
        _radius(bodies.radii, np.full(len(bodies.radii), share))
        + solid.radius
        - _away(bodies.starts * (1 - share) + bodies.ends * share, solid.points)
        - SINK
        for share in _STEPS
    ]
    worst: Array = np.max(deep, axis=0)
    return worst


def _away(point: Array, corners: Array) -> Array:
    """The distance of points (…, 3) from a prop: a line of two corners, or a flat piece of four."""
    from_corner = point - corners[0]
    gap = from_corner
    for edge in (
        (corners[2] - corners[0], corners[1] - corners[0])
        if len(corners) == 4
        else (corners[1] - corners[0],)
    ):
        long = max(float(edge @ edge), 1e-12)
        gap = gap - np.clip(from_corner @ edge / long, 0, 1)[..., None] * edge
    return np.sqrt(dot(gap, gap))

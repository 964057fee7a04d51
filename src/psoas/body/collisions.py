"""Collisions: whether a limb passes through another, the trunk, the floor or a prop.

Every part of the body is a set of capsules between its balls. Skin and muscle give way, so parts
may press into each other by a share of the thinner one's radius; beyond that they pass through.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.body.build import Build
from psoas.body.props import PropKind
from psoas.body.rotations import Array, dot
from psoas.body.shapes import PARTS, Part
from psoas.body.sides import Side
from psoas.body.surroundings import Solid

GIVE = 0.6
"""The share of the thinner part's radius by which two parts may press into each other."""

SINK = 0.015
"""Metres by which the body may sink into the floor or a prop: cloth, mat and skin."""

_PIERCED = ("head", "neck", "chest", "belly", "pelvis")
_LIMBS = ("upper_arm", "forearm", "hand", "thigh", "shank", "foot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Two things that pass through each other, and by how much too deeply."""

    first: str
    second: str
    frame: int
    deep: float
    """Metres beyond what gives way."""

    def __str__(self) -> str:
        return (
            f"{self.first} goes {self.deep * 100:.1f} cm through {self.second} (frame {self.frame})"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Capsule:
    """The line between two balls of a part, over a stack of frames."""

    start: Array
    end: Array
    radii: tuple[float, float]

    @property
    def thin(self) -> float:
        """The radius of its thinner end."""
        return min(self.radii)


def collisions(points: Array, solids: Sequence[Solid], build: Build) -> list[Collision]:
    """The worst of each collision over a stack of frames (n, 41, 3), worst first."""
    capsules = {name: list(_capsules(part, points, build)) for name, part in _solid_parts().items()}
    found = [*_of_parts(capsules), *_with_floor(capsules), *_with_solids(capsules, solids)]
    return sorted(found, key=lambda each: -each.deep)


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
    capsules = {name: list(_capsules(PARTS[name], points, build)) for name in {*parts, *against}}
    own = {name: capsules[name] for name in parts}
    found = [_with_floor_depth(own), *(_solid_depth(own, solid) for solid in solids)]
    for first in parts:
        for second in against:
            if first != second and not _neighbours(first, second):
                deep = [_too_deep(a, b) for a in capsules[first] for b in capsules[second]]
                found.append(np.max(deep, axis=0))
    total: Array = np.sum(np.maximum(found, 0), axis=0)
    return total


def limb_parts(limb_is_leg: bool, side: Side) -> list[str]:
    """The parts of an arm or a leg."""
    names = _LIMBS[3:] if limb_is_leg else _LIMBS[:3]
    return [f"{side.value}_{name}" for name in names]


def _solid_parts() -> dict[str, Part]:
    return {name: part for name, part in PARTS.items() if name in _PIERCED or _limb_part(name)}


def _limb_part(name: str) -> bool:
    return name.partition("_")[2] in _LIMBS


def _capsules(part: Part, points: Array, build: Build) -> Iterator[Capsule]:
    balls = part.weights @ points
    radii = (part.radii * build.girth * build.stature).tolist()
    for i, j in _BONES.get(part.id.split("_", 1)[-1], ((0, 1),)):
        yield Capsule(start=balls[:, i], end=balls[:, j], radii=(radii[i], radii[j]))


_BONES = {
    "pelvis": ((0, 1), (0, 2), (1, 2)),
    "belly": ((0, 1),),
    "chest": ((0, 1), (1, 4)),
    "head": ((0, 2),),
    "shank": ((0, 2),),
    "foot": ((1, 2),),
    "hand": ((0, 3),),
}
"""Which balls of a part make its capsules (see `shapes.toml`); the first two where not told."""


def _of_parts(capsules: dict[str, list[Capsule]]) -> Iterator[Collision]:
    names = list(capsules)
    for number, first in enumerate(names):
        for second in names[number + 1 :]:
            if (first in _PIERCED and second in _PIERCED) or _neighbours(first, second):
                continue
            deep = np.max(
                [_too_deep(a, b) for a in capsules[first] for b in capsules[second]], axis=0
            )
            yield from _worst(first, second, deep)


def _neighbours(first: str, second: str) -> bool:
    """Parts that grow out of each other, or out of the same: they always touch; hands may clasp."""
    if {_bare(first), _bare(second)} == {"hand"}:
        return True
    near = {first, PARTS[first].joins}, {second, PARTS[second].joins}
    return bool(near[0] & near[1] - {""}) or _BESIDE.get(_bare(first)) == _bare(second)


_BESIDE = {"thigh": "belly", "belly": "thigh", "neck": "upper_arm", "upper_arm": "neck"}
"""Parts that touch though neither grows out of the other."""


def _bare(name: str) -> str:
    side, _, bare = name.partition("_")
    return bare if side in ("left", "right") else name


def _too_deep(one: Capsule, other: Capsule) -> Array:
    """By how much two capsules overlap beyond what gives way, for each frame."""
    apart, share, across = between_lines(one.start, one.end, other.start, other.end)
    thick = _radius(one, share) + _radius(other, across)
    give = GIVE * np.minimum(_radius(one, share), _radius(other, across))
    deep: Array = thick - apart - give
    return deep


def _radius(capsule: Capsule, share: Array) -> Array:
    radius: Array = capsule.radii[0] * (1 - share) + capsule.radii[1] * share
    return radius


def between_lines(a: Array, b: Array, c: Array, d: Array) -> tuple[Array, Array, Array]:
    """The distance of the lines a–b and c–d, and how far along each they are nearest, (n,) each.

    After Ericson, *Real-Time Collision Detection*, 5.1.9.
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


def _worst(first: str, second: str, deep: Array) -> Iterator[Collision]:
    frame = int(np.argmax(deep))
    if deep[frame] > 0:
        yield Collision(first=first, second=second, frame=frame, deep=float(deep[frame]))


def _with_floor(capsules: dict[str, list[Capsule]]) -> Iterator[Collision]:
    for name, own in capsules.items():
        yield from _worst(name, "the floor", _with_floor_depth({name: own}))


def _with_floor_depth(capsules: dict[str, list[Capsule]]) -> Array:
    low = [
        radius - end[:, 1] - SINK
        for own in capsules.values()
        for capsule in own
        for end, radius in zip((capsule.start, capsule.end), capsule.radii, strict=True)
    ]
    deepest: Array = np.max(low, axis=0)
    return deepest


_SOFT = (PropKind.CUSHION, PropKind.MAT)


def _with_solids(
    capsules: dict[str, list[Capsule]], solids: Sequence[Solid]
) -> Iterator[Collision]:
    for solid in solids:
        for name, own in capsules.items():
            deep = _solid_depth({name: own}, solid)
            yield from _worst(name, f"the {solid.kind} ({solid.piece})", deep)


def _solid_depth(capsules: dict[str, list[Capsule]], solid: Solid) -> Array:
    """How much too deep the deepest part is in a prop; soft and passing ones don't count."""
    deep = [_into(capsule, solid) for own in capsules.values() for capsule in own]
    passable = solid.kind in _SOFT or bool(solid.poses)
    deepest: Array = np.max(deep, axis=0) - (1.0 if passable else 0.0)
    return deepest


_STEPS = np.linspace(0, 1, 9)


def _into(capsule: Capsule, solid: Solid) -> Array:
    """By how much a capsule sinks too deeply into a prop, for each frame."""
    deep = []
    for share in _STEPS:
        middle = capsule.start * (1 - share) + capsule.end * share
        radius = capsule.radii[0] * (1 - share) + capsule.radii[1] * share
        deep.append(radius + solid.radius - _away(middle, solid.points) - SINK)
    worst: Array = np.max(deep, axis=0)
    return worst


def _away(point: Array, corners: Array) -> Array:
    """The distance of points (n, 3) from a prop: a line of two corners, or a flat piece of four."""
    if len(corners) == 2:
        end = np.broadcast_to(corners[1], point.shape)
        start = np.broadcast_to(corners[0], point.shape)
        return between_lines(point, point, start, end)[0]
    long, wide = corners[2] - corners[0], corners[1] - corners[0]
    from_corner = point - corners[0]
    along = np.clip(from_corner @ long / (long @ long), 0, 1)[..., None] * long
    across = np.clip(from_corner @ wide / (wide @ wide), 0, 1)[..., None] * wide
    gap = from_corner - along - across
    return np.sqrt(dot(gap, gap))

"""Painting a body: its parts in the order in which they hide each other, as flat shapes.

The browser paints by the same rules (`browser/src/figure/painting.ts`), from the same description
of the body in `body/shapes.toml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from psoas.body.build import Build
from psoas.body.landmarks import INDEX
from psoas.body.props import PropKind
from psoas.body.rotations import Array
from psoas.body.shapes import PARTS, Part
from psoas.body.surroundings import Solid
from psoas.drawing.view import View, seen

CORNERS = 28
"""Corners of the outline of a whole ball."""

LIGHT = (-0.20, 0.26)
"""Where the light part of a shape lies: to the left and above its middle, in radii."""

LIT = 0.66
"""The radius of the light part."""

SHADOW = 0.8
"""How wide the shadow of a part is, as a share of the part."""

Discs: TypeAlias = tuple[Array, Array]
"""Middles (n, 3) and radii (n,) of discs."""

FAR = 0.10
"""How far behind the other a limb is when it is palest, as a share of stature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The skin around balls on the picture: what a part of the body or of a prop looks like."""

    id: str
    colour: str
    middles: Array
    """(n, 3): right, up and nearness, metres."""
    radii: Array
    joins: str = ""
    near: float = 0.0
    """0 far to 1 near."""
    lift: float = 0.0
    """Metres by which it counts as nearer where it is asked what hides what."""
    flat: bool = False
    """Whether it has no light part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Pieces in the order in which they are painted, and the shadow below them."""

    behind: tuple[Piece, ...]
    """Walls and mats."""
    shadow: tuple[Discs, ...]
    """What is dark on the floor."""
    pieces: tuple[Piece, ...]
    glows: tuple["Glow", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glow:
    """Where a muscle is felt: a soft light on a part of the body."""

    part: str
    middles: Array
    radii: Array


def body_pieces(points: Array, view: View, build: Build) -> list[Piece]:
    """The parts of a body (41, 3) on the picture, not yet in order."""
    depth = seen(points, view)[:, 2]
    return [_piece(part, points, view, build, depth) for part in PARTS.values()]


def nearness(part: Part, depth: Array, build: Build) -> float:
    """How near a limb is, the same all along: 1 level with the other or before it, 0 behind it."""
    side = part.id.split("_")[0]
    if side not in ("left", "right") or part.clothes == "eye":
        return 1.0
    ends = _LEG if part.id.endswith(_LEG_PARTS) else _ARM
    own = float(np.mean([depth[INDEX[f"{side}_{name}"]] for name in ends]))
    other = "left" if side == "right" else "right"
    opposite = float(np.mean([depth[INDEX[f"{other}_{name}"]] for name in ends]))
    return float(np.clip(1 - (opposite - own) / (FAR * build.stature), 0, 1))


_LEG, _ARM = ("hip", "knee", "ankle"), ("shoulder", "elbow", "wrist")
_LEG_PARTS = ("thigh", "shank", "foot")


def _piece(part: Part, points: Array, view: View, build: Build, depth: Array) -> Piece:
    middles = seen(part.weights @ points, view)
    return Piece(
        id=part.id,
        colour=part.clothes,
        middles=middles,
        radii=part.radii * build.girth * build.stature,
        joins=part.joins,
        near=nearness(part, depth, build),
        flat=part.flat,
        lift=part.lift * build.stature,
    )


def prop_piece(solid: Solid, view: View, number: int) -> Piece:
    """A piece of a prop on the picture."""
    middles = seen(solid.points, view)
    return Piece(
        id=f"{solid.kind.value} {solid.piece} {number}",
        colour=solid.kind.value,
        middles=middles,
        radii=np.full(len(middles), solid.radius),
        near=1.0,
        flat=True,
    )


def samples(piece: Piece) -> Array:
    """Discs all over a piece: (n, 4), right, up, nearness and radius."""
    discs = np.column_stack([piece.middles + np.array([0.0, 0.0, piece.lift]), piece.radii])
    if len(discs) == 1:
        return discs
    steps = np.linspace(0, 1, 5)[:, None]
    pairs = [(i, j) for i in range(len(discs)) for j in range(i + 1, len(discs))]
    return np.concatenate([discs[i] * (1 - steps) + discs[j] * steps for i, j in pairs])


def hides(first: Array, second: Array) -> float:
    """How much the first of two pieces lies before the second, where they overlap; 0: nowhere."""
    apart = np.hypot(*(first[:, None, k] - second[None, :, k] for k in (0, 1)))
    overlap = np.maximum(first[:, None, 3] + second[None, :, 3] - apart, 0)
    return float((overlap * (first[:, None, 2] - second[None, :, 2])).sum())


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """From the back to the front; where pieces hide each other in a ring, the furthest first."""
    discs = [samples(piece) for piece in pieces]
    count = len(pieces)
    over = np.zeros((count, count), dtype=bool)
    for i in range(count):
        for j in range(i + 1, count):
            before = hides(discs[i], discs[j]) + _tie(pieces[i], pieces[j])
            over[i, j], over[j, i] = before > 0, before < 0
    depth = [float(each[:, 2].mean()) for each in discs]
    left, found = set(range(count)), []
    while left:
        free = [i for i in left if not any(over[i, j] for j in left)]
        nearest = min(free or left, key=lambda i: depth[i])
        found.append(pieces[nearest])
        left.remove(nearest)
    return found


_TIE = 1e-4


def _tie(first: Piece, second: Piece) -> float:
    """What grows out of a part lies over it where neither is nearer."""
    return _TIE * ((first.joins == second.id) - (second.joins == first.id))


def outline(middles: Array, radii: Array) -> Array:
    """The outline of the skin around discs: the corners of their hull, (n, 2), anticlockwise."""
    return rim(middles, radii)[:, :2]


def rim(middles: Array, radii: Array) -> Array:
    """The corners of an outline, each with the number of the disc that it lies on: (n, 3)."""
    turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    corners = middles[:, None, :2] + circle * radii[:, None, None]
    discs = np.broadcast_to(np.arange(len(radii))[:, None, None], (*corners.shape[:2], 1))
    return hull(np.concatenate([corners, discs], axis=-1).reshape(-1, 3))


def hull(points: Array) -> Array:
    """The convex hull of points (n, 2 or more), anticlockwise, by Andrew's monotone chain."""
    order = points[np.lexsort((points[:, 1], points[:, 0]))].tolist()
    return np.array(_chain(order)[:-1] + _chain(order[::-1])[:-1])


def _chain(points: list[list[float]]) -> list[list[float]]:
    kept: list[list[float]] = []
    for point in points:
        while len(kept) > 1 and _turns_right(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _turns_right(a: list[float], b: list[float], c: list[float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0])


def clipped(corners: Array, window: Array) -> Array:
    """The part of one convex outline inside another, by Sutherland and Hodgman; maybe empty."""
    kept: list[Array] = list(corners)
    for start, end in zip(window, np.roll(window, -1, axis=0), strict=True):
        kept = _left_of(kept, start, end)
    return np.array(kept).reshape(-1, 2)


def _left_of(corners: list[Array], start: Array, end: Array) -> list[Array]:
    way = end - start
    inside = [float(way[0] * (c[1] - start[1]) - way[1] * (c[0] - start[0])) for c in corners]
    kept: list[Array] = []
    for number, corner in enumerate(corners):
        before, here = inside[number - 1], inside[number]
        if before * here < 0:
            share = before / (before - here)
            kept.append(corners[number - 1] + (corner - corners[number - 1]) * share)
        if here >= 0:
            kept.append(corner)
    return kept


def lit(piece: Piece) -> tuple[Array, Array]:
    """Middles and radii of the light part of a piece."""
    middles = piece.middles.copy()
    middles[:, 0] += LIGHT[0] * piece.radii
    middles[:, 1] += LIGHT[1] * piece.radii
    return middles, piece.radii * LIT


def shadow(points: Array, view: View, build: Build) -> tuple[Discs, ...]:
    """A body's shadow on the floor below it: discs whose skin is dark."""
    flat = points * np.array([1.0, 0.0, 1.0])
    size = build.stature * build.girth * SHADOW
    return tuple(
        (seen(part.weights @ flat, view), part.radii * size)
        for part in PARTS.values()
        if part.clothes in ("shirt", "trousers", "skin")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """What stands around a body on the picture."""

    behind: tuple[Piece, ...] = ()
    among: tuple[Piece, ...] = field(default=())


def scenery(solids: Sequence[Solid], view: View) -> Scenery:
    """The pieces of props: walls and mats behind all else, the others among the body's parts."""
    pieces = [prop_piece(solid, view, number) for number, solid in enumerate(solids)]
    backdrop = (PropKind.WALL.value, PropKind.MAT.value)
    return Scenery(
        behind=tuple(piece for piece in pieces if piece.colour in backdrop),
        among=tuple(piece for piece in pieces if piece.colour not in backdrop),
    )


def paint(
    points: Array, solids: Sequence[Solid], view: View, build: Build, more: Sequence[Piece] = ()
) -> Picture:
    """The picture of a body (41, 3) among props and `more` pieces."""
    around = scenery(solids, view)
    return Picture(
        behind=around.behind,
        shadow=shadow(points, view, build),
        pieces=tuple(in_order([*body_pieces(points, view, build), *around.among, *more])),
    )

"""What stands around a body: floor, chair, wall, door frame, and what lies beside it.

A surface is a plane or a rail that something can rest on. Distances are in leg lengths (hip to
ankle) of the body, so that the same exercise fits a taller person; the chair is as high as the
person's own lower legs.
"""

from dataclasses import dataclass, field

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.props import Prop, PropKind
from psoas.body.rotations import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A flat surface."""

    point: Array
    normal: Array

    def nearest(self, point: Array) -> tuple[Array, Array]:
        """The point of the surface nearest to each of some points, and the way out of it there."""
        height = turns.dot(point - self.point, np.broadcast_to(self.normal, point.shape))
        return point - height[..., None] * self.normal, np.broadcast_to(self.normal, point.shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """A straight edge or rod that a hand can hold, as thick as `radius`."""

    start: Array
    end: Array
    radius: float

    def nearest(self, point: Array) -> tuple[Array, Array]:
        """As for a plane."""
        way = self.end - self.start
        share = np.clip((point - self.start) @ way / (way @ way), 0, 1)
        on = self.start + share[..., None] * way
        out = turns.unit(point - on)
        return on + out * self.radius, out


@dataclass(frozen=True, slots=True, kw_only=True)
class Solid:
    """A piece of a prop as the skin around balls."""

    kind: PropKind
    piece: str
    points: Array
    """(n, 3), metres."""
    radius: float
    poses: tuple[str, ...] = ()
    """The poses in which it is there; empty: in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The room of one exercise."""

    props: tuple[Prop, ...] = ()
    build: Build = field(default_factory=Build)

    @property
    def surfaces(self) -> dict[str, Plane | Rail]:
        """Everything that can be rested on, by name: floor, seat, chair_back, wall, frame …"""
        found: dict[str, Plane | Rail] = {"floor": FLOOR}
        for prop in self.props:
            found |= _surfaces(prop, self.build)
        return found

    @property
    def solids(self) -> tuple[Solid, ...]:
        """All pieces of all props."""
        return tuple(solid for prop in self.props for solid in _solids(prop, self.build))


FLOOR = Plane(point=np.zeros(3), normal=np.array([0.0, 1.0, 0.0]))
"""The floor, or the mat on it."""

SEAT_DEPTH, SEAT_WIDTH, BACK_HEIGHT = 0.46, 0.46, 0.52
"""Of a chair, in leg lengths; the seat is as high as the knee's underside."""

_RAIL = 0.016
_FRAME = 0.05
_DOOR = 2.05


def seat_height(build: Build) -> float:
    """The height of a chair's seat above the floor, in metres."""
    return build.of("shank") + (0.039 - 0.034 * build.girth) * build.stature


def _place(prop: Prop, build: Build, local: Array) -> Array:
    """Points of a prop, given in metres as it faces forwards, in the room."""
    turned = local @ turns.about_y(np.array(prop.turn)).T
    forward, right = prop.at
    return turned + np.array([forward, prop.up, right]) * build.leg


def _surfaces(prop: Prop, build: Build) -> dict[str, Plane | Rail]:
    leg = build.leg

    def place(*local: float) -> Array:
        return _place(prop, build, np.array(local))

    def way(*local: float) -> Array:
        return np.array(local) @ turns.about_y(np.array(prop.turn)).T

    seat, width = seat_height(build), SEAT_WIDTH * leg / 2
    top = seat + BACK_HEIGHT * prop.size[1] * leg
    match prop.kind:
        case PropKind.CHAIR:
            return {
                "seat": Plane(point=place(0, seat, 0), normal=FLOOR.normal),
                "chair_back": Rail(
                    start=place(-SEAT_DEPTH * leg, top, -width),
                    end=place(-SEAT_DEPTH * leg, top, width),
                    radius=_RAIL,
                ),
            }
        case PropKind.WALL:
            return {"wall": Plane(point=place(0, 0, 0), normal=way(-1, 0, 0))}
        case PropKind.DOORWAY:
            return {
                "frame": Rail(start=place(0, 0, 0), end=place(0, _DOOR, 0), radius=_FRAME),
                "frame_face": Plane(point=place(-_FRAME, 0, 0), normal=way(-1, 0, 0)),
            }
        case PropKind.CUSHION | PropKind.BLOCK | PropKind.ROLLER:
            high = _SIZES[prop.kind][1] * prop.size[1] * leg
            return {prop.kind.value: Plane(point=place(0, high, 0), normal=FLOOR.normal)}
        case _:
            return {}


_SIZES = {
    PropKind.MAT: (2.2, 0.012, 0.75),
    PropKind.CUSHION: (0.48, 0.13, 0.48),
    PropKind.BLOCK: (0.26, 0.17, 0.12),
    PropKind.ROLLER: (0.17, 0.17, 1.0),
}
"""Length, height and width in leg lengths."""


def _solids(prop: Prop, build: Build) -> list[Solid]:
    makers = {
        PropKind.CHAIR: _chair,
        PropKind.WALL: _wall,
        PropKind.DOORWAY: _doorway,
    }
    pieces = makers.get(prop.kind, _box)(prop, build)
    return [
        Solid(
            kind=prop.kind,
            piece=name,
            points=_place(prop, build, np.array(points)),
            radius=r,
            poses=prop.poses,
        )
        for name, points, r in pieces
    ]


_Pieces = list[tuple[str, list[tuple[float, float, float]], float]]


def _chair(prop: Prop, build: Build) -> _Pieces:
    leg, seat = build.leg, seat_height(build)
    deep, wide = SEAT_DEPTH * leg, SEAT_WIDTH * leg / 2
    top = seat + BACK_HEIGHT * prop.size[1] * leg
    thick = 0.014
    under = seat - thick
    corners = [(x, under, z) for x in (-deep + thick, -thick) for z in (-wide, wide)]
    back = [(-deep, y, z) for y in (seat + 0.24 * leg, top) for z in (-wide, wide)]
    legs: _Pieces = [("leg", [(x, under, z), (x * 1.04, thick, z)], thick) for x, _, z in corners]
    posts: _Pieces = [("post", [(-deep, under, z), (-deep, top, z)], thick) for z in (-wide, wide)]
    return [("seat", corners, thick), *legs, *posts, ("back", back, thick)]


def _wall(prop: Prop, build: Build) -> _Pieces:
    half, high = 1.1 * prop.size[0] * build.leg, _DOOR * prop.size[1]
    return [("wall", [(0.02, y, z) for y in (0.02, high) for z in (-half, half)], 0.02)]


def _doorway(prop: Prop, build: Build) -> _Pieces:
    wide, high = 0.95 * prop.size[2] * build.leg, _DOOR * prop.size[1]
    post = _FRAME
    return [
        ("post", [(0, post, 0), (0, high, 0)], post),
        ("post", [(0, post, -wide), (0, high, -wide)], post),
        ("lintel", [(0, high, 0), (0, high, -wide)], post),
    ]


def _box(prop: Prop, build: Build) -> _Pieces:
    long, high, wide = (
        usual * own * build.leg for usual, own in zip(_SIZES[prop.kind], prop.size, strict=True)
    )
    round_ = high / 2
    x, z = max(long / 2 - round_, 0.0), max(wide / 2 - round_, 0.0)
    low = -round_ if prop.kind is PropKind.MAT else round_
    return [(prop.kind.value, [(a, low, b) for a in (-x, x) for b in (-z, z)], round_)]

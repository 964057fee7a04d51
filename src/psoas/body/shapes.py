"""The shape of a body: parts as the skin around balls, for pictures and for collisions alike."""

from dataclasses import dataclass, replace
from importlib.resources import files

import numpy as np

from psoas.body.build import Build
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.rotations import Array
from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Ball:
    """A ball around a landmark; its radius is a fraction of stature."""

    at: str
    radius: float
    off: tuple[tuple[str, str, float], ...] = ()
    """Away from the landmark: so much of each way from one landmark to another."""

    @property
    def weights(self) -> dict[int, float]:
        """How much of each landmark, by its place in an array, makes the middle of the ball."""
        found = {INDEX[self.at]: 1.0}
        for start, end, share in self.off:
            found[INDEX[end]] = found.get(INDEX[end], 0.0) + share
            found[INDEX[start]] = found.get(INDEX[start], 0.0) - share
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the body: the skin around its balls."""

    id: str
    clothes: str
    """What it wears: skin, shirt or trousers."""
    balls: tuple[Ball, ...]
    joins: str = ""
    """The part it grows out of."""
    paired: bool = False
    lift: float = 0.0
    """How much nearer it counts where it is asked what hides what, a fraction of stature."""

    @property
    def flat(self) -> bool:
        """Whether it is too small for a light part."""
        return len(self.balls) < 2 or max(ball.radius for ball in self.balls) < 0.01

    @property
    def points(self) -> list[int]:
        """The landmarks of its balls by their places in an array."""
        return [INDEX[ball.at] for ball in self.balls]

    @property
    def weights(self) -> Array:
        """(balls, 41): what to multiply landmarks with for the middles of the balls."""
        table = np.zeros((len(self.balls), len(LANDMARKS)))
        for row, ball in enumerate(self.balls):
            for number, share in ball.weights.items():
                table[row, number] = share
        return table

    @property
    def radii(self) -> Array:
        """The radii of its balls as fractions of stature."""
        return np.array([ball.radius for ball in self.balls])


@dataclass(frozen=True, slots=True)
class _ShapeFile:
    parts: tuple[Part, ...]


def _sided(part: Part, side: str, paired: set[str]) -> Part:
    joins = f"{side}_{part.joins}" if part.joins in paired else part.joins
    balls = tuple(_sided_ball(ball, side) for ball in part.balls)
    return replace(part, id=f"{side}_{part.id}", joins=joins, balls=balls, paired=False)


def _sided_ball(ball: Ball, side: str) -> Ball:
    off = tuple((_sided_name(a, side), _sided_name(b, side), share) for a, b, share in ball.off)
    return replace(ball, at=f"{side}_{ball.at}", off=off)


def _sided_name(name: str, side: str) -> str:
    """A landmark of a side; one of the midline stays."""
    return name if name in INDEX else f"{side}_{name}"


def _both_sides(parts: tuple[Part, ...]) -> dict[str, Part]:
    paired = {part.id for part in parts if part.paired}
    sided = [
        each
        for part in parts
        for each in (
            [_sided(part, side, paired) for side in ("left", "right")] if part.paired else [part]
        )
    ]
    return {part.id: part for part in sided}


PARTS: dict[str, Part] = _both_sides(
    read_toml(_ShapeFile, files("psoas.body") / "shapes.toml").parts
)
"""Every part of the body by its id (`left_thigh`, `belly`)."""


def _thickest() -> Array:
    """The radius around each landmark, by its own balls or else by those that lie near it."""
    own, near = np.zeros(len(LANDMARKS)), np.zeros(len(LANDMARKS))
    for ball in (ball for part in PARTS.values() for ball in part.balls):
        kept = near if ball.off else own
        kept[INDEX[ball.at]] = max(kept[INDEX[ball.at]], ball.radius)
    return np.where(own > 0, own, near)


_RADII = _thickest()


def radius(name: str, build: Build) -> float:
    """How thick the body is around a landmark, in metres."""
    return float(_RADII[INDEX[name]]) * build.girth * build.stature


def radii(build: Build) -> Array:
    """How thick the body is around each landmark, (41,), in metres; 0 where no part is."""
    return _RADII * (build.girth * build.stature)

"""Where muscles lie on a body, so that a picture can show where an exercise is felt."""

from dataclasses import dataclass, replace
from importlib.resources import files

import numpy as np

from psoas.body.build import Build
from psoas.body.figure import Skeleton
from psoas.body.rotations import Array
from psoas.body.sides import Side
from psoas.body.touching import SEGMENTS, Spot, spot_place
from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Glow:
    """A muscle's place along a segment of the body."""

    muscle: str
    segment: str
    on: str
    """The part of the body on which it is painted, the side left out."""
    way: tuple[float, float, float]
    along: tuple[float, float]
    radius: float
    out: tuple[float, float] = (0.5, 0.5)
    """How far out it begins and ends: 0 in the middle of the segment, 1 on a round one’s skin."""
    paired_on_trunk: bool = False
    """Whether the trunk has one on each side."""
    side: Side = Side.BOTH

    @property
    def paired(self) -> bool:
        """Whether each side of the body has its own."""
        return self.segment in SEGMENTS or self.paired_on_trunk

    @property
    def part(self) -> str:
        """The part of the body on which it is painted."""
        return f"{self.side.value}_{self.on}" if self.segment in SEGMENTS else self.on

    def middles(self, body: Skeleton, build: Build) -> Array:
        """Where it begins and ends, (…, 2, 3)."""
        ends = zip(self.along, self.out, strict=True)
        return np.stack([_inside(body, self, share, out, build) for share, out in ends], axis=-2)


@dataclass(frozen=True, slots=True)
class _GlowFile:
    glows: tuple[Glow, ...]


GLOWS = read_toml(_GlowFile, files("psoas.body") / "glows.toml").glows
"""The places of all muscles that are shown."""


def glows_of(muscles: tuple[str, ...], sides: tuple[Side, ...]) -> tuple[Glow, ...]:
    """The glows of some muscles on some sides of the body; the midline's once."""
    found = [glow for glow in GLOWS if glow.muscle in muscles]
    return tuple(
        replace(glow, side=side)
        for glow in found
        for side in (sides if glow.paired else (Side.BOTH,))
    )


def _inside(body: Skeleton, glow: Glow, share: float, out: float, build: Build) -> Array:
    spot = Spot(segment=glow.segment, side=glow.side, share=share, way=glow.way)
    skin = spot_place(body, spot, build)
    deep = replace(spot, way=(-glow.way[0], -glow.way[1], -glow.way[2]))
    return (1 + out) / 2 * skin + (1 - out) / 2 * spot_place(body, deep, build)

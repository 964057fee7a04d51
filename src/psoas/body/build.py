"""How a body is built: the lengths and widths of its segments, from its stature.

Lengths are fractions of stature after Drillis and Contini 1966, as given by Winter, *Biomechanics
and Motor Control of Human Movement*. Winter gives the outer widths of shoulders (0.259) and hips
(0.191); the joints lie inside of them. Their distances, the points of head, hand and foot, and all
thicknesses are our own estimates.
"""

from dataclasses import dataclass

from psoas.body.rotations import Array

FRACTIONS = {
    "thigh": 0.245,
    "shank": 0.246,
    "ankle_height": 0.039,
    "foot": 0.152,
    "trunk": 0.288,
    "shoulders": 0.21,
    "hips": 0.105,
    "upper_arm": 0.186,
    "forearm": 0.146,
    "hand": 0.108,
    "neck": 0.04,
    "head": 0.062,
}
"""Segment lengths as fractions of stature. The trunk is from the hip joints to the shoulders, the
neck to the base of the skull, the head from there to between the ears."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A body's build. The defaults are the figure of the pictures."""

    stature: float = 1.7
    """Metres."""
    legs: float = 1.0
    """The length of the legs for this stature: 0.9 is a tenth shorter, the trunk as it is."""
    girth: float = 1.0
    """The thickness of limbs and trunk: 1.3 is heavier."""
    range: float = 1.0
    """How far the joints go: 0.7 reaches seven tenths of the way that a pose asks for."""

    @property
    def usual(self) -> bool:
        """Whether it has the proportions and the range for which poses are written."""
        return (self.legs, self.girth, self.range) == (1.0, 1.0, 1.0)

    def of(self, segment: str) -> float:
        """The length of a segment in metres, by its name in `FRACTIONS`."""
        scale = self.legs if segment in ("thigh", "shank") else 1.0
        return FRACTIONS[segment] * scale * self.stature

    @property
    def leg(self) -> float:
        """Hip to ankle with a straight knee, in metres: the unit in which poses give distances."""
        return self.of("thigh") + self.of("shank")


def limited(angles: Array, neutral: Array, build: Build) -> Array:
    """Angles as far as this build goes towards them from a neutral position."""
    return neutral + (angles - neutral) * build.range

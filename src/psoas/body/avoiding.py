"""Avoiding: how a limb gets around what is in its way, as a person would without a thought.

A few ways around are tried (the elbow or knee turned, the hand or foot led outwards, forwards or
up) and the smallest that passes through nothing is taken.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.collisions import SOLID, limb_parts, too_deep
from psoas.body.figure import Posture, skeleton
from psoas.body.landmarks import landmark
from psoas.body.reaching import Limb, reach, swivelled
from psoas.body.rotations import Array
from psoas.body.surroundings import Surroundings

SWIVELS = (0.0, 15.0, -15.0, 30.0, -30.0, 50.0, -50.0, 75.0, -75.0, 100.0)
"""Degrees by which an elbow or knee may be turned to get out of the way, nearest first."""

LEADS = (0.0, 0.08, 0.16, 0.26, 0.38)
"""Metres by which a hand or foot may be led around something."""

_EFFORT = 0.01
"""Metres of collision that 100° of swivel or a metre of detour count as: less is preferred."""

_CLEAR = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Detour:
    """A way around: the turn of the middle joint, and how far the end is led off its way."""

    swivel: float = 0.0
    lead: float = 0.0
    way: str = "outwards"

    @property
    def effort(self) -> float:
        """How far from the straight way it is."""
        return _EFFORT * (abs(self.swivel) / 100 + self.lead)


Attempt = Callable[[Detour], Posture]
"""Gives the body with a limb led along a detour."""


def best(
    attempt: Attempt,
    limb: Limb,
    detours: Sequence[Detour],
    others: Sequence[str],
    around: Surroundings,
) -> Detour:
    """The smallest detour on which a limb passes through none of the other parts and props.

    Where there is none, the one on which it passes through least.
    """
    chosen, least = detours[0], np.inf
    for detour in detours:
        cost = _cost(attempt(detour), limb, others, around)
        if cost < _CLEAR:
            return detour
        if cost + detour.effort < least:
            chosen, least = detour, cost + detour.effort
    return chosen


def turning() -> list[Detour]:
    """Detours for a limb whose end must stay where it is."""
    return [Detour(swivel=swivel) for swivel in SWIVELS]


def leading() -> list[Detour]:
    """Detours for a limb that is free on its way, the smallest first."""
    found = [
        Detour(swivel=swivel, lead=lead, way=way)
        for lead in LEADS
        for way in (_WAYS if lead else ("outwards",))
        for swivel in (0.0, 35.0, -35.0)
    ]
    return sorted(found, key=lambda detour: detour.effort)


def _cost(posture: Posture, limb: Limb, others: Sequence[str], around: Surroundings) -> float:
    points = skeleton(posture, around.build).points
    stack = points if points.ndim == 3 else points[None]
    parts = limb_parts(limb.is_leg, limb.side)
    return float(too_deep(stack, parts, others, around.solids, around.build).max())


_WAYS: Mapping[str, tuple[float, float, float]] = {
    "outwards": (0.0, 0.0, 1.0),
    "forwards": (1.0, 0.0, 0.0),
    "outwards and forwards": (0.7, 0.0, 0.7),
    "forwards and up": (0.7, 0.7, 0.0),
    "backwards": (-0.8, 0.0, 0.6),
    "onwards": (0.3, -0.9, 0.3),
}
"""Where a hand or foot is led, in the axes of the trunk at its end (a left one in the mirror)."""


def detoured(posture: Posture, limb: Limb, detour: Detour, weight: Array, build: Build) -> Posture:
    """A limb led along a detour, the share `weight` of it in each frame."""
    if detour.lead:
        body = skeleton(posture, build)
        trunk = body.pelvis if limb.is_leg else body.thorax
        way = np.array(_WAYS[detour.way])
        if limb.side.value == "left":
            way = way * np.array([1.0, 1.0, -1.0])
        aside = turns.apply(trunk, np.broadcast_to(way, (*trunk.shape[:-2], 3)))
        end = body.points[..., landmark(limb.joints[2], limb.side), :]
        target = end + aside * (detour.lead * weight)[..., None]
        posture = reach(posture, limb, target, build)
    if detour.swivel:
        posture = swivelled(posture, limb, detour.swivel * weight, build)
    return posture


def parts_but(limbs: Sequence[Limb]) -> list[str]:
    """The solid parts of the body without those of some limbs."""
    left_out = {part for limb in limbs for part in limb_parts(limb.is_leg, limb.side)}
    return [name for name in SOLID if name not in left_out]

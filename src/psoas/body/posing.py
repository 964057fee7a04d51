"""Posing: from a pose as it is written down (angles and touches) to a body in the room.

`this` in a pose's words is the worked side; poses are written with the right side as this one and
mirrored for the left. A pose may start from another: then what rested stays where it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from psoas.body.avoiding import Detour, best, detoured, parts_but, turning
from psoas.body.build import Build, limited
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import ANGLE, HIGH, LOW, MIDLINE, PAIRED, check_limits
from psoas.body.landmarks import INDEX
from psoas.body.measuring import seen_from
from psoas.body.positions import Position
from psoas.body.reaching import Limb, arm, leg
from psoas.body.recipes import Recipe
from psoas.body.rotations import Array
from psoas.body.shapes import PARTS, radii
from psoas.body.sides import Side
from psoas.body.surroundings import Plane, Surroundings
from psoas.body.touching import TOUCHING, Spot, Touch, placed, settle, touched_place

LIMBS = ("this_foot", "other_foot", "this_hand", "other_hand")

OUT_OF_REACH = 0.03
"""Metres by which a limb may miss what it is to touch before the pose is refused."""


class BadPose(ValueError):
    """A pose that can't be taken; the message says what is wrong in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A body in a pose, and what it touches."""

    posture: Posture
    touches: Mapping[str, Touch] = field(default_factory=dict)
    """By limb."""
    through: Posture | None = None
    """The posture through which one comes into this one and leaves it."""


def side_of(word: str) -> Side:
    """The side that `this` or `other` stands for as poses are written."""
    return Side.RIGHT if word == "this" else Side.LEFT


def limb_of(name: str) -> Limb:
    """The arm or leg that `this_hand`, `other_foot` … stand for as poses are written."""
    which, kind = name.split("_")
    return leg(side_of(which)) if kind == "foot" else arm(side_of(which))


def take(recipe: Recipe, start: Posed, around: Surroundings) -> Posed:
    """The body in a pose, from the pose it starts from.

    Raises `BadPose` where a word is unknown or a limb can't reach, `OutsideLimits` where a joint
    would have to go too far. A build that isn't the usual one goes and reaches as far as it can.
    """
    build = around.build
    before = seen_from(start.posture, recipe.position)
    angles = limited(_angles(recipe, before), before, build)
    posture = Posture(position=recipe.position, angles=angles, root=_root(recipe, start, build))
    posture = _resting(_staying(posture, recipe, start, build), recipe, around)
    touches = _touches(recipe, start)
    posture = on_knees(posture, touches, build)
    for limb in in_order(touches):
        touches[limb], posture = _touched(posture, touches[limb], around)
    posture = _head_down(posture, recipe.touch.get("head", ""), around)
    if not build.usual:
        clipped = replace(posture, angles=np.clip(posture.angles, LOW, HIGH))
        return Posed(posture=clipped, touches=touches)
    _check(posture, touches, build)
    return Posed(posture=posture, touches=touches)


def _angles(recipe: Recipe, before: Array) -> Array:
    angles = before.copy()
    for name, value in recipe.angles.items():
        for full in full_names(name):
            angles[ANGLE[full]] = value
    return angles


def full_names(name: str) -> list[str]:
    """The angles that a pose's word stands for: `both_knee_flexion` for that of either knee."""
    which, _, bare = name.partition("_")
    names = {
        "this": [f"right_{bare}"],
        "other": [f"left_{bare}"],
        "both": [f"right_{bare}", f"left_{bare}"],
    }.get(which, [name])
    if any(full not in ANGLE for full in names):
        raise BadPose(
            f"“{name}” is not an angle; a pose can give this_, other_ or both_ and one of "
            f"{', '.join(PAIRED)}, or one of {', '.join(MIDLINE)}"
        )
    return names


def _root(recipe: Recipe, start: Posed, build: Build) -> Array:
    return start.posture.root + np.array(recipe.shift) * build.leg


def _staying(posture: Posture, recipe: Recipe, start: Posed, build: Build) -> Posture:
    if not recipe.stay:
        return posture
    number = _landmark(recipe.stay)
    before = skeleton(start.posture, build).points[number]
    after = skeleton(posture, build).points[number]
    return posture.moved(before - after)


def _landmark(name: str) -> int:
    full = name.replace("this_", "right_").replace("other_", "left_")
    if full not in INDEX:
        raise BadPose(f"“{name}” is not a landmark; name one such as this_knee or mid_shoulder")
    return INDEX[full]


_RESTING_PARTS = {
    Position.SUPINE: ("pelvis", "belly", "chest"),
    Position.PRONE: ("pelvis", "belly", "chest"),
    Position.SIDE_LYING: ("pelvis", "belly", "chest"),
    Position.SEATED_FLOOR: ("pelvis",),
    Position.SEATED_CHAIR: ("pelvis",),
    Position.KNEELING: ("left_shank", "right_shank"),
    Position.QUADRUPED: ("left_shank", "right_shank"),
    Position.STANDING: ("left_foot", "right_foot"),
}


def _resting(posture: Posture, recipe: Recipe, around: Surroundings) -> Posture:
    """Lowered or lifted until the part on which one rests in this position lies on its surface."""
    if not recipe.rest:
        return posture
    surface = around.surfaces.get(recipe.rest)
    if not isinstance(surface, Plane):
        raise BadPose(f"nothing here is called “{recipe.rest}” that the body could rest on")
    body, thick = skeleton(posture, around.build), radii(around.build)
    points = sorted({n for part in _RESTING_PARTS[recipe.position] for n in PARTS[part].points})
    lowest = min(float(body.points[n, 1] - thick[n]) for n in points)
    return posture.moved(np.array([0.0, float(surface.point[1]) - lowest, 0.0]))


def on_knees(posture: Posture, touches: Mapping[str, Touch], build: Build) -> Posture:
    """The pelvis at the height at which the knees that rest on something stay there."""
    knees = [touch for touch in touches.values() if touch.knee is not None]
    if not knees:
        return posture
    body = skeleton(posture, build)
    rises = []
    for touch in knees:
        assert touch.knee is not None
        hip = body.points[..., INDEX[f"{touch.limb.side.value}_hip"], :]
        across = hip - touch.knee
        flat = across[..., 0] ** 2 + across[..., 2] ** 2
        rises.append(np.sqrt(np.maximum(build.of("thigh") ** 2 - flat, 0)) - across[..., 1])
    rise = np.mean(rises, axis=0)
    return posture.moved(rise[..., None] * np.array([0.0, 1.0, 0.0]))


def _touches(recipe: Recipe, start: Posed) -> dict[str, Touch]:
    touches = dict(start.touches)
    for words, value in recipe.touch.items():
        for limb in _limbs(words):
            touches.pop(limb, None)
            if value != "free":
                touches[limb] = read_touch(limb, value)
    return touches


def _limbs(words: str) -> list[str]:
    which, _, bare = words.partition("_")
    if words == "head":
        return []
    if which == "both":
        single = {"hands": "hand", "feet": "foot"}.get(bare, bare)
        return [f"this_{single}", f"other_{single}"]
    if words not in LIMBS:
        raise BadPose(
            f"“{words}” can't touch; say one of head, both_hands, both_feet, {', '.join(LIMBS)}"
        )
    return [words]


_WAYS = {
    "behind": (-1.0, 0.0, 0.0),
    "front": (1.0, 0.0, 0.0),
    "outside": (0.0, 0.0, 1.0),
    "inside": (0.0, 0.0, -1.0),
    "under": (-1.0, 0.0, 0.0),
    "top": (0.0, 1.0, 0.0),
}
_LEANS = {"behind": 0.9, "front": 0.45}
"""How far a hand behind or in front of a limb lies to its own side: its fingers reach behind."""

_SEGMENTS = ("thigh", "shank", "foot", "upper_arm", "forearm", "pelvis", "waist", "thorax", "head")


def read_touch(limb: str, words: str) -> Touch:
    """A touch as it is written: `floor`, `heel on floor`, `behind this_thigh 0.6`."""
    kind, body = limb.split("_")[1], limb_of(limb)
    default = "sole" if kind == "foot" else "palm"
    parts = words.split()
    if len(parts) == 1:
        return Touch(limb=body, with_=default, surface=parts[0])
    if len(parts) == 3 and parts[1] == "on" and parts[0] in TOUCHING:
        return Touch(limb=body, with_=parts[0], surface=parts[2])
    if parts[0] == "strap":
        return Touch(limb=body, with_="palm", spot=_spot("under", parts[1], 0.35), strap=True)
    if parts[0] in _WAYS:
        share = float(parts[2]) if len(parts) > 2 else 0.6
        with_ = "ankle" if kind == "foot" else "palm"
        return Touch(limb=body, with_=with_, spot=_spot(parts[0], parts[1], share, body.side))
    raise BadPose(f"“{words}” is not something that {limb} can touch")


def _spot(way: str, words: str, share: float, hand: Side | None = None) -> Spot:
    which, _, segment = words.partition("_")
    if which not in ("this", "other"):
        segment, side = words, hand or Side.RIGHT
    else:
        side = side_of(which)
    if segment not in _SEGMENTS:
        raise BadPose(f"“{words}” is not a part of the body; say one of {', '.join(_SEGMENTS)}")
    out = np.array(_WAYS[way])
    if which in ("this", "other") and hand is not None and way in _LEANS:
        out = out + np.array([0.0, 0.0, _LEANS[way] if hand is side else -_LEANS[way]])
    return Spot(segment=segment, side=side, share=share, way=(out[0], out[1], out[2]))


def in_order(touches: Mapping[str, Touch]) -> list[str]:
    """Legs before arms, and what rests on a surface before what rests on the body."""
    return sorted(touches, key=lambda limb: (LIMBS.index(limb) > 1, touches[limb].spot is not None))


def _touched(posture: Posture, touch: Touch, around: Surroundings) -> tuple[Touch, Posture]:
    if touch.spot is None and touch.point is None:
        surface = around.surfaces.get(touch.surface)
        if surface is None:
            raise BadPose(f"nothing here is called “{touch.surface}” to touch; name a prop for it")
        touch = placed(posture, touch, surface, around.build)
    if not touch.limb.is_leg:
        posture = _elbow_out_of_the_way(posture, touch, around)
    posture = settle(posture, touch, around.build)
    if touch.with_ == "shin" and touch.knee is None:
        knee = skeleton(posture, around.build).points[INDEX[f"{touch.limb.side.value}_knee"]]
        touch = replace(touch, knee=knee)
    return touch, posture


def _elbow_out_of_the_way(posture: Posture, touch: Touch, around: Surroundings) -> Posture:
    """The elbow turned as little as leaves the arm clear of the body."""
    build, whole = around.build, np.array(1.0)

    def attempt(detour: Detour) -> Posture:
        return settle(detoured(posture, touch.limb, detour, whole, build), touch, build)

    others = parts_but([arm(Side.RIGHT), arm(Side.LEFT)])
    detour = best(attempt, touch.limb, turning(), others, around)
    return detoured(posture, touch.limb, detour, whole, build)


def _head_down(posture: Posture, words: str, around: Surroundings) -> Posture:
    """The neck bent until the head lies on its surface."""
    if not words:
        return posture
    surface = around.surfaces.get(words)
    if not isinstance(surface, Plane):
        raise BadPose(f"nothing here is called “{words}” for the head to rest on")
    low, high = -60.0, 55.0
    for _ in range(24):
        middle = (low + high) / 2
        deep = _depth(_nodding(posture, middle), surface, around.build)
        towards = _depth(_nodding(posture, middle + 1), surface, around.build) > deep
        low, high = (middle, high) if (deep < 0) == towards else (low, middle)
    return _nodding(posture, (low + high) / 2)


def _nodding(posture: Posture, degrees: float) -> Posture:
    angles = posture.angles.copy()
    angles[..., ANGLE["neck_flexion"]] = degrees
    return replace(posture, angles=angles)


def _depth(posture: Posture, surface: Plane, build: Build) -> float:
    """How far the head is inside of a surface, in metres; below 0 it is above it."""
    points = skeleton(posture, build).points - surface.point
    size = build.girth * build.stature
    return max(
        float((part.radii * size - part.weights @ points @ surface.normal).max())
        for part in (PARTS["head"], PARTS["hair"])
    )


def _check(posture: Posture, touches: Mapping[str, Touch], build: Build) -> None:
    check_limits(posture.angles)
    for limb, touch in touches.items():
        here, there = touched_place(posture, touch, build)
        gap = float(np.linalg.norm(there - here))
        if gap > OUT_OF_REACH:
            what = touch.surface or f"the {touch.spot.segment if touch.spot else ''}"
            raise BadPose(f"{limb} misses {what} by {gap * 100:.0f} cm")

"""Moving from one pose to the next: minimum jerk in the joints, and what rests stays at rest.

Joints go from angle to angle, ball joints along the shortest way. A limb that touches the same
thing before and after stays on it; one that leaves or comes moves freely, above the floor and
around what is in its way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from psoas.body import rotations as turns
from psoas.body.avoiding import Detour, best, detoured, leading, parts_but, turning
from psoas.body.build import Build
from psoas.body.figure import ORIENTATION, Posture, hip_turn, shoulder_turn, skeleton
from psoas.body.joints import ANGLES, LEFT, MIDLINE, PAIRED_INDEX, RIGHT
from psoas.body.landmarks import INDEX, landmark
from psoas.body.measuring import hip_angles, shoulder_angles
from psoas.body.posing import LIMBS, Posed, limb_of, on_knees
from psoas.body.reaching import reach
from psoas.body.rotations import Array
from psoas.body.shapes import PARTS, radius
from psoas.body.surroundings import Surroundings
from psoas.body.touching import Touch, settle, touched_place

STEP_HEIGHT = 0.05
"""How high a hand or foot is lifted on its way to another place of the same surface, in metres."""

SAME_PLACE = 0.02
"""Metres within which a touch counts as staying where it is."""

_SLIDING = ("heel", "instep", "shin")


def minimum_jerk(time: Array) -> Array:
    """How much of a movement is done (0 to 1) when so much of its time (0 to 1) has passed.

    10 t³ - 15 t⁴ + 6 t⁵: the smoothest way from rest to rest (Flash and Hogan 1985).
    """
    done: Array = time**3 * (10 - 15 * time + 6 * time**2)
    return done


GRID = np.linspace(0, 1, 25)
"""Where along a way it is looked at to find a way around what is in the way."""


def between(first: Posed, second: Posed, shares: Array, around: Surroundings) -> Posture:
    """The body along its way from one pose to another: a stack of one posture for each share.

    `shares` (n,) run from 0 (the first pose) to 1 (the second).
    """
    _, detours = _way(first, second, GRID, around, {})
    posture, _ = _way(first, second, shares, around, detours)
    return posture


def _way(
    first: Posed, second: Posed, shares: Array, around: Surroundings, known: Mapping[str, Detour]
) -> tuple[Posture, dict[str, Detour]]:
    """The body along its way, and the detours that its limbs make: the known ones, or found."""
    kept, detours = kept_touches(first, second, shares), dict(known)
    posture = _in_the_joints(first.posture, second.posture, shares)
    posture = _bowed(posture, first, second, shares)
    posture = on_knees(_above_the_floor(posture, around.build), kept, around.build)
    unplaced = _in_order(first, second, kept)
    for limb in tuple(unplaced):
        attempt = partial(_led, posture, limb, kept.get(limb), shares, around.build)
        if limb not in detours:
            detours[limb] = _detour(attempt, kept.get(limb), unplaced, around)
        posture = attempt(detours[limb])
        unplaced.remove(limb)
    return posture, detours


def _in_order(first: Posed, second: Posed, kept: Mapping[str, Touch]) -> list[str]:
    """Legs before arms; first what stays on a surface, last what rests on another limb."""

    def rank(limb: str) -> tuple[bool, bool, bool]:
        touches = (first.touches.get(limb), second.touches.get(limb))
        on_body = any(touch is not None and touch.spot is not None for touch in touches)
        return not limb_of(limb).is_leg, on_body, limb not in kept

    return sorted(LIMBS, key=rank)


def _led(
    posture: Posture, limb: str, touch: Touch | None, shares: Array, build: Build, detour: Detour
) -> Posture:
    """One limb along its way, on a detour."""
    weight = np.sin(np.pi * shares)
    if touch is not None:
        return settle(detoured(posture, limb_of(limb), detour, weight, build), touch, build)
    return _lifted(detoured(posture, limb_of(limb), detour, weight, build), limb, build)


def _detour(
    attempt: Callable[[Detour], Posture],
    touch: Touch | None,
    unplaced: Sequence[str],
    around: Surroundings,
) -> Detour:
    """The smallest detour of the first of the unplaced limbs around what is in its way.

    A planted foot makes none, and the limbs that aren't placed yet are in nobody's way.
    """
    own, *_ = limbs = [limb_of(limb) for limb in unplaced]
    if touch is not None and own.is_leg:
        return Detour()
    options = leading() if touch is None else turning()
    return best(attempt, own, options, parts_but(limbs), around)


def _in_the_joints(first: Posture, second: Posture, shares: Array) -> Posture:
    across = shares[:, None]
    before = np.broadcast_to(first.angles, (len(shares), len(ANGLES)))
    after = np.broadcast_to(second.angles, (len(shares), len(ANGLES)))
    angles = before * (1 - across) + after * across
    _turn_pelvis(angles, first, second, shares)
    for part in (RIGHT, LEFT):
        _turn_ball_joints(angles[:, part], before[:, part], after[:, part], shares)
    root = first.root * (1 - across) + second.root * across
    return Posture(position=second.position, angles=angles, root=root)


def _bowed(straight: Posture, first: Posed, second: Posed, shares: Array) -> Posture:
    """A way that bows so that half-way it leads through the pose told by either end."""
    through = second.through or first.through
    if through is None:
        return straight
    half = _in_the_joints(first.posture, second.posture, np.array([0.5]))
    weight = (4 * shares * (1 - shares))[:, None]
    aside = (through.angles - half.angles + 180) % 360 - 180
    return replace(
        straight,
        angles=straight.angles + aside * weight,
        root=straight.root + (through.root - half.root) * weight,
    )


def _turn_pelvis(angles: Array, first: Posture, second: Posture, shares: Array) -> None:
    start = np.broadcast_to(first.pelvis, (len(shares), 3, 3))
    end = np.broadcast_to(second.pelvis, (len(shares), 3, 3))
    turned = turns.part_of_way(start, end, shares)
    vector = turns.to_vector(ORIENTATION[second.position].T @ turned)
    for name, value in zip(("list", "turn", "tilt"), (vector * [1, -1, -1]).T, strict=True):
        angles[:, MIDLINE.index(f"pelvis_{name}")] = value


def _turn_ball_joints(angles: Array, before: Array, after: Array, shares: Array) -> None:
    for turn, measured, names in _BALL_JOINTS:
        columns = [PAIRED_INDEX[name] for name in names]
        start, end = (turn(*side[:, columns].T) for side in (before, after))
        values = measured(turns.part_of_way(start, end, shares))
        for name, column in zip(names, columns, strict=True):
            angles[:, column] = values[name]


_BALL_JOINTS = (
    (hip_turn, hip_angles, ("hip_flexion", "hip_abduction", "hip_rotation")),
    (
        shoulder_turn,
        shoulder_angles,
        ("shoulder_plane", "shoulder_elevation", "shoulder_rotation"),
    ),
)

_TRUNK = sorted({n for part in ("pelvis", "belly", "chest") for n in PARTS[part].points})


def _above_the_floor(posture: Posture, build: Build) -> Posture:
    """The whole body lifted where its trunk would sink into the floor on the way."""
    points = skeleton(posture, build).points
    thick = np.array([radius(_NAMES[n], build) for n in _TRUNK])
    sunk = np.maximum((thick - points[:, _TRUNK, 1]).max(axis=1), 0)
    ends = np.maximum(sunk[0], sunk[-1])
    return posture.moved(np.maximum(sunk - ends, 0)[:, None] * np.array([0.0, 1.0, 0.0]))


_NAMES = {number: name for name, number in INDEX.items()}


def kept_touches(first: Posed, second: Posed, shares: Array) -> dict[str, Touch]:
    """The touches that last the whole way, with their points along it."""
    found = {}
    for limb in LIMBS:
        one, other = first.touches.get(limb), second.touches.get(limb)
        if one and other and _same(one, other):
            found[limb] = _along(one, other, shares)
    if all(foot in found and _steps(first, second, foot) for foot in _FEET):
        for number, foot in enumerate(_FEET):
            one, other = first.touches[foot], second.touches[foot]
            found[foot] = _in_turn(one, other, shares, number)
    return found


_FEET = ("this_foot", "other_foot")

LONGEST_STEP = 0.3
"""How far a foot goes in one step when both feet walk to another place, in metres."""


def _steps(first: Posed, second: Posed, foot: str) -> bool:
    one, other = first.touches[foot], second.touches[foot]
    return other.with_ == "sole" and _moves(one, other)


def _in_turn(one: Touch, other: Touch, shares: Array, number: int) -> Touch:
    """A sole that walks to its new place in small steps, in turn with the other foot."""
    assert one.point is not None and other.point is not None and other.normal is not None
    way = other.point - one.point
    steps = int(np.ceil(float(np.linalg.norm(way)) / LONGEST_STEP))
    turn = np.clip(2 * steps * shares - number - 2 * np.arange(steps)[:, None], 0, 1)
    done = minimum_jerk(turn).sum(axis=0)[:, None] / steps
    lift = STEP_HEIGHT * np.sin(np.pi * turn).sum(axis=0)[:, None]
    return replace(other, point=one.point + done * way + lift * other.normal)


def _same(one: Touch, other: Touch) -> bool:
    """Whether two touches are of the same thing, so that the limb need not leave it."""
    if one.spot and other.spot:
        return (one.spot.segment, one.spot.side, one.spot.way, one.strap) == (
            other.spot.segment, other.spot.side, other.spot.way, other.strap
        )  # fmt: skip
    return bool(one.surface) and (one.surface, one.with_) == (other.surface, other.with_)


def _along(one: Touch, other: Touch, shares: Array) -> Touch:
    across = shares[:, None]
    if one.spot and other.spot:
        share = one.spot.share * (1 - across) + other.spot.share * across
        return replace(other, spot=replace(other.spot, share=share))
    assert one.point is not None and other.point is not None and other.normal is not None
    point = one.point * (1 - across) + other.point * across
    if _moves(one, other) and one.with_ not in _SLIDING:
        lift = STEP_HEIGHT * np.sin(np.pi * shares)
        point = point + lift[:, None] * other.normal
    fingers = None
    if one.fingers is not None and other.fingers is not None:
        fingers = turns.unit(one.fingers * (1 - across) + other.fingers * across)
    knee = None
    if one.knee is not None and other.knee is not None:
        knee = one.knee * (1 - across) + other.knee * across
    return replace(other, point=point, fingers=fingers, knee=knee)


def _moves(one: Touch, other: Touch) -> bool:
    assert one.point is not None and other.point is not None
    return float(np.linalg.norm(one.point - other.point)) > SAME_PLACE


_ENDS = {True: ("knee", "ankle", "heel", "foot_index"), False: ("wrist", "index", "pinky")}


def _lifted(posture: Posture, limb: str, build: Build) -> Posture:
    """A limb that moves freely, lifted where it would sink into the floor."""
    own = limb_of(limb)
    points = skeleton(posture, build).points
    low = [
        radius(f"{own.side.value}_{name}", build) - points[:, landmark(name, own.side), 1]
        for name in _ENDS[own.is_leg]
    ]
    sunk = np.maximum(np.max(low, axis=0), 0)
    rise = np.maximum(sunk - np.maximum(sunk[0], sunk[-1]), 0)
    if not rise.any():
        return posture
    end = points[:, landmark(own.joints[2], own.side), :]
    raised = reach(posture, own, end + rise[:, None] * np.array([0.0, 1.0, 0.0]), build)
    return replace(posture, angles=np.where((rise > 0)[:, None], raised.angles, posture.angles))


def slip(posture: Posture, touches: Mapping[str, Touch], build: Build) -> float:
    """How far the limbs get from what they rest on at most, in metres, over a stack of frames."""
    gaps = [
        float(np.linalg.norm(np.subtract(*touched_place(posture, touch, build)), axis=-1).max())
        for touch in touches.values()
    ]
    return max(gaps, default=0.0)

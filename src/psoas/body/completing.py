"""Completing: the points of the midline that a camera doesn't give, from the 33 that it gives.

A camera sees where hips and shoulders are, not how the back gets from one to the other. If the back
is thought to bend as the figure's does, its bend follows from how much nearer to the hips the
shoulders are than the spine is long.
"""

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import FRACTIONS, Build
from psoas.body.figure import Posture, Skeleton, skeleton
from psoas.body.joints import ANGLE, ANGLES
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.segments import SHOULDERS_TO_NECK, TRUNK

_MOST = 110.0
"""Degrees beyond which no back bends."""

_MODEL = Build()
_SPINE = _MODEL.of("trunk")
_LOW_BACK = ("sacrum", "lumbar", "waist")
_CHEST = next(height for _, point, height in TRUNK if point == "chest")


def completed(world: Array, spine: float | None = None, backwards: bool = False) -> Array:
    """All points of a body (…, 41, 3) from the 33 landmarks of a camera (…, 33, 3), in metres.

    The axes can be any right-handed ones; gravity isn't used. `spine` is how long the trunk is from
    hips to shoulders when it is straight (`Build.of("trunk")`, or seen when standing tall); without
    it, it is guessed from the legs. The back is thought to bend evenly along its length and forward
    (or `backwards`): which of the two can't be seen, nor where along the spine it bends. So the
    tilt of the pelvis can't be told apart from the bend of the low back: only both together are
    known. Side bend and rotation are seen well, from how hips and shoulders lie to each other.

    How uncertain it is: a back that is bent by 30° brings the shoulders only 1.7 % nearer, one by
    60° 6.7 %. So 1 % of error in `spine` or in the distance reads as a bend of 23° in a straight
    back, and is 11° at 30° and 4° at 60°; the tilt of the pelvis takes about two thirds of it.
    Raised arms lift the shoulders by more than that, and BlazePose's own trunks vary by 10 % and
    more. Compare somebody with themselves, and trust nothing but large changes.
    """
    points = np.zeros((*world.shape[:-2], len(LANDMARKS), 3))
    points[..., : world.shape[-2], :] = world
    for middle in ("hip", "shoulder", "ear"):
        _put(
            points,
            f"mid_{middle}",
            (_at(points, f"left_{middle}") + _at(points, f"right_{middle}")) / 2,
        )
    length = _guessed_spine(points) if spine is None else np.full(points.shape[:-2], spine)
    pelvis, back = _bent(points, length, backwards)
    _fill(points, pelvis, back, length)
    return points


def _at(points: Array, name: str) -> Array:
    return points[..., INDEX[name], :]


def _put(points: Array, name: str, value: Array) -> None:
    points[..., INDEX[name], :] = value


def _guessed_spine(points: Array) -> Array:
    """The length of the spine of somebody with such legs, in metres."""
    bones = [
        turns.length(_at(points, f"{side}_{upper}") - _at(points, f"{side}_{lower}"))
        for side in ("left", "right")
        for upper, lower in (("hip", "knee"), ("knee", "ankle"))
    ]
    share = FRACTIONS["trunk"] / (FRACTIONS["thigh"] + FRACTIONS["shank"])
    guess: Array = np.sum(bones, axis=0) / 2 * share
    return guess


def _bent(points: Array, length: Array, backwards: bool) -> tuple[Array, Skeleton]:
    """How the pelvis is turned (…, 3, 3), and a figure whose back is bent in the same way."""
    chord = _at(points, "mid_shoulder") - _at(points, "mid_hip")
    pelvis, thorax = (_across(points, chord, pair) for pair in ("hip", "shoulder"))
    vector = turns.to_vector(np.swapaxes(pelvis, -1, -2) @ thorax)
    side, rotation = vector[..., 0], -vector[..., 1]
    whole = np.interp(-turns.length(chord) / length, -_CHORDS, _BENDS)
    flexion = np.sqrt(np.maximum(whole**2 - side**2, 0)) * (-1 if backwards else 1)
    lean = np.interp(np.abs(flexion), _BENDS, _LEANS) * np.sign(flexion)
    angles = np.zeros((*flexion.shape, len(ANGLES)))
    for name, value in (
        ("side_bend", side),
        ("trunk_rotation", rotation),
        ("lumbar_flexion", flexion),
    ):
        angles[..., ANGLE[name]] = value
    return pelvis @ turns.about_z(lean), _standing(angles)


def _across(points: Array, chord: Array, pair: str) -> Array:
    """An orientation across the hips or the shoulders, upwards as far along the trunk as it can."""
    across = turns.unit(_at(points, f"right_{pair}") - _at(points, f"left_{pair}"))
    return turns.frame(chord - across * turns.dot(chord, across)[..., None], across)


def _standing(angles: Array) -> Skeleton:
    root = np.zeros((*angles.shape[:-1], 3))
    return skeleton(Posture(position=Position.STANDING, angles=angles, root=root), _MODEL)


def _fill(points: Array, pelvis: Array, back: Skeleton, length: Array) -> None:
    """The midline: the low back from the hips up, the rest from the shoulders down."""
    scale = (length / _SPINE)[..., None]
    for name in _LOW_BACK:
        _put(points, name, _at(points, "mid_hip") + turns.apply(pelvis, back.point(name)) * scale)
    up = turns.apply(pelvis, back.thorax[..., :, 1]) * length[..., None]
    top = _at(points, "mid_shoulder")
    _put(points, "chest", top - up * (1 - _CHEST))
    _put(points, "neck", top + up * (SHOULDERS_TO_NECK / FRACTIONS["trunk"]))


def _table() -> tuple[Array, Array, Array]:
    """For some bends of the back, in degrees: the share of its length that is left between hips and
    shoulders, and by how many degrees the way between them leans forward of the pelvis."""
    bends = np.linspace(0, _MOST, 111)
    angles = np.zeros((len(bends), len(ANGLES)))
    angles[:, ANGLE["lumbar_flexion"]] = bends
    chord = _standing(angles).point("mid_shoulder")
    return bends, turns.length(chord) / _SPINE, np.degrees(np.arctan2(chord[:, 0], chord[:, 1]))


_BENDS, _CHORDS, _LEANS = _table()

"""From the points of a body back to its joint angles: the way back from `figure`.

Every angle follows from the direction of segments, so it is the same for any build. Where an angle
has no meaning (the direction of an arm that hangs, the turn of a straight arm apart from its hand)
it is given as 0.
"""

import numpy as np

from psoas.body import rotations as turns
from psoas.body.figure import BACK, NECK, ORIENTATION, PELVIS, Posture
from psoas.body.joints import ANGLE, ANGLES, LEFT, PAIRED_INDEX, RIGHT
from psoas.body.landmarks import INDEX
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.segments import HAND, HEAD, Offset

_STRAIGHT = 1e-6
"""The sine below which a joint counts as straight."""


def measure(points: Array, position: Position) -> Array:
    """The angles (…, 31) of a body in a position, in degrees, from all its points (…, 41, 3)."""
    angles = np.zeros((*points.shape[:-2], len(ANGLES)))
    pelvis, thorax, head = pelvis_of(points), thorax_of(points), _head(points)
    _put(angles, PELVIS, ORIENTATION[position].T @ pelvis)
    _put(angles, BACK, np.swapaxes(pelvis, -1, -2) @ thorax)
    _put(angles, NECK, np.swapaxes(thorax, -1, -2) @ head)
    for side, part, sign in (("right", RIGHT, 1.0), ("left", LEFT, -1.0)):
        mirror = np.array([1.0, 1.0, sign])
        leg = _leg(
            _limb(points, side, pelvis, ("hip", "knee", "ankle", "heel", "foot_index"), mirror)
        )
        arm = _arm(
            _limb(points, side, thorax, ("shoulder", "elbow", "wrist", "index", "pinky"), mirror)
        )
        for name, value in {**leg, **arm}.items():
            angles[..., part.start + PAIRED_INDEX[name]] = value
    return angles


def seen_from(posture: Posture, position: Position) -> Array:
    """The angles of a posture as another position tells them: the pelvis turned from there."""
    angles = posture.angles.copy()
    if not np.array_equal(ORIENTATION[position], ORIENTATION[posture.position]):
        _put(angles, PELVIS, ORIENTATION[position].T @ posture.pelvis)
    return angles


def pelvis_of(points: Array) -> Array:
    """The orientation of the pelvis (…, 3, 3): across the hips, and up to the sacrum."""
    up = points[..., INDEX["sacrum"], :] - points[..., INDEX["mid_hip"], :]
    return turns.frame(up, points[..., INDEX["right_hip"], :] - points[..., INDEX["left_hip"], :])


def thorax_of(points: Array) -> Array:
    """The orientation of the thorax (…, 3, 3): across the shoulders, and up from the chest."""
    up = points[..., INDEX["mid_shoulder"], :] - points[..., INDEX["chest"], :]
    across = points[..., INDEX["right_shoulder"], :] - points[..., INDEX["left_shoulder"], :]
    return turns.frame(up, across)


def _head(points: Array) -> Array:
    across = points[..., INDEX["right_ear"], :] - points[..., INDEX["left_ear"], :]
    eyes = points[..., INDEX["left_eye"], :] + points[..., INDEX["right_eye"], :]
    mouth = points[..., INDEX["mouth_left"], :] + points[..., INDEX["mouth_right"], :]
    rough = turns.frame(eyes - mouth, across)
    return rough @ turns.about_z(np.array(_SLOPE_OF_THE_FACE))


def _lean(start: Offset, end: Offset) -> float:
    """How far the way from one point to another leans forward from Y, in degrees."""
    return float(np.degrees(np.arctan2(end[0] - start[0], end[1] - start[1])))


_SLOPE_OF_THE_FACE = _lean(HEAD["mouth_right"], HEAD["right_eye"])


def _put(angles: Array, names: tuple[str, str, str], turn: Array) -> None:
    vector = turns.to_vector(turn) * np.array([1.0, -1.0, -1.0])
    for number, name in enumerate(names):
        angles[..., ANGLE[name]] = vector[..., number]


def _limb(
    points: Array, side: str, parent: Array, names: tuple[str, ...], mirror: Array
) -> list[Array]:
    """Points of a limb as its parent segment sees them, a left one in the mirror."""
    return [turns.undo(parent, points[..., INDEX[f"{side}_{name}"], :]) * mirror for name in names]


def _leg(limb: list[Array]) -> dict[str, Array]:
    hip, knee, ankle, heel, toes = limb
    up, lower, sole = turns.unit(hip - knee), turns.unit(knee - ankle), turns.unit(toes - heel)
    shank = turns.frame(lower, np.cross(sole, lower))
    thigh = turns.frame(up, shank[..., :, 2])
    return {
        **hip_angles(thigh),
        "knee_flexion": signed_angle(up, lower, -shank[..., :, 2]),
        "ankle_dorsiflexion": signed_angle(shank[..., :, 0], sole, shank[..., :, 2]),
    }


def _arm(limb: list[Array]) -> dict[str, Array]:
    shoulder, elbow, wrist, index, pinky = limb
    up, lower = turns.unit(shoulder - elbow), turns.unit(elbow - wrist)
    hand = _hand(wrist, index, pinky)
    axis = np.cross(up, lower)
    bent = turns.length(axis)[..., None] > _STRAIGHT
    upper = turns.frame(up, np.where(bent, axis, hand[..., :, 2]))
    elbow_turned = turns.frame(lower, upper[..., :, 2])
    return {
        **shoulder_angles(upper),
        "elbow_flexion": signed_angle(up, lower, upper[..., :, 2]),
        **hand_angles(np.swapaxes(elbow_turned, -1, -2) @ hand),
    }


def _hand(wrist: Array, index: Array, pinky: Array) -> Array:
    """The orientation of a right hand: X nearly across the knuckles, the fingers down Y."""
    across = turns.unit(index - pinky)
    palm = turns.unit(np.cross(across, wrist - (index + pinky) / 2))
    rough = np.stack([across, np.cross(palm, across), palm], axis=-1)
    return rough @ turns.about_z(np.array(-_SLOPE_OF_THE_KNUCKLES))


_SLOPE_OF_THE_KNUCKLES = 90 - _lean(HAND["pinky"], HAND["index"])


def hip_angles(turn: Array) -> dict[str, Array]:
    """The three angles of a right hip from the thigh's orientation in the pelvis."""
    return {
        "hip_flexion": _degrees(-turn[..., 0, 1], turn[..., 1, 1]),
        "hip_abduction": -np.degrees(np.arcsin(np.clip(turn[..., 2, 1], -1, 1))),
        "hip_rotation": _degrees(-turn[..., 2, 0], turn[..., 2, 2]),
    }


def shoulder_angles(turn: Array) -> dict[str, Array]:
    """The three angles of a right shoulder from the upper arm's orientation in the thorax."""
    away = -turn[..., :, 1]
    across = np.hypot(away[..., 0], away[..., 2])
    plane = np.where(across > _STRAIGHT, _degrees(away[..., 0], away[..., 2]), 0.0)
    elevation = _degrees(across, -away[..., 1])
    raised = turns.about_y(plane) @ turns.about_x(-elevation) @ turns.about_y(-plane)
    twist = np.swapaxes(raised, -1, -2) @ turn
    return {
        "shoulder_plane": plane,
        "shoulder_elevation": elevation,
        "shoulder_rotation": _degrees(twist[..., 0, 2], twist[..., 0, 0]),
    }


def hand_angles(turn: Array) -> dict[str, Array]:
    """Pronation and wrist flexion of a right hand from its orientation at the elbow's end."""
    return {
        "forearm_pronation": _degrees(-turn[..., 2, 0], turn[..., 0, 0]),
        "wrist_flexion": _degrees(-turn[..., 1, 2], turn[..., 1, 1]),
    }


def signed_angle(first: Array, second: Array, axis: Array) -> Array:
    """Degrees from one direction to another about an axis."""
    return _degrees(turns.dot(np.cross(first, second), axis), turns.dot(first, second))


def _degrees(sine: Array, cosine: Array) -> Array:
    return np.degrees(np.arctan2(sine, cosine))


def trunk_inclination(points: Array) -> Array:
    """How far the trunk leans from the vertical, in degrees: 0 upright, 90 level.

    From the hips to the shoulders, as the camera can see it; whatever the direction.
    """
    trunk = turns.unit(points[..., INDEX["mid_shoulder"], :] - points[..., INDEX["mid_hip"], :])
    return np.degrees(np.arccos(np.clip(trunk[..., 1], -1, 1)))

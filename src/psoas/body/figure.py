"""Forward kinematics: from joint angles to the points of a body, one frame or a whole stack.

Axes of each segment at rest (standing, arms hanging): X forward, Y up, Z to the right. The left
side is computed as a right side in a mirror, so that both use the same signs.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.joints import ANGLE, ANGLES
from psoas.body.landmarks import INDEX
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.segments import LIMBS, SEGMENTS, table
from psoas.body.sides import Side

LYING_ON_BACK = turns.about_z(np.array(90.0))
LYING_ON_FRONT = turns.about_z(np.array(-90.0))
LYING_ON_RIGHT = np.array([[0.0, -1.0, 0.0], [0.0, 0.0, -1.0], [1.0, 0.0, 0.0]])
UPRIGHT = np.eye(3)

ORIENTATION = {
    Position.SUPINE: LYING_ON_BACK,
    Position.PRONE: LYING_ON_FRONT,
    Position.QUADRUPED: LYING_ON_FRONT,
    Position.SIDE_LYING: LYING_ON_RIGHT,
    Position.KNEELING: UPRIGHT,
    Position.SEATED_FLOOR: UPRIGHT,
    Position.SEATED_CHAIR: UPRIGHT,
    Position.STANDING: UPRIGHT,
}
"""How the pelvis is turned in each position before tilt, list and turn are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """Joint angles in a place: one frame, or a stack of frames along the first axes."""

    position: Position
    angles: Array
    """(…, 31), degrees, in the order of `ANGLES`."""
    root: Array
    """(…, 3), metres: the middle between the hips."""

    @property
    def pelvis(self) -> Array:
        """The orientation of the pelvis in the room, (…, 3, 3)."""
        turn: Array = ORIENTATION[self.position] @ turns.from_vector(self.angles @ _MIDLINE[:, :3])
        return turn

    def moved(self, by: Array) -> "Posture":
        """The same posture elsewhere, `by` in metres."""
        return replace(self, root=self.root + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Where every point of a body is, and how its segments are turned."""

    points: Array
    """(…, 41, 3), metres, in the order of `LANDMARKS`."""
    pelvis: Array
    waist: Array
    """The orientation of the top of the low back."""
    thorax: Array
    head: Array
    thigh: Array
    """(…, 2, 3, 3) as all that are paired: right, then left. A left segment's own axes are those of
    a right one in a mirror."""
    shank: Array
    foot: Array
    upper_arm: Array
    forearm: Array
    hand: Array

    def point(self, name: str) -> Array:
        """One landmark by name, (…, 3)."""
        return self.points[..., INDEX[name], :]


def side_number(side: Side) -> int:
    """The place of a side in paired arrays."""
    return 0 if side is Side.RIGHT else 1


def skeleton(posture: Posture, build: Build) -> Skeleton:
    """Every point and segment of a body in a posture."""
    trunk = _trunk(posture)
    limbs = _limbs(posture.angles, trunk[..., :1, :, :], trunk[..., _THORAX, :, :])
    rows = np.concatenate([np.swapaxes(part, -3, -2) for part in (trunk, *limbs)], axis=-2)
    segments = np.swapaxes(rows, -3, -2)
    frames = {name: segments[..., place, :, :] for name, place in _PLACES.items()}
    return Skeleton(points=_points(posture.root, rows, build), **frames)


_THORAX = slice(SEGMENTS.index("thorax"), SEGMENTS.index("thorax") + 1)
_PLACES: dict[str, int | slice] = {
    **{name: SEGMENTS.index(name) for name in ("pelvis", "waist", "thorax", "head")},
    **{
        name: slice(SEGMENTS.index(f"right_{name}"), SEGMENTS.index(f"left_{name}") + 1)
        for name in LIMBS
    },
}
"""Where a skeleton's segments stand among all."""


def _points(root: Array, rows: Array, build: Build) -> Array:
    """All points, by the shares that they have in the axes of all segments (…, 3, 19, 3)."""
    away = (rows.reshape(-1, 3 * len(SEGMENTS)) @ table(build)).reshape(*root.shape, -1)
    away += root[..., None]
    return np.swapaxes(away, -1, -2)


def _trunk(posture: Posture) -> Array:
    """How pelvis, spine and head are turned in the room, (…, 7, 3, 3)."""
    vectors = posture.angles @ _MIDLINE
    turned = turns.from_vector(vectors.reshape(*vectors.shape[:-1], -1, 3))
    pelvis = ORIENTATION[posture.position] @ turned[..., :1, :, :]
    back = pelvis @ turned[..., 1:5, :, :]
    neck = back[..., -1:, :, :] @ turned[..., 5:, :, :]
    return np.concatenate([pelvis, back, neck], axis=-3)


def _limbs(angles: Array, pelvis: Array, thorax: Array) -> list[Array]:
    """How the segments of legs and arms are turned in the room, each (…, 2, 3, 3)."""
    degrees = (angles @ _HINGES).reshape(*angles.shape[:-1], 2, -1)
    turned = turns.about(_AXES, degrees)
    turn = {name: turned[..., number, :, :] for number, name in enumerate(_SENSES)}
    thigh = pelvis @ turn["hip_flexion"] @ turn["hip_abduction"] @ turn["hip_rotation"]
    shank = thigh @ turn["knee_flexion"]
    foot = shank @ turn["ankle_dorsiflexion"]
    raised = thorax @ turn["shoulder_plane"] @ turn["shoulder_elevation"]
    upper_arm = raised @ turn["shoulder_rotation"]
    forearm = upper_arm @ turn["elbow_flexion"] @ turn["forearm_pronation"]
    return [thigh, shank, foot, upper_arm, forearm, forearm @ turn["wrist_flexion"]]


PELVIS = ("pelvis_list", "pelvis_turn", "pelvis_tilt")
BACK = ("side_bend", "trunk_rotation", "lumbar_flexion")
NECK = ("neck_side_bend", "neck_rotation", "neck_flexion")
"""Angles that are the parts of one turn, about X, and backwards about Y and Z."""

SHARES = (
    (PELVIS, (1.0, 1.0, 1.0)),
    (BACK, (0.30, 0.05, 0.30)),
    (BACK, (0.60, 0.10, 0.60)),
    (BACK, (0.85, 0.45, 0.85)),
    (BACK, (1.0, 1.0, 1.0)),
    (NECK, (0.5, 0.5, 0.5)),
    (NECK, (1.0, 1.0, 1.0)),
)
"""For each segment of the midline, how much of three angles is done up to it.

Our own round figures for the shape of White and Panjabi, *Clinical Biomechanics of the Spine*: the
low back does most of the bending (about 60 %) and hardly any of the rotation (about 10 %).
"""


def _midline() -> Array:
    """(31, 21): from all angles to the rotation vectors of the midline's segments."""
    shares = np.zeros((len(ANGLES), len(SHARES), 3))
    for number, (names, parts) in enumerate(SHARES):
        for axis, sense in enumerate((1, -1, -1)):
            shares[ANGLE[names[axis]], number, axis] = sense * parts[axis]
    return shares.reshape(len(ANGLES), -1)


_MIDLINE = _midline()

_ABOUT_X = {"hip_abduction": -1, "shoulder_elevation": -1, "wrist_flexion": 1}
_ABOUT_Y = {"hip_rotation": 1, "shoulder_plane": 1, "shoulder_rotation": 1, "forearm_pronation": 1}
_ABOUT_Z = {"hip_flexion": 1, "knee_flexion": -1, "ankle_dorsiflexion": 1, "elbow_flexion": 1}
"""About which axis of a right limb each angle turns, and in which sense."""

_SENSES = {**_ABOUT_X, **_ABOUT_Y, **_ABOUT_Z}
_AXES = {turns.X: slice(0, 3), turns.Y: slice(3, 7), turns.Z: slice(7, 11)}


def _hinges() -> Array:
    """(31, 22): from all angles to how far each limb turns about its axes, first the right ones.

    A mirror turns the senses about X and Y round. An arm is raised without twist: what its plane
    turned is turned back before it rotates.
    """
    shares = np.zeros((len(ANGLES), 2, len(_SENSES)))
    for number, (name, sense) in enumerate(_SENSES.items()):
        shares[ANGLE[f"right_{name}"], 0, number] = sense
        shares[ANGLE[f"left_{name}"], 1, number] = sense if name in _ABOUT_Z else -sense
    rotation = list(_SENSES).index("shoulder_rotation")
    shares[ANGLE["right_shoulder_plane"], 0, rotation] = -1
    shares[ANGLE["left_shoulder_plane"], 1, rotation] = 1
    return shares.reshape(len(ANGLES), -1)


_HINGES = _hinges()


def hip_turn(flexion: Array, abduction: Array, rotation: Array) -> Array:
    """The right thigh in the pelvis: flexion, then abduction, then internal rotation."""
    return turns.about_z(flexion) @ turns.about_x(-abduction) @ turns.about_y(rotation)


def shoulder_turn(plane: Array, elevation: Array, rotation: Array) -> Array:
    """The right upper arm in the thorax: raised in its plane without twist, then rotated."""
    return turns.about_y(plane) @ turns.about_x(-elevation) @ turns.about_y(rotation - plane)

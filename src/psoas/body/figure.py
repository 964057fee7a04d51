"""Forward kinematics: from joint angles to the points of a body, one frame or a whole stack.

Axes of each segment at rest (standing, arms hanging): X forward, Y up, Z to the right. The left
side is computed as a right side in a mirror, so that both use the same signs.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.joints import LEFT, MIDLINE, PAIRED_INDEX, RIGHT
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
        vector = self.angles[..., : len(MIDLINE)] @ _CURVES[:, :3]
        turn: Array = ORIENTATION[self.position] @ turns.from_vector(vector)
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
    pelvis, thorax = trunk[..., :1, :, :], trunk[..., _THORAX, :, :]
    turned = np.concatenate([trunk, *_limbs(posture.angles, pelvis, thorax)], axis=-3)
    frames = {name: turned[..., place, :, :] for name, place in _PLACES.items()}
    return Skeleton(points=_points(posture.root, turned, build), **frames)


_THORAX = slice(SEGMENTS.index("thorax"), SEGMENTS.index("thorax") + 1)
_PLACES: dict[str, int | slice] = {
    **{name: SEGMENTS.index(name) for name in ("pelvis", "waist", "thorax", "head")},
    **{
        name: slice(SEGMENTS.index(f"right_{name}"), SEGMENTS.index(f"left_{name}") + 1)
        for name in LIMBS
    },
}
"""Where a skeleton's segments stand among all."""


def _points(root: Array, turned: Array, build: Build) -> Array:
    """All points, from the shares that they have in the axes of all segments."""
    axes = np.swapaxes(turned, -3, -2).reshape(-1, 3 * len(SEGMENTS))
    away = (axes @ table(build)).reshape(*turned.shape[:-3], 3, -1)
    points: Array = np.swapaxes(away, -1, -2) + root[..., None, :]
    return points


SHARES = {
    "low_back": (0.30, 0.30, 0.30),
    "waist": (0.60, 0.60, 0.60),
    "mid_back": (0.85, 0.85, 0.85),
    "thorax": (1.0, 1.0, 1.0),
}
"""How much of the back's side bend, rotation and flexion is done up to each of its segments. The
low back bends most (about 60 %), as in White and Panjabi."""


def _curves() -> Array:
    """(9, 21): from the midline's angles to the rotation vector of each segment of the midline.

    The back's turn counts from the pelvis, the neck's from the thorax. Bending to the right is a
    turn about X, rotation to the right about −Y, bending forward about −Z.
    """
    pelvis = ("pelvis_list", "pelvis_turn", "pelvis_tilt")
    back = ("side_bend", "trunk_rotation", "lumbar_flexion")
    neck = ("neck_side_bend", "neck_rotation", "neck_flexion")
    vectors = [(pelvis, (1.0, 1.0, 1.0)), *((back, shares) for shares in SHARES.values()),
               (neck, (0.5, 0.5, 0.5)), (neck, (1.0, 1.0, 1.0))]  # fmt: skip
    curves = np.zeros((len(MIDLINE), len(vectors), 3))
    for number, (names, shares) in enumerate(vectors):
        for axis, sign in enumerate((1.0, -1.0, -1.0)):
            curves[MIDLINE.index(names[axis]), number, axis] = sign * shares[axis]
    return curves.reshape(len(MIDLINE), -1)


_CURVES = _curves()
_PELVIS, _BACK, _NECK = slice(0, 1), slice(1, 5), slice(5, 7)


def _trunk(posture: Posture) -> Array:
    """How pelvis, spine and head are turned, (…, 7, 3, 3)."""
    vectors = posture.angles[..., : len(MIDLINE)] @ _CURVES
    curves = turns.from_vector(vectors.reshape(*vectors.shape[:-1], -1, 3))
    pelvis = ORIENTATION[posture.position] @ curves[..., _PELVIS, :, :]
    back = pelvis @ curves[..., _BACK, :, :]
    neck = back[..., -1:, :, :] @ curves[..., _NECK, :, :]
    return np.concatenate([pelvis, back, neck], axis=-3)


def _limbs(angles: Array, pelvis: Array, thorax: Array) -> list[Array]:
    """How the segments of legs and arms are turned, each (…, 2, 3, 3)."""
    turn = _hinges(angles)
    thigh = pelvis @ turn["hip_flexion"] @ turn["hip_abduction"] @ turn["hip_rotation"]
    shank = thigh @ turn["knee_flexion"]
    foot = shank @ turn["ankle_dorsiflexion"]
    raised = thorax @ turn["shoulder_plane"] @ turn["shoulder_elevation"]
    upper_arm = raised @ turn["shoulder_rotation"]
    forearm = upper_arm @ turn["elbow_flexion"] @ turn["forearm_pronation"]
    return [thigh, shank, foot, upper_arm, forearm, forearm @ turn["wrist_flexion"]]


_ABOUT_X = {"hip_abduction": -1, "shoulder_elevation": -1, "wrist_flexion": 1}
_ABOUT_Y = {"hip_rotation": 1, "shoulder_plane": 1, "shoulder_rotation": 1, "forearm_pronation": 1}
_ABOUT_Z = {"hip_flexion": 1, "knee_flexion": -1, "ankle_dorsiflexion": 1, "elbow_flexion": 1}
"""About which axis of a right limb each angle turns, and in which sense."""

_HINGES = (*_ABOUT_X, *_ABOUT_Y, *_ABOUT_Z)
_COLUMNS = np.array([[part.start + PAIRED_INDEX[name] for name in _HINGES] for part in (RIGHT, LEFT)])
_SENSES = np.array([[*_ABOUT_X.values(), *_ABOUT_Y.values(), *_ABOUT_Z.values()]] * 2)
_SENSES[1, : len(_ABOUT_X) + len(_ABOUT_Y)] *= -1
"""In the mirror, turns about X and Y go the other way."""


def _hinges(angles: Array) -> dict[str, Array]:
    """The turn of each angle of the limbs, right and left, (…, 2, 3, 3)."""
    degrees = angles[..., _COLUMNS] * _SENSES
    degrees[..., _HINGES.index("shoulder_rotation")] -= degrees[..., _HINGES.index("shoulder_plane")]
    x, y = len(_ABOUT_X), len(_ABOUT_X) + len(_ABOUT_Y)
    about = [
        turns.about_x(degrees[..., :x]),
        turns.about_y(degrees[..., x:y]),
        turns.about_z(degrees[..., y:]),
    ]
    turned = np.concatenate(about, axis=-3)
    return {name: turned[..., number, :, :] for number, name in enumerate(_HINGES)}


def hip_turn(flexion: Array, abduction: Array, rotation: Array) -> Array:
    """The right thigh in the pelvis: flexion, then abduction, then internal rotation."""
    return turns.about_z(flexion) @ turns.about_x(-abduction) @ turns.about_y(rotation)


def shoulder_turn(plane: Array, elevation: Array, rotation: Array) -> Array:
    """The right upper arm in the thorax: raised in its plane without twist, then rotated."""
    return turns.about_y(plane) @ turns.about_x(-elevation) @ turns.about_y(rotation - plane)

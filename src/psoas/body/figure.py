"""Forward kinematics: from joint angles to the points of a body, one frame or a whole stack.

Axes of each segment at rest (standing, arms hanging): X forward, Y up, Z to the right. The left
side is computed as a right side in a mirror, so that both use the same signs.
"""

from dataclasses import dataclass, replace

import numpy as np

from psoas.body import rotations as turns
from psoas.body.build import Build
from psoas.body.joints import LEFT, MIDLINE, PAIRED_INDEX, RIGHT
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.sides import Side

SPINE = (
    ("sacrum", 0.14, 0.0),
    ("lumbar", 0.30, 0.30),
    ("waist", 0.46, 0.60),
    ("chest", 0.70, 0.85),
    ("mid_shoulder", 1.0, 1.0),
)
"""Along the trunk: each point, how far up it lies, and how much of the back's turn is done by the
part of the spine that leads to it. The low back bends most (about 60 %), as in White and Panjabi."""

HEAD = {
    "nose": (0.062, -0.010, 0.0),
    "left_eye_inner": (0.052, 0.012, -0.010),
    "left_eye": (0.051, 0.013, -0.019),
    "left_eye_outer": (0.047, 0.012, -0.028),
    "right_eye_inner": (0.052, 0.012, 0.010),
    "right_eye": (0.051, 0.013, 0.019),
    "right_eye_outer": (0.047, 0.012, 0.028),
    "left_ear": (0.0, 0.0, -0.042),
    "right_ear": (0.0, 0.0, 0.042),
    "mouth_left": (0.050, -0.036, -0.014),
    "mouth_right": (0.050, -0.036, 0.014),
}
"""Points of the head from between the ears, as fractions of stature."""

HAND = {
    "pinky": (-0.022, -0.050, 0.0),
    "index": (0.018, -0.058, 0.0),
    "thumb": (0.030, -0.030, 0.0),
}
"""Knuckles and thumb from the wrist, thumb side forward, as fractions of stature."""

FOOT = {"heel": (-0.034, -0.025, 0.0), "foot_index": (0.105, -0.025, 0.0)}
"""Heel and toes from the ankle, as fractions of stature."""

_MIRROR = np.array([1.0, 1.0, -1.0])
_MIRROR_TURN = np.outer(_MIRROR, _MIRROR)
_SIGNS = np.array([1.0, -1.0])
_BACKWARDS = np.array([1.0, -1.0, -1.0])
_VECTOR = {
    name: [MIDLINE.index(part) for part in parts]
    for name, parts in {
        "pelvis": ("pelvis_list", "pelvis_turn", "pelvis_tilt"),
        "back": ("side_bend", "trunk_rotation", "lumbar_flexion"),
        "neck": ("neck_side_bend", "neck_rotation", "neck_flexion"),
    }.items()
}

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
        turn: Array = ORIENTATION[self.position] @ turns.from_vector(_vector(self.angles, "pelvis"))
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
    """The orientation of the lower ribs."""
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


def _vector(angles: Array, part: str) -> Array:
    """The rotation vector of pelvis, back or neck from its three angles (see `joints`)."""
    vector: Array = angles[..., _VECTOR[part]] * _BACKWARDS
    return vector


def skeleton(posture: Posture, build: Build) -> Skeleton:
    """Every point and segment of a body in a posture."""
    angles, pelvis = posture.angles, posture.pelvis
    back, neck = _vector(angles, "back"), _vector(angles, "neck")
    paired = np.stack([angles[..., RIGHT], angles[..., LEFT]], axis=-2)
    waist = pelvis @ turns.from_vector(back * SPINE[2][2])
    thorax = pelvis @ turns.from_vector(back)
    head = thorax @ turns.from_vector(neck)
    thigh = _both(pelvis) @ _mirror(hip_turn(*_columns(paired, "hip")))
    shank = thigh @ _mirror(turns.about_z(-_column(paired, "knee_flexion")))
    foot = shank @ _mirror(turns.about_z(_column(paired, "ankle_dorsiflexion")))
    upper_arm = _both(thorax) @ _mirror(shoulder_turn(*_columns(paired, "shoulder")))
    forearm = upper_arm @ _mirror(_forearm_turn(paired))
    hand = forearm @ _mirror(turns.about_x(_column(paired, "wrist_flexion")))
    frames = {
        "pelvis": pelvis, "waist": waist, "thorax": thorax, "head": head, "thigh": thigh,
        "shank": shank, "foot": foot, "upper_arm": upper_arm, "forearm": forearm, "hand": hand,
    }  # fmt: skip
    return Skeleton(points=_points(posture.root, back, neck, frames, build), **frames)


def hip_turn(flexion: Array, abduction: Array, rotation: Array) -> Array:
    """The right thigh in the pelvis: flexion, then abduction, then internal rotation."""
    return turns.about_z(flexion) @ turns.about_x(-abduction) @ turns.about_y(rotation)


def shoulder_turn(plane: Array, elevation: Array, rotation: Array) -> Array:
    """The right upper arm in the thorax: raised in its plane without twist, then rotated."""
    raised = turns.about_y(plane) @ turns.about_x(-elevation) @ turns.about_y(-plane)
    return raised @ turns.about_y(rotation)


def _forearm_turn(paired: Array) -> Array:
    elbow = turns.about_z(_column(paired, "elbow_flexion"))
    return elbow @ turns.about_y(_column(paired, "forearm_pronation"))


def _column(paired: Array, name: str) -> Array:
    return paired[..., PAIRED_INDEX[name]]


def _columns(paired: Array, joint: str) -> list[Array]:
    names = {
        "hip": ("hip_flexion", "hip_abduction", "hip_rotation"),
        "shoulder": ("shoulder_plane", "shoulder_elevation", "shoulder_rotation"),
    }[joint]
    return [_column(paired, name) for name in names]


def _both(turn: Array) -> Array:
    """One orientation for the right and the left."""
    return np.repeat(turn[..., None, :, :], 2, axis=-3)


def _mirror(turn: Array) -> Array:
    """Turns (…, 2, 3, 3) of two right sides: the second as a left side's."""
    mirrored = turn.copy()
    mirrored[..., 1, :, :] *= _MIRROR_TURN
    return mirrored


def _points(root: Array, back: Array, neck: Array, frames: dict[str, Array], build: Build) -> Array:
    points = np.empty((*root.shape[:-1], len(LANDMARKS), 3))
    points[..., INDEX["mid_hip"], :] = root
    _spine(points, back, frames["pelvis"], build)
    _head(points, neck, frames, build)
    _legs(points, frames, build)
    _arms(points, frames, build)
    return points


def _spine(points: Array, back: Array, pelvis: Array, build: Build) -> None:
    here, below = points[..., INDEX["mid_hip"], :], 0.0
    for name, height, share in SPINE:
        up = (pelvis @ turns.from_vector(back * share))[..., :, 1]
        here = here + up * ((height - below) * build.of("trunk"))
        points[..., INDEX[name], :] = here
        below = height


def _head(points: Array, neck: Array, frames: dict[str, Array], build: Build) -> None:
    thorax, head = frames["thorax"], frames["head"]
    begin = points[..., INDEX["mid_shoulder"], :] + thorax[..., :, 1] * 0.012 * build.stature
    skull = begin + (thorax @ turns.from_vector(neck / 2))[..., :, 1] * build.of("neck")
    ears = skull + head[..., :, 1] * build.of("head")
    points[..., INDEX["neck"], :], points[..., INDEX["mid_ear"], :] = begin, ears
    for name, offset in HEAD.items():
        points[..., INDEX[name], :] = ears + head @ (np.array(offset) * build.stature)


def _legs(points: Array, frames: dict[str, Array], build: Build) -> None:
    across = frames["pelvis"][..., :, 2] * (build.of("hips") / 2)
    for number, side in enumerate(("right", "left")):
        thigh, shank = frames["thigh"][..., number, :, :], frames["shank"][..., number, :, :]
        hip = points[..., INDEX["mid_hip"], :] + across * _SIGNS[number]
        knee = hip - thigh[..., :, 1] * build.of("thigh")
        ankle = knee - shank[..., :, 1] * build.of("shank")
        for name, point in (("hip", hip), ("knee", knee), ("ankle", ankle)):
            points[..., INDEX[f"{side}_{name}"], :] = point
        _ends(points, side, ankle, frames["foot"][..., number, :, :], FOOT, build)


def _arms(points: Array, frames: dict[str, Array], build: Build) -> None:
    across = frames["thorax"][..., :, 2] * (build.of("shoulders") / 2)
    for number, side in enumerate(("right", "left")):
        upper, lower = frames["upper_arm"][..., number, :, :], frames["forearm"][..., number, :, :]
        shoulder = points[..., INDEX["mid_shoulder"], :] + across * _SIGNS[number]
        elbow = shoulder - upper[..., :, 1] * build.of("upper_arm")
        wrist = elbow - lower[..., :, 1] * build.of("forearm")
        for name, point in (("shoulder", shoulder), ("elbow", elbow), ("wrist", wrist)):
            points[..., INDEX[f"{side}_{name}"], :] = point
        _ends(points, side, wrist, frames["hand"][..., number, :, :], HAND, build)


def _ends(
    points: Array,
    side: str,
    start: Array,
    turn: Array,
    offsets: dict[str, tuple[float, float, float]],
    build: Build,
) -> None:
    """The points of a hand or foot from wrist or ankle."""
    for name, offset in offsets.items():
        points[..., INDEX[f"{side}_{name}"], :] = start + turn @ (np.array(offset) * build.stature)

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position, Side
from psoas.body.build import Build
from psoas.body.figure import (
    ORIENTATION,
    Posture,
    hip_turn,
    shoulder_turn,
    side_number,
    skeleton,
)
from psoas.body.joints import ANGLE, mirrored
from psoas.body.landmarks import OPPOSITE

SEEDS = st.integers(0, 2**32 - 1)
FORWARD, UP, RIGHT = np.eye(3)
BUILDS = [Build(), Build(stature=1.5, legs=0.9), Build(stature=2.0, girth=1.4)]
BONES = [
    ("hip", "knee", "thigh"),
    ("knee", "ankle", "shank"),
    ("shoulder", "elbow", "upper_arm"),
    ("elbow", "wrist", "forearm"),
]

SENSES = [
    ("pelvis_tilt", 20, "mid_shoulder", FORWARD),
    ("pelvis_list", 20, "mid_shoulder", RIGHT),
    ("pelvis_turn", 20, "left_hip", FORWARD),
    ("lumbar_flexion", 20, "mid_shoulder", FORWARD),
    ("lumbar_flexion", -20, "mid_shoulder", -FORWARD),
    ("side_bend", 20, "mid_shoulder", RIGHT),
    ("trunk_rotation", 20, "left_shoulder", FORWARD),
    ("trunk_rotation", 20, "right_shoulder", -FORWARD),
    ("neck_flexion", 20, "nose", -UP),
    ("neck_side_bend", 20, "nose", RIGHT),
    ("neck_rotation", 20, "nose", RIGHT),
]
"""An angle, degrees, and which way they bring a point of a standing body."""

SENSES_OF_LIMBS = [
    ({"hip_flexion": 30}, "knee", FORWARD),
    ({"hip_flexion": -20}, "knee", -FORWARD),
    ({"hip_abduction": 30}, "knee", "outwards"),
    ({"hip_rotation": 30}, "foot_index", "inwards"),
    ({"hip_flexion": 90, "knee_flexion": 90, "hip_rotation": 30}, "ankle", "outwards"),
    ({"knee_flexion": 60}, "ankle", -FORWARD),
    ({"ankle_dorsiflexion": 15}, "foot_index", UP),
    ({"shoulder_plane": 90, "shoulder_elevation": 40}, "elbow", FORWARD),
    ({"shoulder_plane": 0, "shoulder_elevation": 40}, "elbow", "outwards"),
    ({"shoulder_plane": -90, "shoulder_elevation": 40}, "elbow", -FORWARD),
    ({"shoulder_plane": 130, "shoulder_elevation": 40}, "elbow", "inwards"),
    ({"elbow_flexion": 60}, "wrist", FORWARD),
    ({"elbow_flexion": 90, "shoulder_rotation": 30}, "wrist", "inwards"),
    ({"elbow_flexion": 90, "shoulder_rotation": -30}, "wrist", "outwards"),
    ({"forearm_pronation": 80}, "thumb", "inwards"),
    ({"wrist_flexion": 40}, "index", "inwards"),
]
"""Angles of either side; all but the last are as before what the last is counted from."""


def to_that_side(way, side):
    if isinstance(way, str):
        return RIGHT * (1 if (way == "outwards") == (side == "right") else -1)
    return way


@pytest.mark.parametrize(("angle", "degrees", "point", "way"), SENSES)
def test_an_angle_of_the_midline_goes_the_way_its_sign_says(body, angle, degrees, point, way):
    moved = body(**{angle: degrees}).point(point) - body().point(point)
    assert moved @ way > 0.02


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(("angles", "point", "way"), SENSES_OF_LIMBS)
def test_an_angle_of_a_limb_goes_the_way_its_sign_says(body, side, angles, point, way):
    before = {f"{side}_{name}": value for name, value in list(angles.items())[:-1]}
    after = {f"{side}_{name}": value for name, value in angles.items()}
    if "shoulder_plane" in angles:
        before = {}
    moved = body(**after).point(f"{side}_{point}") - body(**before).point(f"{side}_{point}")
    assert moved @ to_that_side(way, side) > 0.02


@pytest.mark.parametrize("side", ["left", "right"])
def test_pronation_turns_the_palm_back_and_supination_forward(body, side):
    inwards = to_that_side("inwards", side)
    for degrees, faces in ((90, -FORWARD), (-90, FORWARD), (0, inwards)):
        hand = body(**{f"{side}_forearm_pronation": degrees}).hand[side_number(Side(side))]
        assert hand @ inwards == pytest.approx(faces, abs=1e-9)


@pytest.mark.parametrize(
    ("position", "face", "crown"),
    [
        (Position.STANDING, FORWARD, UP),
        (Position.SEATED_CHAIR, FORWARD, UP),
        (Position.KNEELING, FORWARD, UP),
        (Position.SUPINE, UP, -FORWARD),
        (Position.PRONE, -UP, FORWARD),
        (Position.QUADRUPED, -UP, FORWARD),
    ],
)
def test_a_body_faces_as_its_position_says(body, position, face, crown):
    head = body(position).head
    assert head @ FORWARD == pytest.approx(face, abs=1e-9)
    assert head @ UP == pytest.approx(crown, abs=1e-9)


def test_lying_on_the_side_means_on_the_right_one(body):
    lying = body(Position.SIDE_LYING)
    assert lying.point("right_shoulder")[1] < lying.point("left_shoulder")[1]
    assert lying.pelvis @ UP == pytest.approx(-FORWARD, abs=1e-9)


@pytest.mark.parametrize("position", Position)
def test_each_position_turns_the_body_without_mirroring_it(position):
    assert np.linalg.det(ORIENTATION[position]) == pytest.approx(1)


@pytest.mark.parametrize("build", BUILDS, ids=["usual", "small", "large"])
@given(seed=SEEDS)
@settings(max_examples=20)
def test_segments_keep_their_lengths_in_any_pose(random_postures, build, seed):
    body = skeleton(random_postures(seed, 200), build)
    for side in ("left", "right"):
        for start, end, bone in BONES:
            apart = body.point(f"{side}_{end}") - body.point(f"{side}_{start}")
            assert np.allclose(np.linalg.norm(apart, axis=-1), build.of(bone))
    hips = body.point("right_hip") - body.point("left_hip")
    assert np.allclose(np.linalg.norm(hips, axis=-1), build.of("hips"))


@given(seed=SEEDS)
@settings(max_examples=20)
def test_mirroring_the_angles_mirrors_the_points(random_postures, build, seed):
    posture = random_postures(seed, 100)
    image = Posture(
        position=posture.position,
        angles=mirrored(posture.angles),
        root=posture.root * [1, 1, -1],
    )
    seen = skeleton(posture, build).points[:, OPPOSITE] * [1, 1, -1]
    assert np.allclose(skeleton(image, build).points, seen)


def test_a_stack_of_frames_is_the_frames_one_by_one(random_postures, build):
    many = random_postures(1, 6)
    stacked = Posture(
        position=many.position,
        angles=many.angles.reshape(2, 3, -1),
        root=many.root.reshape(2, 3, 3),
    )
    body = skeleton(stacked, build)
    for number in range(6):
        single = skeleton(
            Posture(position=many.position, angles=many.angles[number], root=many.root[number]),
            build,
        )
        place = divmod(number, 3)
        assert np.allclose(body.points[place], single.points)
        assert np.allclose(body.thigh[place], single.thigh)


def test_a_moved_body_is_the_same_body_elsewhere(posture, build):
    there = posture(right_hip_flexion=40).moved(np.array([1.0, 2.0, 3.0]))
    here = skeleton(posture(right_hip_flexion=40), build).points
    assert np.allclose(skeleton(there, build).points, here + np.array([1, 2, 3]))


@given(SEEDS)
@settings(max_examples=20)
def test_hips_and_shoulders_turn_as_their_own_formulas_say(random_postures, build, seed):
    posture = random_postures(seed, 50)
    body = skeleton(posture, build)

    def right(*names):
        return [posture.angles[:, ANGLE[f"right_{name}"]] for name in names]

    hip = hip_turn(*right("hip_flexion", "hip_abduction", "hip_rotation"))
    shoulder = shoulder_turn(*right("shoulder_plane", "shoulder_elevation", "shoulder_rotation"))
    assert np.allclose(body.pelvis @ hip, body.thigh[:, 0])
    assert np.allclose(body.thorax @ shoulder, body.upper_arm[:, 0])
    assert np.allclose(posture.pelvis, body.pelvis)


def test_an_arm_is_raised_in_any_plane_without_twist(body):
    """Its forearm, bent, still points forward relative to where the arm was lifted to."""
    for plane in (-60, 0, 45, 90):
        raised = body(right_shoulder_plane=plane, right_shoulder_elevation=0).upper_arm[0]
        assert raised == pytest.approx(np.eye(3), abs=1e-9)


def test_the_back_rotates_in_its_upper_part_and_bends_in_its_lower(body):
    turned, bent = body(trunk_rotation=40), body(lumbar_flexion=40)

    def angle(first, second):
        return np.degrees(np.arccos((np.trace(first.T @ second) - 1) / 2))

    assert angle(turned.pelvis, turned.waist) == pytest.approx(4)
    assert angle(bent.pelvis, bent.waist) == pytest.approx(24)
    assert angle(turned.pelvis, turned.thorax) == pytest.approx(40)

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position
from psoas.body.build import Build
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import ANGLE, HIGH, LOW
from psoas.body.measuring import measure, trunk_inclination

SEEDS = st.integers(0, 2**32 - 1)
POSES = 10_000
ENDS = np.stack([LOW, np.zeros(len(LOW)), HIGH])


def furthest(found, expected):
    """The most by which any angle differs; a full turn is no difference."""
    return np.abs((found - expected + 180) % 360 - 180).max()


@pytest.mark.parametrize("position", Position)
@given(seed=SEEDS)
@settings(max_examples=3)
def test_angles_are_found_again_from_the_points_they_made(random_postures, build, position, seed):
    posture = random_postures(seed, POSES, position)
    found = measure(skeleton(posture, build).points, position)
    assert furthest(found, posture.angles) < 0.5


@given(seed=SEEDS, stature=st.floats(1.2, 2.1), legs=st.floats(0.8, 1.2))
@settings(max_examples=20)
def test_the_angles_of_a_pose_are_the_same_for_any_build(random_postures, seed, stature, legs):
    posture = random_postures(seed, 100)
    body = skeleton(posture, Build(stature=stature, legs=legs))
    assert furthest(measure(body.points, posture.position), posture.angles) < 0.5


@given(seed=SEEDS)
@settings(max_examples=20)
def test_measured_angles_make_the_same_body_where_they_are_not_unique(build, seed):
    """A straight elbow, a hanging arm, joints at their limits: several angles, but one body."""
    chance = np.random.default_rng(seed)
    chosen = chance.integers(0, 3, (200, len(LOW)))
    angles = np.take_along_axis(ENDS, chosen, axis=0)
    posture = Posture(position=Position.STANDING, angles=angles, root=np.zeros((200, 3)))
    points = skeleton(posture, build).points
    found = Posture(
        position=Position.STANDING, angles=measure(points, Position.STANDING), root=posture.root
    )
    assert np.abs(skeleton(found, build).points - points).max() < 1e-4


def test_a_hanging_arm_has_no_direction(body):
    found = measure(body(right_shoulder_plane=70).points, Position.STANDING)
    assert found[ANGLE["right_shoulder_plane"]] == 0
    assert found[ANGLE["right_shoulder_elevation"]] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("seen_from", [0.0, 90.0, 200.0])
def test_the_trunk_leans_as_far_in_whatever_direction(body, seen_from):
    turned = {"pelvis_tilt": 30 * np.cos(np.radians(seen_from)),
              "pelvis_list": 30 * np.sin(np.radians(seen_from))}  # fmt: skip
    assert trunk_inclination(body(**turned).points) == pytest.approx(30)


@pytest.mark.parametrize(
    ("position", "degrees"),
    [(Position.STANDING, 0), (Position.SUPINE, 90), (Position.QUADRUPED, 90)],
)
def test_the_trunk_is_upright_or_level_as_the_position_says(body, position, degrees):
    assert trunk_inclination(body(position).points) == pytest.approx(degrees, abs=1e-5)

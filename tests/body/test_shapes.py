import numpy as np
import pytest

from psoas.body.build import Build
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.shapes import PARTS, radii, radius

EVERY_PART = pytest.mark.parametrize("part", PARTS.values(), ids=lambda part: part.id)


@EVERY_PART
def test_the_balls_of_a_part_go_along_with_the_body(part):
    """Moving all landmarks moves every ball as far: its shares add up to one."""
    assert part.weights.sum(axis=1) == pytest.approx(1)
    assert part.weights.shape == (len(part.balls), len(LANDMARKS))
    assert [LANDMARKS[number] for number in part.points] == [ball.at for ball in part.balls]


@EVERY_PART
def test_every_ball_has_a_size(part):
    assert (part.radii > 0).all()


@EVERY_PART
def test_a_part_grows_out_of_one_that_is_there(part):
    assert part.joins == "" or part.joins in PARTS


def test_every_part_leads_to_the_pelvis():
    def root(part):
        return root(PARTS[part.joins]) if part.joins else part.id

    assert {root(part) for part in PARTS.values()} == {"pelvis"}


@pytest.mark.parametrize("name", [name for name in PARTS if name.startswith("left_")])
def test_each_side_is_the_mirror_of_the_other(body, name):
    left, right = PARTS[name], PARTS[name.replace("left_", "right_", 1)]
    points = body().points
    assert left.weights @ points == pytest.approx(right.weights @ points * [1, 1, -1])
    assert left.radii == pytest.approx(right.radii)
    assert left.joins.replace("left_", "right_", 1) == right.joins


def test_the_parts_of_a_limb_join_on_their_own_side():
    assert PARTS["left_shank"].joins == "left_thigh"
    assert PARTS["right_thigh"].joins == "pelvis"


def test_a_heavier_and_a_taller_body_is_thicker():
    usual = radius("left_hip", Build())
    assert radius("left_hip", Build(girth=1.3)) == pytest.approx(1.3 * usual)
    assert radius("left_hip", Build(stature=3.4)) == pytest.approx(2 * usual)


def test_a_landmark_is_as_thick_as_the_thickest_ball_around_it():
    build = Build(stature=1.0)
    assert radius("left_knee", build) == pytest.approx(
        max(ball.radius for part in PARTS.values() for ball in part.balls
            if ball.at == "left_knee" and not ball.off)
    )  # fmt: skip
    assert radii(build)[INDEX["left_knee"]] == radius("left_knee", build)


def test_where_no_part_is_there_is_no_thickness():
    assert radius("left_eye_inner", Build()) == 0


def test_the_balls_of_a_standing_body_lie_within_it(body):
    points = body().points
    low, high = points.min(axis=0) - 0.15, points.max(axis=0) + 0.15
    for part in PARTS.values():
        middles = part.weights @ points
        assert np.logical_and(middles > low, middles < high).all()


def test_only_what_is_small_has_no_light_part():
    assert PARTS["left_eye"].flat
    assert PARTS["nose"].flat
    assert not PARTS["left_hand"].flat
    assert not PARTS["belly"].flat

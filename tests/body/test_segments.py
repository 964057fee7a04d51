import numpy as np
import pytest

from psoas.body.build import Build
from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.segments import HEAD, SEGMENTS, table

STANDING = np.tile(np.eye(3), (len(SEGMENTS), 1, 1))


@pytest.fixture(scope="module")
def at():
    """Where a point is when all segments stand upright, seen from between the hips."""
    build = Build(stature=2.0)
    points = np.swapaxes(STANDING, 0, 1).reshape(3, -1) @ table(build)
    return lambda name: points[:, INDEX[name]]


def test_a_leg_hangs_straight_down_from_its_hip(at):
    assert at("right_knee") - at("right_hip") == pytest.approx([0, -0.49, 0])
    assert at("right_ankle") - at("right_knee") == pytest.approx([0, -0.492, 0])


def test_heel_and_toes_are_at_the_height_of_the_sole(at):
    assert at("left_heel")[1] == pytest.approx(at("left_foot_index")[1])
    assert at("left_foot_index")[0] > at("left_ankle")[0] > at("left_heel")[0]


def test_left_lies_to_the_left(at):
    for name in ("hip", "shoulder", "knee", "wrist"):
        assert at(f"left_{name}")[2] == pytest.approx(-at(f"right_{name}")[2])
        assert at(f"right_{name}")[2] > 0


def test_the_points_of_the_midline_follow_each_other_up_the_body(at):
    names = ("mid_hip", "sacrum", "lumbar", "waist", "chest", "mid_shoulder", "neck", "mid_ear")
    heights = [at(name)[1] for name in names]
    assert heights == sorted(set(heights))


def test_the_shoulders_are_a_trunks_length_above_the_hips(at):
    assert at("mid_shoulder") == pytest.approx([0, 0.576, 0])


@pytest.mark.parametrize("name", HEAD)
def test_the_face_looks_forward(at, name):
    assert at(name)[0] >= at("mid_ear")[0]


def test_only_the_middle_of_the_hips_hangs_on_nothing():
    bare = [name for name in LANDMARKS if not table(Build())[:, INDEX[name]].any()]
    assert bare == ["mid_hip"]


def test_the_crown_of_a_body_is_about_at_its_stature(at):
    """Sole to ears, and from there the rest of the head (about 0.07 of stature)."""
    sole = at("left_ankle")[1] - Build(stature=2.0).of("ankle_height")
    assert at("mid_ear")[1] - sole == pytest.approx(2 * 0.93, abs=0.01)


def test_each_build_has_its_own_lengths():
    assert (table(Build(legs=0.8)) != table(Build())).any()
    assert table(Build(legs=0.8)) is table(Build(legs=0.8))

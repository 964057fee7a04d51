import pytest

from psoas.body import Side
from psoas.body.landmarks import BLAZEPOSE, INDEX, LANDMARKS, OPPOSITE, landmark


def test_the_first_33_points_are_those_of_blazepose_in_its_order():
    assert len(BLAZEPOSE) == 33
    assert LANDMARKS[:33] == BLAZEPOSE
    published = {0: "nose", 7: "left_ear", 11: "left_shoulder", 16: "right_wrist",
                 23: "left_hip", 28: "right_ankle", 32: "right_foot_index"}  # fmt: skip
    assert {number: BLAZEPOSE[number] for number in published} == published


def test_every_point_has_its_own_name():
    assert len(set(LANDMARKS)) == len(LANDMARKS) == 41


@pytest.mark.parametrize(
    ("name", "opposite"),
    [("left_knee", "right_knee"), ("mouth_right", "mouth_left"), ("nose", "nose"),
     ("right_eye_inner", "left_eye_inner"), ("waist", "waist")],
)  # fmt: skip
def test_every_point_knows_its_counterpart(name, opposite):
    assert LANDMARKS[OPPOSITE[INDEX[name]]] == opposite


def test_the_counterpart_of_a_counterpart_is_the_point_itself():
    assert [OPPOSITE[OPPOSITE[number]] for number in range(41)] == list(range(41))


def test_a_point_is_found_by_name_and_side():
    assert landmark("knee", Side.LEFT) == INDEX["left_knee"]
    assert landmark("nose") == 0

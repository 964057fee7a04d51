from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.joints import (
    ANGLE,
    ANGLES,
    HIGH,
    JOINTS,
    LOW,
    OutsideLimits,
    angles_of,
    check_limits,
    limits,
    mirrored,
)

NAMES = st.sampled_from(ANGLES)
MEASURED = [joint for joint in JOINTS if joint.published]


def test_both_sides_have_the_same_limits():
    assert limits("left_knee_flexion") == limits("right_knee_flexion") == limits("knee_flexion")


@pytest.mark.parametrize("joint", JOINTS, ids=lambda joint: joint.id)
def test_every_limit_has_a_source(joint):
    assert joint.low <= 0 <= joint.high
    assert joint.source


@pytest.mark.parametrize("joint", MEASURED, ids=lambda joint: joint.id)
def test_a_joint_goes_at_least_as_far_as_its_published_range(joint):
    low, high = joint.published
    assert joint.low <= low <= high <= joint.high


@pytest.mark.parametrize("joint", MEASURED, ids=lambda joint: joint.id)
def test_a_limit_of_our_own_says_so_and_why(joint):
    ours = (joint.low, joint.high) != joint.published
    assert joint.note.startswith("Our own limit") == ours


def test_no_angle_at_all_is_within_the_limits():
    check_limits(angles_of({}))


@given(NAMES, st.floats(0.6, 500), st.booleans())
def test_a_pose_outside_the_limits_is_refused_with_the_joints_name(name, beyond, above):
    edge = HIGH[ANGLE[name]] + beyond if above else LOW[ANGLE[name]] - beyond
    with pytest.raises(OutsideLimits, match=f"^{name} is "):
        check_limits(angles_of({name: edge}))


@given(NAMES, st.floats(0, 1))
def test_a_pose_within_the_limits_is_taken(name, share):
    low, high = limits(name)
    check_limits(angles_of({name: low + share * (high - low)}))


def test_the_joint_that_goes_furthest_past_its_limit_is_named():
    with pytest.raises(OutsideLimits, match=r"left_knee_flexion is 200°.*0° to 160°"):
        check_limits(angles_of({"side_bend": 42, "left_knee_flexion": 200}))


def test_one_bad_frame_among_many_is_found():
    angles = np.zeros((2, 5, len(ANGLES)))
    angles[1, 3, ANGLE["neck_flexion"]] = 99
    with pytest.raises(OutsideLimits, match="neck_flexion is 99°"):
        check_limits(angles)


def test_a_hairs_breadth_past_a_limit_is_let_pass():
    check_limits(angles_of({"left_knee_flexion": -0.4}))


def test_a_stranger_among_the_angles_is_an_error():
    with pytest.raises(KeyError):
        angles_of({"third_arm_flexion": 20})


def test_in_the_mirror_left_is_right_and_bending_to_a_side_turns_round():
    angles = angles_of({"side_bend": 10, "lumbar_flexion": 20, "left_hip_flexion": 30})
    assert (
        mirrored(angles)
        == angles_of({"side_bend": -10, "lumbar_flexion": 20, "right_hip_flexion": 30})
    ).all()


@given(st.integers(0, 2**32 - 1))
def test_the_mirror_of_a_mirror_is_the_pose_itself(seed):
    angles = np.random.default_rng(seed).uniform(LOW, HIGH, (20, len(ANGLES)))
    assert (mirrored(mirrored(angles)) == angles).all()


def test_the_page_on_the_body_has_every_angle_as_it_is():
    page = (Path(__file__).parents[2] / "docs/body.md").read_text("utf-8")
    for joint in JOINTS:
        low, high = joint.published or (None, None)
        published = "–" if low is None else f"{low:.0f} to {high:.0f}"
        limit = f"{joint.low:.0f} to {joint.high:.0f}"
        row = f"| `{joint.id}` | {joint.positive} | {limit} | {published} | {joint.source} |"
        assert row in page

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position, Side
from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.joints import ANGLE, MIDLINE, PAIRED, OutsideLimits
from psoas.body.posing import (
    OUT_OF_REACH,
    BadPose,
    full_names,
    limb_of,
    on_knees,
    read_touch,
    side_of,
    take,
)
from psoas.body.props import Prop, PropKind
from psoas.body.recipes import Recipe
from psoas.body.surroundings import Surroundings
from psoas.body.touching import touched_place

ROOM = Surroundings()


@pytest.fixture(scope="module")
def start():
    """The base poses, each taken once."""
    taken = {}

    def of(position):
        if position not in taken:
            taken[position] = base(position.value, ROOM)
        return taken[position]

    return of


@pytest.fixture(scope="module")
def pose(start):
    """A pose from the base of its position."""

    def make(position=Position.STANDING, around=ROOM, **recipe):
        return take(Recipe(position=position, **recipe), start(position), around)

    return make


def angle(posed, name):
    return posed.posture.angles[ANGLE[name]]


def point(posed, name):
    return skeleton(posed.posture, Build()).point(name)


FREE = {"both_feet": "free", "both_hands": "free"}


def test_this_is_the_right_side_as_poses_are_written():
    assert (side_of("this"), side_of("other")) == (Side.RIGHT, Side.LEFT)
    assert limb_of("other_hand").joints[2] == "wrist"
    assert limb_of("this_foot").is_leg


@pytest.mark.parametrize("name", PAIRED)
def test_a_word_stands_for_one_side_or_for_both(name):
    assert full_names(f"this_{name}") == [f"right_{name}"]
    assert full_names(f"other_{name}") == [f"left_{name}"]
    assert full_names(f"both_{name}") == [f"right_{name}", f"left_{name}"]


@pytest.mark.parametrize("name", MIDLINE)
def test_the_midline_has_no_side(name):
    assert full_names(name) == [name]


@pytest.mark.parametrize("name", ["this_side_bend", "knee_flexion", "both_tails"])
def test_a_word_that_is_no_angle_is_refused_with_what_would_be_one(name):
    with pytest.raises(BadPose, match=f"“{name}” is not an angle.*knee_flexion.*lumbar_flexion"):
        full_names(name)


def test_only_the_angles_that_a_pose_names_change(pose, start):
    found = pose(angles={"this_elbow_flexion": 70})
    assert angle(found, "right_elbow_flexion") == 70
    assert angle(found, "left_elbow_flexion") == angle(
        start(Position.STANDING), "left_elbow_flexion"
    )


@settings(max_examples=10)
@given(st.floats(0, 1))
def test_a_body_with_less_range_goes_less_far(start, share):
    around = Surroundings(build=Build(range=share))
    recipe = Recipe(position=Position.STANDING, angles={"this_shoulder_elevation": 100})
    before = angle(start(Position.STANDING), "right_shoulder_elevation")
    after = angle(take(recipe, start(Position.STANDING), around), "right_shoulder_elevation")
    assert after - before == pytest.approx(share * (100 - before))


def test_a_body_that_comes_to_rest_on_something_else_is_turned_as_it_was(start):
    on_hands = start(Position.QUADRUPED)
    for build in (Build(), Build(range=0.7)):
        room = Surroundings(build=build)
        found = take(Recipe(position=Position.KNEELING), on_hands, room).posture
        assert np.allclose(found.pelvis, on_hands.posture.pelvis)


def test_a_joint_asked_for_too_much_is_named(pose):
    with pytest.raises(OutsideLimits, match="neck_rotation"):
        pose(angles={"neck_rotation": 120})


def test_the_pelvis_moves_in_leg_lengths(pose, start):
    before = start(Position.STANDING).posture.root
    moved = pose(shift=(0.1, 0.05, -0.2), touch=FREE)
    assert moved.posture.root - before == pytest.approx(np.array([0.1, 0.05, -0.2]) * Build().leg)


def test_going_down_on_feet_that_stay_bends_the_knees(pose, start):
    lower = pose(shift=(0.0, -0.1, 0.0))
    assert angle(lower, "left_knee_flexion") > angle(start(Position.STANDING), "left_knee_flexion")
    for foot in ("left_ankle", "right_ankle"):
        assert np.linalg.norm(point(lower, foot) - point(start(Position.STANDING), foot)) < 0.01


def test_what_stays_is_what_all_else_turns_about(pose, start):
    turned = pose(Position.SUPINE, stay="mid_shoulder", touch=FREE, angles={"pelvis_tilt": 20})
    assert point(turned, "mid_shoulder") == pytest.approx(
        point(start(Position.SUPINE), "mid_shoulder")
    )
    assert (
        np.linalg.norm(point(turned, "mid_hip") - point(start(Position.SUPINE), "mid_hip")) > 0.05
    )


def test_a_point_that_is_not_there_cannot_stay(pose):
    with pytest.raises(BadPose, match="“this_tail” is not a landmark"):
        pose(stay="this_tail")


def test_a_body_is_lowered_onto_what_it_rests_on(pose, start):
    lifted = pose(shift=(0.0, 0.4, 0.0), rest="floor")
    assert lifted.posture.root == pytest.approx(start(Position.STANDING).posture.root, abs=0.01)


@pytest.mark.parametrize("words", ["cloud", "chair_back"])
def test_a_body_rests_only_on_something_flat_that_is_there(pose, words):
    chair = Surroundings(props=(Prop(kind=PropKind.CHAIR),))
    with pytest.raises(BadPose, match=f"nothing here is called “{words}” that the body"):
        pose(rest=words, around=chair)


def test_a_limb_goes_on_touching_until_it_is_freed(pose, start):
    assert set(start(Position.STANDING).touches) == {"this_foot", "other_foot"}
    assert set(pose(touch={"other_foot": "free"}).touches) == {"this_foot"}


def test_a_freed_leg_can_be_lifted(pose):
    lifted = pose(touch={"other_foot": "free"}, angles={"other_hip_flexion": 60,
                                                       "other_knee_flexion": 80})  # fmt: skip
    assert point(lifted, "left_ankle")[1] > point(lifted, "right_ankle")[1] + 0.2


@pytest.mark.parametrize("words", ["third_hand", "this_nose"])
def test_only_limbs_and_the_head_can_touch(pose, words):
    with pytest.raises(BadPose, match=f"“{words}” can't touch"):
        pose(touch={words: "floor"})


def test_what_is_not_there_cannot_be_touched(pose):
    with pytest.raises(BadPose, match="nothing here is called “wall” to touch"):
        pose(touch={"this_hand": "wall"})


def test_a_wall_that_is_there_is_touched(pose):
    wall = Surroundings(props=(Prop(kind=PropKind.WALL, at=(0.45, 0.0)),))
    found = pose(
        around=wall,
        touch={"both_hands": "wall"},
        angles={"both_shoulder_plane": 90, "both_shoulder_elevation": 90},
    )
    assert point(found, "right_wrist")[0] == pytest.approx(0.45 * Build().leg, abs=0.08)


def test_what_is_out_of_reach_is_refused_with_how_far(pose):
    with pytest.raises(BadPose, match=r"this_hand misses floor by \d+ cm"):
        pose(touch={"this_hand": "floor"})
    with pytest.raises(BadPose, match=r"this_hand misses the foot by \d+ cm"):
        pose(touch={"this_hand": "top this_foot"})


@pytest.mark.parametrize(
    ("limb", "words", "part", "surface"),
    [
        ("this_foot", "floor", "sole", "floor"),
        ("this_hand", "wall", "palm", "wall"),
        ("other_foot", "heel on floor", "heel", "floor"),
        ("this_hand", "forearm on frame_face", "forearm", "frame_face"),
    ],
)
def test_a_touch_on_a_surface_is_read(limb, words, part, surface):
    touch = read_touch(limb, words)
    assert (touch.with_, touch.surface, touch.spot) == (part, surface, None)


@pytest.mark.parametrize(
    ("limb", "words", "segment", "side", "share"),
    [
        ("this_hand", "behind this_thigh 0.5", "thigh", Side.RIGHT, 0.5),
        ("this_hand", "front other_shank", "shank", Side.LEFT, 0.6),
        ("other_foot", "front this_thigh 0.8", "thigh", Side.RIGHT, 0.8),
        ("other_hand", "outside pelvis 0.5", "pelvis", Side.LEFT, 0.5),
        ("other_hand", "strap this_foot", "foot", Side.RIGHT, 0.35),
    ],
)
def test_a_touch_on_the_body_is_read(limb, words, segment, side, share):
    touch = read_touch(limb, words)
    assert (touch.spot.segment, touch.spot.side, touch.spot.share) == (segment, side, share)
    assert touch.strap == words.startswith("strap")
    assert touch.with_ == ("ankle" if limb.endswith("foot") else "palm")


@pytest.mark.parametrize("words", ["near this_thigh", "nose on floor", "heel near floor"])
def test_words_that_are_no_touch_are_refused(words):
    with pytest.raises(BadPose, match=f"“{words}” is not something that this_foot can touch"):
        read_touch("this_foot", words)


def test_a_touch_on_no_part_of_the_body_is_refused():
    with pytest.raises(BadPose, match=r"“this_wing” is not a part of the body.*thigh"):
        read_touch("this_hand", "front this_wing 0.5")


@pytest.mark.parametrize("hand", ["this", "other"])
def test_hands_behind_a_thigh_lie_on_either_side_of_it(hand):
    spot = read_touch(f"{hand}_hand", "behind this_thigh 0.6").spot
    assert spot.way[0] < 0
    assert (spot.way[2] > 0) == (hand == "this")


def test_hands_hold_the_thigh_that_is_drawn_up(pose):
    held = pose(
        Position.SUPINE,
        angles={"this_hip_flexion": 105, "this_knee_flexion": 100, "both_elbow_flexion": 60},
        touch={"this_foot": "free", "both_hands": "behind this_thigh 0.6"},
    )
    for limb in ("this_hand", "other_hand"):
        here, there = touched_place(held.posture, held.touches[limb], Build())
        assert np.linalg.norm(there - here) < OUT_OF_REACH


def test_the_head_is_laid_down(pose):
    laid = pose(Position.SUPINE, touch={"head": "floor"}, angles={"neck_flexion": 40})
    assert point(laid, "mid_ear")[1] == pytest.approx(
        point(pose(Position.SUPINE, touch={"head": "floor"}), "mid_ear")[1], abs=0.005
    )


def test_the_head_lies_only_on_something_flat_that_is_there(pose):
    with pytest.raises(BadPose, match="nothing here is called “pillow” for the head"):
        pose(Position.SUPINE, touch={"head": "pillow"})


def test_knees_that_are_knelt_on_stay_where_they_are(pose, start):
    bowed = pose(Position.KNEELING, angles={"pelvis_tilt": 25, "both_hip_flexion": 25})
    for knee in ("left_knee", "right_knee"):
        before = point(start(Position.KNEELING), knee)
        assert np.linalg.norm(point(bowed, knee) - before) < 0.02


def test_a_body_that_is_not_on_its_knees_is_left_as_high_as_it_is(start):
    standing = start(Position.STANDING)
    assert on_knees(standing.posture, standing.touches, Build()) is standing.posture

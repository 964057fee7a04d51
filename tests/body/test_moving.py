from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position
from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.collisions import collisions
from psoas.body.figure import skeleton
from psoas.body.joints import ANGLE
from psoas.body.landmarks import INDEX
from psoas.body.moving import (
    LONGEST_STEP,
    STEP_HEIGHT,
    between,
    kept_touches,
    minimum_jerk,
    slip,
)
from psoas.body.posing import Posed, take
from psoas.body.props import Prop, PropKind
from psoas.body.recipes import Recipe
from psoas.body.surroundings import Surroundings

ROOM = Surroundings()
SHARES = np.linspace(0, 1, 31)
SHARE = st.floats(0, 1)


def pose(position, start=None, around=ROOM, **words):
    """A pose of a small exercise, from another or from the base of its position."""
    return take(Recipe(position=position, **words), start or base(position.value, around), around)


def path(posture, point, build=ROOM.build):
    """Where a point goes, (n, 3)."""
    return skeleton(posture, build).points[:, INDEX[point]]


@pytest.fixture(scope="module")
def standing():
    return base("standing", ROOM)


@pytest.fixture(scope="module")
def squatting(standing):
    return pose(Position.STANDING, standing, shift=(-0.1, -0.2, 0.0),
                angles={"pelvis_tilt": 30, "both_shoulder_elevation": 60,
                        "both_shoulder_plane": 90})  # fmt: skip


@pytest.fixture(scope="module")
def lying():
    return base("supine", ROOM)


@pytest.fixture(scope="module")
def thigh_held(lying):
    held = {"both_hands": "behind this_thigh 0.7", "this_foot": "free"}
    angles = {"this_hip_flexion": 105, "this_knee_flexion": 100, "lumbar_flexion": 8}
    return pose(Position.SUPINE, lying, touch=held, angles=angles)


@pytest.fixture(scope="module")
def ways(standing, squatting, lying, thigh_held):
    """A few ways between two poses, with the room they are in."""
    stepped = pose(Position.STANDING, standing, shift=(0.1, -0.04, 0.0),
                   touch={"this_foot": "floor"}, angles={"this_hip_flexion": 20})  # fmt: skip
    return {
        "squat": (standing, squatting),
        "step": (standing, stepped),
        "hold": (lying, thigh_held),
        "let go": (thigh_held, lying),
    }


def test_a_movement_begins_and_ends_at_rest():
    step = 1e-4
    for end, inwards in ((0.0, 1), (1.0, -1)):
        times = end + inwards * np.arange(3) * step
        done = minimum_jerk(times)
        assert done[0] == end
        speed, faster = np.diff(done) / step, np.diff(done, 2) / step**2
        assert np.abs(speed).max() < 1e-5
        assert np.abs(faster).max() < 0.02


@given(SHARE)
def test_a_movement_is_the_same_backwards(time):
    assert minimum_jerk(np.array(1 - time)) == pytest.approx(1 - minimum_jerk(np.array(time)))


@given(SHARE, SHARE)
def test_a_movement_never_goes_back(one, other):
    first, last = sorted((one, other))
    assert minimum_jerk(np.array(first)) <= minimum_jerk(np.array(last)) + 1e-12


def test_half_of_the_time_is_half_of_the_way():
    assert minimum_jerk(np.array(0.5)) == 0.5


@pytest.mark.parametrize("name", ["squat", "step", "hold", "let go"])
def test_a_way_begins_and_ends_with_its_poses(ways, name):
    first, second = ways[name]
    moved = skeleton(between(first, second, np.array([0.0, 1.0]), ROOM), ROOM.build).points
    for found, posed in zip(moved, (first, second), strict=True):
        assert np.abs(found - skeleton(posed.posture, ROOM.build).points).max() < 3e-3


@pytest.mark.parametrize("name", ["squat", "step", "hold", "let go"])
def test_a_way_has_no_jumps(ways, name):
    points = skeleton(between(*ways[name], np.linspace(0, 1, 121), ROOM), ROOM.build).points
    assert np.linalg.norm(np.diff(points, axis=0), axis=-1).max() < 0.06


@given(shares=st.lists(SHARE, min_size=1, max_size=6))
@settings(max_examples=15, deadline=None)
def test_planted_feet_stay_at_any_share(standing, squatting, shares):
    shares = np.array(shares)
    posture = between(standing, squatting, shares, ROOM)
    kept = kept_touches(standing, squatting, shares)
    assert {*kept} == {"this_foot", "other_foot"}
    assert slip(posture, kept, ROOM.build) < 0.01
    for ankle in ("left_ankle", "right_ankle"):
        home = skeleton(standing.posture, ROOM.build).points[INDEX[ankle]]
        assert np.linalg.norm(path(posture, ankle) - home, axis=-1).max() < 0.01


def test_the_frames_of_a_way_do_not_depend_on_each_other(ways):
    whole = between(*ways["hold"], np.array([0.2, 0.5, 0.7]), ROOM)
    one = between(*ways["hold"], np.array([0.5]), ROOM)
    assert np.allclose(whole.angles[1], one.angles[0])


def test_a_foot_is_lifted_on_its_way_to_another_place_of_the_floor(ways):
    ankle = path(between(*ways["step"], SHARES, ROOM), "right_ankle")
    assert ankle[15, 1] - ankle[[0, -1], 1].max() == pytest.approx(STEP_HEIGHT, abs=0.015)
    assert ankle[-1, 0] - ankle[0, 0] > 0.1
    resting = path(between(*ways["step"], SHARES, ROOM), "left_ankle")
    assert np.linalg.norm(resting - resting[0], axis=-1).max() < 0.01


def test_a_heel_slides(lying):
    low = {"touch": {"this_foot": "heel on floor"}}
    near = pose(Position.SUPINE, lying, **low, angles={"this_knee_flexion": 90})
    far = pose(Position.SUPINE, near, touch={"this_foot": "free"},
               angles={"this_hip_flexion": 20, "this_knee_flexion": 40})  # fmt: skip
    far = pose(Position.SUPINE, far, **low)
    posture = between(near, far, SHARES, ROOM)
    height = path(posture, "right_heel")[:, 1]
    assert path(posture, "right_heel")[-1, 0] - path(posture, "right_heel")[0, 0] > 0.05
    assert np.ptp(height) < 0.01


def test_both_feet_walk_in_turn(standing):
    far = Posed(posture=standing.posture.moved(np.array([0.5, 0, 0])), touches=standing.touches)
    there = {
        limb: replace(touch, point=touch.point + np.array([0.5, 0, 0]))
        for limb, touch in standing.touches.items()
    }
    posture = between(standing, replace(far, touches=there), np.linspace(0, 1, 81), ROOM)
    right, left = (path(posture, f"{side}_ankle") for side in ("right", "left"))
    high = np.stack([right[:, 1] - right[0, 1], left[:, 1] - left[0, 1]]) > 0.02
    assert high.any(axis=1).all()
    assert not high.all(axis=0).any()
    swings = np.count_nonzero(np.diff(high.astype(int), axis=1) > 0, axis=1)
    assert (swings == np.ceil(0.5 / LONGEST_STEP)).all()
    assert right[-1, 0] - right[0, 0] == pytest.approx(0.5, abs=0.01)


def test_a_thigh_that_is_held_stays_held(lying, thigh_held):
    drawn_in = pose(Position.SUPINE, thigh_held, angles={"this_hip_flexion": 110})
    kept = kept_touches(thigh_held, drawn_in, SHARES)
    assert {"this_hand", "other_hand", "other_foot"} <= {*kept}
    assert slip(between(thigh_held, drawn_in, SHARES, ROOM), kept, ROOM.build) < 0.01


def test_a_hand_goes_along_a_thigh_to_another_place_of_it(thigh_held):
    higher = pose(Position.SUPINE, thigh_held, touch={"this_hand": "behind this_thigh 0.6"})
    kept = kept_touches(thigh_held, higher, np.array([0.0, 0.5, 1.0]))
    assert np.ravel(kept["this_hand"].spot.share) == pytest.approx([0.7, 0.65, 0.6])


def test_what_is_let_go_of_or_taken_hold_of_is_not_kept(lying, thigh_held):
    kept = kept_touches(lying, thigh_held, SHARES)
    assert {*kept} == {"other_foot"}
    assert slip(lying.posture, {}, ROOM.build) == 0


def test_a_hand_on_another_thing_is_another_touch(lying, thigh_held):
    other = pose(Position.SUPINE, thigh_held, touch={"this_hand": "front this_thigh 0.7"})
    assert "this_hand" not in kept_touches(thigh_held, other, SHARES)
    loose = pose(Position.SUPINE, lying, touch={"this_foot": "heel on floor"})
    assert "this_foot" not in kept_touches(lying, loose, SHARES)


def test_kneeling_knees_stay_where_they_are():
    kneeling = base("kneeling", ROOM)
    sat_back = pose(Position.KNEELING, kneeling, shift=(-0.25, 0.0, 0.0))
    posture = between(kneeling, sat_back, SHARES, ROOM)
    for knee in ("left_knee", "right_knee"):
        moved = path(posture, knee)
        assert np.linalg.norm(moved - moved[0], axis=-1).max() < 0.02


def test_a_hand_flat_on_a_wall_stays_flat():
    room = Surroundings(props=(Prop(kind=PropKind.WALL, at=(0.55, 0.0)),))
    reach = {"both_shoulder_plane": 90, "both_shoulder_elevation": 85, "both_elbow_flexion": 15}
    one = pose(Position.STANDING, around=room, angles=reach, touch={"both_hands": "wall"})
    other = pose(Position.STANDING, one, room, shift=(0.06, -0.02, 0.0))
    posture = between(one, other, SHARES, room)
    kept = kept_touches(one, other, SHARES)
    assert kept["this_hand"].fingers.shape == (31, 3)
    assert slip(posture, kept, room.build) < 0.01


def test_turning_over_the_trunk_never_sinks_into_the_floor(lying):
    side = base("side_lying", ROOM)
    prone = base("prone", ROOM)
    for first, second in ((lying, side), (side, prone)):
        posture = between(first, second, np.linspace(0, 1, 61), ROOM)
        found = collisions(skeleton(posture, ROOM.build).points, (), ROOM.build)
        trunk = ("pelvis", "belly", "chest")
        assert not [each for each in found if each.first in trunk and each.second == "the floor"]


def test_the_pelvis_turns_the_short_way(lying):
    turned = pose(
        Position.SUPINE,
        lying,
        angles={"pelvis_turn": 40},
        touch={"both_hands": "free", "both_feet": "free"},
    )
    posture = between(lying, turned, SHARES, ROOM)
    turns = posture.angles[:, ANGLE["pelvis_turn"]]
    assert (np.diff(turns) > 0).all()
    assert turns[15] == pytest.approx(20, abs=0.5)


def test_a_free_hand_does_not_dive_under_the_floor(lying):
    overhead = pose(Position.SUPINE, lying, touch={"both_hands": "free"},
                    angles={"both_shoulder_plane": 90, "both_shoulder_elevation": 165})  # fmt: skip
    posture = between(lying, overhead, SHARES, ROOM)
    lowest = path(posture, "right_wrist")[:, 1]
    assert lowest.min() > min(lowest[0], lowest[-1]) - 0.005


@pytest.mark.parametrize("build", [Build(stature=1.9), Build(girth=1.15), Build(legs=0.92)])
def test_people_of_other_builds_keep_their_feet_too(build):
    room = Surroundings(build=build)
    one = base("standing", room)
    other = pose(Position.STANDING, one, room, shift=(-0.1, -0.2, 0.0))
    posture = between(one, other, SHARES, room)
    assert slip(posture, kept_touches(one, other, SHARES), build) < 0.01


def test_a_way_leads_through_the_pose_that_either_end_tells(standing, squatting):
    leaning = pose(Position.STANDING, standing, angles={"pelvis_tilt": 50})
    there = replace(squatting, through=leaning.posture)
    for first, second in ((standing, there), (there, standing)):
        half = between(first, second, np.array([0.0, 0.5, 1.0]), ROOM)
        tilt = half.angles[:, ANGLE["pelvis_tilt"]]
        assert tilt[1] == pytest.approx(50, abs=0.5)
        assert tilt[0] == pytest.approx(first.posture.angles[ANGLE["pelvis_tilt"]], abs=0.01)
        assert tilt[2] == pytest.approx(second.posture.angles[ANGLE["pelvis_tilt"]], abs=0.01)

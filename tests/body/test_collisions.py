import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position, Side
from psoas.body.collisions import (
    CAPSULES,
    SOLID,
    Collision,
    between_lines,
    collisions,
    limb_parts,
    too_deep,
)
from psoas.body.figure import skeleton
from psoas.body.landmarks import INDEX, OPPOSITE
from psoas.body.props import Prop, PropKind
from psoas.body.surroundings import Solid, Surroundings

HIGH_UP = np.array([0.0, 5.0, 0.0])
"""Where the floor is in nobody's way."""

POINTS = st.lists(st.floats(-2, 2), min_size=3, max_size=3).map(np.array)
SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture
def found(posture, build):
    """What a body passes through, by its angles, high above the floor or elsewhere."""

    def find(at=HIGH_UP, solids=(), position=Position.STANDING, **angles):
        points = skeleton(posture(position, **angles).moved(np.array(at)), build).points
        return collisions(points[None], solids, build)

    return find


def names(found):
    return {(each.first, each.second) for each in found}


def rod(**differences):
    ends = np.array([[0.0, 5.0, -1.0], [0.0, 5.0, 1.0]])
    usual = {"kind": PropKind.CHAIR, "piece": "rod", "points": ends, "radius": 0.02}
    return Solid(**{**usual, **differences})


def test_a_body_that_stands_at_ease_passes_through_nothing(found):
    assert not found(right_shoulder_elevation=15, left_shoulder_elevation=15)


def test_a_hand_through_the_thigh_is_named(found):
    through = {"shoulder_plane": 5, "shoulder_elevation": 2, "shoulder_rotation": 0}
    bent = {f"right_{name}": value for name, value in through.items()}
    seen = names(found(right_hip_abduction=20, **bent))
    assert {("right_thigh", "right_hand"), ("right_thigh", "right_forearm")} & seen


def test_crossed_shins_are_found_and_shins_that_are_apart_are_not(found):
    crossed = {"left_hip_abduction": -12, "right_hip_abduction": -12}
    assert ("left_shank", "right_shank") in names(found(**crossed, right_shoulder_elevation=15))
    one_before_the_other = {**crossed, "right_hip_flexion": 25, "left_hip_flexion": -15}
    assert ("left_shank", "right_shank") not in names(found(**one_before_the_other))


def test_a_body_half_in_the_floor_is_found_deepest_first(found):
    seen = [each for each in found(at=(0, 0.5, 0)) if each.second == "the floor"]
    assert {"left_foot", "right_foot", "left_shank"} <= {each.first for each in seen}
    assert [each.deep for each in seen] == sorted((each.deep for each in seen), reverse=True)
    assert seen[0].deep > 0.3


def test_the_floor_gives_way_a_little(posture, build):
    points = skeleton(
        posture(right_shoulder_elevation=15, left_shoulder_elevation=15), build
    ).points
    soles = points[:, 1].min() - 0.02 * build.stature

    def sunk(metres):
        raised = points - [0, soles + metres, 0]
        return {each.first for each in collisions(raised[None], (), build)}

    assert "left_foot" not in sunk(-0.02)
    assert "left_foot" in sunk(0.05)


def test_the_seat_and_the_legs_of_a_chair_are_in_the_way(posture, build):
    room = Surroundings(props=(Prop(kind=PropKind.CHAIR, at=(0.3, 0.0)),))
    standing = posture(right_shoulder_elevation=15, left_shoulder_elevation=15)
    through = skeleton(standing.moved(np.array([0, 0.9, 0])), build).points
    seen = {each.second for each in collisions(through[None], room.solids, build)}
    assert {"the chair (seat)"} <= seen
    leg = next(solid for solid in room.solids if solid.piece == "leg").points.mean(axis=0)
    moved = through + (leg - through[INDEX["left_ankle"]]) * [1, 0, 1]
    hit = {(each.first, each.second) for each in collisions(moved[None], room.solids, build)}
    assert ("left_shank", "the chair (leg)") in hit or ("left_foot", "the chair (leg)") in hit


def test_a_cushion_gives_way_and_so_does_what_is_there_only_at_times(found):
    def in_it(**differences):
        return [each for each in found(solids=[rod(**differences)]) if "(rod)" in each.second]

    assert in_it()
    assert not in_it(kind=PropKind.CUSHION)
    assert not in_it(poses=("later",))


def test_a_block_is_as_solid_as_it_is_short(posture, build):
    """Its corners fall together, so that its edges have no length."""
    room = Surroundings(props=(Prop(kind=PropKind.ROLLER), Prop(kind=PropKind.BLOCK)))
    lying = skeleton(posture(Position.SUPINE).moved(np.array([0, 0.1, 0])), build).points
    seen = {each.second for each in collisions(lying[None], room.solids, build)}
    assert {"the roller (roller)", "the block (block)"} <= seen


def test_of_many_frames_the_worst_is_told(posture, build):
    points = skeleton(posture().moved(HIGH_UP), build).points
    frames = np.stack([points, points - [0, 4.3, 0], points - [0, 4.6, 0]])
    worst = collisions(frames, (), build)[0]
    assert (worst.second, worst.frame) == ("the floor", 2)


def test_a_collision_says_what_goes_through_what():
    seen = Collision(first="left_hand", second="right_thigh", frame=12, deep=0.0234)
    assert str(seen) == "left_hand goes 2.3 cm through right_thigh (frame 12)"


def test_only_what_is_asked_for_counts(posture, build):
    points = skeleton(
        posture(right_hip_abduction=-12, left_hip_abduction=-12).moved(HIGH_UP), build
    )
    stack = np.stack([points.points] * 3)
    legs = {side: limb_parts(True, side) for side in (Side.LEFT, Side.RIGHT)}
    crossed = too_deep(stack, legs[Side.LEFT], legs[Side.RIGHT], (), build)
    assert crossed.shape == (3,)
    assert (crossed > 0.01).all()
    assert (too_deep(stack, legs[Side.LEFT], ["head"], (), build) == 0).all()
    reach = too_deep(stack - HIGH_UP * 0.9, legs[Side.LEFT], [], [rod()], build)
    assert (reach > 0).all()


@given(SEEDS)
@settings(max_examples=15, deadline=None)
def test_in_the_mirror_the_same_things_collide(random_postures, build, seed):
    points = skeleton(random_postures(seed, 20), build).points + HIGH_UP * 0.2
    image = points[:, OPPOSITE] * [1, 1, -1]
    here, there = (
        sorted(round(each.deep, 6) for each in collisions(stack, (), build))
        for stack in (points, image)
    )
    assert here == there


@given(POINTS, POINTS, POINTS, POINTS)
def test_two_lines_are_no_further_apart_than_any_of_their_points(a, b, c, d):
    apart, share, across = between_lines(a, b, c, d)
    near = np.linalg.norm(a + (b - a) * share - c - (d - c) * across)
    assert apart == pytest.approx(near, abs=1e-6)
    steps = np.linspace(0, 1, 15)[:, None]
    one, other = a + (b - a) * steps, c + (d - c) * steps
    nearest = np.linalg.norm(one[:, None] - other[None], axis=-1).min()
    assert apart <= nearest + 1e-6
    lengths = np.linalg.norm(b - a) + np.linalg.norm(d - c)
    assert apart >= nearest - lengths / 14 - 1e-6


def test_lines_that_cross_are_nowhere_apart():
    cross = np.array([[0.0, 0, 0], [2, 0, 0], [1, -1, 0], [1, 1, 0]])
    apart, share, across = between_lines(*cross)
    assert (apart, share, across) == (0, 0.5, 0.5)


def test_every_part_of_the_body_that_can_be_in_the_way_has_capsules():
    assert {*CAPSULES.parts} == {*SOLID}
    assert np.isclose(CAPSULES.starts.sum(axis=1), 1).all()
    assert np.isclose(CAPSULES.ends.sum(axis=1), 1).all()

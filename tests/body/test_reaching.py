from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Side
from psoas.body import rotations as turns
from psoas.body.figure import side_number, skeleton
from psoas.body.joints import ANGLES
from psoas.body.landmarks import landmark
from psoas.body.reaching import (
    ASIDE,
    BENT,
    NEARLY_STRAIGHT,
    TWIST,
    arm,
    leg,
    point_fingers,
    reach,
    swivelled,
    two_bones,
    with_angles,
)

SEEDS = st.integers(0, 2**32 - 1)
LIMBS = [arm(Side.LEFT), arm(Side.RIGHT), leg(Side.LEFT), leg(Side.RIGHT)]
EVERY_LIMB = pytest.mark.parametrize(
    "limb", LIMBS, ids=lambda limb: f"{limb.side}_{limb.joints[2]}"
)
CLOSE = 0.002
"""Metres by which a nearly straight limb may miss: its hinge keeps the axis that it had."""


@pytest.fixture(scope="module")
def at(build):
    """Where a joint of a limb is: 0 the hip or shoulder, 1 the knee or elbow, 2 the end."""
    return lambda posture, limb, number: skeleton(posture, build).points[
        ..., landmark(limb.joints[number], limb.side), :
    ]


@pytest.fixture(scope="module")
def targets(at, build):
    """Targets around where a limb begins, at shares of the limb's length."""

    def make(posture, limb, seed, shares):
        chance = np.random.default_rng(seed)
        count = len(posture.angles)
        whole = sum(build.of(bone) for bone in limb.bones)
        away = chance.uniform(*shares, (count, 1)) * whole
        return at(posture, limb, 0) + turns.unit(chance.normal(size=(count, 3))) * away

    return make


@EVERY_LIMB
@given(seed=SEEDS)
@settings(max_examples=12)
def test_a_limb_gets_to_what_is_within_its_reach(random_postures, at, targets, build, limb, seed):
    posture = random_postures(seed, 50)
    target = targets(posture, limb, seed, (0.3, 0.95))
    reached = reach(posture, limb, target, build)
    assert np.abs(at(reached, limb, 2) - target).max() < CLOSE


@EVERY_LIMB
@given(seed=SEEDS)
@settings(max_examples=12)
def test_a_limb_stretches_towards_what_is_out_of_reach(
    random_postures, at, targets, build, limb, seed
):
    posture = random_postures(seed, 50)
    target = targets(posture, limb, seed, (1.05, 3))
    reached = reach(posture, limb, target, build)
    start, end = at(reached, limb, 0), at(reached, limb, 2)
    off = turns.dot(turns.unit(end - start), turns.unit(target - start))
    assert np.degrees(np.arccos(np.clip(off, -1, 1))).max() < 3
    whole = sum(build.of(bone) for bone in limb.bones)
    assert turns.length(end - start) == pytest.approx(whole * NEARLY_STRAIGHT, rel=1e-6)


@EVERY_LIMB
@given(seed=SEEDS)
@settings(max_examples=10)
def test_reaching_moves_nothing_but_the_limb(random_postures, targets, build, limb, seed):
    posture = random_postures(seed, 20)
    reached = reach(posture, limb, targets(posture, limb, seed, (0.3, 1.5)), build)
    joints = ("hip", "knee") if limb.is_leg else ("shoulder", "elbow")
    own = [
        name.startswith(tuple(f"{limb.side.value}_{joint}" for joint in joints)) for name in ANGLES
    ]
    changed = (reached.angles != posture.angles).any(axis=0)
    assert not changed[~np.array(own)].any()
    assert (reached.root == posture.root).all()


@EVERY_LIMB
@given(seed=SEEDS)
@settings(max_examples=12)
def test_a_knee_or_elbow_never_bends_backwards(random_postures, targets, build, limb, seed):
    posture = random_postures(seed, 50)
    reached = reach(posture, limb, targets(posture, limb, seed, (0.3, 1.5)), build)
    name = f"{limb.side.value}_{'knee' if limb.is_leg else 'elbow'}_flexion"
    assert reached.angles[:, ANGLES.index(name)].min() > -0.5


@EVERY_LIMB
def test_reaching_for_where_it_is_leaves_a_limb_where_it_is(posture, at, build, limb):
    bent = posture(
        **{
            f"{side}_{joint}_flexion": 60
            for side in ("left", "right")
            for joint in ("knee", "elbow")
        }
    )
    again = reach(bent, limb, at(bent, limb, 2), build)
    assert again.angles == pytest.approx(bent.angles, abs=1e-6)


@pytest.mark.parametrize(
    ("limb", "way"),
    [(leg(Side.RIGHT), (0, 0, 1)), (leg(Side.LEFT), (0, 0, -1))],
    ids=["right", "left"],
)
def test_swivelling_turns_the_knee_outwards_and_leaves_the_foot(posture, at, build, limb, way):
    sitting = posture(
        **{f"{limb.side.value}_hip_flexion": 70, f"{limb.side.value}_knee_flexion": 90}
    )
    turned = swivelled(sitting, limb, np.array(20.0), build)
    assert at(turned, limb, 2) == pytest.approx(at(sitting, limb, 2), abs=1e-6)
    assert (at(turned, limb, 1) - at(sitting, limb, 1)) @ np.array(way) > 0.02


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_swivelling_lifts_the_elbow(posture, at, build, side):
    in_front = posture(
        **{f"{side.value}_shoulder_plane": 90, f"{side.value}_shoulder_elevation": 60,
           f"{side.value}_elbow_flexion": 80}
    )  # fmt: skip
    turned = swivelled(in_front, arm(side), np.array(30.0), build)
    assert at(turned, arm(side), 2) == pytest.approx(at(in_front, arm(side), 2), abs=1e-6)
    assert at(turned, arm(side), 1)[1] > at(in_front, arm(side), 1)[1] + 0.01


@given(st.floats(0.2, 0.6), st.floats(0.2, 0.6), st.floats(0.05, 2))
def test_the_bones_of_a_reach_have_their_lengths(upper, lower, away):
    start, hint, target = np.zeros(3), np.array([0.1, 0.5, 0.2]), np.array([0.0, 0.0, away])
    middle, end = two_bones(start, hint, target, upper, lower)
    assert np.linalg.norm(middle) == pytest.approx(upper, rel=1e-6)
    assert np.linalg.norm(end - middle) == pytest.approx(lower, rel=1e-6)
    assert end[:2] == pytest.approx([0, 0])
    assert (middle - start) @ hint >= (end - start) @ hint * middle[2] / end[2]


def test_only_what_is_named_is_replaced(posture):
    bent = with_angles(posture(), Side.LEFT, {"knee_flexion": np.array(30.0)})
    assert np.count_nonzero(bent.angles) == 1
    assert bent.angles[ANGLES.index("left_knee_flexion")] == 30


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@given(seed=SEEDS)
@settings(max_examples=12)
def test_a_palm_faces_its_surface_with_the_fingers_along_their_way(
    random_postures, build, side, seed
):
    """Wherever the forearm can turn to it, the wrist has to bend well but not sharply, and the
    fingers don't point to the side of the forearm, where the palm rules."""
    posture = random_postures(seed, 300)
    chance, number = np.random.default_rng(seed), side_number(side)
    way, other = chance.normal(size=(2, 300, 3))
    normal = turns.unit(np.cross(way, other))
    pointed = point_fingers(posture, side, turns.unit(way), normal, build)
    body = skeleton(pointed, build)
    turn = np.abs(pointed.angles[:, ANGLES.index(f"{side.value}_forearm_pronation")])
    bend = np.abs(pointed.angles[:, ANGLES.index(f"{side.value}_wrist_flexion")])
    forearm = body.forearm[:, number, :, 1]
    able = (turn < TWIST) & (bend > BENT) & (_aside(forearm, way, normal) <= 90 - ASIDE)
    off = turns.dot(-body.hand[:, number, :, 1], turns.unit(way))
    assert np.allclose(off[able], 1)
    inwards = np.array([0, 0, -1.0 if side is Side.RIGHT else 1.0])
    palm = body.hand[:, number] @ inwards
    assert (turns.dot(palm, -normal)[able] > -1e-6).all()
    assert turn.max() <= TWIST


def _aside(forearm, way, normal):
    """How far the turn that suits the fingers lies from the one that suits the palm, in degrees."""
    across = [
        turns.unit(v - forearm * turns.dot(v, forearm)[:, None])
        for v in (way, np.cross(normal, way))
    ]
    return np.degrees(np.arcsin(np.abs(turns.dot(*across))))


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_palm_turns_without_a_jump_as_the_fingers_pass_the_side_of_the_forearm(
    posture, build, side
):
    out = np.linspace(-0.3, 0.3, 241)
    way = np.stack([np.full(241, 0.7), np.full(241, -0.7), out], axis=-1)
    outwards = np.array([0.0, 0.0, 1.0 if side is Side.RIGHT else -1.0])
    still = posture()
    many = replace(
        still, angles=np.tile(still.angles, (241, 1)), root=np.tile(still.root, (241, 1))
    )
    pointed = point_fingers(many, side, turns.unit(way), outwards, build)
    turn = pointed.angles[:, ANGLES.index(f"{side.value}_forearm_pronation")]
    assert np.abs(np.diff(turn)).max() < 10


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_palm_is_laid_flat_where_the_fingers_go_straight_on(posture, build, side):
    """A forearm that lies on a table: the palm goes down onto it."""
    lying = posture(**{f"{side.value}_elbow_flexion": 90})
    pointed = point_fingers(lying, side, np.array([1.0, 0, 0]), np.array([0.0, 1, 0]), build)
    hand = skeleton(pointed, build).hand[side_number(side)]
    palm = hand @ np.array([0, 0, -1.0 if side is Side.RIGHT else 1.0])
    assert palm == pytest.approx([0, -1, 0], abs=1e-9)

import numpy as np
import pytest

from psoas.body import Position, Side
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import angles_of
from psoas.body.landmarks import landmark
from psoas.body.reaching import arm, leg
from psoas.body.shapes import radius
from psoas.body.surroundings import FLOOR, Plane, Rail
from psoas.body.touching import (
    SEGMENTS,
    TOUCHING,
    Spot,
    Touch,
    placed,
    settle,
    spot_place,
    touched_place,
)

SIDES = pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
ON_ALL_FOURS = {
    f"{side}_{name}": value
    for side in ("right", "left")
    for name, value in {
        "hip_flexion": 80, "knee_flexion": 85, "shoulder_plane": 88, "shoulder_elevation": 80,
    }.items()
}  # fmt: skip


def gap(posture, touch, build):
    here, there = touched_place(posture, touch, build)
    return np.linalg.norm(there - here, axis=-1)


@pytest.fixture
def low_standing():
    """A body whose feet are a little above the floor, knees bent."""
    angles = angles_of({f"{side}_{joint}_flexion": value for side in ("right", "left")
                        for joint, value in (("hip", 40), ("knee", 60))})  # fmt: skip
    return Posture(position=Position.STANDING, angles=angles, root=np.array([0, 0.8, 0]))


@pytest.fixture
def on_all_fours():
    return Posture(
        position=Position.QUADRUPED,
        angles=angles_of(ON_ALL_FOURS),
        root=np.array([0, 0.5, 0]),
    )


@SIDES
def test_a_sole_stands_flat_on_the_floor(low_standing, build, side):
    touch = placed(low_standing, Touch(limb=leg(side), with_="sole"), FLOOR, build)
    stood = settle(low_standing, touch, build)
    points = skeleton(stood, build).points
    heel, toes = (points[landmark(name, side)] for name in ("heel", "foot_index"))
    assert gap(stood, touch, build) < 1e-3
    assert heel[1] == pytest.approx(toes[1], abs=1e-3)
    assert 0 < heel[1] < radius("left_heel", build) + 1e-3


@SIDES
@pytest.mark.parametrize(
    "part", [part for part in TOUCHING if part not in ("palm", "forearm", "calf")]
)
def test_every_part_of_a_leg_gets_to_the_floor(low_standing, build, side, part):
    touch = placed(low_standing, Touch(limb=leg(side), with_=part), FLOOR, build)
    assert gap(settle(low_standing, touch, build), touch, build) < 0.01


@SIDES
def test_calves_lie_on_a_seat(build, side):
    seat = Plane(point=np.array([0, 0.5, 0]), normal=np.array([0, 1.0, 0]))
    raised = {f"{side.value}_hip_flexion": 80, f"{side.value}_knee_flexion": 80}
    lying = Posture(position=Position.SUPINE, angles=angles_of(raised), root=np.array([0, 0.1, 0]))
    touch = placed(lying, Touch(limb=leg(side), with_="calf"), seat, build)
    assert gap(settle(lying, touch, build), touch, build) < 0.01


@SIDES
def test_a_palm_lies_on_the_floor_with_its_fingers_forward(on_all_fours, build, side):
    touch = placed(on_all_fours, Touch(limb=arm(side), with_="palm"), FLOOR, build)
    leaning = settle(on_all_fours, touch, build)
    fingers = -skeleton(leaning, build).hand[0 if side is Side.RIGHT else 1][:, 1]
    assert gap(leaning, touch, build) < 1e-3
    assert fingers == pytest.approx([1, 0, 0], abs=0.1)


def test_a_palm_on_a_wall_points_its_fingers_up(posture, build):
    wall = Plane(point=np.array([0.5, 0, 0]), normal=np.array([-1.0, 0, 0]))
    lifted = posture(right_shoulder_plane=90, right_shoulder_elevation=90)
    touch = placed(lifted, Touch(limb=arm(Side.RIGHT), with_="palm"), wall, build)
    assert touch.fingers == pytest.approx([0, 1, 0], abs=1e-6)


def test_a_palm_pressed_straight_down_points_its_fingers_forward(posture, build):
    touch = placed(posture(), Touch(limb=arm(Side.RIGHT), with_="palm"), FLOOR, build)
    assert touch.fingers == pytest.approx([1, 0, 0])


def test_a_hand_on_a_rail_holds_it_without_laying_its_palm_flat(posture, build):
    rail = Rail(start=np.array([0.3, 0, -1]), end=np.array([0.3, 0, 1]), radius=0.02)
    reaching = posture(right_shoulder_plane=90, right_shoulder_elevation=50)
    touch = placed(reaching, Touch(limb=arm(Side.RIGHT), with_="palm"), rail, build)
    assert touch.fingers is None
    assert gap(settle(reaching, touch, build), touch, build) < 1e-3


def test_what_rests_on_a_surface_stays_there_while_the_body_moves(low_standing, build):
    touch = placed(low_standing, Touch(limb=leg(Side.RIGHT), with_="sole"), FLOOR, build)
    before, _ = touched_place(settle(low_standing, touch, build), touch, build)
    lower = low_standing.moved(np.array([0.05, -0.1, 0.03]))
    after, _ = touched_place(settle(lower, touch, build), touch, build)
    assert np.linalg.norm(after - before) < 0.01


@SIDES
def test_what_rests_on_the_body_goes_along_with_it(build, side):
    spot = Spot(segment="thigh", side=side, share=0.7, way=(1.0, 0, 0))
    touch = Touch(limb=arm(side), with_="palm", spot=spot)
    for flexion in (70, 95):
        sitting = Posture(
            position=Position.SEATED_CHAIR,
            angles=angles_of({f"{side.value}_hip_flexion": flexion, "lumbar_flexion": 20,
                              f"{side.value}_elbow_flexion": 60}),
            root=np.zeros(3),
        )  # fmt: skip
        assert gap(settle(sitting, touch, build), touch, build) < 0.005


@pytest.mark.parametrize("segment", [*SEGMENTS, "pelvis", "waist", "thorax", "head"])
@SIDES
def test_a_spot_lies_on_the_skin_or_so_much_above_it(body, build, side, segment):
    spot = Spot(segment=segment, side=side, share=0.5, way=(0.0, 0, 1))
    on, above = spot_place(body(), spot, build), spot_place(body(), spot, build, 0.1)
    outwards = 1 if side is Side.RIGHT else -1
    assert above - on == pytest.approx([0, 0, 0.1 * outwards])


def test_the_spots_of_both_sides_mirror_each_other(body, build):
    right, left = (
        spot_place(body(), Spot(segment="shank", side=side, share=0.3, way=(1.0, 0, 0.5)), build)
        for side in (Side.RIGHT, Side.LEFT)
    )
    assert right == pytest.approx(left * [1, 1, -1])


@SIDES
@pytest.mark.parametrize("foot", [Side.RIGHT, Side.LEFT])
def test_a_strap_is_held_on_the_way_to_the_foot_with_the_arm_nearly_long(build, side, foot):
    lying = Posture(
        position=Position.SUPINE,
        angles=angles_of({f"{foot.value}_hip_flexion": 80, f"{side.value}_elbow_flexion": 40}),
        root=np.array([0, 0.1, 0]),
    )
    spot = Spot(segment="foot", side=foot, share=0.35, way=(-1.0, 0, 0))
    touch = Touch(limb=arm(side), with_="palm", spot=spot, strap=True)
    held = settle(lying, touch, build)
    body = skeleton(held, build)
    hand, _ = touched_place(held, touch, build)
    shoulder, there = body.point(f"{side.value}_shoulder"), spot_place(body, spot, build)
    assert gap(held, touch, build) < 0.01
    assert np.linalg.norm(hand - shoulder) < np.linalg.norm(there - shoulder)
    assert np.linalg.norm(hand - there) > 0.1


def test_a_limb_stretches_towards_what_it_cannot_touch(posture, build):
    far = Plane(point=np.array([0, -2.0, 0]), normal=np.array([0, 1.0, 0]))
    standing = posture(right_knee_flexion=20)
    touch = placed(standing, Touch(limb=leg(Side.RIGHT), with_="heel"), far, build)
    assert gap(settle(standing, touch, build), touch, build) > 0.5

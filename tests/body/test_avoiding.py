from types import SimpleNamespace

import numpy as np
import pytest

from psoas.body import Position, Side
from psoas.body.avoiding import Detour, best, detoured, leading, parts_but, turning
from psoas.body.bases import base
from psoas.body.collisions import SOLID, collisions, limb_parts
from psoas.body.figure import skeleton
from psoas.body.landmarks import INDEX
from psoas.body.moving import between
from psoas.body.posing import take
from psoas.body.props import PropKind
from psoas.body.reaching import arm, leg
from psoas.body.recipes import Recipe
from psoas.body.surroundings import Solid, Surroundings

ROOM = Surroundings()
WHOLE = np.array(1.0)
SIDES = pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])


def room(*things):
    """A room in which something stands."""
    return SimpleNamespace(solids=things, build=ROOM.build)


def post(at):
    """An upright post."""
    ends = np.array([[at[0], 0.0, at[1]], [at[0], 2.0, at[1]]])
    return Solid(kind=PropKind.DOORWAY, piece="post", points=ends, radius=0.04)


@pytest.fixture
def at_ease(posture):
    """Standing, the arms a little off the body, the elbows bent."""
    bent = {"shoulder_elevation": 40, "elbow_flexion": 70, "knee_flexion": 30}
    angles = {f"{side}_{name}": bent[name] for side in ("left", "right") for name in bent}
    return posture(**angles).moved(np.array([0, 1.0, 0]))


def place(posture, name):
    return skeleton(posture, ROOM.build).points[..., INDEX[name], :]


def test_the_easiest_way_is_the_straight_one():
    for detours in (turning(), leading()):
        assert detours[0] == Detour()
        assert detours[0].effort == 0
        assert all(each.effort > 0 for each in detours[1:])


def test_longer_ways_are_tried_later():
    efforts = [detour.effort for detour in leading()]
    assert efforts == sorted(efforts)


@SIDES
def test_turning_an_elbow_or_a_knee_leaves_hand_and_foot_where_they_are(at_ease, side):
    for limb in (arm(side), leg(side)):
        turned = detoured(at_ease, limb, Detour(swivel=30), WHOLE, ROOM.build)
        start, middle, end = (f"{side.value}_{name}" for name in limb.joints)
        assert np.allclose(place(turned, end), place(at_ease, end), atol=2e-3)
        assert np.allclose(place(turned, start), place(at_ease, start))
        assert np.linalg.norm(place(turned, middle) - place(at_ease, middle)) > 0.02


@SIDES
@pytest.mark.parametrize(
    ("way", "axis", "sign"), [("outwards", 2, 1), ("forwards", 0, 1), ("onwards", 1, -1)]
)
def test_a_hand_is_led_in_the_way_that_is_named(at_ease, side, way, axis, sign):
    led = detoured(at_ease, arm(side), Detour(lead=0.08, way=way), WHOLE, ROOM.build)
    gone = place(led, f"{side.value}_wrist") - place(at_ease, f"{side.value}_wrist")
    if axis == 2 and side is Side.LEFT:
        sign = -sign
    assert gone[axis] * sign > 0.05


def test_a_detour_is_made_as_far_as_the_weight_of_each_frame_says(at_ease):
    detour = Detour(lead=0.1, swivel=20)
    stack = at_ease.moved(np.zeros((3, 3)))
    stack = type(stack)(
        position=stack.position, root=stack.root, angles=np.tile(stack.angles, (3, 1))
    )
    led = detoured(stack, arm(Side.RIGHT), detour, np.array([0.0, 0.5, 1.0]), ROOM.build)
    gone = np.linalg.norm(place(led, "right_wrist") - place(stack, "right_wrist"), axis=-1)
    assert gone == pytest.approx([0, 0.05, 0.1], abs=1e-3)


def choose(posture, limb, around, detours):
    def attempt(detour):
        return detoured(posture, limb, detour, WHOLE, around.build)

    return best(attempt, limb, detours, parts_but([limb]), around)


def test_where_nothing_is_in_the_way_there_is_no_detour(at_ease):
    assert choose(at_ease, arm(Side.RIGHT), room(), leading()) == Detour()


@SIDES
def test_a_hand_is_led_around_a_post(at_ease, side):
    limb, wrist = arm(side), place(at_ease, f"{side.value}_wrist")
    around = room(post(at=(wrist[0], wrist[2])))
    chosen = choose(at_ease, limb, around, leading())
    assert chosen != Detour()
    parts = {*limb_parts(False, side)}

    def hit(posture):
        found = collisions(skeleton(posture, ROOM.build).points[None], around.solids, ROOM.build)
        return [each for each in found if each.first in parts and "post" in each.second]

    assert hit(at_ease)
    assert not hit(detoured(at_ease, limb, chosen, WHOLE, ROOM.build))


def test_where_no_way_is_free_the_best_is_taken(at_ease):
    limb, wrist = arm(Side.RIGHT), place(at_ease, "right_wrist")
    wall = Solid(kind=PropKind.WALL, piece="wall", radius=0.5,
                 points=wrist + np.array([[0, -2.0, 0], [0, 2.0, 0]]))  # fmt: skip
    options = [Detour(), Detour(lead=0.3), Detour(lead=0.1)]
    assert choose(at_ease, limb, room(wall), options) == options[1]


def test_the_parts_of_other_limbs_can_be_left_out():
    left = parts_but([arm(Side.RIGHT), leg(Side.LEFT)])
    assert {*SOLID} - {*left} == {*limb_parts(False, Side.RIGHT), *limb_parts(True, Side.LEFT)}


def test_a_hand_finds_its_way_around_the_body():
    """From the floor beside the hips to the face, past thigh and belly."""
    lying = base("supine", ROOM)
    bent = {"shoulder_plane": 90, "shoulder_elevation": 90, "elbow_flexion": 110}
    angles = {f"this_{name}": value for name, value in bent.items()}
    words = Recipe(position=Position.SUPINE, touch={"this_hand": "free"}, angles=angles)
    posture = between(lying, take(words, lying, ROOM), np.linspace(0, 1, 40), ROOM)
    assert not collisions(skeleton(posture, ROOM.build).points, (), ROOM.build)

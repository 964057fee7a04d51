import numpy as np
import pytest
from tests.drawing.conftest import step

from psoas.body import Side
from psoas.body.build import Build
from psoas.body.props import Prop, PropKind
from psoas.drawing.figure import main_pose, model, picture
from psoas.drawing.view import View
from psoas.library import FeltOn, Sides

FRONT = View(around=30, above=20)


def opposite(name):
    swapped = {"left": "right", "right": "left"}
    first, _, rest = name.partition("_")
    return f"{swapped[first]}_{rest}" if first in swapped else name


def by_name(drawn):
    return {piece.id: piece for piece in (*drawn.behind, *drawn.pieces)}


def test_the_pose_that_tells_most_is_where_the_way_in_leads(exercise):
    assert main_pose(exercise()) == "leg_up"
    assert main_pose(exercise(cycle=(step("strap_on"), step("ready")))) == "strap_on"
    assert main_pose(exercise(enter=())) == "leg_up"


def test_it_is_seen_from_where_the_exercise_is_seen_best(ours, points):
    assert ours.view == View(around=80, above=14)
    own = by_name(picture(ours, "leg_up"))["right_thigh"]
    other = by_name(picture(ours, "leg_up", view=FRONT))["right_thigh"]
    assert not np.allclose(own.middles, other.middles)


@pytest.mark.parametrize("pose", ["ready", "strap_on", "leg_up"])
def test_the_left_one_is_the_right_one_in_a_mirror(ours, pose):
    right, left = (picture(ours, pose, side) for side in (Side.RIGHT, Side.LEFT))
    here, there = by_name(right), by_name(left)
    assert {*here} == {opposite(name) for name in there}
    for name, piece in here.items():
        image = there[opposite(name)]
        assert sorted(map(tuple, (piece.middles * [-1, 1, 1]).round(6))) == sorted(
            map(tuple, image.middles.round(6))
        ), name
        assert piece.near == pytest.approx(image.near)
    for one, other in zip(right.glows, left.glows, strict=True):
        assert other.part == opposite(one.part)
        assert np.allclose(one.middles * [-1, 1, 1], other.middles)


def test_a_view_of_ones_own_is_not_mirrored(ours):
    right, left = (picture(ours, "leg_up", side, FRONT) for side in (Side.RIGHT, Side.LEFT))
    assert not np.allclose(
        by_name(right)["right_thigh"].middles * [-1, 1, 1], by_name(left)["left_thigh"].middles
    )


def test_a_strap_is_drawn_for_each_hand_while_it_is_held(ours):
    straps = [piece.id for piece in picture(ours, "leg_up").pieces].count("strap")
    assert straps == 2
    assert "strap" not in by_name(picture(ours, "ready"))


def test_props_are_there_in_their_own_poses(ours):
    assert any(piece.colour == "cushion" for piece in picture(ours, "leg_up").pieces)
    assert not any(piece.colour == "cushion" for piece in picture(ours, "ready").pieces)
    assert [piece.colour for piece in picture(ours, "ready").behind] == ["mat"]


def test_the_muscles_glow_where_they_are_felt(exercise):
    def parts(**differences):
        drawn = picture(model(exercise(**differences)), "ready")
        return {glow.part for glow in drawn.glows}

    assert parts() == {"right_thigh", "belly"}
    assert parts(felt_on=FeltOn.OTHER) == {"left_thigh", "belly"}
    assert parts(felt_on=FeltOn.BOTH) == {"left_thigh", "right_thigh", "belly"}
    assert parts(sides=Sides.BOTH) == {"left_thigh", "right_thigh", "belly"}
    assert parts(muscles=()) == set()


def test_without_glow_nothing_glows(ours):
    assert picture(ours, "ready", glow=False).glows == ()


def test_a_heavier_body_is_drawn_thicker(exercise):
    usual, heavy = (model(exercise(), Build(girth=girth)) for girth in (1.0, 1.2))
    thin, thick = (by_name(picture(each, "ready"))["belly"].radii for each in (usual, heavy))
    assert thick == pytest.approx(thin * 1.2)


def test_props_are_mirrored_too(exercise):
    post = Prop(kind=PropKind.DOORWAY, at=(0.0, 1.5))
    made = model(exercise(props=(post,)))
    right, left = (by_name(picture(made, "ready", side)) for side in (Side.RIGHT, Side.LEFT))
    for name in right:
        if name.startswith("doorway"):
            assert np.allclose(right[name].middles * [-1, 1, 1], left[name].middles)

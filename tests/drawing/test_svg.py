import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.props import Prop, PropKind
from psoas.body.surroundings import Surroundings
from psoas.drawing.figure import picture
from psoas.drawing.painting import Glow, Picture, Piece, outline, paint
from psoas.drawing.palette import DARK, LIGHT
from psoas.drawing.posing import FIGURE
from psoas.drawing.svg import RINGS, SCALE, frame_around, path, rounded, shapes, svg
from psoas.drawing.view import View

NUMBER = r"-?\d+(?:\.\d+)?"


def disc(at, radius=0.1, **differences):
    usual = {"id": "ball", "colour": "skin", "middles": np.array([at], dtype=float),
             "radii": np.array([radius])}  # fmt: skip
    return Piece(**{**usual, **differences})


def alone(*pieces, glows=()):
    return Picture(behind=(), shadow=(), pieces=pieces, glows=glows)


def test_upwards_is_upwards():
    assert path(np.array([[0.0, 1.0], [1.0, 0.0]])) == "M0,-500 500,0Z"


def test_a_single_disc_is_two_halves_of_a_circle():
    data = rounded(np.zeros((1, 3)), np.array([0.1]))
    assert data.count("A50.0,50.0") == 2
    assert data.startswith("M") and data.endswith("Z")


def test_two_discs_are_two_arcs_and_two_straight_lines():
    data = rounded(np.array([[0.0, 0, 0], [1, 0, 0]]), np.array([0.1, 0.2]))
    assert data.count("A") == 2
    assert data.count("L") == 1
    assert "A50.0,50.0" in data and "A100.0,100.0" in data


def test_a_disc_inside_another_is_not_drawn():
    data = rounded(np.array([[0.0, 0, 0], [0.01, 0, 0]]), np.array([0.3, 0.05]))
    assert "A25.0" not in data
    assert "A150.0" in data


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_a_rounded_outline_goes_through_corners_of_the_hull(seed, count):
    chance = np.random.default_rng(seed)
    middles, radii = chance.uniform(-1, 1, (count, 3)), chance.uniform(0.05, 0.4, count)
    hull = outline(middles, radii) * [SCALE, -SCALE]
    for corner in re.findall(rf"({NUMBER}),({NUMBER})(?=A|L|Z)", rounded(middles, radii)):
        if float(corner[0]) == float(corner[1]) > 0:
            continue
        assert np.hypot(*(hull - [float(each) for each in corner]).T).min() < 1.5


def test_a_frame_holds_everything_but_walls_and_door_frames(points):
    view = View(around=60, above=10)
    bare = frame_around([paint(points, (), view, FIGURE)])
    for kind, grows in ((PropKind.WALL, False), (PropKind.DOORWAY, False), (PropKind.MAT, True),
                        (PropKind.CHAIR, True)):  # fmt: skip
        solids = Surroundings(props=(Prop(kind=kind, at=(2.0, 0.0)),)).solids
        assert (frame_around([paint(points, solids, view, FIGURE)]) != bare) == grows, kind


def test_a_frame_around_several_pictures_holds_them_all():
    one, other = alone(disc((0, 0, 0))), alone(disc((2, 1, 0)))
    frame = frame_around([one, other], margin=0.5)
    assert (frame.left, frame.right) == pytest.approx((-0.6, 2.6))
    assert (frame.bottom, frame.top) == pytest.approx((-0.6, 1.6))


def test_a_round_piece_has_a_light_part_and_a_flat_one_has_none():
    assert shapes(alone(disc((0, 0, 0))), LIGHT).count("<path") == 2
    assert shapes(alone(disc((0, 0, 0), flat=True)), LIGHT).count("<path") == 1


def test_where_one_part_grows_out_of_another_the_line_between_is_covered():
    trunk, limb = disc((0, 0, 0), id="trunk"), disc((0.05, 0, 0), id="limb", joins="trunk")
    joined = shapes(alone(trunk, limb), LIGHT)
    stranger = disc((0.05, 0, 0), id="limb", joins="trunk", colour="shirt")
    assert joined.count("<path") == 6
    assert shapes(alone(trunk, stranger), LIGHT).count("<path") == 4
    assert shapes(alone(limb, trunk), LIGHT).count("<path") == 6


def test_only_what_is_near_the_joint_is_covered():
    trunk = disc((0, 0, 0), id="trunk", radius=0.3)
    limb = disc((0.28, -0.2, 0), id="limb", joins="trunk", radius=0.05)
    covers = shapes(alone(trunk, limb), LIGHT).split("<path")[5:]
    for cover in covers:
        for x, y in re.findall(rf"({NUMBER}),({NUMBER})", cover):
            assert np.hypot(float(x) / SCALE - 0.28, float(y) / SCALE - 0.2) < 0.06


def test_a_muscle_glows_in_soft_rings_on_its_own_part():
    glow = Glow(part="ball", middles=np.zeros((2, 3)), radii=np.full(2, 0.05))
    assert shapes(alone(disc((0, 0, 0)), glows=(glow,)), LIGHT).count(LIGHT.glow) == len(RINGS)
    assert LIGHT.glow not in shapes(alone(disc((0, 0, 0), id="other"), glows=(glow,)), LIGHT)


def test_a_far_piece_is_paler_than_a_near_one():
    near = shapes(alone(disc((0, 0, 0), near=1.0)), LIGHT)
    assert LIGHT.colours["skin"].own in near
    assert LIGHT.colours["skin"].own not in shapes(alone(disc((0, 0, 0), near=0.0)), LIGHT)


def test_a_picture_is_well_formed_and_says_what_it_shows(ours):
    drawn = picture(ours, "strap_on")
    file = svg(drawn, frame_around([drawn]), title="A strap & one <heel>.")
    root = ET.fromstring(file)
    assert root.get("role") == "img"
    assert root[0].tag.endswith("title")
    assert root[0].text == "A strap & one <heel>."
    _left, _top, wide, high = map(float, root.get("viewBox").split())
    assert wide > 0 and high > 0
    assert "<title>" not in svg(drawn, frame_around([drawn]))


def test_both_palettes_paint_the_same_shapes(ours):
    drawn = picture(ours, "ready")
    light, dark = (re.sub(r"#[0-9a-f]{6}", "#", shapes(drawn, each)) for each in (LIGHT, DARK))
    assert light == dark
    assert shapes(drawn, LIGHT) != shapes(drawn, DARK)


def test_a_crossed_picture_is_paled_and_struck_out_once():
    drawn = alone(disc((0, 0, 0)))
    frame = frame_around([drawn])
    crossed = svg(drawn, frame, crossed=True)
    assert crossed.count(LIGHT.crossing) == 1
    assert "<rect" in crossed
    assert LIGHT.crossing not in svg(drawn, frame)

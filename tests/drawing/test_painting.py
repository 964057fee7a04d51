from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body.build import Build
from psoas.body.landmarks import OPPOSITE
from psoas.body.props import Prop, PropKind
from psoas.body.shapes import PARTS
from psoas.body.surroundings import Surroundings
from psoas.drawing.painting import (
    FAR,
    LIT,
    Piece,
    body_pieces,
    clipped,
    hides,
    hull,
    in_order,
    lit,
    nearness,
    outline,
    paint,
    rim,
    samples,
    scenery,
    shadow,
)
from psoas.drawing.view import View, seen

BUILD = Build()
VIEW = View(around=80, above=14)
SEEDS = st.integers(0, 2**32 - 1)
SQUARE = np.array([[0.0, 0], [2, 0], [2, 2], [0, 2]])


def piece(*middles, radius=0.1, **differences):
    made = np.array(middles, dtype=float)
    usual = {"id": "arm", "colour": "skin", "middles": made, "radii": np.full(len(made), radius)}
    return Piece(**{**usual, **differences})


def discs(seed, count):
    chance = np.random.default_rng(seed)
    return chance.uniform(-1, 1, (count, 3)), chance.uniform(0.02, 0.5, count)


def crosses(corners):
    """On which side of each edge of an outline the next corner lies."""
    edges = np.roll(corners, -1, axis=0) - corners
    following = np.roll(edges, -1, axis=0)
    return edges[:, 0] * following[:, 1] - edges[:, 1] * following[:, 0]


def inside(corners, points, slack=1e-9):
    """Whether points lie in a convex outline."""
    edges = np.roll(corners, -1, axis=0) - corners
    away = points[:, None] - corners[None]
    return (edges[:, 0] * away[..., 1] - edges[:, 1] * away[..., 0] >= -slack).all(axis=1)


def area(corners):
    x, y = corners.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@given(SEEDS, st.integers(1, 6))
def test_an_outline_is_convex_and_holds_its_discs(seed, count):
    middles, radii = discs(seed, count)
    corners = outline(middles, radii)
    assert (crosses(corners) >= -1e-12).all()
    assert area(corners) > 0
    turn = np.linspace(0, 2 * np.pi, 40)[:, None, None]
    rims = middles[:, :2] + radii[:, None] * 0.99 * np.concatenate([np.cos(turn), np.sin(turn)], 2)
    assert inside(corners, rims.reshape(-1, 2), slack=0.01).all()


@given(SEEDS, st.integers(1, 5))
def test_the_corners_of_a_rim_lie_on_the_discs_that_they_name(seed, count):
    middles, radii = discs(seed, count)
    for x, y, number in rim(middles, radii):
        centre = middles[int(number), :2]
        assert np.hypot(*(centre - (x, y))) == pytest.approx(radii[int(number)])


def test_a_hull_leaves_out_what_lies_within():
    found = hull(np.concatenate([SQUARE, [[1.0, 1.0], [1.0, 0.0]]]))
    assert {tuple(corner) for corner in found} == {tuple(corner) for corner in SQUARE}


@given(SEEDS)
def test_what_is_clipped_lies_inside_both(seed):
    one, other = (outline(*discs(seed + n, 2)) for n in (0, 1))
    kept = clipped(one, other)
    if len(kept):
        assert inside(other, kept, slack=1e-6).all()
        assert inside(one, kept, slack=1e-6).all()
        assert area(kept) <= min(area(one), area(other)) + 1e-9


def test_what_lies_apart_leaves_nothing():
    assert clipped(SQUARE, SQUARE + 5).shape == (0, 2)


def test_half_of_a_square_is_clipped():
    assert area(clipped(SQUARE, SQUARE + np.array([1, 0]))) == pytest.approx(2)


def test_nearer_things_hide_farther_ones_only_where_they_overlap():
    near, far = piece((0, 0, 1)), piece((0.05, 0, 0))
    assert hides(samples(near), samples(far)) > 0 > hides(samples(far), samples(near))
    assert hides(samples(near), samples(piece((3, 0, 0)))) == 0


def test_what_is_lifted_hides_what_lies_at_the_same_place():
    face, hair = piece((0, 0, 0), lift=0.01), piece((0, 0, 0))
    assert hides(samples(face), samples(hair)) > 0


def test_the_nearest_is_painted_last():
    stack = [piece((0, 0, depth), id=str(depth)) for depth in (0.2, 0.9, 0.5)]
    assert [each.id for each in in_order(stack)] == ["0.2", "0.5", "0.9"]


def test_of_two_level_pieces_the_one_that_grows_out_of_the_other_lies_over_it():
    trunk, limb = piece((0, 0, 0), id="trunk"), piece((0, 0, 0), id="limb", joins="trunk")
    for given_ in ([trunk, limb], [limb, trunk]):
        assert [each.id for each in in_order(given_)] == ["trunk", "limb"]


def test_a_ring_of_pieces_that_hide_each_other_is_painted_all_the_same():
    def bar(name, start, end):
        return piece(start, end, id=name, radius=0.2)

    ring = [
        bar("a", (0, 0, 0), (2, 0, 1)),
        bar("b", (2, 0, 0), (1, 2, 1)),
        bar("c", (1, 2, 0), (0, 0, 1)),
    ]
    assert sorted(each.id for each in in_order(ring)) == ["a", "b", "c"]


@given(seed=SEEDS)
@settings(max_examples=10, deadline=None)
def test_the_order_does_not_depend_on_how_the_pieces_come(points, seed):
    pieces = body_pieces(points, VIEW, BUILD)
    shuffled = [pieces[i] for i in np.random.default_rng(seed).permutation(len(pieces))]
    assert [each.id for each in in_order(shuffled)] == [each.id for each in in_order(pieces)]


def test_every_part_of_the_body_is_painted_once(points):
    assert {each.id for each in body_pieces(points, VIEW, BUILD)} == {*PARTS}


def test_the_light_falls_from_the_upper_left():
    ball = piece((0, 0, 0))
    middles, radii = lit(ball)
    assert middles[0, 0] < 0 < middles[0, 1]
    assert radii == pytest.approx(ball.radii * LIT)
    assert ball.middles.tolist() == [[0, 0, 0]]


def test_a_limb_gets_paler_the_further_behind_the_other_it_is(points):
    sideways = seen(points, View(around=90, above=0))[:, 2]
    near, far = PARTS["right_thigh"], PARTS["left_thigh"]
    assert nearness(near, sideways, BUILD) == 1
    assert 0 <= nearness(far, sideways, BUILD) < 1
    level = np.zeros(len(points))
    assert nearness(far, level, BUILD) == nearness(PARTS["left_hand"], level, BUILD) == 1
    behind = level.copy()
    behind[[i for i in range(len(points)) if OPPOSITE[i] > i]] = -FAR * BUILD.stature
    assert nearness(PARTS["belly"], sideways, BUILD) == 1
    assert nearness(PARTS["left_eye"], behind, BUILD) == 1
    assert nearness(far, np.where(behind < 0, -1.0, 0.0), BUILD) in (0, 1)


def test_walls_and_mats_lie_behind_all_else(points):
    kinds = (PropKind.WALL, PropKind.MAT, PropKind.CUSHION, PropKind.CHAIR)
    solids = Surroundings(props=tuple(Prop(kind=kind) for kind in kinds)).solids
    around = scenery(solids, VIEW)
    assert [each.colour for each in around.behind] == ["wall", "mat"]
    assert {each.colour for each in around.among} == {"cushion", "chair"}
    assert all(each.flat for each in (*around.behind, *around.among))
    made = paint(points, solids, VIEW, BUILD)
    assert [each.colour for each in made.behind] == ["wall", "mat"]
    assert len(made.pieces) == len(PARTS) + len(around.among)


def test_the_shadow_lies_on_the_floor(points):
    from_the_side = View(around=80, above=0)
    dark = shadow(points, from_the_side, BUILD)
    assert dark
    assert all(np.allclose(middles[:, 1], 0) for middles, _ in dark)


def test_more_pieces_are_sorted_in_among_the_others(points):
    strap = replace(piece((0, 0, 9)), id="strap")
    assert paint(points, (), VIEW, BUILD, [strap]).pieces[-1].id == "strap"

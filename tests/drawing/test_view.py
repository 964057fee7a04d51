import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.drawing.view import View, seen

VIEWS = st.builds(View, around=st.floats(-360, 360), above=st.floats(-8, 86))
PLACES = st.tuples(*[st.floats(-3, 3)] * 3).map(np.array)
FORWARD, UP, RIGHT = np.eye(3)


@pytest.mark.parametrize(
    ("around", "nearest", "to_the_right"),
    [(0, FORWARD, -RIGHT), (90, RIGHT, FORWARD), (180, -FORWARD, RIGHT), (-90, -RIGHT, -FORWARD)],
)
def test_one_looks_from_where_the_degrees_say(around, nearest, to_the_right):
    level = View(around=around, above=0)
    assert seen(nearest, level) == pytest.approx([0, 0, 1], abs=1e-9)
    assert seen(to_the_right, level) == pytest.approx([1, 0, 0], abs=1e-9)
    assert seen(UP, level) == pytest.approx([0, 1, 0], abs=1e-9)


def test_from_straight_above_what_is_high_is_near():
    assert seen(UP, View(around=90, above=90)) == pytest.approx([0, 0, 1], abs=1e-9)
    assert seen(RIGHT, View(around=90, above=90)) == pytest.approx([0, -1, 0], abs=1e-9)


@given(VIEWS, PLACES, PLACES)
def test_nothing_gets_longer_or_shorter_by_looking(view, one, other):
    apart = np.linalg.norm(seen(one, view) - seen(other, view))
    assert apart == pytest.approx(np.linalg.norm(one - other))


@given(VIEWS, PLACES)
def test_the_mirrored_view_of_the_mirrored_place_is_the_mirrored_picture(view, place):
    image = seen(place * [1, 1, -1], view.mirrored)
    assert image == pytest.approx(seen(place, view) * [-1, 1, 1], abs=1e-9)
    assert view.mirrored.mirrored == view

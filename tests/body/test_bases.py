import numpy as np
import pytest

from psoas.body import Position
from psoas.body.bases import BASES, base
from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.joints import check_limits
from psoas.body.props import Prop, PropKind
from psoas.body.shapes import PARTS
from psoas.body.surroundings import Surroundings
from psoas.body.touching import touched_place

BUILDS = {
    "usual": Build(),
    "small": Build(stature=1.5, girth=0.9),
    "large": Build(stature=1.95, girth=1.2),
}


@pytest.fixture(scope="module", params=BUILDS.values(), ids=BUILDS)
def anyone(request):
    return request.param


@pytest.fixture(scope="module", params=BASES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def taken(name, anyone):
    return base(name, Surroundings(build=anyone))


@pytest.mark.parametrize("position", Position)
def test_each_position_has_a_base_of_its_own_name(position):
    assert BASES[position.value].position is position


def test_anyone_can_take_a_base(taken):
    check_limits(taken.posture.angles)


def test_what_touches_is_where_it_should_be(taken, anyone):
    for touch in taken.touches.values():
        here, there = touched_place(taken.posture, touch, anyone)
        assert np.linalg.norm(there - here) < 0.03


def test_a_body_neither_sinks_into_the_floor_nor_floats_above_it(taken, anyone):
    points = skeleton(taken.posture, anyone).points
    lowest = min(
        (part.weights @ points - part.radii[:, None] * anyone.stature * anyone.girth)[:, 1].min()
        for part in PARTS.values()
    )
    assert -0.03 < lowest < 0.02


def test_the_head_is_above_the_hips_unless_one_lies_or_kneels_on_hands(name, taken, anyone):
    body = skeleton(taken.posture, anyone)
    upright = body.point("nose")[1] - body.point("mid_hip")[1] > 0.4
    level = ("supine", "supine_long", "prone", "side_lying", "quadruped")
    assert upright == (name not in level)


def test_a_chair_stands_ready_where_none_is_there():
    build = Build()
    found = base("seated_chair", Surroundings(build=build))
    hips = skeleton(found.posture, build).point("mid_hip")
    assert hips[1] > 0.4


def test_a_chair_that_is_there_is_sat_on():
    chair = Prop(kind=PropKind.CHAIR, at=(0.14, 0.0))
    given = base("seated_chair", Surroundings(props=(chair,)))
    assert (given.posture.angles == base("seated_chair", Surroundings()).posture.angles).all()

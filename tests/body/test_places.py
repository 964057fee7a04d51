import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body import Place, Side, Zone, furthest, leg_places

PLACES = st.frozensets(st.sampled_from(Place))


@pytest.mark.parametrize(
    ("place", "side", "zone"),
    [
        (Place.BACK, Side.BOTH, Zone.BACK),
        (Place.LEFT_BUTTOCK, Side.LEFT, Zone.BUTTOCK),
        (Place.LEFT_FOOT, Side.LEFT, Zone.FOOT),
        (Place.RIGHT_BELOW_KNEE, Side.RIGHT, Zone.BELOW_KNEE),
    ],
)
def test_a_place_knows_its_side_and_how_far_down_it_is(place, side, zone):
    assert (place.side, place.zone) == (side, zone)


def test_each_leg_is_counted_by_itself():
    places = {Place.LEFT_FOOT, Place.RIGHT_BUTTOCK}
    assert furthest(places, Side.LEFT) is Zone.FOOT
    assert furthest(places, Side.RIGHT) is Zone.BUTTOCK


def test_the_back_counts_for_either_leg():
    assert furthest({Place.BACK}, Side.RIGHT) is Zone.BACK


def test_no_place_is_no_zone():
    assert furthest((), Side.LEFT) is Zone.NONE


def test_the_buttock_is_no_leg_symptom():
    places = {Place.LEFT_BUTTOCK, Place.LEFT_THIGH, Place.RIGHT_FOOT}
    assert leg_places(places, Side.LEFT) == {Place.LEFT_THIGH}


@given(PLACES, PLACES, st.sampled_from([Side.LEFT, Side.RIGHT]))
def test_more_places_never_reach_less_far(some, more, side):
    assert furthest(some | more, side) >= furthest(some, side)

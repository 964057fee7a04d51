import pytest
from tests.plan.people import LIBRARY

from psoas.body import Position, Side
from psoas.plan.planned import Amount
from psoas.plan.timing import (
    COUNT_IN,
    REST_BETWEEN_HOLDS,
    REST_BETWEEN_SETS,
    SWITCH_SIDES,
    side_seconds,
    step_seconds,
    work_seconds,
)

HOLD = LIBRARY.exercises["supine_active_hamstring"]
SLIDER = LIBRARY.exercises["seated_sciatic_slider"]


def test_holds_are_counted_with_the_rests_between_them():
    amount = Amount(hold_seconds=20, repetitions=3)
    assert work_seconds(HOLD, amount) == 60 + 2 * REST_BETWEEN_HOLDS


def test_repetitions_flow_on_and_take_at_least_their_rhythm():
    rhythm = sum(step.seconds for step in SLIDER.cycle)
    assert work_seconds(SLIDER, Amount(hold_seconds=1, repetitions=5)) == 5 * rhythm


def test_sets_have_a_rest_between_them():
    once, twice = (Amount(hold_seconds=1, repetitions=5, sets=sets) for sets in (1, 2))
    assert work_seconds(SLIDER, twice) == 2 * work_seconds(SLIDER, once) + REST_BETWEEN_SETS


def test_a_side_has_its_way_in_and_out_and_a_count_in():
    amount = Amount(hold_seconds=20)
    ways = sum(step.seconds for step in (*HOLD.enter, *HOLD.out))
    assert side_seconds(HOLD, amount) == ways + COUNT_IN + 20


def test_both_sides_take_equally_long():
    amount, each = Amount(hold_seconds=20), (Side.LEFT, Side.RIGHT)
    one = step_seconds(HOLD, amount, each[:1], Position.SUPINE, Position.SUPINE)
    two = step_seconds(HOLD, amount, each, Position.SUPINE, Position.SUPINE)
    assert two - one == side_seconds(HOLD, amount) + SWITCH_SIDES


@pytest.mark.parametrize("before", [None, Position.STANDING])
def test_getting_down_takes_longer_than_staying(before):
    stays = step_seconds(HOLD, Amount(hold_seconds=20), (Side.LEFT,), HOLD.position, HOLD.position)
    moves = step_seconds(HOLD, Amount(hold_seconds=20), (Side.LEFT,), HOLD.position, before)
    assert moves > stays

from itertools import product

import pytest

from psoas.body import Position
from psoas.body.positions import seconds_to_change


def test_lying_is_lowest_and_standing_highest():
    assert Position.SUPINE.height < Position.KNEELING.height
    assert Position.SEATED_CHAIR.height < Position.STANDING.height


def test_staying_needs_only_time_to_settle():
    assert seconds_to_change(Position.SUPINE, Position.SUPINE) == 8


def test_the_start_is_standing():
    assert seconds_to_change(None, Position.SUPINE) == 29
    assert seconds_to_change(None, Position.STANDING) < 29


def test_turning_over_needs_longer_than_staying():
    stay = seconds_to_change(Position.SUPINE, Position.SUPINE)
    assert seconds_to_change(Position.SUPINE, Position.PRONE) > stay


@pytest.mark.parametrize(("before", "after"), list(product(Position, repeat=2)))
def test_getting_down_takes_as_long_as_getting_up(before, after):
    assert seconds_to_change(before, after) == seconds_to_change(after, before)

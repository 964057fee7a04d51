import pytest

from psoas.body import Side


@pytest.mark.parametrize("side", Side)
def test_the_other_side_of_the_other_side_is_this_side(side):
    assert side.other.other is side


def test_both_has_no_other_side():
    assert Side.BOTH.other is Side.BOTH

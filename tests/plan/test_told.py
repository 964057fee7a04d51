import pytest

from psoas.plan.told import number_told, worse_told


@pytest.mark.parametrize("value", ["unknown", None, True, False, 2.5, "3", []])
def test_only_a_whole_number_is_one(value):
    assert number_told(value) is None
    assert worse_told(value) is None


def test_the_worse_of_what_was_told_counts():
    assert worse_told(3, "unknown", 7, None) == 7
    assert number_told(0) == worse_told(0, None) == 0

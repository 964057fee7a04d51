import pytest

from psoas.progress.measures import BadTotal, Direction, checked, compare, measure, measure_rules
from psoas.progress.telling import measure_told


@pytest.mark.parametrize(
    ("identity", "before", "now", "direction"),
    [
        ("pain", 7, 5, "better"),
        ("pain", 7, 5.5, "little"),
        ("pain", 5, 3.5, "better"),
        ("pain", 5, 7, "worse"),
        ("pain", 5, 6.5, "little"),
        ("pain", 1, 0, "better"),
        ("pain", 1, 0.5, "little"),
        ("psfs", 4, 5.3, "better"),
        ("psfs", 4, 5.2, "little"),
        ("psfs", 4, 2.7, "worse"),
        ("rmdq", 18, 13, "better"),
        ("rmdq", 10, 7, "better"),
        ("rmdq", 10, 8, "little"),
        ("rmdq", 10, 15, "worse"),
        ("rmdq", 10, 14, "little"),
        ("odi", 40, 30, "better"),
        ("odi", 40, 31, "little"),
        ("odi", 40, 50, "worse"),
    ],
)
def test_the_change_that_matters_is_as_published(identity, before, now, direction):
    assert compare(identity, before, now).direction is Direction(direction)


@pytest.mark.parametrize(
    ("now", "size"), [(5, None), (5.3, "small"), (6.3, "medium"), (6.7, "large"), (1.3, "large")]
)
def test_the_sizes_of_the_psfs_are_as_published(now, size):
    assert compare("psfs", 4, now).size == size


def test_better_is_up_or_down_as_the_measure_has_it():
    assert compare("psfs", 4, 6).improved_by == 2
    assert compare("rmdq", 14, 20).improved_by == -6


@pytest.mark.parametrize(("first", "unsure"), [(3, True), (4, False), (20, False), (21, True)])
def test_a_very_low_or_high_roland_morris_total_is_unsure(first, unsure):
    change = compare("rmdq", first, 10)
    assert change.unsure is unsure
    assert (measure_rules().sentences["unsure"] in measure_told(change)) is unsure


@pytest.mark.parametrize("total", [-1, 25, float("nan"), float("inf")])
def test_a_number_that_the_form_doesnt_have_is_refused_with_the_range(total):
    with pytest.raises(BadTotal, match="from 0 to 24"):
        checked("rmdq", total)


def test_a_roland_morris_total_is_a_whole_number():
    with pytest.raises(BadTotal, match="whole number"):
        checked("rmdq", 10.5)
    assert checked("odi", 22.2) == 22.2


def test_every_direction_is_told_with_both_numbers():
    for now in (2, 4, 8):
        assert measure_told(compare("pain", 4.5, now)).startswith(
            f"Pain, 0 to 10: {now}, and 4.5 at first."
        )


def test_every_measure_says_where_its_numbers_are_from():
    assert all(one.source for one in measure_rules().measures)
    assert measure("psfs").every_days == 14

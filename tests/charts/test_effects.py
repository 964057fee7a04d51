import pytest

from psoas.charts.drawing import WIDTH
from psoas.charts.effects import Difference, effects_chart


def one(points=0.0, low=-0.5, high=0.5, verdict="cant_tell", exercise="Cat and camel"):
    return Difference(exercise=exercise, points=points, low=low, high=high, verdict=verdict)


def test_lower_mornings_lie_left_of_no_difference_and_higher_ones_right(seen):
    found = [one(-0.8, -1.4, -0.2, "better"), one(), one(0.8, 0.2, 1.4, "worse")]
    marks = [float(mark.get("cx")) for mark in seen(effects_chart(found)).of("mark-1")]
    assert marks[0] < WIDTH / 2 == marks[1] < marks[2]


@pytest.mark.parametrize("verdict", ["better", "worse"])
def test_what_speaks_is_drawn_otherwise_than_what_cant_be_told(seen, verdict):
    picture = seen(effects_chart([one(-1, -2, -0.5, verdict), one()]))
    assert len(picture.of(f"likely-{verdict}")) == len(picture.of("likely")) == 1


def test_the_widest_range_fits(seen):
    assert "4 lower" in seen(effects_chart([one(0, -3.6, 3)])).words()


def test_the_table_says_the_likeliest_and_the_range():
    chart = effects_chart([one(-0.8, -1.4, 0.04)])
    assert chart.rows == (("Cat and camel", "0.8 lower", "1.4 lower and no different"),)


def test_nothing_to_compare_has_no_picture():
    chart = effects_chart([])
    assert (chart.svg, chart.rows) == ("", ())
    assert "nothing to compare" in chart.sentence

from datetime import date

import pytest
from tests.charts.conftest import FIRST, on

from psoas.charts.function import Totals, totals_chart

THINGS = {"name": "Three things", "least": 0, "most": 10, "more_is_better": True, "matters": 1.3}
FORM = {"name": "A form", "least": 0, "most": 24, "more_is_better": False, "matters": 5}


def chart(measure, *values, **more):
    told = [(on(14 * n), value) for n, value in enumerate(values)]
    totals = Totals(**{**measure, **more}, told=told)
    return totals_chart(totals, FIRST, on(14 * len(values)))


def band(picture):
    """Its top and bottom; the other one is in the key."""
    box = picture.of("matters")[0]
    return float(box.get("y")), float(box.get("y")) + float(box.get("height"))


def test_the_change_that_matters_lies_above_where_more_is_better(seen):
    picture = seen(chart(THINGS, 3, 4, 6))
    points = [float(mark.get("cy")) for mark in picture.of("mark-1")]
    top, bottom = band(picture)
    assert points[0] > points[1] > bottom > points[2] > top


def test_and_below_where_less_is_better(seen):
    picture = seen(chart(FORM, 18, 15, 11))
    points = [float(mark.get("cy")) for mark in picture.of("mark-1")]
    top, bottom = band(picture)
    assert points[0] < points[1] < top < points[2] < bottom


@pytest.mark.parametrize(("measure", "first"), [(THINGS, 9), (FORM, 3)])
def test_where_there_is_no_room_for_such_a_change_none_is_drawn(seen, measure, first):
    assert len(seen(chart(measure, first)).of("matters")) == 1


def test_it_says_the_first_the_latest_and_what_matters():
    assert chart(THINGS, 3, 4.25).sentence == (
        "Three things: 3 at first, 4.2 now. A change of 1.3 or more is one that people notice."
    )
    assert "can be compared" in chart(THINGS, 3).sentence


def test_every_total_has_its_row():
    assert chart(FORM, 18, 15).rows == (("2 Mar 2026", "18"), ("16 Mar 2026", "15"))


def test_many_ratings_have_smaller_marks(seen):
    few, many = (seen(chart(THINGS, *[3] * count)).of("mark-1")[0] for count in (3, 60))
    assert float(many.get("r")) < float(few.get("r"))


def test_what_lies_outside_of_the_days_is_not_drawn(seen):
    totals = Totals(**THINGS, told=[(on(-30), 3), (on(2), 5)])
    assert len(seen(totals_chart(totals, FIRST, on(5))).of("mark-1")) == 1


def test_a_total_from_long_ago_is_no_burden(seen):
    totals = Totals(**THINGS, told=[(date(1, 1, 1), 3), (on(2), 5)])
    picture = seen(totals_chart(totals, date(1, 1, 1), on(5)))
    assert len(picture.of("mark-1")) == 1

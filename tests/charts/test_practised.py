from dataclasses import replace

import pytest
from tests.charts.conftest import FIRST, days, months, on, weeks

from psoas.charts.practised import practised_chart


@pytest.mark.parametrize("count", [1, 7, 14, 42, 92])
def test_each_day_has_its_place_in_the_calendar(seen, count):
    picture = seen(practised_chart(days(count), {FIRST}))
    assert len(picture.of("done")) == 1 + 1  # and one in the key
    assert len(picture.of("not-done")) == count - 1 + 1


def test_days_before_it_began_are_empty(seen):
    time = replace(days(14), since=on(10))
    chart = practised_chart(time, {on(11)})
    assert len(seen(chart).of("not-done")) == 3 + 1
    assert chart.sentence == "One of 4 days had practice in it."


def test_days_add_up_and_nothing_is_missed():
    chart = practised_chart(days(14), {on(1), on(5), on(99)})
    assert chart.sentence == "2 of 14 days had practice in them."
    assert chart.rows == (("3 Mar 2026", "practised"), ("7 Mar 2026", "practised"))
    assert "streak" not in chart.svg


def test_nothing_done_is_said(seen):
    chart = practised_chart(days(14), set())
    seen(chart)
    assert (chart.sentence, chart.rows) == ("Nothing was practised in this time.", ())


@pytest.mark.parametrize(
    ("time", "per", "said"), [(weeks(60), "Week from", "week"), (months(121), "Month", "month")]
)
def test_years_are_days_of_each_week_or_month(seen, time, per, said):
    chart = practised_chart(time, {time.starts[0], time.starts[2]})
    picture = seen(chart)
    assert len(picture.of("bar")) == 2
    assert chart.headings == (per, "Days")
    assert [row[1] for row in chart.rows] == ["1", "1"]
    assert chart.sentence.endswith(f"Each bar is the days of a {said}.")

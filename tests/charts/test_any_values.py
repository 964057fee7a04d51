"""Whatever was told, a chart is a whole picture, with nothing outside of it and every row told."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.conftest import FIRST, Seen, days, months, on, weeks

from psoas.charts.effects import Difference, effects_chart
from psoas.charts.function import Totals, totals_chart
from psoas.charts.minutes import minutes_chart
from psoas.charts.pain import pain_chart, pain_line
from psoas.charts.practised import practised_chart
from psoas.charts.reach import reach_chart

TIMES = st.one_of(
    st.integers(1, 92).map(days), st.integers(14, 106).map(weeks), st.integers(24, 130).map(months)
)
DAYS = st.integers(-400, 4000).map(on)
FEW = settings(max_examples=40, deadline=None)


def whole(chart):
    if not chart.svg:
        return not chart.rows
    picture = Seen(chart.svg)
    told = all(len(row) == len(chart.headings) for row in chart.rows)
    return picture.beyond() == [] and told and bool(chart.sentence)


def told(time, data, values):
    """Some columns with a value, others without."""
    return {on: data.draw(values) for on in time.starts if data.draw(st.booleans())}


@FEW
@given(time=TIMES, data=st.data(), marks=st.lists(DAYS, max_size=20))
def test_any_pain_is_a_whole_picture(time, data, marks):
    lines = [
        pain_line(kind, told(time, data, st.floats(0, 10)))
        for kind in ("before", "after", "waking")
    ]
    flares = [(mark, mark + timedelta(days=9)) for mark in marks[:3]]
    assert whole(pain_chart(time, lines, flares, marks, marks))


@FEW
@given(time=TIMES, data=st.data())
def test_any_reach_is_a_whole_picture(time, data):
    zones = st.integers(0, 5)
    assert whole(reach_chart(time, told(time, data, zones), told(time, data, zones)))


@FEW
@given(time=TIMES, done=st.frozensets(DAYS))
def test_any_days_are_a_whole_picture(time, done):
    chart = practised_chart(time, done)
    assert whole(chart)
    inside = {day for day in done if time.starts[0] <= day <= time.last}
    assert bool(inside) == bool(chart.rows)


@FEW
@given(goals=st.lists(st.tuples(st.text("abc <&", min_size=1), st.floats(0, 9999)), max_size=15))
def test_any_minutes_are_a_whole_picture(goals):
    assert whole(minutes_chart(goals))


@FEW
@given(
    told=st.lists(st.tuples(DAYS, st.floats(0, 10)), min_size=1, max_size=30),
    matters=st.floats(0.1, 10),
    more_is_better=st.booleans(),
)
def test_any_totals_are_a_whole_picture(told, matters, more_is_better):
    totals = Totals(
        name="A total",
        least=0,
        most=10,
        more_is_better=more_is_better,
        matters=matters,
        told=sorted(told),
    )
    assert whole(totals_chart(totals, min(told)[0], max(max(told)[0], FIRST)))


@FEW
@given(st.lists(st.tuples(st.floats(-10, 10), st.floats(0, 5), st.floats(0, 5)), max_size=12))
def test_any_differences_are_a_whole_picture(found):
    differences = [
        Difference(exercise="Bridge", points=p, low=p - a, high=p + b, verdict="cant_tell")
        for p, a, b in found
    ]
    assert whole(effects_chart(differences))

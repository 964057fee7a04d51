import pytest
from tests.charts.conftest import FIRST, days, months, on, weeks

from psoas.charts.reach import reach_chart


def test_the_further_down_the_longer_the_bar(seen):
    picture = seen(reach_chart(days(5), {on(n): n + 1 for n in range(5)}, {}))
    heights = [float(bar.get("height")) for bar in picture.of("reach")]
    assert heights == sorted(heights)
    assert len({*heights}) == 5


def test_felt_nowhere_is_a_short_line_and_nothing_said_is_nothing(seen):
    picture = seen(reach_chart(days(5), {on(1): 0}, {}))
    assert len(picture.of("nowhere")) == 1
    assert picture.of("reach") == []


def test_each_leg_has_a_strip_of_its_own(seen):
    picture = seen(reach_chart(days(2), {FIRST: 2}, {FIRST: 2}))
    left, right = (float(bar.get("y")) for bar in picture.of("reach"))
    assert left < right
    assert {"Left leg", "Right leg", "below knee"} <= {*picture.words()}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("drawing_back", "It is drawing back."),
        ("spreading", "It is spreading further down."),
        ("same", "It reaches about as far as it did."),
    ],
)
def test_it_says_which_way_it_goes(change, words):
    assert reach_chart(days(2), {FIRST: 2}, {}, change).sentence.startswith(words)


def test_where_nobody_knows_it_only_says_what_was_told():
    chart = reach_chart(days(9), {FIRST: 5, on(3): 2}, {on(1): 0})
    assert chart.sentence == (
        "Left leg: foot at first, buttock at the end, foot at the furthest. Right leg: none."
    )
    assert chart.rows == (
        ("2 Mar 2026", "foot", ""),
        ("3 Mar 2026", "", "none"),
        ("5 Mar 2026", "buttock", ""),
    )


def test_nothing_told_is_said(seen):
    chart = reach_chart(days(9), {}, {}, "spreading")
    seen(chart)
    assert (chart.sentence, chart.rows) == ("Nothing was said in this time.", ())


@pytest.mark.parametrize(("time", "said"), [(weeks(105), "of a week"), (months(121), "of a month")])
def test_years_are_grouped_and_it_is_said(seen, time, said):
    chart = reach_chart(time, dict.fromkeys(time.starts, 3), dict.fromkeys(time.starts, 1))
    seen(chart)
    assert f"the furthest {said}" in chart.sentence
    assert len(chart.svg) < 60_000

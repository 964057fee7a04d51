import re

import pytest
from tests.charts.conftest import FIRST, days, months, on, weeks

from psoas.charts.pain import pain_chart, pain_line


def told(kind="before", **values):
    """A line; `d3=5` is 5 on the fourth day."""
    return pain_line(kind, {on(int(day[1:])): value for day, value in values.items()})


@pytest.mark.parametrize("count", [1, 2, 14, 92])
def test_any_number_of_days_is_a_picture(seen, count):
    line = pain_line("before", {on(n): n % 11 for n in range(count)})
    picture = seen(pain_chart(days(count), [line]))
    assert len(picture.of("mark-1")) == count + 1  # and one in the key


@pytest.mark.parametrize("time", [weeks(105), months(121)], ids=["two years", "ten years"])
def test_years_are_a_picture_of_one_size(seen, time):
    lines = [pain_line(kind, dict.fromkeys(time.starts, 4)) for kind in ("back", "leg", "waking")]
    chart = pain_chart(time, lines, eased=time.starts, more=time.starts)
    seen(chart)
    assert len(chart.svg) < 60_000


def test_nothing_told_is_said_and_has_no_rows(seen):
    chart = pain_chart(days(14), [told()])
    seen(chart)
    assert chart.sentence == "Nothing was said in this time."
    assert chart.rows == ()


def test_a_line_breaks_where_nothing_was_said(seen):
    picture = seen(pain_chart(days(9), [told(d0=3, d1=4, d5=3, d6=2, d7=2)]))
    runs = [each for each in picture.of("line-1")][1:]  # the first is in the key
    assert [len(run.get("points").split()) for run in runs] == [2, 3]


def test_a_lone_day_is_a_mark_without_a_line(seen):
    picture = seen(pain_chart(days(9), [told(d4=3)]))
    assert len(picture.of("line-1")) == 1
    assert len(picture.of("mark-1")) == 2


def test_the_lines_differ_in_shape_and_in_dash(seen):
    lines = [told("before", d0=3), told("after", d0=3), told("waking", d0=3)]
    picture = seen(pain_chart(days(3), lines))
    tags = [picture.of(f"mark-{n}")[0].tag.rpartition("}")[2] for n in (1, 2, 3)]
    assert tags == ["circle", "rect", "path"]


def test_more_pain_lies_higher(seen):
    heights = [
        float(seen(pain_chart(days(3), [told(d1=pain)])).of("mark-1")[-1].get("cy"))
        for pain in (0, 5, 10)
    ]
    assert heights == sorted(heights, reverse=True)
    assert len({*heights}) == 3


def test_it_says_what_it_shows():
    chart = pain_chart(days(9), [told(d0=6, d4=2.55), told("waking", d2=4)])
    assert chart.sentence == (
        "Before a session: 6 at first, 2.5 at the end, between 2.5 and 6. On waking: 4."
    )


def test_the_mean_of_longer_times_is_said():
    chart = pain_chart(weeks(3), [pain_line("back", {FIRST: 3.0, on(7): 5.0})])
    assert "mean of a week" in chart.sentence
    assert chart.rows == (("2 Mar 2026", "3"), ("9 Mar 2026", "5"))
    assert chart.headings == ("Week from", "back")
    assert "mean of a month" in pain_chart(months(3), [told(), months_line()]).sentence


def months_line():
    return pain_line("leg", {months(3).starts[1]: 2.0})


def test_flares_are_bands_cut_to_the_time_shown(seen):
    chart = pain_chart(days(9), [told(d0=3)], flares=[(on(-9), on(2)), (on(40), on(50))])
    picture = seen(chart)
    assert len(picture.of("flare")) == 2  # and one in the key
    assert "One flare is marked." in chart.sentence
    assert [row[-1] for row in chart.rows] == ["a flare"] * 3


def test_what_was_eased_points_down_and_what_was_added_up(seen):
    chart = pain_chart(days(9), [told(d0=3)], eased=[on(2), on(2), on(30)], more=[on(2), on(5)])
    picture = seen(chart)
    assert (len(picture.of("eased")), len(picture.of("more"))) == (2, 3)  # one each in the key
    down, up = (tip(picture.of(look)[-1]) for look in ("eased", "more"))
    assert down > 0 > up
    assert "easier on one day." in chart.sentence
    assert "a little on 2 days." in chart.sentence
    assert chart.rows[1] == ("4 Mar 2026", "", "made easier; a little more")


def tip(arrow):
    """How far its first point lies below the others."""
    heights = [float(y) for y in re.findall(r"[ML H][\d.]+ ([\d.]+)", arrow.get("d"))]
    return heights[0] - heights[1]


def test_where_nothing_is_marked_the_table_has_no_column_for_it():
    assert pain_chart(days(2), [told(d0=3)]).headings == ("Day", "before a session")


def test_names_with_signs_are_safe(seen):
    from psoas.charts.chart import Line

    picture = seen(pain_chart(days(2), [Line(name="a < b & c", told={FIRST: 3})]))
    assert "a < b & c" in picture.words()


def test_days_below_are_few_and_in_order(seen):
    for count in (1, 2, 3, 14, 42, 92):
        words = seen(pain_chart(days(count), [told(d0=3)])).words()
        dates = [word for word in words if word.endswith((" Mar", " Apr", " May", " Jun"))]
        assert 1 <= len(dates) <= 5
        assert dates[0] == "2 Mar"


def test_long_times_have_months_with_their_year_below(seen):
    picture = seen(pain_chart(weeks(80), [told(d0=3)]))
    assert "Mar 2026" in picture.words()

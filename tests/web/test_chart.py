import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from psoas.practice.history import Pain
from psoas.web.chart import HEIGHT, WIDTH, pain_chart

FIRST = date(2026, 3, 1)
SVG = re.compile(r'(?:cx|x)="(-?[\d.]+)"')


def days(count, **values):
    return [Pain(on=FIRST + timedelta(days=n), **values) for n in range(count)]


def drawn(points, last=27, **more):
    return pain_chart(points, FIRST, FIRST + timedelta(days=last), **more)


@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_any_number_of_points_makes_well_formed_svg(count):
    svg = drawn(days(count, back=3, leg=2, waking=4), last=max(27, count))
    assert ElementTree.fromstring(svg).get("role") == "img"
    assert svg.count("dot-back") == count


def test_a_single_day_is_a_picture_too():
    assert "dot-back" in pain_chart(days(1, back=3), FIRST, FIRST)


def test_it_says_in_words_what_it_shows():
    svg = drawn([*days(1, back=6), Pain(on=FIRST + timedelta(days=3), back=2.5)])
    assert "<title" in svg
    assert "Back: 6 at first, 2.5 at the end, between 2.5 and 6." in svg
    assert "Leg" not in svg


def test_it_says_when_nothing_was_said():
    assert "Nothing was said" in drawn([])


def test_a_line_breaks_where_days_are_missing():
    points = [Pain(on=FIRST + timedelta(days=n), back=3) for n in (0, 1, 5, 6)]
    assert drawn(points).count("<polyline") == 2


def test_a_line_holds_over_a_week_where_each_point_is_a_week():
    points = [Pain(on=FIRST + timedelta(days=n), back=3) for n in (0, 7, 21)]
    assert drawn(points, step=7).count("<polyline") == 1


def test_a_lone_day_is_a_mark_without_a_line():
    svg = drawn([Pain(on=FIRST, leg=4)])
    assert "<polyline" not in svg
    assert "dot-leg" in svg


def test_back_and_leg_differ_in_shape_not_only_in_colour():
    svg = drawn(days(1, back=3, leg=3, waking=3))
    assert '<circle class="dot-back"' in svg
    assert '<rect class="dot-leg"' in svg
    assert '<path class="dot-waking"' in svg


def test_more_pain_lies_higher_and_nought_on_the_lowest_line():
    none, most = (
        float(re.search(r'cy="([\d.]+)"', drawn([Pain(on=FIRST, back=pain)])).group(1))
        for pain in (0, 10)
    )
    assert 0 < most < none < HEIGHT


def test_everything_lies_inside_the_picture():
    svg = drawn(days(28, back=10, leg=0))
    assert all(0 <= float(x) <= WIDTH for x in SVG.findall(svg))


def test_what_lies_outside_its_time_is_not_drawn():
    early = Pain(on=FIRST - timedelta(days=1), back=9)
    assert "dot-back" not in drawn([early])


def test_flares_are_marked_and_cut_to_the_time_shown():
    inside = drawn([], flares=[(FIRST - timedelta(days=9), FIRST + timedelta(days=2))])
    outside = drawn([], flares=[(FIRST - timedelta(days=9), FIRST - timedelta(days=2))])
    assert 'class="flare" x="42.0"' in inside
    assert "flare" not in outside

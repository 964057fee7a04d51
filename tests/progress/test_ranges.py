from datetime import date, timedelta

import pytest

from psoas.progress.ranges import Point, Range, Span, Step, series, span_of

TODAY = date(2026, 3, 4)


def daily(days, value=3):
    return [(TODAY - timedelta(days=n), value) for n in range(days)]


@pytest.mark.parametrize(("chosen", "days"), [("2_weeks", 14), ("6_weeks", 42), ("all", 101)])
def test_a_range_ends_today(chosen, days):
    span = span_of(Range(chosen), TODAY - timedelta(days=100), TODAY)
    assert (span.days, span.last) == (days, TODAY)


@pytest.mark.parametrize("first", [None, TODAY + timedelta(days=3)])
def test_all_of_an_empty_diary_is_today(first):
    assert span_of(Range.ALL, first, TODAY) == Span(first=TODAY, last=TODAY)


@pytest.mark.parametrize(
    ("years", "most", "start"),
    [(0.2, 92, TODAY), (1.5, 80, date(2026, 3, 2)), (10, 122, date(2026, 3, 1))],
)
def test_any_number_of_years_fits_on_a_page(years, most, start):
    days = int(365 * years)
    points = series(daily(days), span_of(Range.ALL, TODAY - timedelta(days=days - 1), TODAY))
    assert len(points) <= most
    assert points[-1].on == start
    assert sum(point.told for point in points) == days


def test_a_point_keeps_its_worst_and_its_best_day():
    span = Span(first=TODAY - timedelta(days=200), last=TODAY)
    told = [(date(2026, 3, 2), 2), (date(2026, 3, 3), 9), (date(2026, 3, 4), 4)]
    assert series(told, span) == (Point(on=date(2026, 3, 2), mean=5, least=2, most=9, told=3),)


def test_days_outside_and_days_of_which_nothing_was_said_have_no_point():
    span = span_of(Range.TWO_WEEKS, None, TODAY)
    told = [(TODAY, None), (TODAY - timedelta(days=14), 5), (TODAY + timedelta(days=1), 5)]
    assert series(told, span) == ()


def test_points_come_in_the_order_of_days():
    points = series(daily(10), span_of(Range.TWO_WEEKS, None, TODAY))
    assert [point.on for point in points] == sorted(on for on, _ in daily(10))


@pytest.mark.parametrize(
    ("days", "step", "first", "count"),
    [
        (14, Step.DAY, date(2026, 2, 19), 14),
        (200, Step.WEEK, date(2025, 8, 11), 30),
        (800, Step.MONTH, date(2023, 12, 1), 28),
    ],
)
def test_a_span_has_a_point_for_every_day_though_nothing_was_told(days, step, first, count):
    span = Span(first=TODAY - timedelta(days=days - 1), last=TODAY)
    starts = span.starts()
    assert (span.step, starts[0], len(starts)) == (step, first, count)
    every = (span.first + timedelta(days=n) for n in range(days))
    assert {span.start_of(on) for on in every} == {*starts}

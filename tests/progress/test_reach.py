from datetime import date, timedelta

import pytest

from psoas.body import Zone
from psoas.progress.days import Day
from psoas.progress.ranges import Span
from psoas.progress.reach import Reach, reach_change, reach_strip

FIRST = date(2026, 3, 2)
SPAN = Span(first=FIRST, last=FIRST + timedelta(days=41))


def days(lefts, rights=None):
    rights = [0] * len(lefts) if rights is None else rights
    pairs = enumerate(zip(lefts, rights, strict=True))
    return [Day(on=FIRST + timedelta(days=n), left=left, right=right) for n, (left, right) in pairs]


def test_the_strip_holds_both_legs_of_each_day_told():
    strip = reach_strip(days([4, None, None], [0, None, 2]), SPAN)
    assert strip == (
        Reach(on=FIRST, left=Zone.BELOW_KNEE, right=Zone.NONE),
        Reach(on=FIRST + timedelta(days=2), left=None, right=Zone.BUTTOCK),
    )
    assert [point.furthest for point in strip] == [Zone.BELOW_KNEE, Zone.BUTTOCK]


def test_a_point_of_many_days_shows_the_furthest():
    long = Span(first=FIRST - timedelta(days=300), last=FIRST + timedelta(days=6))
    assert reach_strip(days([1, 5, 2]), long) == (Reach(on=FIRST, left=Zone.FOOT, right=Zone.NONE),)


@pytest.mark.parametrize(
    ("lefts", "rights", "change"),
    [
        ([4] * 10 + [2] * 10, None, "drawing_back"),
        ([2] * 10 + [4] * 10, None, "spreading"),
        ([3] * 20, None, "same"),
        ([4] * 10 + [2] * 10, [0] * 10 + [3] * 10, "spreading"),
        ([4] * 10 + [2] * 10, [None] * 20, "unknown"),
        ([2] * 10 + [4] * 10, [None] * 20, "spreading"),
        ([4] * 6 + [2] * 6, None, "unknown"),
        ([4, 4] + [None] * 10 + [2] * 7, None, "unknown"),
        ([], None, "unknown"),
        ([2] * 5 + [5] + [2] * 14, None, "same"),
    ],
)
def test_it_draws_back_only_where_both_weeks_are_known_and_no_leg_spreads(lefts, rights, change):
    assert reach_change(days(lefts, rights), SPAN) == change


def test_days_outside_of_the_span_dont_count():
    early = Span(first=FIRST, last=FIRST + timedelta(days=9))
    assert reach_change(days([4] * 10 + [2] * 10), early) == "unknown"

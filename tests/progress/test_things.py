from datetime import date, timedelta

import pytest

from psoas.progress.measures import BadTotal
from psoas.progress.things import next_rating_on, rated, things_change

TODAY = date(2026, 3, 2)


def test_the_total_is_the_mean():
    assert rated(TODAY, {"socks": 2, "stairs": 3, "sleep": 6}).total == pytest.approx(11 / 3)


@pytest.mark.parametrize(
    ("things", "says"),
    [
        ({}, "at least one"),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, "at most 3"),
        ({"socks": 11}, "from 0 to 10"),
        ({"socks": -1}, "from 0 to 10"),
    ],
)
def test_what_the_method_doesnt_have_is_refused(things, says):
    with pytest.raises(BadTotal, match=says):
        rated(TODAY, things)


def test_they_are_asked_every_two_weeks_at_most():
    ratings = [rated(TODAY, {"socks": 2}), rated(TODAY - timedelta(days=30), {"socks": 2})]
    assert next_rating_on([], TODAY) == TODAY
    assert next_rating_on(ratings, TODAY) == TODAY + timedelta(days=14)
    later = TODAY + timedelta(days=20)
    assert next_rating_on(ratings, later) == later


def test_the_latest_is_compared_with_the_first():
    ratings = [
        rated(TODAY + timedelta(days=n), {"socks": v}) for n, v in ((28, 7), (0, 3), (14, 4))
    ]
    assert things_change(ratings).improved_by == 4


def test_only_the_same_things_are_compared():
    first = rated(TODAY, {"socks": 2, "stairs": 8})
    latest = rated(TODAY + timedelta(days=14), {"socks": 5, "dancing": 0})
    assert things_change([first, latest]).improved_by == 3
    assert things_change([first, rated(TODAY + timedelta(days=14), {"dancing": 0})]) is None


def test_one_rating_is_no_change():
    assert things_change([rated(TODAY, {"socks": 2})]) is None

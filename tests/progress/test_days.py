from datetime import UTC, date, datetime

import pytest

from psoas.plan.events import Event, EventKind
from psoas.progress.days import Day, days_of

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture
def days():
    def made(*events):
        return days_of(
            Event(id=str(n), person="", at=datetime(2026, 3, 2, tzinfo=UTC), on=on, kind=kind,
                  data=data)
            for n, (on, kind, data) in enumerate(events)
        )  # fmt: skip

    return made


def test_a_day_holds_all_that_was_told_of_it(days):
    found = days(
        (MONDAY, EventKind.MORNING, {"pain": 4, "left": 2, "right": 0, "up_under_1h": True}),
        (MONDAY, EventKind.CHECKED_IN, {"back": 5, "leg": 6, "left": 3, "right": "unknown"}),
        (MONDAY, EventKind.EXERCISE_DONE, {"exercise": "cat_camel", "seconds": 60}),
        (MONDAY, EventKind.EXERCISE_DONE, {"exercise": "cat_camel", "seconds": 30.5}),
        (MONDAY, EventKind.RESPONDED, {"pain": 4, "left_during": 4, "left": 2}),
    )
    assert found == (
        Day(on=MONDAY, back=5, leg=6, after=4, waking=4, up_under_1h=True, left=4, right=0,
            seconds={"cat_camel": 90.5}),
    )  # fmt: skip
    assert found[0].pain == 6


def test_of_two_check_ins_the_worse_counts(days):
    found = days(
        (MONDAY, EventKind.CHECKED_IN, {"back": 5, "leg": "unknown"}),
        (MONDAY, EventKind.CHECKED_IN, {"back": 3, "leg": 1}),
    )
    assert (found[0].back, found[0].leg) == (5, 1)


def test_what_nobody_said_is_none(days):
    found = days(
        (MONDAY, EventKind.MORNING, {"pain": "unknown", "up_under_1h": "unknown"}),
        (MONDAY, EventKind.CHECKED_IN, {"back": True}),
        (MONDAY, EventKind.EXERCISE_DONE, {"exercise": "cat_camel"}),
    )
    assert found == (Day(on=MONDAY, seconds={"cat_camel": 0}),)
    assert found[0].pain is None


def test_days_come_in_order_and_other_events_make_none(days):
    found = days(
        (TUESDAY, EventKind.MORNING, {"pain": 3}),
        (MONDAY, EventKind.MORNING, {"pain": 4}),
        (date(2026, 3, 4), EventKind.SETTINGS, {"rate": 1}),
    )
    assert [day.on for day in found] == [MONDAY, TUESDAY]


def test_of_two_sessions_the_worse_end_counts(days):
    ended = [(MONDAY, EventKind.RESPONDED, {"pain": pain}) for pain in (2, 5, "unknown")]
    assert days(*ended)[0].after == 5


def test_seconds_that_are_no_number_count_nothing(days):
    done = [(MONDAY, EventKind.EXERCISE_DONE, {"exercise": "a", "seconds": s}) for s in ("x", True)]
    assert days(*done)[0].seconds == {"a": 0}

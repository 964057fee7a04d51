from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.plan.quiet import USUAL, Quiet
from psoas.plan.reminders import AFTER_A_SESSION, LATE, chosen_times, due, next_time

LONDON = ZoneInfo("Europe/London")
NEVER_QUIET = Quiet(start=time(0), until=time(0))
MONDAY = date(2026, 3, 2)
TWICE = [(0, time(8)), (0, time(18)), (2, time(8))]
ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]


def at(hour, minute=0, day=MONDAY, zone=LONDON):
    return datetime.combine(day, time(hour, minute), zone)


def called(now, begun=(), quiet=NEVER_QUIET, weekly=TWICE):
    times = chosen_times(weekly, now.tzinfo, now.date())
    found = due(now, times, quiet, [one.astimezone(UTC) for one in begun])
    return found and found.name


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (at(7, 59), None),
        (at(8), "2026-03-02T08:00"),
        (at(8, 59), "2026-03-02T08:00"),
        (at(9), None),
        (at(18, 5), "2026-03-02T18:00"),
        (at(8, day=date(2026, 3, 3)), None),
        (at(8, day=date(2026, 3, 4)), "2026-03-04T08:00"),
    ],
)
def test_a_chosen_time_calls_for_an_hour_and_no_other_does(now, name):
    assert called(now) == name


def test_nobody_is_reminded_of_what_is_done():
    assert called(at(8, 10), begun=[at(5)]) is None


def test_the_second_time_of_a_day_wants_a_second_session():
    assert called(at(18), begun=[at(8, 5)]) == "2026-03-02T18:00"
    assert called(at(18), begun=[at(8, 5), at(13)]) is None


def test_a_session_that_began_just_now_is_enough_whatever_was_missed():
    assert called(at(18), begun=[at(17, 30)]) is None
    assert called(at(18), begun=[at(18) - AFTER_A_SESSION]) == "2026-03-02T18:00"


def test_quiet_hours_are_quiet():
    late = [(0, time(21, 30)), (0, time(6, 50))]
    assert called(at(21, 30), quiet=USUAL, weekly=late) is None
    assert called(at(6, 55), quiet=USUAL, weekly=late) is None
    # It still makes sense ten minutes later, when it is no longer quiet.
    assert called(at(7), quiet=USUAL, weekly=late) == "2026-03-02T06:50"


def test_a_time_that_the_clock_leaves_out_comes_an_hour_later():
    sunday = date(2026, 3, 29)
    [one] = chosen_times([(6, time(1, 30))], LONDON, sunday)
    assert one.moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert one.moment.astimezone(LONDON).time() == time(2, 30)


def test_a_time_that_the_clock_shows_twice_comes_once():
    sunday = date(2026, 10, 25)
    [one] = chosen_times([(6, time(1, 30))], LONDON, sunday)
    assert one.moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(LONDON)
    assert due(again, [one], NEVER_QUIET, []) is None


def test_the_next_time_may_be_a_week_away():
    only = [(0, time(8))]
    assert next_time(at(8), only, LONDON).name == "2026-03-09T08:00"
    assert next_time(at(7), only, LONDON).name == "2026-03-02T08:00"
    assert next_time(at(7), [], LONDON) is None


slots = st.lists(
    st.tuples(st.integers(0, 6), st.times().map(lambda at: at.replace(second=0, microsecond=0))),
    max_size=8,
)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))
hours = st.builds(Quiet, start=st.times(), until=st.times())


@given(
    weekly=slots, zone=st.sampled_from(ZONES).map(ZoneInfo), moment=moments, quiet=hours,
    begun=st.lists(st.timedeltas(timedelta(0), timedelta(hours=20)), max_size=3),
)  # fmt: skip
def test_a_reminder_is_of_a_chosen_time_just_past_and_never_in_quiet_hours(
    weekly, zone, moment, quiet, begun
):
    now = moment.astimezone(zone)
    times = chosen_times(weekly, zone, now.date())
    found = due(now, times, quiet, [moment - ago for ago in begun])
    if found is not None:
        assert (now.weekday(), found.at) in weekly
        assert timedelta(0) <= moment - found.moment < LATE
        assert not quiet.covers(now)
        assert len(begun) < found.number


@given(weekly=slots, zone=st.sampled_from(ZONES).map(ZoneInfo), moment=moments)
def test_a_day_calls_at_most_as_often_as_times_were_chosen_for_it(weekly, zone, moment):
    start = moment.replace(minute=0, second=0)
    names = set()
    for minutes in range(0, 24 * 60, 10):
        now = (start + timedelta(minutes=minutes)).astimezone(zone)
        found = due(now, chosen_times(weekly, zone, now.date()), NEVER_QUIET, [])
        names |= {found.name} if found else set()
    days = {(start + timedelta(hours=hour)).astimezone(zone).date() for hour in range(25)}
    assert names <= {one.name for day in days for one in chosen_times(weekly, zone, day)}
    assert len(names) <= sum(day.weekday() == weekday for day in days for weekday, _ in set(weekly))


@given(weekly=slots, zone=st.sampled_from(ZONES).map(ZoneInfo), moment=moments)
def test_the_next_time_is_chosen_and_to_come(weekly, zone, moment):
    coming = next_time(moment, weekly, zone)
    assert (coming is None) == (not weekly)
    if coming:
        assert (coming.day.weekday(), coming.at) in weekly
        assert timedelta(0) < coming.moment - moment <= timedelta(days=7, hours=2)

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.plan.quiet import USUAL, Quiet

CLOCK = st.times().map(lambda at: at.replace(microsecond=0))
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


def at(hour, minute=0):
    return MIDNIGHT + timedelta(hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("moment", "covered"),
    [
        (at(20, 59), False),
        (at(21), True),
        (at(23, 59), True),
        (at(0), True),
        (at(6, 59), True),
        (at(7), False),
        (at(12), False),
    ],
)
def test_the_usual_hours_go_on_past_midnight(moment, covered):
    assert USUAL.covers(moment) is covered


def test_hours_within_one_day_are_quiet_in_between():
    lunch = Quiet(start=time(12), until=time(14))
    assert [lunch.covers(at(hour)) for hour in (11, 12, 13, 14, 23)] == [
        False, True, True, False, False,
    ]  # fmt: skip


@given(both=CLOCK, moment=CLOCK)
def test_from_a_time_until_the_same_time_is_never_quiet(both, moment):
    assert not Quiet(start=both, until=both).covers(datetime.combine(MIDNIGHT, moment, UTC))


@given(start=CLOCK, until=CLOCK, moment=CLOCK)
def test_what_is_quiet_one_way_round_is_not_the_other(start, until, moment):
    when = datetime.combine(MIDNIGHT, moment, UTC)
    one, other = Quiet(start=start, until=until), Quiet(start=until, until=start)
    assert start == until or one.covers(when) is not other.covers(when)

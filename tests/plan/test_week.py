import pytest
from tests.plan.people import MONDAY, days_ago

from psoas.plan.memory import Memory
from psoas.plan.week import phase


@pytest.mark.parametrize(("ago", "title"), [(0, "Day 1 of 21"), (20, "Day 21 of 21")])
def test_the_first_three_weeks_count_their_days(ago, title):
    assert phase(Memory(first_session=days_ago(ago)), MONDAY).title == title


def test_after_three_weeks_the_frame_is_over():
    now = phase(Memory(first_session=days_ago(21)), MONDAY)
    assert (now.maintenance, now.title) == (True, "Today's session")


def test_before_the_first_session_it_is_day_one():
    assert phase(Memory(), MONDAY).day == 1


def test_a_clock_set_back_is_still_day_one():
    assert phase(Memory(first_session=days_ago(-3)), MONDAY).day == 1

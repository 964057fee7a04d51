from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from tests.practice.test_timing import chooses

from psoas.plan.events import EventKind
from psoas.plan.planned import Purpose
from psoas.practice.desking import break_options
from psoas.practice.reminding import is_reminded, remind, reminding, stop_reminding
from psoas.practice.timing import choose
from psoas.sharing.timetable import Slot, Timetable


@pytest.fixture
def punctual(sam):
    """Someone who on Sunday chose Monday to Sunday at ten, in a place on universal time."""
    sam.clock.later(days=-1)
    sam.checked()
    chooses(sam, *((weekday, 10) for weekday in range(7)), zone="UTC")
    sam.clock.later(days=1, hours=1, minutes=5)
    return sam


def name(life):
    found = reminding(life.practice).due
    return found and found.name


def test_a_chosen_time_calls(punctual):
    assert name(punctual) == "2026-03-16T10:00"
    assert reminding(punctual.practice).title == "Time to move"


def test_it_says_when_the_next_one_is(punctual):
    assert reminding(punctual.practice).next == datetime(2026, 3, 17, 10, tzinfo=UTC)


def test_nothing_was_chosen(sam):
    assert reminding(sam.practice).next is None
    chooses(sam)
    assert reminding(sam.practice).next is None


def test_one_tap_stops_it(punctual):
    stop_reminding(punctual.practice)
    assert (name(punctual), reminding(punctual.practice).next) == (None, None)


def test_quiet_hours_are_kept_on_the_persons_own_clock(punctual):
    punctual.practice.record(EventKind.SETTINGS, {"quiet_from": "09:30", "quiet_until": "10:30"})
    assert name(punctual) is None
    punctual.clock.later(minutes=30)
    assert name(punctual) == "2026-03-16T10:00"


def test_not_while_a_danger_sign_closes_everything(punctual):
    punctual.checked(ces_saddle="yes")
    assert name(punctual) is None


def test_nobody_who_is_not_known(somebody):
    new = somebody()
    chooses(new, (0, 10), zone="UTC")
    new.clock.later(hours=1)
    assert name(new) is None


def test_not_during_a_session_nor_once_it_is_done(punctual):
    record, _ = punctual.session()
    assert name(punctual) is None
    punctual.does_all(record)
    punctual.clock.later(minutes=30)
    assert name(punctual) is None


def test_not_on_a_rest_day(punctual, monkeypatch):
    usual = punctual.practice.today

    def resting(standing, **options):
        return replace(usual(standing, **options), purpose=Purpose.REST)

    monkeypatch.setattr(punctual.practice, "today", resting)
    assert name(punctual) is None


def test_a_break_at_the_desk_is_not_todays_session_but_is_not_disturbed(punctual):
    punctual.begin(**break_options("seated_knee_pull"))
    assert name(punctual) is None
    punctual.clock.later(minutes=31)
    assert name(punctual) == "2026-03-16T10:00"


def test_a_time_that_was_over_when_it_was_chosen_does_not_call(sam):
    sam.clock.later(minutes=1)
    chooses(sam, (0, 9), zone="UTC")
    assert name(sam) is None
    sam.clock.later(minutes=1)
    chooses(sam, (0, 9), zone="UTC", minutes=20)
    sam.clock.later(minutes=1)
    assert name(sam) is None


def test_a_choice_that_has_ended_calls_no_more(sam):
    until = (sam.clock() - timedelta(days=1)).date()
    over = Timetable(
        slots=(Slot(weekday=0, at=time(9)),), zone="UTC", starts=until, until=until,
        chosen_at=sam.clock() - timedelta(days=1),
    )  # fmt: skip
    choose(sam.practice, over, {})
    assert name(sam) is None


def test_of_two_programs_only_one_reminds(punctual):
    due = reminding(punctual.practice).due
    assert not is_reminded(punctual.practice, due)
    assert remind(punctual.practice, due)
    assert not remind(punctual.practice, due)
    assert is_reminded(punctual.practice, due)
    assert len(punctual.happened(EventKind.REMINDED)) == 1


def test_the_next_day_has_a_reminder_of_its_own(punctual):
    assert remind(punctual.practice, reminding(punctual.practice).due)
    punctual.clock.later(days=1)
    assert remind(punctual.practice, reminding(punctual.practice).due)

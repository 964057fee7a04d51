from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.safety.schedule import CheckHistory, CheckKind, due

TODAY = date(2026, 3, 30)


def ago(days):
    return TODAY - timedelta(days=days)


def kind(**history):
    return due(CheckHistory(**history), TODAY).kind


def test_the_full_list_comes_before_anything_else():
    assert kind() is CheckKind.FULL


def test_nothing_is_asked_right_after_the_full_list():
    assert kind(last_full=TODAY) is CheckKind.NONE


def test_one_short_question_comes_before_each_session():
    assert kind(last_full=ago(3), last_session=ago(1)) is CheckKind.SHORT


def test_a_short_check_of_today_is_enough_for_the_next_session():
    assert kind(last_full=ago(3), last_short=TODAY, last_session=ago(1)) is CheckKind.NONE


def test_yesterdays_short_check_is_not_enough():
    assert kind(last_full=ago(3), last_short=ago(1), last_session=ago(2)) is CheckKind.SHORT


@pytest.mark.parametrize("since, expected", [(False, CheckKind.SHORT), (True, CheckKind.NONE)])
def test_a_second_session_on_one_day_is_asked_again(since, expected):
    history = {"last_full": ago(3), "last_short": TODAY, "last_session": TODAY}
    assert kind(**history, answered_since_session=since) is expected


@pytest.mark.parametrize("days, expected", [(13, CheckKind.SHORT), (14, CheckKind.FULL)])
def test_the_full_list_comes_again_after_two_weeks(days, expected):
    assert kind(last_full=ago(days), last_session=ago(1)) is expected


def test_a_flare_or_a_new_leg_symptom_brings_the_full_list():
    assert kind(last_full=TODAY, changed_since_full=True) is CheckKind.FULL


@pytest.mark.parametrize("days, expected", [(27, CheckKind.SHORT), (28, CheckKind.FULL)])
def test_the_full_list_comes_after_a_gap_of_four_weeks(days, expected):
    assert kind(last_full=ago(10), last_session=ago(days)) is expected


@pytest.mark.parametrize("days", [28, 40])
def test_a_full_check_answered_after_the_gap_counts_for_it(days):
    assert kind(last_full=TODAY, last_session=ago(days)) is CheckKind.NONE


@pytest.mark.parametrize("which", ["last_full", "last_short", "last_session"])
def test_a_clock_that_was_set_back_skips_nothing(which):
    history = {"last_full": ago(1), "last_short": TODAY, which: TODAY + timedelta(days=1)}
    assert kind(**history) is CheckKind.FULL


@pytest.mark.parametrize("history", [
    CheckHistory(),
    CheckHistory(last_full=ago(20)),
    CheckHistory(last_full=ago(10), last_session=ago(30)),
    CheckHistory(last_full=ago(1)),
    CheckHistory(last_full=TODAY),
])  # fmt: skip
def test_every_check_says_why(history):
    assert due(history, TODAY).reason.endswith(".")


DAYS = st.none() | st.integers(-40, 5).map(lambda days: TODAY + timedelta(days=days))


@given(full=DAYS, short=DAYS, session=DAYS, since=st.booleans(), changed=st.booleans())
def test_a_session_never_starts_without_an_answer_of_the_same_day(
    full, short, session, since, changed
):
    history = CheckHistory(
        last_full=full,
        last_short=short,
        last_session=session,
        answered_since_session=since,
        changed_since_full=changed,
    )
    if due(history, TODAY).kind is CheckKind.NONE:
        assert TODAY in (full, short)
        assert full is not None and ago(14) < full <= TODAY
        assert not changed

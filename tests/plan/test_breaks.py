from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.plan.breaks import (
    Answered,
    Break,
    break_id,
    break_rules,
    interval,
    next_break,
    offered,
    session_of_break,
)

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
THREE = ("one", "two", "three")
WALK = break_rules().instead


def broke(exercise, minutes=0, answered=Answered.DONE):
    return Break(exercise=exercise, at=NINE + timedelta(minutes=minutes), answered=answered)


def wait(*breaks, minutes=45, since=NINE):
    due = next_break(since, breaks, minutes)
    return due and (due - since) / timedelta(minutes=1)


def test_the_first_break_comes_after_the_minutes_that_were_set():
    assert wait() == 45
    assert wait(minutes=60) == 60


def test_the_next_one_is_counted_from_the_last():
    assert wait(broke("one", 50)) == 95


def test_later_is_as_soon_as_breaks_may_follow_each_other():
    assert wait(broke("one", 50, Answered.LATER), minutes=60) == 80


def test_a_break_before_the_person_sat_down_again_is_long_ago():
    assert wait(broke("one", -30)) == 45


def test_not_today_is_not_today():
    assert wait(broke("one", 50), broke("two", 95, Answered.NOT_TODAY)) is None


@given(st.integers(-100, 1000))
def test_between_two_breaks_lie_thirty_to_sixty_minutes(minutes):
    assert timedelta(minutes=30) <= interval(minutes) <= timedelta(minutes=60)


def test_they_take_turns_in_their_order():
    done = []
    for number in range(6):
        done.append(broke(offered(THREE, {}, True, done), number))
    assert [one.exercise for one in done] == [*THREE, *THREE]


def test_after_twice_each_a_walk_is_left():
    done = [broke(exercise) for exercise in (*THREE, *THREE)]
    assert offered(THREE, {}, True, done) == WALK
    assert offered(THREE, {}, False, done) is None


def test_one_that_its_own_dose_allows_once_comes_once():
    most = {"two": 1}
    done = [broke(exercise) for exercise in THREE]
    assert offered(THREE, most, True, done) == "one"
    assert offered(THREE, most, True, [*done, broke("one")]) == "three"


def test_what_was_put_off_gives_way_to_another_and_comes_back():
    off = [broke("one", answered=Answered.LATER)]
    assert offered(THREE, {}, True, off) == "two"
    assert offered(("one",), {}, True, off) == WALK
    assert offered(("one",), {}, True, [*off, broke(WALK)]) == "one"


@pytest.mark.parametrize("walking", [True, False])
def test_where_nothing_suits_there_is_a_walk_or_nothing(walking):
    assert offered((), {}, walking, []) == (WALK if walking else None)


def test_the_only_one_may_come_twice_in_a_row():
    assert offered(("one",), {}, False, [broke("one")]) == "one"


answers = st.sampled_from([Answered.DONE, Answered.LATER])
days = st.lists(
    st.tuples(st.lists(st.sampled_from(THREE), unique=True), st.booleans(), answers), max_size=20
)


@given(days, st.dictionaries(st.sampled_from(THREE), st.integers(1, 4)))
def test_never_the_same_twice_in_a_row_never_what_does_not_suit_never_too_often(day, most):
    breaks, choices = [], []
    for number, (allowed, walking, answer) in enumerate(day):
        exercise = offered(allowed, most, walking, breaks)
        if exercise is None:
            continue
        assert exercise in allowed or (walking and exercise == WALK)
        breaks.append(broke(exercise, number, answer))
        choices.append({*allowed, *([WALK] if walking else [])})
    for (before, after), could in zip(pairwise(breaks), choices[1:], strict=True):
        if before.exercise == after.exercise:
            left = could - {WALK} - {before.exercise}
            assert (
                after.exercise == WALK
                or len(could) == 1
                or all(spent(other, breaks[: breaks.index(after)], most) for other in left)
            )
    for exercise in THREE:
        done = [one for one in breaks if one.exercise == exercise and one.answered is Answered.DONE]
        assert len(done) <= min(break_rules().most_a_day, most.get(exercise, 9))


def spent(exercise, before, most):
    done = sum(one.exercise == exercise and one.answered is Answered.DONE for one in before)
    return done >= min(break_rules().most_a_day, most.get(exercise, 9))


@given(st.lists(st.tuples(st.integers(0, 600), answers), max_size=12), st.integers(0, 100))
def test_breaks_never_come_closer_than_half_an_hour(told, minutes):
    breaks = [broke("one", at, answer) for at, answer in sorted(told)]
    due = next_break(NINE, breaks, minutes)
    latest = max([NINE, *(one.at for one in breaks)])
    assert timedelta(minutes=30) <= due - latest <= timedelta(minutes=60)


def test_a_break_that_is_a_session_names_it():
    assert session_of_break(break_id("session-1")) == "session-1"
    assert session_of_break("some-id") is None


def test_the_rules_name_what_the_library_has():
    from psoas.library import load

    library, rules = load(), break_rules()
    assert rules.instead in library.exercises
    assert {item.exercise for item in library.routines[rules.routine].items} <= {*library.exercises}
    assert rules.least_minutes <= rules.usual_minutes <= rules.most_minutes

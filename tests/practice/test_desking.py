from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import LEFT_LEG, LIBRARY, SETTLED

from psoas.plan.breaks import Answered, break_rules
from psoas.plan.events import EventKind
from psoas.practice.desking import (
    Now,
    answer,
    break_options,
    break_sessions,
    desk,
    desk_minutes,
    desk_sessions,
    is_break,
    most_a_day,
)
from psoas.safety.conditions import load_conditions
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

SEATED = ["seated_figure_4", "seated_knee_pull", "seated_sciatic_slider"]
WALK = break_rules().instead


def after(life, minutes):
    """What there is for somebody who sat down so many minutes ago."""
    return desk(life.practice, life.clock() - timedelta(minutes=minutes))


def test_the_first_minutes_are_for_work(sam):
    found = after(sam, 10)
    assert found.now is Now.WAITING
    assert found.at - sam.clock() == timedelta(minutes=35)


def test_then_there_is_a_break_with_one_exercise(sam):
    found = after(sam, 45)
    assert (found.now, found.exercise) == (Now.BREAK, "seated_figure_4")
    assert [step.exercise for step in found.session.steps] == ["seated_figure_4"]
    assert found.session.title == LIBRARY.exercises["seated_figure_4"].name


def test_the_minutes_are_the_persons_own(sam):
    sam.practice.record(EventKind.SETTINGS, {"desk_minutes": 30})
    assert after(sam, 30).now is Now.BREAK
    assert desk_minutes({"desk_minutes": "soon"}) == 45


def test_only_what_suits_is_offered(somebody):
    nowhere_but_the_back = somebody().described(SETTLED)
    standing = nowhere_but_the_back.practice.standing()
    assert list(break_sessions(nowhere_but_the_back.practice, standing)) == SEATED[:2]
    leg = somebody().described(LEFT_LEG)
    assert "seated_sciatic_slider" in break_sessions(leg.practice, leg.practice.standing())


def a_day(life, hours=5):
    """The exercises that are offered hour by hour, all of them done."""
    for _ in range(hours):
        found = after(life, 60)
        if found.now is Now.BREAK:
            answer(life.practice, found.exercise, Answered.DONE)
            yield found.exercise
        life.clock.later(hours=1)


@pytest.mark.parametrize(
    ("condition", "left"),
    [("hip_replacement_posterior", {SEATED[2], WALK}), ("hip_replacement_anterior", {*SEATED[1:]})],
)
def test_what_a_new_hip_forbids_is_not_offered(somebody, condition, left):
    life = somebody().described(replace(LEFT_LEG, conditions=frozenset({condition})))
    life.practice.assessed([condition], "Dr Amin", life.clock().date())
    assert {*a_day(life)} - {WALK} == left - {WALK}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(st.sampled_from(sorted(load_conditions())), max_size=4))
def test_nothing_that_is_avoided_is_ever_offered(somebody, conditions):
    person = replace(LEFT_LEG, conditions=frozenset(conditions))
    life = somebody().described(person)
    rulings = verdicts(LIBRARY, person, life.clock().date())
    offered = [*a_day(life, hours=3)]
    assert all(rulings[exercise].ruling is not Ruling.AVOID for exercise in offered)


def test_a_danger_sign_closes_the_desk_too(sam, somebody):
    sam.checked(ces_saddle="yes")
    assert after(sam, 60).now is Now.CLOSED
    assert desk(somebody().practice, sam.clock()).now is Now.CLOSED


def test_quiet_hours_are_quiet(sam):
    sam.practice.record(EventKind.SETTINGS, {"quiet_from": "08:00", "quiet_until": "10:00"})
    assert after(sam, 60).now is Now.QUIET


def test_a_session_is_not_interrupted(sam):
    sam.session()
    assert after(sam, 60).now is Now.SESSION


def test_not_today_lasts_until_tomorrow(sam):
    answer(sam.practice, "seated_figure_4", Answered.NOT_TODAY)
    assert after(sam, 60).now is Now.NOT_TODAY
    sam.clock.later(days=1)
    assert after(sam, 60).now is Now.BREAK


def test_later_brings_another_one_in_half_an_hour(sam):
    answer(sam.practice, "seated_figure_4", Answered.LATER)
    assert after(sam, 60).now is Now.WAITING
    sam.clock.later(minutes=30)
    found = after(sam, 90)
    assert (found.now, found.exercise) == (Now.BREAK, "seated_knee_pull")


def test_through_a_day_each_comes_as_often_as_its_dose_allows_and_then_a_walk(sam):
    offered = []
    for _ in range(5):
        found = after(sam, 60)
        offered.append(found.exercise)
        answer(sam.practice, found.exercise, Answered.DONE)
        sam.clock.later(hours=1)
    assert most_a_day(LIBRARY)["seated_knee_pull"] == 1
    assert offered == [*SEATED[:2], SEATED[0], WALK, WALK]
    assert after(sam, 60).session is None


def test_a_break_is_a_session_that_counts_in_the_caps(sam):
    begun = sam.begin(**break_options("seated_figure_4"))
    record = sam.practice.session(begun.session)
    assert [step["exercise"] for step in record.plan["steps"]] == ["seated_figure_4"]
    sam.does_all(record)
    assert any(exercise == "seated_figure_4"
               for exercise, _ in sam.practice.memory().days[-1].seconds)  # fmt: skip
    assert is_break(sam.practice, record.id)
    assert desk_sessions(sam.practice, sam.clock().date()) == {record.id}


def test_a_session_is_no_break(sam):
    record, _ = sam.session()
    assert not is_break(sam.practice, record.id)


def test_nothing_is_offered_where_not_even_a_walk_suits(sam, monkeypatch):
    monkeypatch.setattr("psoas.practice.desking.offered", lambda *_: None)
    assert after(sam, 60).now is Now.NOTHING

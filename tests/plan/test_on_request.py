"""Exercises that are there for routines and for what a clinician asks, never by themselves."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import GO_AHEAD, LIBRARY, MONDAY, SETTLED, advice, names, plan, why_not
from tests.plan.strategies import TODAY, clearances, memories, persons

from psoas.library import RoutineItem
from psoas.plan.memory import Memory
from psoas.plan.routine import routine_session
from psoas.plan.today import today

ON_REQUEST = {one for ladder in LIBRARY.ladders.values() for one in ladder.on_request}
WITHOUT_THEM = replace(
    LIBRARY,
    exercises={i: e for i, e in LIBRARY.exercises.items() if i not in ON_REQUEST},
    ladders={i: replace(ladder, on_request=()) for i, ladder in LIBRARY.ladders.items()},
)
moderately = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def nobody_asked(person):
    return replace(person, advice=tuple(a for a in person.advice if a.exercise not in ON_REQUEST))


@moderately
@given(persons().map(nobody_asked), memories(), clearances())
def test_no_plan_chooses_them_by_itself(person, memory, clearance):
    session = today(LIBRARY, person, clearance, memory, TODAY)
    assert not ON_REQUEST & {*names(session)}


@moderately
@given(persons().map(nobody_asked), clearances(), st.integers(0, 30))
def test_plans_are_what_they_would_be_without_them(person, clearance, day):
    on = TODAY.replace(day=1 + day)
    sessions = [
        today(library, person, clearance, Memory(), on) for library in (LIBRARY, WITHOUT_THEM)
    ]
    assert sessions[0].steps == sessions[1].steps


def test_it_is_said_why():
    assert why_not(plan(SETTLED), "clamshell").rule == "plan.only_on_request"


def test_what_is_not_suitable_is_said_first():
    person = replace(SETTLED, conditions=frozenset({"osteoporosis"}))
    assert why_not(plan(person), "partial_curl_up").rule == "plan.avoided"


@pytest.mark.parametrize("identity", sorted(ON_REQUEST))
def test_a_clinician_can_ask_for_each(identity):
    # Arching is planned for people whom it eases, but a clinician's word passes over that.
    person = replace(SETTLED, advice=(advice("do", identity),))
    assert identity in names(plan(person))


@pytest.mark.parametrize("identity", sorted(ON_REQUEST))
def test_a_routine_may_hold_each(identity):
    item = RoutineItem(exercise=identity, named=identity, where="line 1")
    routine = replace(LIBRARY.routines["yoga-six"], items=(item,))
    session = routine_session(LIBRARY, routine, SETTLED, GO_AHEAD, Memory(), MONDAY)
    assert {*names(session)} == {identity}

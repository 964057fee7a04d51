"""For any person, any history and any clearance."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.strategies import (
    BREATHING,
    GO_AHEAD,
    LIBRARY,
    TODAY,
    clearances,
    memories,
    persons,
)

from psoas.library import Kind, Status
from psoas.plan.budget import parts_of
from psoas.plan.candidates import never_offered
from psoas.plan.dose import capped
from psoas.plan.planned import Purpose
from psoas.plan.remember import current_person
from psoas.plan.routine import routine_session
from psoas.plan.today import today
from psoas.safety.clearance import Sessions
from psoas.safety.flags import load_flags
from psoas.safety.person import Irritability, Setting
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import most_of, verdicts

many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
fewer = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
routines = st.sampled_from(sorted(LIBRARY.routines)).map(LIBRARY.routines.__getitem__)
open_clearances = clearances((Sessions.ALL, Sessions.CALM))
calm_list = {*load_flags().calm.exercises}


def is_avoided(step, person, memory):
    who = current_person(person, memory, TODAY)
    return verdicts(LIBRARY, who, TODAY)[step.exercise].ruling is Ruling.AVOID


def assert_allowed(session, person, memory):
    for step in session.steps:
        assert LIBRARY.exercises[step.exercise].status in (Status.OK, Status.CAUTION)
        assert step.exercise == BREATHING or not is_avoided(step, person, memory)


@many
@given(persons(), memories(), clearances(), st.booleans())
def test_no_session_holds_what_is_avoided_or_never_offered(person, memory, clearance, advised):
    session = today(LIBRARY, person, clearance, memory, TODAY, advised_calm=advised)
    assert_allowed(session, person, memory)


@many
@given(persons(), memories(), clearances(), routines)
def test_no_routine_holds_what_is_avoided_or_never_offered(person, memory, clearance, routine):
    session = routine_session(LIBRARY, routine, person, clearance, memory, TODAY)
    assert_allowed(session, person, memory)


@fewer
@given(persons(), memories(), clearances((Sessions.NONE,)), routines)
def test_nothing_is_planned_while_sessions_are_locked(person, memory, clearance, routine):
    session = today(LIBRARY, person, clearance, memory, TODAY, advised_calm=False)
    run = routine_session(LIBRARY, routine, person, clearance, memory, TODAY)
    assert (session.steps, session.purpose) == ((), Purpose.NONE)
    assert (run.steps, run.purpose) == ((), Purpose.NONE)


@fewer
@given(persons(), memories(), clearances((Sessions.CALM,)), routines)
def test_only_the_calm_list_is_planned_while_only_that_is_open(person, memory, clearance, routine):
    session = today(LIBRARY, person, clearance, memory, TODAY, advised_calm=False)
    run = routine_session(LIBRARY, routine, person, clearance, memory, TODAY)
    assert {step.exercise for step in (*session.steps, *run.steps)} <= calm_list


@many
@given(persons(), memories(), open_clearances, st.sampled_from(Setting), st.integers(1, 30))
def test_a_session_is_never_empty_for_who_may_move(person, memory, clearance, setting, minutes):
    session = today(LIBRARY, person, clearance, memory, TODAY, setting=setting, minutes=minutes)
    assert session.steps


@many
@given(persons(), memories(), open_clearances)
def test_a_session_has_at_most_one_exercise_of_a_ladder(person, memory, clearance):
    session = today(LIBRARY, person, clearance, memory, TODAY)
    ladders = [LIBRARY.exercises[step.exercise].ladder.name for step in session.steps]
    assert len(ladders) == len(set(ladders))


@many
@given(persons(), memories(), open_clearances, routines)
def test_one_gets_down_once_and_up_once(person, memory, clearance, routine):
    for session in (
        today(LIBRARY, person, clearance, memory, TODAY),
        routine_session(LIBRARY, routine, person, clearance, memory, TODAY),
    ):
        heights = [step.position.height for step in session.steps]
        assert heights == sorted(heights, reverse=True)


@many
@given(persons(), memories(), open_clearances, st.integers(5, 20))
def test_a_session_fits_the_minutes(person, memory, clearance, minutes):
    session = today(LIBRARY, person, clearance, memory, TODAY, minutes=minutes)
    assert session.seconds <= minutes * 60


@many
@given(persons(), memories(), st.integers(8, 20))
def test_the_minutes_are_used_where_something_more_could_be_done(person, memory, minutes):
    session = today(LIBRARY, person, GO_AHEAD, memory, TODAY, minutes=minutes)
    more = any(out.reason.rule == "plan.no_time" for out in session.left_out)
    assert not more or session.seconds >= 0.7 * minutes * 60


def seconds_by_part(steps):
    total = Counter()
    for step in steps:
        exercise = LIBRARY.exercises[step.exercise]
        if exercise.kind is Kind.STATIC:
            for side in step.sides:
                total.update(dict.fromkeys(parts_of(exercise, side), step.amount.seconds))
    return total


def done_by_part(memory, days):
    total = Counter()
    for day in memory.days:
        if day.on <= TODAY and (TODAY - day.on).days < days:
            for (identity, side), seconds in day.seconds.items():
                exercise = LIBRARY.exercises[identity]
                if exercise.kind is Kind.STATIC:
                    total.update(dict.fromkeys(parts_of(exercise, side), seconds))
    return total


@many
@given(persons(), memories(), open_clearances, routines)
def test_each_muscle_of_each_side_stays_within_its_caps(person, memory, clearance, routine):
    for session in (
        today(LIBRARY, person, clearance, memory, TODAY),
        routine_session(LIBRARY, routine, person, clearance, memory, TODAY),
    ):
        planned = seconds_by_part(session.steps)
        today_done, week_done = done_by_part(memory, 1), done_by_part(memory, 7)
        for part, seconds in planned.items():
            assert seconds + today_done[part] <= 240
            assert seconds + week_done[part] <= 600


@many
@given(persons(), memories(), open_clearances, routines)
def test_each_dose_stays_within_the_caps_of_its_kind(person, memory, clearance, routine):
    for session in (
        today(LIBRARY, person, clearance, memory, TODAY),
        routine_session(LIBRARY, routine, person, clearance, memory, TODAY),
    ):
        for step in session.steps:
            exercise = LIBRARY.exercises[step.exercise]
            assert step.amount == capped(step.amount, exercise, LIBRARY.caps, person.age)


@many
@given(persons(), memories(), open_clearances, routines)
def test_no_dose_is_more_than_what_a_condition_says(person, memory, clearance, routine):
    who = current_person(person, memory, TODAY)
    for session in (
        today(LIBRARY, person, clearance, memory, TODAY),
        routine_session(LIBRARY, routine, person, clearance, memory, TODAY),
    ):
        for step in session.steps:
            most, amount = most_of(LIBRARY.exercises[step.exercise], who), step.amount
            assert amount.hold_seconds <= (most.hold or amount.hold_seconds)
            assert amount.repetitions <= (most.repetitions or amount.repetitions)
            assert amount.sets <= (most.sets or amount.sets)


@many
@given(persons(), memories(), clearances(), routines)
def test_every_exercise_is_planned_or_left_out_with_a_reason(person, memory, clearance, routine):
    for session in (
        today(LIBRARY, person, clearance, memory, TODAY),
        routine_session(LIBRARY, routine, person, clearance, memory, TODAY),
    ):
        named = [s.exercise for s in session.steps] + [o.exercise for o in session.left_out]
        assert sorted(named) == sorted(LIBRARY.exercises)
        assert all(out.reason.text and out.reason.rule for out in session.left_out)
        assert all(step.reasons and step.seconds > 0 for step in session.steps)


@fewer
@given(persons(), memories(), clearances())
def test_the_same_inputs_give_the_same_session(person, memory, clearance):
    first, again = (today(LIBRARY, person, clearance, memory, TODAY) for _ in range(2))
    assert first == again


@fewer
@given(persons(), memories(), open_clearances)
def test_what_is_never_offered_is_left_out_with_why(person, memory, clearance):
    session = today(LIBRARY, person, clearance, memory, TODAY)
    reasons = {out.exercise: out.reason for out in session.left_out}
    for exercise in LIBRARY.exercises.values():
        if not exercise.plannable:
            assert reasons[exercise.id] == never_offered(LIBRARY, exercise)


def nerve_loads(session):
    return [LIBRARY.exercises[step.exercise].load.nerve for step in session.steps]


@fewer
@given(
    persons(irritability=st.sampled_from([i for i in Irritability if i != "unknown"])),
    memories(),
)
def test_unknown_irritability_never_gives_more_nerve_load_than_a_known_one(person, memory):
    unknown = replace(person, irritability=Irritability.UNKNOWN)
    most = max(nerve_loads(today(LIBRARY, unknown, GO_AHEAD, memory, TODAY)))
    opened = any(advice.kind == "open" for advice in person.advice)
    assert opened or most <= 1


@fewer
@given(persons(), memories())
def test_with_leg_symptoms_nothing_with_the_highest_nerve_load_is_planned(person, memory):
    session = today(LIBRARY, person, GO_AHEAD, memory, TODAY)
    who = current_person(person, memory, TODAY)
    assert not who.leg_symptoms or max(nerve_loads(session)) <= 2


@fewer
@given(persons(), memories(), routines)
def test_a_slider_is_planned_only_with_leg_symptoms_and_never_held(person, memory, routine):
    who = current_person(person, memory, TODAY)
    for session in (
        today(LIBRARY, person, GO_AHEAD, memory, TODAY),
        routine_session(LIBRARY, routine, person, GO_AHEAD, memory, TODAY),
    ):
        sliders = [
            step for step in session.steps if LIBRARY.exercises[step.exercise].kind is Kind.SLIDER
        ]
        assert not sliders or who.leg_symptoms
        assert all(step.amount.hold_seconds <= 3 for step in sliders)

from dataclasses import replace

import pytest
from hypothesis import given
from tests.plan.people import CALM, LEFT_LEG, LOCKED, SETTLED, advice, days_ago, done, names, plan
from tests.plan.strategies import LIBRARY, TODAY, clearances, memories, persons
from tests.plan.test_plan_is_safe import fewer

from psoas.plan.memory import Learned, Memory
from psoas.plan.planned import Purpose
from psoas.plan.remember import current_person
from psoas.plan.today import today
from psoas.safety.person import Setting
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

WALK = "walking_bouts"


def walk_later(session):
    return [reason.text for reason in session.advice if reason.rule == "plan.walk_later"]


@pytest.mark.parametrize("person", [SETTLED, LEFT_LEG])
@pytest.mark.parametrize("clearance", [CALM, None])
def test_a_session_without_a_walk_says_that_one_later_counts(person, clearance):
    chosen = {"clearance": clearance} if clearance else {}
    session = plan(person, setting=Setting.BED, minutes=5, **chosen)
    assert session.steps and WALK not in names(session)
    assert walk_later(session) == [
        "A walk later today counts too: short and easy, whenever it suits you."
    ]


def test_a_session_with_a_walk_says_nothing_of_another():
    session = plan(SETTLED, minutes=20)
    assert WALK in names(session)
    assert walk_later(session) == []


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (Memory(days=(done(days_ago(0), walking_bouts__both=300),)), False),
        (Memory(days=(done(days_ago(1), walking_bouts__both=300),)), True),
        (Memory(learned={WALK: Learned(left_out_until=days_ago(-1))}), False),
        (Memory(learned={WALK: Learned(left_out_until=days_ago(0))}), True),
    ],
)
def test_a_walk_that_was_done_or_rests_is_not_asked_for(memory, said):
    assert bool(walk_later(plan(SETTLED, memory, setting=Setting.BED))) is said


def test_a_walk_that_a_clinician_advised_against_is_not_asked_for():
    told = replace(SETTLED, advice=(advice("avoid", WALK),))
    assert walk_later(plan(told)) == []


def test_how_to_walk_with_a_condition_is_said_with_it():
    person = replace(LEFT_LEG, conditions=frozenset({"acute_irritable_nerve_root"}))
    [said] = walk_later(plan(person, setting=Setting.BED))
    assert said.startswith("A walk later today counts too") and "minutes" in said


def test_where_nothing_may_start_no_walk_is_spoken_of():
    assert walk_later(plan(SETTLED, clearance=LOCKED)) == []


@fewer
@given(persons(), memories(), clearances())
def test_a_walk_is_planned_or_spoken_of_unless_it_is_not_for_them(person, memory, clearance):
    session = today(LIBRARY, person, clearance, memory, TODAY)
    said = bool(walk_later(session))
    avoided = verdicts(LIBRARY, current_person(person, memory, TODAY), TODAY)[WALK]
    rests = memory.learned.get(WALK, Learned()).left_out_until
    kept_back = avoided.ruling is Ruling.AVOID or bool(rests and rests > TODAY)
    walked = any(
        day.on == TODAY and (WALK in {key[0] for key in day.seconds}) for day in memory.days
    )
    if session.purpose is Purpose.NONE or kept_back:
        assert not said
    elif session.steps and not walked:
        assert said is (WALK not in names(session))

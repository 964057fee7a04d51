from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.people import (
    CALM,
    GO_AHEAD,
    LEFT_LEG,
    LIBRARY,
    LOCKED,
    MONDAY,
    SETTLED,
    days_ago,
    names,
    rules,
    step_of,
    why_not,
)

from psoas.body import Position, Surface
from psoas.library import Kind, Quality, Routine, RoutineItem, Rung, Sides, Status, Step
from psoas.library.exercise import Exercise
from psoas.plan.memory import Flare, Learned, Memory
from psoas.plan.planned import Amount
from psoas.plan.routine import routine_session
from psoas.plan.today import today

WINDMILL = Exercise(
    id="own-1-0",
    name="The windmill",
    summary="From a page.",
    kind=Kind.STATIC,
    status=Status.UNCHECKED,
    quality=Quality.DRAFT,
    position=Position.STANDING,
    surfaces=(Surface.STANDING,),
    sides=Sides.EACH,
    muscles=(),
    ladder=Rung(name="own", level=0),
    enter=(Step(say="Turn your chest.", pose=""),),
    why="Nobody has checked it.",
)
BROUGHT = replace(LIBRARY, exercises={**LIBRARY.exercises, WINDMILL.id: WINDMILL})
GATE = replace(GO_AHEAD, open_gates=("osteoporosis",))


def run(person=SETTLED, memory=None, clearance=GO_AHEAD, calm=True, **dose):
    item = RoutineItem(exercise=WINDMILL.id, named="Windmill", where="line 3", **dose)
    routine = Routine(
        id="own-1", name="Mine", summary="", source="your page", where="", items=(item,)
    )
    known = (person, clearance, memory or Memory(), MONDAY)
    return routine_session(BROUGHT, routine, *known, advised_calm=calm)


def test_it_is_played_in_its_own_routine_with_its_own_dose():
    step = step_of(run(hold=(20, 30), repetitions=(2, 2)), WINDMILL.id)
    assert step.amount == Amount(hold_seconds=20, repetitions=2)
    assert len(step.sides) == 2


def test_where_the_page_says_no_dose_our_default_is_given_and_said():
    assert "plan.dose_default" in rules(step_of(run(), WINDMILL.id))


def test_it_says_that_nobody_checked_it():
    assert "we can't check it" in " ".join(step_of(run(), WINDMILL.id).how)


def test_its_dose_is_capped_like_any_other():
    step = step_of(run(hold=(120, 120), repetitions=(9, 9)), WINDMILL.id)
    assert step.amount == Amount(hold_seconds=30, repetitions=4)


@pytest.mark.parametrize("calm", [True, False])
def test_it_is_never_offered_to_someone_with_an_open_gate(calm):
    """Whatever else they choose to open."""
    session = run(clearance=GATE, calm=calm)
    assert not session.steps
    assert why_not(session, WINDMILL.id).rule == "plan.unchecked_gate"


@pytest.mark.parametrize(
    ("person", "memory", "clearance"),
    [
        (SETTLED, Memory(), CALM),
        (SETTLED, Memory(), LOCKED),
        (SETTLED, Memory(flares=(Flare(started=days_ago(1)),)), GO_AHEAD),
        (SETTLED, Memory(rest_days=(MONDAY,)), GO_AHEAD),
        (SETTLED, Memory(calm_days=(MONDAY,)), GO_AHEAD),
        (replace(SETTLED, back_pain=8), Memory(), GO_AHEAD),
    ],
)
def test_it_waits_on_any_day_that_is_less_than_full(person, memory, clearance):
    assert not run(person, memory, clearance).steps


def test_it_rests_after_it_hurt():
    memory = Memory(learned={WINDMILL.id: Learned(left_out_until=days_ago(-2))})
    assert why_not(run(memory=memory), WINDMILL.id).rule == "plan.rested"


@pytest.mark.parametrize("person", [SETTLED, LEFT_LEG])
def test_no_plan_ever_chooses_or_lists_it(person):
    session = today(BROUGHT, person, GO_AHEAD, Memory(), MONDAY)
    assert WINDMILL.id not in names(session)
    assert WINDMILL.id not in {out.exercise for out in session.left_out}


@given(st.sets(st.sampled_from(["osteoporosis", "pregnancy_t2", "recent_spine_surgery"])))
def test_no_combination_of_open_gates_lets_it_through(gates):
    session = run(clearance=replace(GO_AHEAD, open_gates=tuple(sorted(gates))), calm=False)
    assert bool(session.steps) is not bool(gates)

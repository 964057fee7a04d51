import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.people import LIBRARY
from tests.sharing.conftest import doing

from psoas.body import Side
from psoas.coach import MomentKind, write
from psoas.sharing.watch import Effort, Repeat, watch_steps


def unfolded(steps):
    """The steps one after the other, as a watch goes through them."""
    told = []
    for step in steps:
        told += told[-2:] * (step.times - 1) if isinstance(step, Repeat) else [step]
    return told


def told(session):
    return watch_steps(session, LIBRARY)


def test_holds_rests_and_sides_follow_each_other():
    steps = told(doing("supine_figure_4", Side.RIGHT, Side.LEFT, hold_seconds=20, repetitions=2))
    assert [(step.name, step.effort.value) for step in steps] == [
        ("Get ready: Lying figure-4 stretch", "rest"),
        ("Lying figure-4 stretch, right", "active"),
        ("Rest", "rest"),
        ("Lying figure-4 stretch, right", "active"),
        ("Now the left side", "rest"),
        ("Lying figure-4 stretch, left", "active"),
        ("Rest", "rest"),
        ("Lying figure-4 stretch, left", "active"),
        ("All done", "cooldown"),
    ]
    assert [step.seconds for step in steps if step.effort is Effort.ACTIVE] == [20] * 4


def test_repetitions_are_counted_not_timed():
    steps = told(doing("pelvic_tilt", hold_seconds=2, repetitions=8))
    assert [(s.repetitions, s.seconds) for s in steps if s.effort is Effort.ACTIVE] == [(8, 0)]


def test_each_set_of_repetitions_is_its_own_step():
    steps = unfolded(told(doing("pelvic_tilt", hold_seconds=2, repetitions=8, sets=3)))
    assert [step.repetitions for step in steps if step.repetitions] == [8, 8, 8]


def test_many_holds_are_told_once():
    steps = told(doing("childs_pose", hold_seconds=20, repetitions=5))
    assert Repeat(times=4) in steps
    assert len(steps) < len(unfolded(steps))


def test_what_is_changed_for_the_person_stands_with_the_work():
    steps = told(doing("childs_pose", hold_seconds=20, how=("Knees wide.",)))
    (work,) = [step for step in steps if step.effort is Effort.ACTIVE]
    assert work.note.startswith("Knees wide.")


def test_a_day_without_a_session_has_no_steps(locked):
    assert told(locked) == ()


PLANNABLE = sorted(one.id for one in LIBRARY.listed if one.plannable)


@settings(max_examples=60, deadline=None)
@given(
    identity=st.sampled_from(PLANNABLE),
    sides=st.sampled_from([(Side.BOTH,), (Side.LEFT, Side.RIGHT), (Side.RIGHT,)]),
    hold=st.integers(1, 90),
    repetitions=st.integers(1, 12),
    sets=st.integers(1, 4),
)
def test_no_second_and_no_repetition_of_the_script_is_lost(
    identity, sides, hold, repetitions, sets
):
    session = doing(identity, *sides, hold_seconds=hold, repetitions=repetitions, sets=sets)
    script, steps = write(session, LIBRARY), unfolded(told(session))
    moving = [m for m in script.moments if m.kind is MomentKind.MOVE]
    assert sum(step.repetitions for step in steps) == len(moving)
    timed = sum(step.seconds for step in steps)
    assert timed == pytest.approx(script.seconds - sum(m.seconds for m in moving), abs=0.1)

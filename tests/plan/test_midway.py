from dataclasses import replace

from hypothesis import given, settings
from tests.plan.people import HIPS, LEFT_LEG, LIBRARY, MONDAY, SETTLED, done, names, plan
from tests.plan.strategies import persons

from psoas.library import Status
from psoas.plan.memory import Memory
from psoas.plan.midway import eased, swapped
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts


def swaps(session, person, memory=None, swap_filter=None):
    """Every step of a session swapped by itself, those that can be."""
    tried = (
        swapped(session, step, swap_filter, LIBRARY, person, memory or Memory())
        for step in range(len(session.steps))
    )
    return [changed for changed in tried if changed]


def test_easing_halves_one_step_and_no_other():
    session = plan(SETTLED)
    changed = eased(session, 1, LIBRARY)
    assert changed.steps[1].amount.seconds < session.steps[1].amount.seconds
    assert changed.steps[0] == session.steps[0]
    assert changed.steps[2:] == session.steps[2:]


def test_a_swap_says_what_it_stands_in_for():
    [*changed] = swaps(plan(HIPS), HIPS)
    assert changed
    assert any(
        reason.rule == "plan.swapped_midway"
        for session in changed
        for step in session.steps
        for reason in step.reasons
    )


def test_a_swap_is_done_where_the_session_is_done():
    session = plan(LEFT_LEG)
    used = {step.surface for step in session.steps}
    for changed in swaps(session, LEFT_LEG):
        assert {step.surface for step in changed.steps} <= used


def test_nothing_is_swapped_in_twice():
    for changed in swaps(plan(SETTLED), SETTLED):
        assert len(set(names(changed))) == len(changed.steps)


def test_what_is_swapped_in_is_no_longer_among_what_is_left_out():
    for changed in swaps(plan(SETTLED), SETTLED):
        assert not {*names(changed)} & {out.exercise for out in changed.left_out}


def test_what_hurt_today_is_not_swapped_in():
    session = plan(HIPS)
    new = {name for changed in swaps(session, HIPS) for name in names(changed)} - {*names(session)}
    hurt = Memory(blamed=tuple((MONDAY, name) for name in new))
    after = {name for changed in swaps(session, HIPS, hurt) for name in names(changed)}
    assert new and not new & after


def test_an_exercise_without_swaps_is_only_left_out():
    session = plan(SETTLED)
    breathing = replace(session.steps[0], exercise="diaphragm_breathing")
    alone = replace(session, steps=(breathing,))
    assert swapped(alone, 0, None, LIBRARY, SETTLED, Memory()) is None


def test_a_muscle_that_has_had_its_day_gets_nothing_swapped_in():
    session = plan(HIPS)
    step = names(session).index("supine_figure_4")
    assert swapped(session, step, None, LIBRARY, HIPS, Memory())
    full = done(MONDAY, seated_figure_4__left=240, seated_figure_4__right=240)
    assert swapped(session, step, None, LIBRARY, HIPS, Memory(days=(full,))) is None


def test_what_goes_on_otherwise_is_timed_anew():
    session = plan(SETTLED)
    assert eased(session, 1, LIBRARY).seconds < session.seconds


@settings(max_examples=40, deadline=None)
@given(persons())
def test_a_session_that_goes_on_otherwise_never_holds_what_is_avoided(person):
    session = plan(person)
    judged = verdicts(LIBRARY, person, MONDAY)
    for changed in [eased(session, 0, LIBRARY), *swaps(session, person)] if session.steps else []:
        for name in names(changed):
            assert judged[name].ruling is not Ruling.AVOID
            assert LIBRARY.exercises[name].status in (Status.OK, Status.CAUTION)

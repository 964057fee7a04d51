from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.plan.people import (
    LIBRARY,
    MONDAY,
    SETTLED,
    days_ago,
    event,
    morning,
    plan,
    remembered,
)

from psoas.plan.events import EventKind
from psoas.plan.flare import in_flare
from psoas.plan.memory import Memory
from psoas.plan.session import as_data
from psoas.plan.settle import settle_up
from psoas.plan.telling import changes_of, referrals_of
from psoas.safety.person import person_as_data

YESTERDAY = days_ago(1)


def after_a_session(**response):
    """Yesterday's session, done in full, with this response; this morning as usual."""
    session = plan(on=YESTERDAY)
    done = [
        event(
            EventKind.EXERCISE_DONE, YESTERDAY, session="s1", exercise=step.exercise,
            side=side.value, seconds=step.amount.seconds, completed=100,
        )
        for step in session.steps
        for side in step.sides
    ]  # fmt: skip
    return remembered(
        event(EventKind.PERSON_DESCRIBED, YESTERDAY, **person_as_data(SETTLED)),
        event(
            EventKind.CHECKED_IN, YESTERDAY, session="s1", back=2, leg=0, left=1, right=1,
            painkiller=False,
        ),
        event(EventKind.SESSION_STARTED, YESTERDAY, session="s1", plan=as_data(session)),
        *done,
        event(EventKind.SESSION_ENDED, YESTERDAY, session="s1", completed=100, why="none"),
        event(
            EventKind.RESPONDED, YESTERDAY,
            **{"session": "s1", "pain": 2, "during": 2, "left": 1, "right": 1,
               "left_during": 1, "right_during": 1, "neuro": "none"} | response,
        ),
        event(EventKind.SETTLED, MONDAY, session="s1", minutes=0, neuro="none"),
        event(EventKind.MORNING, MONDAY, pain=2, left=1, right=1, up_under_1h=True),
    )  # fmt: skip


def test_nothing_happened_nothing_is_decided():
    memory, events = settle_up(LIBRARY, Memory(person=SETTLED), MONDAY)
    assert (memory, events) == (Memory(person=SETTLED), ())


def test_a_session_is_judged_once():
    before = after_a_session()
    memory, events = settle_up(LIBRARY, before, MONDAY)
    assert events
    assert not memory.unjudged
    assert {made.kind for made in events} == {EventKind.DECIDED}
    again, more = settle_up(LIBRARY, memory, MONDAY)
    assert (again, more) == (memory, ())


def test_the_same_things_give_events_of_the_same_ids():
    before = after_a_session()
    first, second = (settle_up(LIBRARY, before, MONDAY)[1] for _ in range(2))
    assert [made.id for made in first] == [made.id for made in second]
    assert {made.person for made in first} == {"me"}


def test_a_worse_time_gives_less_next_time_and_says_so():
    memory, _ = settle_up(LIBRARY, after_a_session(during=6, pain=5), MONDAY)
    told = changes_of(LIBRARY, memory.decisions)
    assert told
    assert all(reason.text and reason.rule for reason in told)
    assert plan(memory=memory).changes[: len(told)] == told


def test_what_stayed_the_same_is_not_told():
    memory, _ = settle_up(LIBRARY, after_a_session(), MONDAY)
    assert changes_of(LIBRARY, memory.decisions) == ()


def test_what_does_not_grow_is_not_told_to_grow():
    progress = [
        {"exercise": name, "decision": "progress", "rules": ["P01"], "about": "s1"}
        for name in ("ninety_ninety_rest", "pelvic_tilt")
    ]
    (told,) = changes_of(LIBRARY, progress)
    assert told.text.startswith("Small pelvic tilt")


def test_a_referral_is_told_beside_the_plan_the_soonest_first():
    decisions = [
        {"exercise": None, "decision": "hold", "rules": ["C07"], "about": "morning"},
        {"exercise": None, "decision": "calm_list", "rules": ["C01"], "about": "morning"},
    ]
    told = referrals_of(decisions)
    assert [reason.rule for reason in told] == ["C01", "C07"]
    assert told[0].text.endswith("Talk to a clinician within a week.")
    assert plan(memory=Memory(decisions=tuple(decisions))).advice[:2] == told


def test_a_bad_morning_starts_a_flare():
    bad = Memory(person=SETTLED, mornings=(morning(MONDAY, 8),), whose="me")
    memory, events = settle_up(LIBRARY, bad, MONDAY, at=datetime(2026, 3, 16, 9, tzinfo=UTC))
    assert events[0].kind is EventKind.FLARE_STARTED
    assert in_flare(memory, MONDAY)
    assert settle_up(LIBRARY, memory, MONDAY)[1] == ()


def test_a_second_session_on_the_same_day_is_judged_when_asked_for():
    before = after_a_session()
    assert settle_up(LIBRARY, before, YESTERDAY)[0].unjudged
    assert not settle_up(LIBRARY, before, YESTERDAY, again=True)[0].unjudged


def test_the_time_is_the_latest_known():
    before = replace(after_a_session(), last_event_at=None)
    assert settle_up(LIBRARY, before, MONDAY)[1][0].at.date() == MONDAY
    late = after_a_session()
    assert settle_up(LIBRARY, late, MONDAY + timedelta(days=1))[1][0].at == late.last_event_at

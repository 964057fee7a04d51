"""Whoever it is and whatever they answered: the pages start nothing that is spoken against."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.strategies import advices, persons

from psoas.library import Status
from psoas.plan.events import EventKind
from psoas.safety.clearance import Answer, Reply, Sessions
from psoas.safety.flags import load_flags
from psoas.safety.person import AdviceKind, Setting
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

FLAGS = sorted(load_flags().by_id)
CALM = load_flags().calm

answers = st.dictionaries(
    st.sampled_from(FLAGS), st.sampled_from([Reply.YES, Reply.UNSURE]), max_size=2
)
sent = st.fixed_dictionaries(
    {"new": st.just("no")},
    optional={
        "setting": st.sampled_from([place.value for place in Setting]),
        "minutes": st.sampled_from(["5", "20"]),
        "full": st.just("yes"),
        "back": st.sampled_from(["0", "4", "6"]),
        "leg": st.sampled_from(["0", "6"]),
        "as_usual": st.just("yes"),
        "reach": st.just("usual"),
    },
)
later = st.sampled_from([timedelta(0), timedelta(days=1), timedelta(days=13), timedelta(days=20)])


@pytest.fixture
def someone(practice, clock):
    """A person who was described, and who answered the full check."""
    start = clock.now

    def describe(person, advice, raised, after):
        practice.diary.erase()
        clock.now = start
        practice.describe(person)
        for entry in advice:
            practice.advise(entry)
        given = {flag: Answer(reply=raised.get(flag, Reply.NO)) for flag in FLAGS}
        practice.answer("full", given)
        clock.now = start + after

    return describe


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    person=persons(advice=st.just(())),
    advice=st.lists(advices(), max_size=2),
    raised=st.just({}) | answers,
    after=later,
    sent=sent,
    routine=st.none() | st.integers(0, 50),
)
def test_nothing_that_speaks_against_it_ever_starts(
    client, practice, events, someone, person, advice, raised, after, sent, routine
):
    someone(person, advice, raised, after)
    if routine is not None:
        listed = sorted(practice.library.routines)
        sent = {**sent, "routine": listed[routine % len(listed)]}
    before = practice.standing()
    answer = client.post("/start", data=sent)
    assert answer.status_code == 303
    sessions = events(EventKind.SESSION_STARTED)
    now = practice.standing()
    if not before.may_move or after.days >= 14:
        assert sessions == events(EventKind.CHECKED_IN) == []
    rulings = verdicts(practice.library, now.person, now.on)
    told_not_to = {
        one.exercise
        for one in now.person.advice
        if one.kind is AdviceKind.AVOID and one.holds_on(now.on)
    }
    for exercise in {step["exercise"] for one in sessions for step in one["plan"]["steps"]}:
        assert practice.library.exercises[exercise].status is not Status.EXCLUDED
        assert exercise not in told_not_to
        assert exercise == CALM.always or rulings[exercise].ruling is not Ruling.AVOID
        assert now.clearance.sessions is Sessions.ALL or exercise in {*CALM.exercises, CALM.always}
    if sessions:
        assert client.get(answer.headers["location"]).status_code == 200

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.strategies import LIBRARY, TODAY, clearances, memories, persons

from psoas.body import Side
from psoas.coach import Manner, Words, manner_of, pace_of, write
from psoas.plan.memory import Learned, Memory
from psoas.plan.today import today

MANNERS = st.builds(
    Manner,
    words=st.sampled_from(Words),
    rate=st.floats(0.5, 2),
    familiar=st.none() | st.frozensets(st.sampled_from(sorted(LIBRARY.exercises))),
)


def seconds_of(script, step):
    return round(sum(moment.seconds for moment in script.moments if moment.step == step), 3)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(persons(), memories(), clearances(), st.sampled_from([5, 10, 15, 20]), MANNERS)
def test_a_session_fits_its_minutes_when_it_is_played(person, memory, clearance, minutes, manner):
    pace = pace_of(LIBRARY, manner)
    session = today(LIBRARY, person, clearance, memory, TODAY, minutes=minutes, pace=pace)
    script = write(session, LIBRARY, manner)
    assert script.seconds <= session.seconds <= 60 * minutes
    for index, step in enumerate(session.steps):
        assert 0 <= step.seconds - seconds_of(script, index) < 1


def test_the_pace_of_no_steps_is_no_seconds():
    assert pace_of(LIBRARY, Manner())([]) == []


@pytest.mark.parametrize("words", Words)
def test_what_is_said_takes_its_time(library, planned, words):
    slow, fast = (pace_of(library, Manner(words=words, rate=rate)) for rate in (0.5, 2))
    steps = [planned("stretch", Side.LEFT, how=("Slow " * 30,)), planned("rest")]
    assert sum(slow(steps)) > sum(fast(steps))


def test_the_manner_is_what_was_chosen_and_what_has_been_done():
    learned = {"pelvic_tilt": Learned(times_done=2), "cat_camel": Learned()}
    memory = Memory(learned=learned, settings={"words": "short", "rate": 1.5})
    manner = manner_of(memory)
    assert (manner.words, manner.rate) == (Words.SHORT, 1.5)
    assert manner.words_of("pelvic_tilt") is Words.SHORT
    assert manner.words_of("cat_camel") is Words.FULL
    assert manner_of(replace(memory, settings={"words": "rhymes"})).words is Words.FULL
    assert Manner(words=Words.COUNTS).words_of("anything") is Words.COUNTS

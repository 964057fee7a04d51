import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.plan.people import MONDAY, event, remembered, started
from tests.plan.strategies import memories, persons

from psoas.knowledge import BadData
from psoas.plan.events import EventKind
from psoas.plan.snapshot import memory_as_data, memory_from_data
from psoas.safety.clearance import Answer, Cleared, Reply


@settings(max_examples=40, deadline=None)
@given(memories(), persons())
def test_a_memory_is_read_back_as_it_was_written(memory, person):
    whole = replace(
        memory,
        person=person,
        answers={"cardiac": Answer(reply=Reply.YES, context=frozenset({"worsening"}))},
        cleared={"cardiac": Cleared(on=MONDAY, by="Sam")},
    )
    assert memory_from_data(json.loads(json.dumps(memory_as_data(whole)))) == whole


def test_sessions_and_settings_are_read_back_too():
    memory = remembered(
        started(),
        event(EventKind.SETTINGS, voice="Ann", rate=1.5),
        event(EventKind.HURT, session="s1", exercise="cat_camel", pain=4),
    )
    assert memory_from_data(json.loads(json.dumps(memory_as_data(memory)))) == memory


def test_junk_is_refused():
    with pytest.raises(BadData, match="sessions"):
        memory_from_data({"sessions": "many"})

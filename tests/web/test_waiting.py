import pytest
from starlette.datastructures import FormData

from psoas.body import Place
from psoas.plan.memory import SessionRecord
from psoas.safety.person import Person
from psoas.web import waiting
from psoas.web.forms import BadForm, Form

PERSON = Person(where=frozenset({Place.LEFT_THIGH}))
RECORD = SessionRecord(id="s", on=None, plan={})


def form(**fields):
    return Form(FormData(fields))


def test_a_morning_that_was_told():
    told = waiting.told_morning(form(pain="4", reach="usual", up_under_1h="yes"), PERSON)
    assert told == {"pain": 4, "left": 3, "right": 0, "up_under_1h": True}


def test_what_was_left_open_of_a_morning_is_unknown():
    assert waiting.told_morning(form(), PERSON) == waiting.NOT_TOLD
    assert set(waiting.NOT_TOLD.values()) == {"unknown"}


def test_a_morning_that_is_skipped_says_nothing_whatever_was_ticked():
    assert waiting.told_morning(form(pain="9", skip="yes"), PERSON) == waiting.NOT_TOLD


@pytest.mark.parametrize("minutes", [name for name, _text in waiting.settle_options()])
def test_every_answer_to_whether_it_settled_is_minutes(minutes):
    told = waiting.told_settled(form(minutes=minutes), RECORD)
    assert told == {"session": "s", "minutes": int(minutes), "neuro": "unknown"}


def test_whether_it_settled_can_be_left_open():
    assert waiting.told_settled(form(neuro="lingering"), RECORD) == {
        "session": "s",
        "minutes": "unknown",
        "neuro": "lingering",
    }


@pytest.mark.parametrize("junk", [{"minutes": "17"}, {"neuro": "perhaps"}])
def test_junk_is_refused(junk):
    with pytest.raises(BadForm):
        waiting.told_settled(form(**junk), RECORD)

import pytest
from starlette.datastructures import FormData

from psoas.body import Place
from psoas.safety.person import Person
from psoas.web import reach
from psoas.web.forms import BadForm, Form

BOTH_LEGS = Person(where=frozenset({Place.LEFT_FOOT, Place.RIGHT_THIGH}))


def reported(**fields):
    return reach.reported(Form(FormData(fields)), BOTH_LEGS)


def test_as_usual_is_what_the_map_says():
    assert reported(reach="usual") == reach.on_the_map(BOTH_LEGS) == (5, 3)


def test_elsewhere_is_what_was_said_of_each_leg():
    assert reported(reach="elsewhere", left="2", right="0") == (2, 0)


def test_a_leg_of_which_nothing_was_said_is_unknown():
    assert reported() == ("unknown", "unknown")
    assert reported(reach="elsewhere", right="1") == ("unknown", 1)


@pytest.mark.parametrize("junk", [{"reach": "up"}, {"left": "6"}, {"right": "-1"}])
def test_junk_is_refused(junk):
    with pytest.raises(BadForm):
        reported(**junk)


def test_the_options_are_what_the_forms_send():
    assert [name for name, _text in reach.options()] == ["usual", "elsewhere"]
    after = [name for name, _text in reach.after_options()]
    assert after == ["usual", "less", "came_back", "further"]

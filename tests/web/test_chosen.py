import pytest
from starlette.datastructures import QueryParams

from psoas.safety.person import Setting
from psoas.web.chosen import Chosen
from psoas.web.forms import BadForm, Form


@pytest.fixture
def chosen(practice):
    return lambda query: Chosen(Form(QueryParams(query)), practice)


def test_what_was_chosen_is_carried_on_as_it_came(chosen):
    query = {"setting": "bed", "minutes": "5", "routine": "", "full": "yes", "desk": ""}
    assert chosen(query).as_fields == query
    assert chosen(query).plan_options == {
        "setting": Setting.BED,
        "minutes": 5,
        "routine": None,
        "full": True,
    }


def test_nothing_chosen_is_the_usual(chosen):
    assert chosen("").plan_options == {
        "setting": None,
        "minutes": None,
        "routine": None,
        "full": False,
    }


def test_a_routine_of_the_library_can_be_chosen(chosen, practice):
    for identity in practice.library.routines:
        assert chosen({"routine": identity}).routine == identity


@pytest.mark.parametrize(
    "junk", ["setting=moon", "minutes=4", "minutes=21", "minutes=x", "routine=x", "full=perhaps"]
)
def test_what_can_not_be_chosen_is_refused(chosen, junk):
    with pytest.raises(BadForm):
        chosen(junk)


def test_a_break_at_the_desk_is_one_exercise_of_its_routine(chosen):
    found = chosen({"desk": "seated_figure_4", "minutes": "20"})
    assert found.plan_options == {
        "setting": "desk",
        "routine": "desk-three",
        "only": "seated_figure_4",
    }
    assert found.as_fields["desk"] == "seated_figure_4"

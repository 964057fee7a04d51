from datetime import date

import pytest
from starlette.datastructures import FormData

from psoas.body import Side
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form

STORED = {
    "age": 50,
    "sides": frozenset({Side.LEFT}),
    "when": date(2026, 3, 2),
    "cleared": True,
    "moved": False,
    "pain": None,
    "reach": "unknown",
}


@pytest.fixture
def refusal():
    form = Form(FormData([("age", "junk"), ("sides", "right"), ("sides", "up")]))
    return Refusal(form=form, error=BadForm("Mend the age.", "age"))


def test_fields_show_what_is_stored_as_a_form_sends_it():
    fields = Fields(STORED)
    assert fields.one("age") == "50"
    assert fields.some("sides") == {"left"}
    assert fields.one("when") == "2026-03-02"
    assert (fields.one("cleared"), fields.one("moved")) == ("yes", "no")
    assert fields.message == ""


def test_what_nobody_told_is_empty():
    fields = Fields(STORED)
    assert [fields.one(name) for name in ("pain", "reach", "nothing")] == ["", "", ""]


def test_a_refused_form_shows_what_was_typed_and_only_that(refusal):
    fields = Fields(STORED, refusal)
    assert fields.one("age") == "junk"
    assert fields.some("sides") == {"right", "up"}
    assert fields.one("cleared") == ""


def test_the_sentence_stands_at_the_field_it_is_about(refusal):
    fields = Fields(STORED, refusal)
    assert fields.message == "Mend the age."
    assert fields.wrong("age") == "Mend the age."
    assert fields.wrong("sides") == ""
    assert Fields(STORED).wrong("age") == ""

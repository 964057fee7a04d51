from datetime import date

import pytest
from starlette.datastructures import FormData, UploadFile

from psoas.body import Side
from psoas.web.forms import BadForm, Form


def form(*pairs):
    return Form(FormData(pairs))


def refused(read):
    with pytest.raises(BadForm) as caught:
        read()
    return str(caught.value), caught.value.field


def test_a_text_comes_without_the_spaces_around_it():
    assert form(("who", "  Dr Amin \n")).text("who") == "Dr Amin"


def test_what_was_not_sent_is_empty():
    assert form().text("who") == ""
    assert form().number("pain", 0, 10) is None
    assert form().yes_no("new") is None
    assert form().day("when") is None
    assert form().one_of("side", Side, "none") == "none"
    assert form().some_of("sides", Side) == frozenset()


def test_a_new_line_counts_as_one_letter_as_in_the_browser():
    assert form(("words", "a\r\nb")).text("words", 3) == "a\nb"


def test_a_text_that_is_too_long_is_refused_at_its_field():
    message, field = refused(lambda: form(("who", "x" * 81)).text("who", 80))
    assert message == "That is too long. Use 80 letters or fewer."
    assert field == "who"


def test_two_answers_where_one_is_asked_are_refused():
    twice = form(("new", "yes"), ("new", "no"))
    assert "given twice" in refused(lambda: twice.yes_no("new"))[0]


def test_a_file_is_no_text():
    assert form(("who", UploadFile(file=None))).text("who") == ""


@pytest.mark.parametrize("text", ["11", "-1", "3.5", "three", "1e9", "9" * 400, "٣x"])
def test_a_number_out_of_bounds_or_none_at_all_is_refused(text):
    message, field = refused(lambda: form(("pain", text)).number("pain", 0, 10))
    assert "between 0 and 10" in message
    assert field == "pain"


def test_numbers_within_bounds_are_read():
    assert form(("pain", "10")).number("pain", 0, 10) == 10


def test_only_what_can_be_chosen_is_taken():
    assert form(("side", "left")).one_of("side", Side, None) is Side.LEFT
    assert refused(lambda: form(("side", "up")).one_of("side", Side, None))[1] == "side"


def test_several_ticks_are_read_and_one_unknown_refuses_them_all():
    ticked = form(("sides", "left"), ("sides", "right"))
    assert ticked.some_of("sides", Side) == {Side.LEFT, Side.RIGHT}
    junk = form(("sides", "left"), ("sides", "up"))
    assert refused(lambda: junk.some_of("sides", Side))[1] == "sides"


def test_yes_and_no_are_answers():
    assert form(("new", "yes")).yes_no("new") is True
    assert form(("new", "no")).yes_no("new") is False


def test_a_day_is_read_and_one_to_come_can_be_refused():
    told = form(("when", "2026-03-02"))
    assert told.day("when", latest=date(2026, 3, 2)) == date(2026, 3, 2)
    assert "still to come" in refused(lambda: told.day("when", latest=date(2026, 3, 1)))[0]


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "99999-01-01", "2026-3-2"])
def test_a_day_that_is_none_is_refused(text):
    assert "can’t be read" in refused(lambda: form(("when", text)).day("when"))[0]


def test_the_fields_can_be_sent_once_more():
    sent = form(("a", "1"), ("a", "2"), ("b", UploadFile(file=None)))
    assert sent.fields() == [("a", "1"), ("a", "2")]
    assert set(sent.names()) == {"a", "b"}

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sharing.conftest import NOON
from tests.sharing.printed import printed

from psoas.sharing.letters import can_be_printed, printable
from psoas.sharing.sheet import Notice, Sheet, sheet_pdf

NAMES = [
    "Zoë Ångström",
    "Łukasz Żółć",
    "Ελένη",
    "Юлия",
    "שלום",
    "مرحبا",
    "Thị Hạnh",
    "O’Neill–Đặng",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_many_scripts_stays_as_it_is(name):
    assert printable(name) == name
    assert can_be_printed(name)


@pytest.mark.parametrize("name", ["李明", "😀", "🧘🏽‍♀️ Sam", "Sam 李 明"])
def test_what_no_font_has_becomes_one_sign_and_that_can_be_told(name):
    assert printable(name).count("□") == 1
    assert not can_be_printed(name)


def test_a_sign_that_is_written_as_such_is_no_loss():
    assert can_be_printed("□")


def test_marks_that_go_with_no_letter_are_left_out():
    assert printable("Z͑͗a̷l̵g̶o̴") == "Zalgo"
    assert printable("Zoe\u0308") == "Zoë"


def test_a_long_word_may_be_broken_and_a_short_one_not():
    assert "\u200b" in printable("x" * 40)
    assert printable("x" * 40).replace("\u200b", "") == "x" * 40
    assert "\u200b" not in printable("x" * 18)


def test_a_long_text_is_cut():
    assert printable("a bit too long", 6) == "a bit…"
    assert printable("enough", 6) == "enough"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_written_can_be_printed_for_everyone(text):
    sheet = Sheet(
        title=text, lead=(text,), steps=(), country="GB", made="Made today.",
        notice=Notice(heading="Not today", lines=(text, text[::-1])),
    )  # fmt: skip
    assert len(printed(sheet_pdf(sheet, NOON)).pages) == 1

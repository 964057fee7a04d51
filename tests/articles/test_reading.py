"""Any text becomes a reading: its quotes stand where they say, and the work is bounded."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.articles import reading as module
from psoas.articles import sentences
from psoas.articles.data_form import as_data
from psoas.articles.doses import FIELDS
from psoas.articles.page import Page
from psoas.articles.reading import read
from psoas.library import load

LIBRARY = load()
PHRASES = (
    "Lie on your back",
    "Hold for 20 to 30 seconds",
    "10 reps x 3",
    "switch sides",
    "\n\n",
    "\n- ",
    "\n1. ",
    "**Bridge**",
    "# Stretches to avoid",
    "Cobra",
    "Avoid toe touches",
    ". ",
    ": ",
    " | ",
    "Knee hug",
    "?",
    "Sit on a chair",
    "no pain no gain",
    "½",
    "twice a day",
    "the other leg",
    "pull your knee",
    "İ",
    "\r\n",
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PHRASES), max_size=40).map("".join)
)


def spans(data):
    for key in ("avoid", "rules", "warnings", "left_out"):
        yield from (one["quote_span"] for one in data[key])
    for one in data["conflicts"]:
        yield from one["quote_spans"]
    for one in data["exercises"]:
        yield from (claim["quote_span"] for claim in one["claims"])


def in_order(said, text):
    """Whether the signs of what is said stand in a text, which may have some that aren't said."""
    signs = iter(text)
    return all(sign in signs for sign in said if not sign.isspace())


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_quote_is_in_it(text):
    reading = read(Page(text=text), LIBRARY)
    data = json.loads(json.dumps(as_data(reading)))
    assert data["text"] == text
    for start, end in spans(data):
        assert 0 <= start <= end <= len(text)
    for exercise in reading.exercises:
        for step in exercise.steps:
            assert in_order(step.say, text[step.start : step.end])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([p for p in PHRASES if not re.search(r"\d|½|twice|#", p)])))
def test_no_dose_is_invented_where_there_is_no_number(parts):
    for exercise in read(Page(text=" ".join(parts)), LIBRARY).exercises:
        assert [getattr(exercise, field) for field in FIELDS] == [None] * len(FIELDS)


def test_every_dose_is_quoted():
    text = "Bridge\n\nLie on your back and lift your hips. Hold for 5 seconds. Repeat ten times."
    (exercise,) = read(Page(text=text), LIBRARY).exercises
    quotes = {claim.field: text[claim.start : claim.end] for claim in exercise.claims}
    assert (quotes["hold_seconds"], quotes["repetitions"]) == ("5 seconds", "ten times")
    assert quotes["position"] == "Lie on your back"


def test_the_work_is_bounded_by_counts(monkeypatch):
    monkeypatch.setattr(module, "MOST_CHARACTERS", 2000)
    monkeypatch.setattr(module, "MOST_EXERCISES", 3)
    text = "Bridge\n\nLie on your back and lift your hips 5 times.\n\n" * 200
    reading = read(Page(text=text), LIBRARY)
    assert len(reading.exercises) == 3
    assert all(one.end <= 2000 for one in reading.exercises)


TAUGHT = "Bridge\n\nLie on your back and lift your hips 5 times.\n\n"


@pytest.mark.parametrize(
    ("bound", "text", "stop"),
    [
        ("MOST_LINES", TAUGHT * 3, len(TAUGHT) - 1),
        ("MOST_SENTENCES", "Lift it. Let go. Lift it. Let go. Rest now. And so on.\n" * 2, 54),
        ("MOST_EXERCISES", TAUGHT.replace("B", "{}. B") * 6, None),
    ],
)
def test_what_is_beyond_a_bound_is_told(monkeypatch, bound, text, stop):
    monkeypatch.setattr(module, bound, 4)
    reading = read(Page(text=text), LIBRARY)
    left = reading.left_out[-1]
    assert left.why == module.TOO_LONG
    assert left.end == len(text)
    assert stop in (None, left.start)


def test_warnings_are_told_after_the_last_exercise_that_is_read(monkeypatch):
    monkeypatch.setattr(module, "MOST_EXERCISES", 1)
    reading = read(Page(text=TAUGHT * 2 + "Stretches to avoid\n\n- Toe touches\n"), LIBRARY)
    assert len(reading.exercises) == 1
    assert reading.avoid


def test_one_block_may_hold_too_many_sentences(monkeypatch):
    monkeypatch.setattr(sentences, "MOST_SENTENCES", 2)
    monkeypatch.setattr(module, "MOST_SENTENCES", 2)
    text = "Lift your hips. Hold it there. Then let it go."
    (left,) = read(Page(text=text), LIBRARY).left_out[-1:]
    assert text[: left.start] == "Lift your hips. Hold it there."


@pytest.mark.parametrize("piece", ["lift your hips and hold ", "a.b.", "?"])
def test_one_long_line_is_read(piece):
    text = piece * (190_000 // len(piece))
    assert read(Page(text=text), LIBRARY).text == text


def test_the_page_may_say_its_title():
    assert read(Page(text="Cobra\n", title="Mine"), LIBRARY).title == "Mine"
    assert read(Page(text="Two moves\n\nHello there."), LIBRARY).title == "Two moves"

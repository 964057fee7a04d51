"""What pages warn against, in many words; `refused.json` has small pages with their things."""

import json
from pathlib import Path

import pytest

from psoas.articles.attitude import refuses
from psoas.articles.avoid_columns import warned_cells
from psoas.articles.refusals import one_more, refused_things
from psoas.articles.things import names_movement, things_from

CASES = json.loads((Path(__file__).parent / "refused.json").read_text("utf-8"))
HUG = "Knee hug\n\nLie on your back. Pull one knee to your chest. Hold for 20 seconds, then swap."


def names(reading):
    return [one.name for one in reading.avoid]


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["text"][:40])
def test_what_a_page_refuses_is_found_and_nothing_else(case, reading):
    assert names(reading(case["text"])) == case["names"]


@pytest.mark.parametrize("text", CASES["fine"], ids=lambda text: text[:40])
def test_a_page_that_refuses_nothing_is_left_alone(text, reading):
    assert names(reading(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{HUG}\n\nDon't twist the knee.", []),
        (f"{HUG}\n\nAvoid these mistakes:\n- Holding your breath\n- Lifting your head", []),
        ("Exercises I regret. They are many.\n\nA good day to you.", []),
        ("Nobody is perfect.\n\n❌ Toe touches\n❌ Thank you", ["Toe touches"]),
        ("I'd leave it.\n\nIt was fine.", []),
        ("The chair was broken. I'd leave it for now.", []),
        ("Leave sit-ups out, plus the leg press.", ["sit-ups", "leg press"]),
        ("Sit-ups are a bad idea. The chair is another.", ["Sit-ups"]),
        ("Things that hurt:\n\nHello there, friends. It was cold:\n\n- Tea\n- Toe touches", []),
    ],
)  # fmt: skip
def test_only_things_are_refused(text, wanted, reading):
    assert names(reading(f"My back\n\n{text}")) == wanted


def test_a_thing_may_begin_a_paragraph_below_a_warning(reading):
    text = "## What not to do\n\nLying in bed. It helps nobody.\n\nIt was cold.\n"
    assert names(reading(text)) == ["Lying in bed"]


def test_a_name_below_which_it_is_refused_is_meant(reading):
    text = "## Cobra\n\nMany love it.\n\nLeave it out for now.\n"
    assert names(reading(text)) == ["Cobra"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("no more sit-ups", True),
        ("sit-ups are not dangerous", False),
        ("don't stop walking", False),
        ("there is no need to bend", False),
        ("walking is lovely", False),
        ("it is a bad and dangerous move", True),
    ],
)
def test_two_words_that_say_no_say_yes(said, wanted):
    assert refuses(said) is wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("running, tea and jumping", ["running", "tea", "jumping"]),
        ("running, jumping, tea", ["running", "jumping", "tea"]),
        ("running, jumping, tea if you like", ["running", "jumping"]),
        ("running, jumping and tea", ["running", "jumping and tea"]),
        ("tea, running", []),
        ("running, a very long day of hard work, jumping", ["running"]),
        ("bending and twisting", ["bending and twisting"]),
    ],
)
def test_a_list_of_things_may_hold_what_is_not_known(said, wanted):
    assert [said[a:b] for a, b in things_from(said, 0, names_movement)] == wanted


def test_a_list_that_is_named_as_one_may_begin_with_what_is_not_known():
    said = "tea, running, jumping"
    found = things_from(said, 0, names_movement, listed=True)
    assert [said[a:b] for a, b in found] == ["tea", "running", "jumping"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("leave running alone, also the jumping.", ["running", "jumping"]),
        ("leave running alone for now.", ["running"]),
        ("leave the tea alone.", []),
        ("don't leave running out.", []),
    ],
)
def test_words_may_stand_around_a_thing(said, wanted):
    assert [said[a:b].strip() for a, b in refused_things(said, names_movement, None)] == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("so did jumping.", ["jumping"]),
        ("jumping is another.", ["jumping"]),
        ("that was it.", []),
    ],
)
def test_a_sentence_may_add_to_the_one_before(said, wanted):
    assert [said[a:b].strip() for a, b in one_more(said, names_movement)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("| Do | Don't |\n| --- | --- |\n| Walk | Sit all day |", ["Sit all day"]),
        ("Do\tAvoid\nWalk\tJump\n\nTea\tCake", ["Jump"]),
        ("Do | Avoid\nWalk | Jump\nTea | Cake | Milk", ["Jump"]),
        ("Sit-ups | no\nWalking | yes", ["Sit-ups"]),
        (f"Do | {'a very long head ' * 5}\nWalk | Jump", []),
        ("One | Two\nWalk | Jump", []),
    ],
)
def test_a_column_may_warn(text, wanted):
    assert [text[cell.start : cell.end] for cell, _ in warned_cells(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Can I do sit-ups? Yes, but skip the planks.", ["planks"]),
        ("Should I stop the bridge? No.", []),
        ("Sit-ups? They wrecked me.", ["Sit-ups"]),
        ("Any worry with sit-ups? No.", []),
        ("Not enough? Press the knee away.", []),
    ],
)
def test_an_answer_may_refuse_what_was_asked_for(text, wanted, reading):
    assert names(reading(f"My back\n\n{text}")) == wanted


def test_a_line_without_a_sentence_names_nothing(reading):
    assert names(reading("My back\n\n❌ | |\n\n**Bridge** | |")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The following do more harm than good: bending to the toes; and jumping down.",
            ["bending to the toes", "jumping down"],
        ),
        ("What we would drop: the plank, and sleeping on the stomach.", 2),
        ("Nobody with sciatica should sleep face down.", ["sleep face down"]),
    ],
)
def test_one_sentence_may_hold_a_list_in_parts(text, wanted, reading):
    told = [one.name for one in reading(f"My back\n\nA page of backs. {text}\n").avoid]
    assert told == wanted or len(told) == wanted

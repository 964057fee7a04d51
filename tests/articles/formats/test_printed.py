import pytest

from psoas.articles.formats.printed import unhyphenated, without_repeats


def test_running_heads_stay_once_and_page_numbers_go():
    pages = [["Clinic leaflet 1", "Bridge", "Lift.", "Page 1 of 3"],
             ["Clinic leaflet 2", "Clam", "Open.", "Page 2 of 3"],
             ["Clinic leaflet 3", "Cat", "Round.", "- 3 -"]]  # fmt: skip
    assert without_repeats(pages) == [
        ["Clinic leaflet 1", "Bridge", "Lift."],
        ["Clam", "Open."],
        ["Cat", "Round."],
    ]


@pytest.mark.parametrize("dose", ["Hold 20 seconds", "Repeat 10 times", "Rest now."])
def test_what_is_to_be_done_stays_however_often_it_stands_there(dose):
    pages = [["Bridge", "Lift", dose], ["Clam", "Open", dose], ["Cat", "Round", dose]]
    assert without_repeats(pages) == pages


def test_what_repeats_in_the_middle_stays():
    pages = [["a", "b", "Other side", "c", "d"], ["e", "f", "Other side", "g", "h"]]
    assert without_repeats(pages) == pages


def test_a_single_page_has_no_running_head():
    assert without_repeats([["Bridge", "", "Bridge", "x" * 100]]) == [
        ["Bridge", "", "Bridge", "x" * 100]
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("your ham-\nstring", "your hamstring"),
        ("a side-\nlying hip", "a side-lying hip"),
        ("sidelying and side-\nlying", "sidelying and sidelying"),
        ("a wind-down; the wind-\ndown", "a wind-down; the wind-down"),
        ("x" * 50 + "-\nstring", "x" * 50 + "-\nstring"),
        ("10-\n20 times", "10-\n20 times"),
        ("- Lift\n- Lower", "- Lift\n- Lower"),
    ],
)
def test_words_are_whole_again_after_the_end_of_a_line(text, whole):
    assert unhyphenated(text) == whole

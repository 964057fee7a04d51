"""Whatever is sent ends in a reading whose places fit, or in one plain sentence."""

import json

import pytest
from tests.articles.mutating import ENDLESS, FILES, RARE, mutated

from psoas.articles.data_form import as_data
from psoas.articles.formats import limits
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.pages import page_of
from psoas.articles.reading import read
from psoas.library import load

MANY, AT_ONCE = 300, 50
LARGE = range(0, 6 * RARE, RARE)


@pytest.fixture(scope="module")
def library():
    return load()


def outcome(data, library):
    """The reading of a page, with its places checked; or the sentence that it ended in."""
    try:
        page = page_of(data)
    except UnreadablePage as refused:
        sentence = str(refused)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return sentence
    assert 0 < len(page.text) <= limits.CHARACTERS_OUT
    told = as_data(read(page, library))
    assert all(_fits(span, page.text) for span in _spans(told))
    json.dumps(told)
    return told


def _spans(told):
    if isinstance(told, dict):
        if "quote_span" in told:
            yield told["quote_span"]
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            yield from _spans(each)


def _fits(span, text):
    return 0 <= span[0] <= span[1] <= len(text)


@pytest.mark.parametrize("start", range(0, MANY, AT_ONCE))
def test_any_broken_page_ends_in_a_reading_or_a_sentence(start, library):
    numbers = [n for n in range(start, start + AT_ONCE) if n % RARE]
    ends = [outcome(mutated(number), library) for number in numbers]
    assert any(isinstance(end, dict) and end["exercises"] for end in ends)
    assert any(isinstance(end, str) for end in ends)


@pytest.mark.parametrize("number", LARGE)
def test_five_megabytes_of_one_thing_end_too(number, library):
    assert outcome(mutated(number), library)


@pytest.mark.parametrize("data", FILES)
def test_whole_files_have_their_exercises(data, library):
    assert len(outcome(data, library)["exercises"]) >= 3


def test_the_pages_are_the_same_each_time_and_of_every_sort():
    assert [mutated(n) for n in range(20)] == [mutated(n) for n in range(20)]
    assert len({mutated(n) for n in range(MANY)}) > 0.9 * MANY
    assert len(mutated(0)) == limits.BYTES_IN
    assert len(ENDLESS) == len(set(ENDLESS))

"""A pattern looks before it searches, and finds what `re` finds."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.articles import patterns, word_index
from psoas.articles.expressions import rows_of, written
from psoas.articles.known import KNOWN
from psoas.articles.needs import needs_of
from psoas.articles.patterns import Among, Pattern
from psoas.articles.remembering import kept_with, remembered
from psoas.articles.telling import WORDS
from psoas.articles.word_index import ALL, NONE, WordIndex
from psoas.articles.wordlists import compiled

PATTERNS = (
    r"\bkneel\w*",
    r"\b(?:each|every|all)(?:\s+of)?\s+(?:legs?|sides?)\b",
    r"(?<![^\W\d])(?:ten|two)(?![^\W\d])",
    r"[0-9]{1,2}\s*x",
    r"\b(?:on|onto)\s+your\s+(?:left\s+|right\s+)?side\b|\blie\b(?!\s+down)",
    r"^(?:so\s+)?stop\b|\bno\s+pain,?\s*no\s+gain\b",
    r"x?[a-h]*",
    r"(?:re-)?align\w*|a+b{2}c?|4th\b",
    r"\b(to|the)\s+\1\b",
    r"\bleft_leg\b|\.\s*$|\baab+c",
    r"\bon\w(?=\s+side)|(?<=to )the\b",
)
WORDS_OF_THEM = re.findall(
    r"\S+",
    """
    kneel kneeling each every all of leg legs sides ten two 10 3 x 10x on onto your left right side
    lie down stop so no pain, gain. align realign re-align aab aabbc 4th to the left_leg gone only
    """,
)
TEXTS = st.lists(st.sampled_from([*WORDS_OF_THEM, "\n", "-", "ten2", ""])).map(" ".join)


def span(hit):
    return hit and (hit.span(), hit.groups())


@settings(max_examples=150)
@given(st.sampled_from(PATTERNS), TEXTS, st.integers(0, 9), st.integers(0, 60))
def test_it_finds_what_re_finds(pattern, text, start, length):
    ours, theirs, end = Pattern(pattern), re.compile(pattern), start + length
    assert span(ours.search(text, start, end)) == span(theirs.search(text, start, end))
    assert [*map(span, ours.finditer(text))] == [*map(span, theirs.finditer(text))]
    assert bool(ours.fullmatch(text, start, end)) == bool(theirs.fullmatch(text, start, end))
    assert span(ours.match(text, start)) == span(theirs.match(text, start))
    assert ours.sub(lambda hit: "!", text) == theirs.sub(lambda hit: "!", text)


@settings(max_examples=100)
@given(TEXTS)
def test_the_word_lists_find_what_re_finds(text):
    for _, pattern in WORDS.position_patterns.pairs:
        assert span(pattern.search(text)) == span(re.search(pattern.pattern, text))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_written_as_it_was_read(pattern):
    assert "|".join(map(written, rows_of(pattern))) == pattern


@pytest.mark.parametrize("name", ["instructions", "told", "sections", "noise", "avoiding", "rules"])
def test_every_entry_of_a_word_list_can_be_read(name):
    told = tomllib.loads((files("psoas.articles") / "data" / f"{name}.toml").read_text("utf-8"))
    for entry in entries(told):
        assert compiled(entry).whole


def test_every_pattern_of_the_exercises_can_be_read():
    assert all(one.whole for known in KNOWN.patterns.values() for _, one in known.pairs)


def entries(told):
    """All texts in lists, however deep."""
    for value in told.values() if isinstance(told, dict) else told:
        if isinstance(value, str):
            yield value
        else:
            yield from entries(value)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bback+bend", {" back"}),
        (r"\bkneel\w*", {" kneel"}),
        (r"\bon\b", {" on "}),
        (r"\b(?:on|in)to\b", {" on", " in"}),
        (r"\bknees?\s+up\b", {" knee"}),
        (r"fold(?!\w)", {"fold "}),
        (r"(?:a|\w+)", set()),
        (r"(?!not)", set()),
        (r"[0-9]+", set("0123456789")),
        (r"\b3x\b", {" 3"}),
        (r"\b(?:bad\s+idea|unwise)\b", {" idea ", " unwise "}),
        (r"\b(?:bad\s+idea|unwise)\b", {" bad ", " unwise "}),
    ],
)
def test_what_a_pattern_needs(pattern, needs):
    (row,) = rows_of(pattern)
    assert frozenset(needs) in needs_of(row) or not (needs or needs_of(row))


def test_only_what_may_be_in_a_text_is_likely():
    pairs = (("kneels", Pattern(r"\bkneel\w*")), ("any", Pattern(r"\w+")))
    assert [name for name, _ in Among(pairs).likely("lie down")] == ["any"]
    assert [name for name, _ in Among(pairs).likely("kneel down")] == ["kneels", "any"]


def test_the_hardest_need_is_no_word_of_every_sentence():
    (row,) = rows_of(r"\boff\s+the\s+menu\b")
    assert needs_of(row)[0] == {" menu "}


def test_what_may_be_in_texts_is_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr(patterns, "MOST_KEPT", 2)
    pattern = Pattern(r"\blie\b|\bsit\b|\bon\s+it\b")
    among = Among([("any", pattern)])
    for text in ("lie", "sit", "on it", "lie on it", "sit on it", "lie", "up"):
        assert span(pattern.search(text)) == span(re.search(pattern.pattern, text))
        assert bool(among.likely(text)) == bool(pattern.search(text))
        assert len(pattern._possible) <= 2
        assert len(among._likely) <= 2


@pytest.fixture
def index():
    index = WordIndex()
    index.bit(frozenset({" kneel", "ten"}))
    return index


def test_what_a_text_meets_is_known_anew_when_a_need_is_added(index):
    assert index.met_by["rest on it"] == NONE
    bit = index.bit(frozenset({" on "}))
    assert index.met_by["rest on it"] == NONE | bit
    assert index.bit(frozenset({" on "})) == bit


def test_what_is_remembered_is_bounded(index, monkeypatch):
    monkeypatch.setattr(word_index, "TEXTS_KEPT", 3)
    monkeypatch.setattr(word_index, "WORDS_KEPT", 5)
    met = [index.met_by[f"often {number}"] for number in range(20)]
    assert set(met) == {NONE | index.bit(frozenset({" kneel", "ten"}))}
    assert len(index.met_by) <= 3
    assert len(index.met_by.words) <= 5


def test_a_very_long_text_may_hold_anything(index):
    assert index.met_by["x" * (word_index.LONGEST + 1)] == ALL


def test_a_short_text_is_understood_once():
    asked = []
    work = remembered(lambda text: asked.append(text) or len(text))
    for text in ("short", "short", "long" * 400, "long" * 400):
        assert work(text) == len(text)
    assert len(asked) == 3


def test_what_is_understood_of_an_object_is_kept_with_it():
    asked = []
    work = kept_with(lambda one: asked.append(one) or one.pattern)
    once, again = Pattern("on"), Pattern("on")
    assert [work(one) for one in (once, once, again)] == ["on"] * 3
    assert len(asked) == 2

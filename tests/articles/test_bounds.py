"""However long a page is, the work is bounded, counted in looks and letters."""

from functools import cached_property

import pytest

from psoas.articles import section, spoken
from psoas.articles.fitting import STEPS_KEPT, fitting
from psoas.articles.page import Page
from psoas.articles.patterns import Pattern
from psoas.articles.reading import read
from psoas.articles.section import Section
from psoas.library import load

MANY = 3000


class Counting:
    """A pattern that counts the letters that it is shown."""

    def __init__(self, pattern):
        self.pattern, self.letters = pattern, 0

    def fullmatch(self, said):
        self.letters += len(said)
        return self.pattern.fullmatch(said)

    def match(self, said, start, end):
        self.letters += min(end, len(said)) - start
        return self.pattern.match(said, start, end)


@pytest.mark.parametrize("name", ["only_leads", "spoken_turn"])
def test_speech_without_end_is_looked_at_a_little_at_a_time(monkeypatch, name):
    counting = Counting(getattr(spoken.WORDS, name))
    monkeypatch.setitem(vars(spoken.WORDS), name, counting)
    told = "and " * MANY
    spoken.clauses(told, 0, len(told), spoken=True)
    assert counting.letters <= MANY * spoken.LONGEST_LEAD


def test_each_item_is_looked_for_once_where_its_exercise_says_what_is_used(monkeypatch):
    looks = []
    bisect = section.bisect_left
    monkeypatch.setattr(section, "bisect_left", lambda *told: looks.append(told) or bisect(*told))
    told = read(
        Page(text="Lie on your back.\n" + "1. Hug your knee for 20 seconds\n" * MANY), load()
    )
    assert told.exercises
    assert len(looks) <= 4 * (MANY + 1)


def test_only_so_many_steps_are_remembered():
    for number in range(2 * STEPS_KEPT):
        fitting(f"lie on your back and lift leg {number}")
    assert fitting.cache_info().currsize == STEPS_KEPT


def test_a_pattern_is_searched_once_for_the_same_steps(monkeypatch):
    searched = []
    search = Pattern.search
    monkeypatch.setattr(Pattern, "search", lambda *told: searched.append(told) or search(*told))
    steps = fitting("get onto all fours, round your back like a cat, then let it sag")
    assert steps.share("cat_camel") == steps.share("cat_camel")
    assert len(searched) == len(set(searched)) > 0


def test_where_an_exercise_ends_is_found_once_for_all_its_sentences(monkeypatch):
    looks = []
    spans = Section.span.func
    span = cached_property(lambda section: looks.append(section) or spans(section))
    span.__set_name__(Section, "span")
    monkeypatch.setattr(Section, "span", span)
    steps = "Lie on your back and hug your knee for 20 seconds. Avoid sit-ups and twists. "
    assert read(Page(text=steps * 300), load()).exercises
    assert len(looks) < 20

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from psoas.library.wording import forbidden_words
from psoas.progress.exercises import exercise_rules
from psoas.progress.measures import measure_rules
from psoas.progress.telling import day, not_a_cause, number, trend_told
from psoas.progress.trend import Change, Trend, Verdict
from psoas.progress.trend_rules import trend_rules


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (-0.44, "-0.4"), (-0.04, "0"), (10, "10"), (1.25, "1.2")]
)
def test_numbers_are_told_to_a_tenth(value, text):
    assert number(value) == text


def test_days_are_told_in_words():
    assert day(date(2026, 3, 3)) == "3 March 2026"


def test_a_change_for_the_better_is_told_by_its_size_the_smaller_end_first():
    trend = Trend(
        verdict=Verdict.BETTER,
        because="better",
        days=14,
        change=Change(points=-2.0, low=-3.0, high=-1.0, less=1.0, matters=1.5),
    )
    verdict, sentence = trend_told(trend)
    assert verdict == "Better."
    assert "about 2 points, most likely between 1 and 3" in sentence


def test_an_interval_on_both_sides_of_none_is_told_in_words():
    trend = Trend(
        verdict=Verdict.NO_CLEAR_CHANGE,
        because="varied",
        change=Change(points=-0.5, low=-2.04, high=1.3, less=0.7, matters=1.5),
    )
    assert "from 2 lower to 1.3 higher" in trend_told(trend)[1]
    none = replace(trend, change=replace(trend.change, high=0.01))
    assert "from 2 lower to no different" in trend_told(none)[1]


@pytest.mark.parametrize("name", ["trend", "exercises", "measures", "advice"])
def test_nothing_that_is_said_promises_anything(name):
    text = (files("psoas.progress") / "data" / f"{name}.toml").read_text("utf-8")
    assert not forbidden_words(text)
    assert not re.search(r"\b(because of|thanks to|works for|helped)\b", text)


def test_that_it_is_no_cause_stands_beside_both():
    assert all("cause" in text or "not why" in text for text in not_a_cause())


def test_every_rule_file_says_what_it_rests_on():
    assert trend_rules().looking.source and trend_rules().matters.source
    assert exercise_rules().looking.source
    assert measure_rules().words

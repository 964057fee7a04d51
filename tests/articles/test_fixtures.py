"""Pages in many styles, each with what a careful reader gets from it: adding a case is two files.

A field that isn't there is null; `also` lists other values that are as right.
"""

import json
from pathlib import Path

import pytest

from psoas.articles.page import Page
from psoas.articles.reading import read

FIELDS = (
    "position", "sides", "hold_seconds", "breaths", "repetitions", "sets", "times_per_day",
)  # fmt: skip
PAGES = sorted(Path(__file__).parent.glob("pages/*.json"))


def told(page, library):
    text = next(page.parent.glob(f"{page.stem}.[tm]*")).read_text("utf-8")
    wanted = json.loads(page.read_text("utf-8"))
    return text, wanted, read(Page(text=text), library)


def by_first_words(text, wanted, reading):
    """Pairs of what is wanted and what was read, by the line on which its steps begin."""
    at = 0
    for want in wanted["exercises"]:
        if not want.get("named_only"):
            at = text.index(want["first_words"], at)
            line = text.count("\n", 0, at) + 1
            found = (one for one in reading.exercises if line in lines(text, one))
            yield want, next(found, None)


def lines(text, exercise):
    """The lines on which an exercise's steps begin; that of its name where it has none."""
    starts = [step.start for step in exercise.steps] or [exercise.start]
    return {text.count("\n", 0, start) + 1 for start in starts}


def plainly(value):
    """`both` and `none` are one to a player: neither needs a second side."""
    value = "none" if value == "both" else value
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_exercise_is_found_and_no_other(page, library):
    text, wanted, reading = told(page, library)
    pairs = list(by_first_words(text, wanted, reading))
    assert [want["first_words"] for want, found in pairs if found is None] == []
    most = len(wanted["exercises"])
    assert len(pairs) <= len(reading.exercises) <= most


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_field_is_as_the_page_states_it(page, library):
    text, wanted, reading = told(page, library)
    for want, found in by_first_words(text, wanted, reading):
        for field in FIELDS:
            right = [want.get(field), *want.get("also", {}).get(field, [])]
            assert plainly(getattr(found, field)) in map(plainly, right), (want["name"], field)

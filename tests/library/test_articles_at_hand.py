"""Where an article lies at hand, its claims are read in it."""

import hashlib
from dataclasses import replace

import pytest

from psoas.library import Claim, Library, Note, Source
from psoas.library.checks.reading import articles_at_hand, plain
from psoas.library.lint import lint

TEXT = """Three Stretches

1. Child\u2019s Pose
Hold for 20-30 seconds, once or twice a day.

2. The   Bridge
Repeat 5 to ten times, three times per week, for two breaths.
"""


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "some-name.txt").write_text(TEXT, "utf-8")
    (tmp_path / "other.txt").write_text("Something else.", "utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.fixture
def source():
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Source(id="three", title="Three", kind="article", lines=7, sha256=sha256)


def library_of(source, **claim):
    note = Note(
        id="one",
        title="A title",
        text="A text.",
        view="Kept.",
        topics=("dose",),
        claims=(Claim(source="three", **claim),),
    )
    return Library(
        exercises={},
        ladders={},
        caps={},
        routines={},
        notes={"one": note},
        disagreements={},
        sources={"three": source},
    )


def test_an_article_is_known_by_its_hash(source, articles):
    found = articles_at_hand(library_of(source, where="line 1"), articles)
    assert list(found) == ["three"]
    assert found["three"][0] == "Three Stretches"


@pytest.mark.parametrize(
    "claim",
    [
        {"where": "lines 3-4", "named": "Childs pose", "says": {"hold": (20, 30)}},
        {"where": "line 6", "named": "The Bridge", "says": {"repetitions": (5, 10)}},
        {"where": "line 4", "says": {"times_per_day": 2}},
        {"where": "line 7", "says": {"times_per_week": 3, "breaths": 2, "sides": "both"}},
        {"where": "line 6", "says": {"repetitions": 1}},
        {"where": "line 6", "says": {"hold": 30}},
    ],
)
def test_what_is_written_there_is_accepted(source, articles, claim):
    assert lint(library_of(source, **claim), articles) == ()


@pytest.mark.parametrize(
    ("claim", "mend"),
    [
        ({"where": "line 2"}, "line 2 of “three” is empty"),
        ({"where": "line 6", "named": "Child's Pose"}, "is not written in line 6"),
        ({"where": "line 4", "says": {"hold": 40}}, "nowhere says hold 40"),
        ({"where": "line 4", "says": {"hold": 5}}, "nowhere says hold 5"),
        ({"where": "line 4", "says": {"repetitions": 4}}, "nowhere says repetitions 4"),
        ({"where": "line 4", "says": {"times_per_day": 3}}, "nowhere says times_per_day 3"),
    ],
)
def test_what_is_not_written_there_is_found(source, articles, claim, mend):
    (problem,) = lint(library_of(source, **claim), articles)
    assert mend in problem.mend


def test_a_wrong_line_count_is_found(source, articles):
    (problem,) = lint(library_of(replace(source, lines=8), where="line 1"), articles)
    assert "has 7 lines" in problem.mend


def test_lines_beyond_the_end_are_told_once(source, articles):
    (problem,) = lint(library_of(source, where="lines 6-12"), articles)
    assert "which has 7 lines" in problem.mend


def test_an_article_that_is_not_at_hand_is_not_checked(source, tmp_path):
    assert lint(library_of(source, where="line 2"), tmp_path) == ()


def test_a_claim_without_lines_is_told_once(source, articles):
    (problem,) = lint(library_of(source), articles)
    assert problem.mend.startswith("say where")


def test_quotes_and_spaces_make_no_difference():
    assert plain("Child\u2019s   Pose!") == plain("CHILD'S pose") == "childs pose"

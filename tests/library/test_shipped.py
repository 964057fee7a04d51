"""Facts about the library that comes with Psoas."""

import csv
import re
from pathlib import Path

import pytest

from psoas.library import Status
from psoas.library.lint import lint
from psoas.library.queries import replacement_of

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


def span(lines):
    first, _, last = lines.partition("-")
    return range(int(first), int(last or first) + 1)


def covers(claim, source, lines):
    """Whether a claim's lines hold all of those, and few others: it may hold a heading more."""
    first, last = claim.line_range or (0, 0)
    wanted = span(lines)
    held = range(first, last + 1)
    return claim.source == source and set(wanted) <= set(held) and len(held) <= len(wanted) + 4


@pytest.fixture(scope="module")
def article_claims(library):
    return [
        (exercise.id, claim)
        for exercise in library.exercises.values()
        for claim in exercise.claims
        if library.sources[claim.source].kind == "article"
    ]


def test_it_has_no_problems(library):
    assert lint(library) == ()


OURS = {
    "bird_dog",
    "clamshell",
    "dead_bug",
    "doorway_hamstring",
    "knee_to_opposite_shoulder",
    "partial_curl_up",
    "seated_lumbar_flexion",
    "side_plank_on_knees",
    "standing_back_extension",
}
"""Named by many pages; their loads and verdicts are our own reading (docs/decisions/0042)."""


def test_it_holds_46_exercises_of_the_clinical_facts_and_nine_of_our_own_reading(library):
    assert library.exercises.keys() >= OURS
    assert len(library.exercises.keys() - OURS) == 46


def test_only_the_nine_are_left_out_of_plans_until_somebody_asks(library):
    ladders = library.ladders.values()
    assert {one for ladder in ladders for one in ladder.on_request} == OURS
    assert not OURS & {rung for ladder in ladders for rung in ladder.rungs}


def test_the_nine_are_drafts_that_claim_no_source_and_are_no_swap(library):
    nine = [library.exercises[one] for one in OURS]
    assert all(one.quality == "draft" and not one.claims for one in nine)
    assert not OURS & {swap for e in library.exercises.values() for swap in e.swaps}


def test_33_exercises_come_from_the_articles(article_claims):
    assert len({exercise for exercise, _ in article_claims}) == 33


def test_it_holds_five_articles_with_their_hash(library):
    articles = [source for source in library.sources.values() if source.kind == "article"]
    assert [source.lines for source in articles] == [59, 263, 35, 44, 26]
    assert all(re.fullmatch("[0-9a-f]{64}", source.sha256) for source in articles)


def test_every_article_claim_of_an_exercise_is_one_of_the_38_mentions(article_claims):
    assert len(article_claims) == len(rows("mentions.csv")) == 38


@pytest.mark.parametrize(("exercise", "source", "lines"), rows("mentions.csv"))
def test_each_mention_is_a_claim(article_claims, exercise, source, lines):
    assert any(covers(claim, source, lines) for one, claim in article_claims if one == exercise)


@pytest.mark.parametrize(("rule", "source", "lines"), rows("rules.csv"))
def test_each_general_rule_is_a_claim_of_one_note(library, rule, source, lines):
    notes = [
        (note.id, claim)
        for note in library.notes.values()
        for claim in note.claims
        if claim.rule == rule
    ]
    assert len({note for note, _ in notes}) == 1
    assert any(covers(claim, source, lines) for _, claim in notes)


def test_there_are_36_general_rules():
    assert {row[0] for row in rows("rules.csv")} == {f"g{number:02}" for number in range(1, 37)}


def test_it_holds_27_disagreements(library):
    assert list(library.disagreements) == [f"c{number:02}" for number in range(1, 28)]


def test_it_never_offers_the_four_that_are_excluded(library):
    excluded = {e.id for e in library.exercises.values() if e.status is Status.EXCLUDED}
    assert excluded == {
        "foam_roll_low_back",
        "hurdler_stretch",
        "long_sit_forward_fold",
        "standing_toe_touch",
    }


def test_whatever_is_excluded_or_replaced_has_something_instead(library):
    for exercise in library.exercises.values():
        if exercise.status in (Status.EXCLUDED, Status.REPLACE):
            assert replacement_of(library, exercise.id)


def test_a_slider_is_offered_only_with_leg_symptoms(library):
    sliders = [e for e in library.exercises.values() if e.kind == "slider"]
    assert [slider.offered_when for slider in sliders] == ["leg_symptoms"]


@pytest.mark.parametrize(
    ("routine", "exercises"),
    [
        ("seven-stretches", 7),
        ("ten-for-21-days", 9),
        ("yoga-six", 6),
        ("desk-three", 3),
        ("four-stretches", 4),
        ("three-hamstring-stretches", 3),
        ("seated-hamstring-stretch", 1),
    ],
)
def test_the_programmes_of_the_articles_are_routines(library, routine, exercises):
    named = [item.exercise for item in library.routines[routine].items]
    assert len(named) == len(set(named)) == exercises


def test_a_routine_that_holds_fewer_than_promised_says_so(library):
    short = [routine for routine in library.routines.values() if routine.promised]
    assert {routine.id: routine.promised for routine in short} == {
        "ten-for-21-days": 10,
        "seated-hamstring-stretch": 22,
    }
    assert all("promises" in routine.notes[0] for routine in short)


def test_the_21_days_are_once_a_day(library):
    ten = library.routines["ten-for-21-days"]
    assert (ten.days, ten.times_per_day) == (21, (1, 1))


def test_a_dose_that_an_article_leaves_open_stays_open(library):
    seven = library.routines["seven-stretches"]
    assert not any(item.hold or item.repetitions for item in seven.items)
    assert seven.times_per_day is None


def test_no_article_sentence_is_repeated_in_its_broken_form(library):
    told = " ".join(str(entry) for entry in library.notes.values())
    told += " ".join(str(entry) for entry in library.disagreements.values())
    assert not re.search("aggressive and|does does|guarantee", told)

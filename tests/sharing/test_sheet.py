import sys
from dataclasses import replace

import pytest
from tests.plan.people import LIBRARY, MONDAY, SETTLED, days_ago, plan
from tests.sharing.conftest import NOON, doing
from tests.sharing.printed import printed

from psoas.body import Side
from psoas.coach import UnknownExercise
from psoas.drawing.gallery import Gallery
from psoas.library import Status
from psoas.library.wording import forbidden_words
from psoas.plan.session import Purpose, Reason
from psoas.sharing.needing import NotInstalled
from psoas.sharing.sheet import sheet_of, sheet_pdf

GALLERY = Gallery(LIBRARY)


def sheet(session, **options):
    return sheet_of(session, LIBRARY, GALLERY, **{"country": "GB", **options})


def paper(session, **options):
    return printed(sheet_pdf(sheet(session, **options), NOON))


@pytest.fixture(scope="module")
def six():
    """A session of six exercises."""
    session = plan(SETTLED)
    return replace(session, steps=session.steps[:6])


@pytest.fixture(scope="module")
def on_paper(six):
    return paper(six)


def test_six_exercises_fit_on_one_page(on_paper):
    assert len(on_paper.pages) == 1


def test_every_exercise_is_there_with_its_dose_and_a_figure_in_words(six, on_paper):
    exercises = [LIBRARY.exercises[step.exercise] for step in six.steps]
    places = [on_paper.text.index(f"{n}. {one.name}") for n, one in enumerate(exercises, start=1)]
    assert places == sorted(places)
    assert "2 × 15 seconds, the left side first, then the right" in on_paper.text
    for exercise, told in zip(exercises, on_paper.pictures, strict=True):
        assert told.startswith(f"{exercise.name}: ")
        assert len(told) > len(exercise.name) + 10


def test_it_says_when_to_stop_and_whom_to_call(on_paper):
    after = on_paper.text.split("When to stop")[1]
    assert "Stop if it feels sharp" in after
    assert "Call 999" in after
    assert "Losing control of your bowel" in after


def test_a_title_without_a_letter_that_can_be_printed_is_still_one(six):
    assert paper(replace(six, title="\u0301")).title == "A session"


def test_a_screen_reader_finds_title_language_and_headings(on_paper, six):
    assert on_paper.title == six.title
    assert on_paper.language == "en-GB"
    assert on_paper.count("H1") == 1
    assert on_paper.count("H2") == len(six.steps) + 2


def test_a_long_session_takes_more_pages_and_each_says_when_to_stop():
    long = plan(SETTLED)
    many = paper(replace(long, steps=long.steps * 2))
    assert len(many.pages) >= 3
    assert all("Stop if it feels sharp" in page for page in many.pages)
    assert "Page 2 of" in many.pages[1]
    assert many.text.count("Call 999") == 1


def test_what_is_changed_for_the_person_always_stands_there():
    how = tuple(f"Keep knee number {n} low, and slow." for n in range(9))
    crowded = [
        replace(step, how=how)
        for step in doing("supine_figure_4", Side.RIGHT, hold_seconds=20).steps * 6
    ]
    text = paper(replace(doing("childs_pose", hold_seconds=9), steps=tuple(crowded))).text
    assert text.count("Keep knee number 8 low, and slow.") == 6


def test_one_side_alone_and_neither_side_are_told():
    alone = doing("supine_figure_4", Side.LEFT, hold_seconds=20)
    assert sheet(alone).steps[0].sides == "the left side"
    assert sheet(doing("childs_pose", hold_seconds=20)).steps[0].sides == ""


def test_the_figure_works_the_side_that_comes_first():
    left = sheet(doing("supine_figure_4", Side.LEFT, Side.RIGHT, hold_seconds=20)).steps[0].svg
    right = sheet(doing("supine_figure_4", Side.RIGHT, Side.LEFT, hold_seconds=20)).steps[0].svg
    assert left and right and left != right


def test_a_closed_day_gives_the_card_and_no_exercise(locked):
    closed = paper(locked)
    assert len(closed.pages) == 1
    assert "Get help now" in closed.text
    assert "Call 999, or go to an emergency department now." in closed.text
    assert not closed.pictures
    assert "When to stop" not in closed.text


def test_even_steps_of_a_closed_session_are_not_printed(six, locked):
    slipped = replace(locked, steps=six.steps)
    assert slipped.purpose is Purpose.NONE
    assert not sheet(slipped).steps


def test_while_the_check_is_due_nothing_is_listed(six):
    waiting = sheet(six, check_first=True)
    assert not waiting.steps
    assert "safety check comes first" in waiting.notice.lines[0]


def test_where_everything_is_advised_against_it_says_so(six):
    advice = Reason(text="Ask who told you not to.")
    empty = sheet(replace(six, steps=(), advice=(advice,)))
    assert empty.notice.lines == (advice.text,)
    assert sheet(replace(six, steps=(), advice=())).notice.lines == ("There is no session today.",)


def test_it_says_until_when_it_holds(six):
    cleared = replace(six.clearance, ask_again=MONDAY.replace(day=30))
    lasting = sheet(replace(six, on=days_ago(0), clearance=cleared))
    assert "after your next safety check, on 30 March 2026" in lasting.made
    assert "next safety check" not in sheet(six).made


def test_advice_and_the_time_it_takes_lead():
    minute = doing("pelvic_tilt", hold_seconds=2, repetitions=3)
    advised = replace(minute, advice=(Reason(text="See someone within a week."),))
    lead = sheet(advised).lead
    assert "About a minute." in lead[0]
    assert lead[1] == "See someone within a week."


def test_an_exercise_of_a_page_of_ones_own_has_words_and_no_figure():
    own = replace(
        LIBRARY.exercises["childs_pose"], status=Status.UNCHECKED, feel="", watch=(), enter=(),
        poses={}, name="The #paddling *canoe* $x$ \\ @you",
    )  # fmt: skip
    library = replace(LIBRARY, exercises={"childs_pose": own})
    one = sheet_of(doing("childs_pose", hold_seconds=20), library, Gallery(library))
    assert "1. The #paddling *canoe* $x$ \\ @you" in printed(sheet_pdf(one, NOON)).text


def test_the_same_sheet_is_the_same_file(six):
    one = sheet(six)
    assert sheet_pdf(one, NOON) == sheet_pdf(one, NOON)


def test_it_promises_nothing(on_paper):
    assert not forbidden_words(on_paper.text)


def test_an_exercise_that_is_gone_is_named(six):
    gone = replace(six, steps=(replace(six.steps[0], exercise="gone"),))
    with pytest.raises(UnknownExercise, match="gone"):
        sheet(gone)


def test_where_the_package_is_missing_one_sentence_says_what_to_do(six, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled, match=r"install psoas\[report\]"):
        sheet_pdf(sheet(six), NOON)

from dataclasses import replace

import pytest
from tests.plan.people import LIBRARY
from tests.sharing.conftest import doing

from psoas.body import Side
from psoas.coach import UnknownExercise
from psoas.library.wording import forbidden_words
from psoas.plan.session import Reason
from psoas.sharing.paper import session_as_text


def flat(session, **options):
    return " ".join(session_as_text(session, LIBRARY, **options).split())


def test_every_exercise_stands_in_its_order_with_its_dose(session):
    text = flat(session)
    names = [LIBRARY.exercises[step.exercise].name for step in session.steps]
    places = [text.index(f"{number}. {name}") for number, name in enumerate(names, start=1)]
    assert places == sorted(places)


def test_holds_sides_and_what_is_changed_for_the_person_are_told():
    step = doing(
        "supine_figure_4", Side.LEFT, Side.RIGHT, how=("Keep the knee low.",),
        hold_seconds=20, repetitions=2,
    )  # fmt: skip
    text = flat(step)
    assert "2 × 20 seconds, the left side first, then the right. Hold, and breathe." in text
    assert "For you: Keep the knee low." in text
    assert "Rest your left ankle on your right thigh" in text


@pytest.mark.parametrize(
    ("identity", "amount", "told"),
    [
        ("pelvic_tilt", {"hold_seconds": 2, "repetitions": 8}, "8 times. Keep moving"),
        ("walking_bouts", {"hold_seconds": 300}, "5 minutes. Stay as long"),
    ],
)
def test_movement_and_walking_are_told_in_their_own_measure(identity, amount, told):
    assert told in flat(doing(identity, **amount))


def test_one_side_alone_is_named():
    assert "the right side. Hold" in flat(doing("supine_figure_4", Side.RIGHT, hold_seconds=20))


def test_no_line_is_longer_than_the_paper(session):
    for width in (40, 72, 100):
        text = session_as_text(session, LIBRARY, width=width)
        assert max(map(len, text.splitlines())) <= width


def test_a_name_of_one_endless_word_is_broken(session):
    long = replace(session, title="x" * 500)
    assert max(map(len, session_as_text(long, LIBRARY).splitlines())) <= 72


def test_the_signs_to_know_end_it_with_the_number_of_the_country(session):
    assert "Call 999" in flat(session, country="GB").split("SIGNS TO KNOW")[1]
    assert "Call 112" in flat(session, country="DE").split("SIGNS TO KNOW")[1]


def test_a_closed_day_says_what_to_do_and_lists_no_exercise(locked):
    text = flat(locked, country="GB")
    assert "Go to an emergency department now." in text
    assert "- You should feel" not in text


def test_what_to_do_besides_is_told_before_the_exercises(session):
    advice = Reason(text="See someone within a week.")
    text = flat(replace(session, advice=(advice,)))
    assert text.index(advice.text) < text.index("1. ")


def test_an_exercise_of_a_page_of_ones_own_needs_no_more_than_a_name():
    bare = replace(LIBRARY.exercises["childs_pose"], feel="", enter=(), watch=())
    library = replace(LIBRARY, exercises={"childs_pose": bare})
    text = session_as_text(doing("childs_pose", hold_seconds=20), library)
    assert "1. Child's pose\n    - 1 × 20 seconds. Hold, and breathe.\n\nStop" in text


def test_it_promises_nothing(session):
    assert not forbidden_words(session_as_text(session, LIBRARY))


def test_an_exercise_that_is_gone_is_named(session):
    gone = replace(session, steps=(replace(session.steps[0], exercise="gone"),))
    with pytest.raises(UnknownExercise, match="gone"):
        session_as_text(gone, LIBRARY)

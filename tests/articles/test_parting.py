"""Several exercises in one paragraph, or below a question, are told apart."""

import pytest


def doses(reading, text):
    return [one.repetitions or one.hold_seconds for one in reading(text).exercises]


HUG = "Lie on your back and pull one knee to your chest for 20 seconds, each side."


@pytest.mark.parametrize(
    "turn",
    [
        "Next lift both hips off the floor, 10 times.",
        "Finish by rolling both knees from side to side, 10 times.",
        "Then stand up and lean back with your hands on your hips, 10 times.",
        "The last one: stand and lean back with your hands on your hips, 10 times.",
        "Then let both knees fall together to the left and to the right, 10 times.",
    ],
)
def test_a_paragraph_may_turn_to_another_exercise(reading, turn):
    text = f"My mornings\n\nIt was cold. {HUG} {turn} That is all.\n"
    assert doses(reading, text) == [(20, 20), (10, 10)]


@pytest.mark.parametrize(
    "more",
    [
        "Then lower the leg and repeat 10 times.",
        "Next, repeat it with the other leg, 10 times.",
        "Then breathe out slowly. Now straighten your leg a little, 10 times.",
    ],
)
def test_a_paragraph_that_goes_on_is_one_exercise(reading, more):
    text = f"My mornings\n\nIt was cold. {HUG} {more} That is all.\n"
    assert len(reading(text).exercises) == 1


def test_each_answer_stands_for_itself_and_no_question_is_a_step(reading):
    text = (
        "Ask us\n\nQ. I do sit-ups, 3 x 20, on the floor. Should I?\n– Ada, Leeds\n\n"
        f"A. Try something else. {HUG} Repeat it 3 times.\n\n"
        "Q. What can I do in the car?\n— Bob\n\n"
        "A. Stand beside it with your hands on your hips and arch backwards 5 times.\n"
    )
    found = reading(text).exercises
    assert [one.name for one in found] == [None, None]
    assert [one.position for one in found] == ["supine", "standing"]
    assert [one.repetitions for one in found] == [(3, 3), (5, 5)]


def test_vague_measures_speak_for_an_exercise(one):
    text = "Get on your hands and knees and sit back to your heels. Stay for as long as you like."
    assert one(f"For tired days\n\nThis is a rest. {text}\n").position == "quadruped"


def test_a_sentence_about_a_movement_is_no_step(one):
    text = f"Knee to chest\n\nBending down with straight legs puts a load on your back. {HUG}"
    assert len(one(text).steps) == 1


@pytest.mark.parametrize(
    "more",
    [
        "Once that is easy, roll on to your front and rest on your forearms for two minutes.",
        "Then turn on to your front and lie there for two minutes.",
    ],
)
def test_another_position_begins_another_exercise(reading, more):
    found = reading(f"My mornings\n\nIt was cold. {HUG}\n\n{more}\n").exercises
    assert [one.position for one in found] == ["supine", "prone"]


def test_counted_exercises_of_a_paragraph_are_told_apart(reading):
    text = (
        "Mine gave me three. First one is lying on my back and flattening my back into the floor, "
        "ten times. Second is the knee to chest thing, one leg at a time, 20 secs each. And the "
        "third is walking for 10 minutes, three times a day.\n"
    )
    found = reading(text).exercises
    assert [one.times_per_day for one in found] == [None, None, (3, 3)]


def test_each_side_told_twice_is_told_of_two_exercises(reading):
    text = (
        "At work\n\nSit on a chair, straighten one leg and lean forward. Hold for 15 seconds, and "
        "then the other leg. Then fold your arms and turn, five times on each side.\n"
    )
    assert doses(reading, text) == [(15, 15), (5, 5)]


def test_letters_and_their_answers_are_told_apart(reading):
    text = (
        f"What can I do in bed? – Ada, Leeds\n\n{HUG}\n\nAnd at my desk? – Bob\n\n"
        "Dear Bob, sit on your chair and turn to the left and to the right, 5 times each way.\n"
    )
    assert [one.position for one in reading(text).exercises] == ["supine", "seated_chair"]


def test_each_side_is_told_twice_where_no_position_is_told(reading):
    text = (
        "It was cold. Pull one knee to your chest and hold for 20 seconds, each side. Then reach "
        "one arm up to the sky and lean away, 10 times on each side.\n"
    )
    assert doses(reading, text) == [(20, 20), (10, 10)]


def test_a_position_after_none_begins_another_exercise(reading):
    text = (
        "It was cold. Pull one knee to your chest and hold for 20 seconds, each side. Then stand "
        "up and lean back over your hands, 10 times.\n"
    )
    assert doses(reading, text) == [(20, 20), (10, 10)]

"""What a page says once for all of its exercises, and names that hold their dose."""

import pytest

PAGE = """{before}

Knee hug{dose}

Lie on your back and pull one knee to your chest with both hands.

{after}
"""


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Do the whole thing once in the morning and once before bed.", "times_per_day", 2),
        ("Wherever nothing else is said, stay for five breaths.", "breaths", 5),
        ("Hold each stretch for 20 seconds. Repeat three times.", "repetitions", 3),
        ("Do each of these twice a day.", "times_per_day", 2),
    ],
)
def test_what_is_said_for_all_is_told_of_each(reading, said, field, value):
    read = reading(PAGE.format(before=said, dose="", after=""))
    assert [getattr(one, field) for one in read.exercises] == [(value, value)]


def test_a_dose_behind_a_name_is_told_of_it(reading):
    read = reading(PAGE.format(before="After the run", dose=", 45 sec/side", after=""))
    assert [(one.hold_seconds, one.sides) for one in read.exercises] == [((45, 45), "each")]


def test_a_name_of_words_that_nobody_knows_heads_prose_by_its_dose(reading):
    text = "Frog rockers, 10 reps\nHands and knees wide. Rock the hips back an inch.\n"
    read = reading(f"Loosen up\n\n{text}")
    assert [one.repetitions for one in read.exercises] == [(10, 10)]


def test_the_last_line_of_a_list_heads_nothing_below_it(reading):
    read = reading(
        "DO-NOT-DO LIST\n- Bouncing toe touches\n- Foam rolling directly on the low back\n\n"
        "Keep this up for 21 days and you will be fine. Hold on for 10 minutes a day.\n"
    )
    assert not read.exercises
    assert "Foam rolling directly on the low back" in [one.name for one in read.avoid]


def test_a_side_in_a_dose_is_no_side_stretch(matcher):
    assert not matcher.by_name("Couch stretch, 60-90 sec/side")


def test_a_line_of_a_form_is_no_exercise(reading):
    read = reading(f"Name: ______  Therapist: ____\n\n{PAGE.format(before='', dose='', after='')}")
    assert [one.exercise for one in read.exercises] == ["single_knee_to_chest"]

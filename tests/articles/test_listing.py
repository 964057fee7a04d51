"""Lists and tables in which each line is an exercise, and doses told apart from their exercise."""

import pytest


def told(reading, text):
    return [(one.name, one.repetitions or one.hold_seconds) for one in reading(text).exercises]


@pytest.mark.parametrize(
    "lines",
    [
        "- Cat-cow: 10 reps\n- Bird dogs – 8 per side\n- Plank 3x20s\n",
        "1) Cat-cow, 10 reps\n2) Bird dogs (8 per side)\n3) Plank - 3x20s\n",
        "| Move | How much |\n|---|---|\n| Cat-cow | 10 reps |\n| Bird dogs | 8 per side |\n"
        "| Plank | 3x20s |\n",
    ],
)
def test_each_line_with_a_name_and_a_dose_is_an_exercise(reading, lines):
    found = reading(f"What I do\n\n{lines}\nThat is all.\n").exercises
    assert [one.name for one in found] == ["Cat-cow", "Bird dogs", "Plank"]
    assert found[0].repetitions == (10, 10)


def test_abbreviations_are_names_in_such_a_list(reading):
    text = "Home plan\n\n1) SKTC, supine. 3 x 30s\n2) LTR - x20\n3) PPT: lying, 5s hold x 10\n"
    assert [one.name for one in reading(text).exercises] == ["SKTC", "LTR", "PPT"]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Lie on your back.\n2. Pull one knee in for 20 seconds.\n3. Repeat 3 times.\n",
        "- Hold: 20 seconds\n- Reps: 3\n- Sets: 2 per side\n",
        "- Pull one knee in, 20 seconds.\n- Lower it, 3 times.\n- Swap legs, 3 x 20 seconds.\n",
    ],
)
def test_steps_and_labels_are_no_such_list(reading, lines):
    text = f"Knee to chest\n\nLie on your back.\n\n{lines}"
    assert [one.name for one in reading(text).exercises] == ["Knee to chest"]


TAUGHT = (
    "**Glute bridge** — Lie on your back. Lift your hips up high.\n\n"
    "**Bird dog** — On hands and knees, stretch one arm and the other leg. Swap sides.\n\n"
    "**Goblet squat** — Stand with a weight at your chest. Bend your knees. Do it 5 times.\n\n"
)


def test_a_table_of_doses_belongs_to_the_exercises_above_it(reading):
    head = "| | How much |\n|---|---|\n"
    table = f"{head}| A1 Bridge | 2 x 12 |\n| A2 Bird dog | 2 x 6 |\n| A3 Squat | 2 x 8 |\n"
    found = reading(f"{TAUGHT}## Doses\n\n{table}").exercises
    assert [one.name for one in found] == ["Glute bridge", "Bird dog", "Goblet squat"]
    assert [one.repetitions for one in found] == [(12, 12), (6, 6), (5, 5)]


def test_one_line_of_such_a_list_may_be_a_mere_name(reading):
    text = (
        "My list\n\n- Cat-cow: 10 reps\n- Bird dogs: 8 per side\n- Plank: 20 s\n- Cobra\n\nBye.\n"
    )
    assert "Cobra" in [one.name for one in reading(text).exercises]

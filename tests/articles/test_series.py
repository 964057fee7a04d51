"""Which numbers count exercises, and which count the steps of one."""

import pytest


def names(reading):
    return [one.name for one in reading.exercises]


HUG = "Lie on your back. Pull one knee to your chest. Hold for 20 seconds, then change legs."
ROLL = "Stay on your back. Let both knees drop to the left, then to the right. Do it 8 times."
FOLD = "Stand with your feet apart. Bend forward over soft knees. Hold for three breaths."


def test_orders_with_numbers_head_the_prose_below_them(reading):
    text = (
        f"My list\n\n1. Hug your knee\n{HUG}\n\n2. Roll like a log\n{ROLL}\n\n3) Bow down\n\n{FOLD}"
    )
    assert names(reading(text)) == ["Hug your knee", "Roll like a log", "Bow down"]


def test_a_list_inside_a_numbered_exercise_counts_for_itself(reading):
    steps = "1. Lie on your back.\n2. Pull one knee to your chest.\n3. Hold for 20 seconds.\n"
    rolls = "1. Lie on your back.\n2. Drop both knees to the left.\n3. Do it 10 times.\n"
    found = reading(f"1. Hug your knee\n\n{steps}\n2. Roll your knees\n\n{rolls}")
    assert names(found) == ["Hug your knee", "Roll your knees"]
    assert [len(one.steps) for one in found.exercises] == [3, 3]


@pytest.mark.parametrize(
    "steps",
    [
        "1. Lie on your back\n2. Pull one knee to your chest\n3. Hold for 20 seconds\n",
        "1. Lie on your back\n\nA mat is softer than the bare floor, so lie on one if you can.\n\n"
        "2. Pull one knee to your chest\n\nHold the thigh if the knee is sore, for 20 seconds.\n\n"
        "3. Repeat with the other leg\n\nHold it for 20 seconds too, and breathe as you do so.\n",
    ],
)
def test_numbers_that_count_steps_are_no_names(one, steps):
    assert one(f"Knee to chest\n\n{steps}").name == "Knee to chest"


def test_below_a_label_stand_steps(one):
    text = (
        "Knee to chest\n\nHow to do it:\n\n1. Settle down\n\nLie on your back and bend both knees, "
        "feet flat on the floor.\n\n2. Hug your knee\n\nPull one knee to your chest and hold it "
        "for 20 seconds.\n"
    )
    assert one(text).name == "Knee to chest"


def test_a_number_among_exercises_is_one_where_little_is_missing(reading):
    last = "4. Stand tall\n\nBack against a wall, flatten your back and slide your arms up like a"
    first = f"1. Hug a knee\n\n{HUG}\n\n2. Roll your knees\n\n{ROLL}"
    text = f"{first}\n\n3. Talk to someone\n\nIt helps.\n\n{last}"
    assert names(reading(text)) == ["Hug a knee", "Roll your knees", "Stand tall"]


def test_numbers_of_a_slide_show_and_codes_are_no_part_of_a_name(reading):
    slides = f"Stretch 1 of 2 — Hug a knee\n{HUG}\n\nStretch 2 of 2 — Roll your knees\n{ROLL}\n"
    assert names(reading(slides)) == ["Hug a knee", "Roll your knees"]
    assert names(reading(f"**A1. Knee hug** — {HUG}\n")) == ["Knee hug"]


def test_orders_over_prose_are_headings_though_few_are_exercises(reading):
    text = (
        "Ten things that help\n\n1. Keep moving\nBed rest is rarely a good idea for long.\n\n"
        "2. Try heat\nUse a hot pack for 20 minutes on your lower back.\n\n"
        f"3. Stretch your buttock\n{HUG}\n\n4. See someone\nIf it lasts, see your doctor.\n"
    )
    found = reading(text)
    assert names(found) == ["Stretch your buttock"]
    assert "Try heat" in [one.text for one in found.left_out]

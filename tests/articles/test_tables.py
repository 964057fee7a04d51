"""Tables whose heads say what a mere number means, in Markdown, in columns, and cut off."""

import pytest


def told(one):
    return (one.name, one.sets, one.repetitions, one.hold_seconds, one.times_per_day)


WANTED = [
    ("Cat-cow", (1, 1), (10, 10), None, (2, 2)),
    ("Bridge", (3, 3), (8, 8), (5, 5), (1, 1)),
]
TABLES = [
    "| Exercise | Sets | Reps | Hold | Per day |\n|---|---|---|---|---|\n"
    "| Cat-cow | 1 | 10 | - | 2 |\n| Bridge | 3 | 8 | 5 sec | 1 |\n",
    "Exercise     Sets   Reps   Hold    Per day\n"
    "Cat-cow      1      10     -       2\nBridge       3      8      5 sec   1\n",
    "Move | Sets | Reps | Hold (s) | Daily\nCat-cow | 1 | 10 | - | 2\nBridge | 3 | 8 | 5 | 1\n",
    "No.\tStretch\tSets\tReps\tHold\tPer day\n1\tCat-cow\t1\t10\t-\t2\n\n2\tBridge\t3\t8\t5 s\t1\n",
]


@pytest.mark.parametrize("table", TABLES)
def test_numbers_are_read_by_the_heads_of_their_columns(reading, table):
    found = reading(f"# My plan\n\nFor this month.\n\n{table}\nSee you soon.\n").exercises
    assert [told(one) for one in found] == WANTED


@pytest.mark.parametrize("table", TABLES)
def test_such_doses_go_to_the_exercises_that_are_taught(reading, table):
    how = (
        "Cat-cow\n\nGet on your hands and knees. Round your back, then let it sink.\n\n"
        "Bridge\n\nLie on your back with bent knees. Lift your hips.\n"
    )
    found = reading(f"# My plan\n\n{table}\n\n{how}").exercises
    assert [told(one) for one in found] == WANTED
    assert [one.position for one in found] == ["quadruped", "supine"]


def test_the_position_and_the_sides_may_have_columns(reading):
    table = (
        "| Exercise | Position | Sides | Hold |\n|---|---|---|---|\n"
        "| Twist | seated | R + L | 20 s |\n| Bird dog | hands and knees | L/R | 5 s |\n"
    )
    found = reading(f"# My plan\n\n{table}").exercises
    assert [(one.position, one.sides) for one in found] == [
        ("seated_chair", "each"),
        ("quadruped", "each"),
    ]


def test_every_dose_of_a_cell_is_quoted(reading):
    text = f"# My plan\n\n{TABLES[0]}"
    for one in reading(text).exercises:
        assert all(text[c.start : c.end].strip(" |-") for c in one.claims if c.field != "sides")


def test_a_row_without_words_or_with_a_cell_too_few_names_nothing_wrong(reading):
    table = "Exercise     Sets   Reps   Hold\nBridge       3      8 times\n12     3      4   5\n"
    found = reading(f"My plan\n\n{table}").exercises
    assert [told(one)[:4] for one in found] == [("Bridge", None, (8, 8), None)]


def test_columns_of_something_else_are_no_exercises(reading):
    text = "Opening hours\n\nDay     Time\nMonday     9 to 5\nTuesday     9 to 5\n"
    assert reading(text).exercises == ()


def test_a_plan_of_days_may_stand_in_a_table(reading):
    table = "Day   Exercises\nMon   Cat-cow x 8; bridge 2 x 10\nWed   Bird dog 2 x 6; clams x 12\n"
    found = reading(f"My plan\n\n{table}\nRest on the other days.\n").exercises
    assert [one.name for one in found] == ["Cat-cow", "bridge", "Bird dog", "clams"]


def test_a_hold_for_all_is_none_for_what_is_never_held(reading):
    text = (
        "Hold each stretch for 20 seconds.\n\n## Knee to chest\nLie on your back. Pull one knee to "
        "your chest. Swap legs.\n\n## Cat-cow\nOn hands and knees, round your back and let it "
        "sink, without holding it. Do it 8 times.\n"
    )
    assert [one.hold_seconds for one in reading(text).exercises] == [(20, 20), None]

"""Plans in a line, and lists whose items are exercises without a name."""

import pytest


def told(reading, text):
    return [(one.name, one.repetitions or one.hold_seconds) for one in reading(text).exercises]


@pytest.mark.parametrize(
    "line",
    [
        "Monday: cat-cow x10, child's pose 1 min",
        "Mon/Wed/Fri – cat-cow x 10; child's pose 1 minute.",
        "Mornings: cat-cow (10 reps) and child's pose for 60 seconds",
        "Day 3: cat-cow x 10 + child's pose 60 s, easy",
        "Warm-up: cat-cow x 10, child's pose 60s",
    ],
)
def test_a_line_of_a_plan_holds_several_exercises(reading, line):
    found = told(reading, f"My week\n\n{line}\n\nThat is all.\n")
    assert [(name.lower(), dose) for name, dose in found] == [
        ("cat-cow", (10, 10)),
        ("child's pose", (60, 60)),
    ]


def test_what_a_plan_says_goes_to_the_exercise_that_is_taught(reading):
    how = "Cat-cow. Get on your hands and knees. Round your back, then let it sink.\n"
    found = reading(f"My week\n\nMonday: cat-cow x10\nFriday: cat-cow x12\n\n{how}").exercises
    assert [(one.name, one.repetitions) for one in found] == [("Cat-cow", (10, 10))]


def test_the_same_exercise_of_two_days_is_one(reading):
    text = "My week\n\nMonday: cat-cow x10, bridges x8\nFriday: cat-cow x10, clams x12\n"
    assert told(reading, text) == [
        ("cat-cow", (10, 10)),
        ("bridges", (8, 8)),
        ("clams", (12, 12)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Monday: rest, or walk for 20 minutes",
        "Lie on your back, lift your hips, hold for 5 seconds",
        "We offer bridges, planks and massages, 40 pounds for 30 minutes",
    ],
)
def test_other_lines_are_no_plans(reading, line):
    assert len(told(reading, f"My week\n\n{line}\n\nThat is all.\n")) < 2


FOUR = [
    "on my back, both knees pulled to my chest for a minute",
    "the hamstring one with a belt round my foot, leg straight up, 30 secs x 3 each leg",
    "bridges. 3 sets of 10",
    "on my tummy up on my elbows for 2 mins",
]


@pytest.mark.parametrize("mark", ["1) {}", "- {}", "a. {}", "* {}"])
def test_a_list_whose_items_say_how_much_of_what_is_one_of_exercises(reading, mark):
    lines = "\n".join(
        mark.replace("1", str(n)).replace("a", "abcd"[n - 1]).format(line)
        for n, line in enumerate(FOUR, 1)
    )
    found = reading(f"Here is mine\n\nEvery day.\n\n{lines}\n\nGood luck!\n").exercises
    assert [one.name for one in found] == [None, None, "bridges", None]
    assert [one.hold_seconds for one in found] == [(60, 60), (30, 30), None, (120, 120)]


def test_the_steps_of_one_exercise_are_no_such_list(reading):
    lines = (
        "- Lie on your back\n- Pull one knee in for 20 seconds\n- Lower it over 5 seconds\n"
        "- Swap legs, for 20 seconds\n- Repeat 3 times\n"
    )
    assert len(reading(f"For a stiff back\n\nIt helps.\n\n{lines}").exercises) == 1
    held = (
        "- Bend your right leg up and hold for 20 s\n- Bring your left leg up too for 20 s\n"
        "- Squeeze both thighs gently for 20 s\n"
    )
    assert len(reading(f"Knee to chest\n{held}").exercises) == 1


def test_a_second_item_may_follow_from_the_first(reading):
    items = (
        "a) Lying on my tummy, head to one side. 2 minutes.\n"
        "b) Once that is easy, up on my elbows for 1 minute.\n"
        "c) On my back, one knee to my chest, 20 seconds each leg.\n"
    )
    found = reading(f"From my physio\n\nEvery day:\n\n{items}").exercises
    assert [one.hold_seconds for one in found] == [(120, 120), (60, 60), (20, 20)]


def test_items_with_names_keep_them_in_such_a_list(reading):
    items = (
        "- Knee hug: lie on your back and hug one knee for 20 seconds, each side\n"
        "- on my front, up on my elbows, 2 mins\n- bridges, 3 sets of 10\n"
    )
    found = reading(f"From my physio\n\nEvery day.\n\n{items}").exercises
    assert [one.name for one in found] == ["Knee hug", None, "bridges"]


def test_a_list_may_begin_a_page(reading):
    items = "- on my front, up on my elbows, 2 mins\n- stand and lean back, hands on hips, x 10\n"
    text = f"{items}- on my back, both knees to my chest, 30 seconds\n"
    assert len(reading(text).exercises) == 3


def test_a_plan_may_name_what_has_no_dose_or_end_with_a_mark(reading):
    line = "Monday: cat-cow x10, bridges, , clams x 12 ;"
    assert [name for name, _ in told(reading, f"My week\n\n{line}\n")] == [
        "cat-cow",
        "bridges",
        "clams",
    ]


def test_a_name_at_the_front_of_a_step_says_which_exercise_it_is(reading):
    first = "I stand tall and lean back over my hands, 5 times, when I have sat for long."
    text = f"It was cold.\n\n{first}\n\nClams, lying on my good side, 15 lifts with a band.\n"
    assert [one.exercise for one in reading(text).exercises][-1:] == ["clamshell"]

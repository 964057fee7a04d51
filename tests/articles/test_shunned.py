"""What a page refuses elsewhere is none of its exercises."""

import pytest

TAUGHT = """Lie on your back with your knees bent. Lift your hips and hold for 5 seconds."""

SERIES = """{title}

THE LIST

1. Sit-ups
Curling up with the feet hooked under a sofa loads the discs.

2. Double leg lifts
You know them: face down or face up, arms off the floor, 3 sets of 15.

3. Superman
Lying on the front, arms and legs in the air. The joints are jammed.

What helps

Bridge
Lie on your back with your knees bent. Lift your hips and hold for 5 seconds, 10 times.

{after}
"""


def names(found):
    return [one.name for one in found]


def test_a_series_of_which_two_are_replaced_later_is_none_of_exercises(reading):
    after = (
        "Instead of sit-ups: dead bug\n"
        "Lie on your back with your knees above your hips. Lower one heel, 8 on each side.\n\n"
        "Instead of the Superman: bird dog\n"
        "On hands and knees, reach one arm and the other leg away. Hold 5 seconds, 6 times.\n"
    )
    read = reading(SERIES.format(title="What we see in the gym", after=after))
    assert {"Sit-ups", "Double leg lifts", "Superman"} <= set(names(read.avoid))
    assert [one.exercise for one in read.exercises] == ["glute_bridge", "dead_bug", "bird_dog"]


def test_a_series_as_long_as_a_title_that_warns_says_is_none_of_exercises(reading):
    read = reading(SERIES.format(title="3 moves that wreck your back", after=""))
    assert names(read.exercises) == ["Bridge"]


def test_a_name_that_the_page_refuses_elsewhere_is_no_exercise_of_it(reading):
    read = reading(
        f"Bridge\n\n{TAUGHT}\n\nToe touch\n\nThe low back is rounded under load.\n\n"
        "Please avoid the toe touch.\n\nInstead of toe touches: knee hug\n\n"
        "Lie on your back and hug one knee. Hold for 20 seconds.\n"
    )
    assert "Toe touch" not in names(read.exercises)


@pytest.mark.parametrize("name", ["Cobra", "Knees to chest"])
def test_what_is_really_taught_stays_an_exercise(reading, name):
    read = reading(
        "1. Cobra\n\nLie on your stomach and lift your chest. Hold for 10 seconds.\n\n"
        "2. Knees to chest\n\nLie on your back and hug both knees. Hold for 20 seconds.\n\n"
        "Questions\n\nAvoid the cobra with a fracture. Avoid knees to chest with a fracture.\n"
    )
    assert name in names(read.exercises)

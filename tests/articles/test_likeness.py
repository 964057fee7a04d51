"""Exercises told in words that nobody has listed, under names that nobody knows."""

import pytest

from psoas.articles.likeness import PROFILES, by_likeness, features, likest
from psoas.body import Position

BEETLE = (
    "Lying on your back, point both arms at the ceiling with the knees above the hips. Lower the "
    "right arm behind your head while the left heel floats down to touch the mat."
)


@pytest.mark.parametrize(
    ("name", "steps", "exercise"),
    [
        ("Upside beetle", f"{BEETLE} Swap. 6 times each side.", "dead_bug"),
        (
            "Tick tock",
            "Lie with your knees up and feet flat. Let both knees tip over to the left, then to "
            "the right, like a pendulum. 10 times.",
            "lumbar_rotation_knee_rolls",
        ),
        (
            "Gossip",
            "Sit well back on a chair, feet flat. Turn your shoulders to the left and take hold "
            "of the backrest; peer behind you. 15 seconds each way.",
            "seated_twist",
        ),
        (
            "Long-distance call",
            "You need a bath towel. Lying down, hook it round your foot and raise the leg until "
            "you feel a mild pull. Hold for 20 seconds on each side.",
            "supine_strap_hamstring",
        ),
        ("Juggling", "Stand and throw a ball from hand to hand. 30 seconds.", None),
        ("Rope climber", "Stand and reach up with one hand, then the other. 20 times.", None),
        ("Marching band", "Sit on a chair and lift your knees by turns. 20 times.", None),
    ],
)
def test_steps_in_other_words_are_known(name, steps, exercise, reading):
    found = reading(
        f"A page\n\n1. {name}\n{steps}\n\n2. Bridge\nLie down, lift your hips. 5 times."
    )
    assert found.exercises[0].exercise == exercise


def test_a_known_name_is_never_overruled_by_likeness(matcher):
    assert by_likeness(matcher, "Plank", BEETLE, Position.SUPINE).exercise is None
    assert by_likeness(matcher, "Beetle", BEETLE, Position.SUPINE).exercise == "dead_bug"


def test_what_is_like_nothing_or_like_two_means_nothing(matcher):
    assert by_likeness(matcher, None, "Whistle a tune.", None).exercise is None
    assert by_likeness(matcher, None, "Bend your knee.", None).exercise is None


def test_groups_of_words_are_compared_and_movements_with_what_they_move():
    assert features("Hug both knees.") == features("draw two knees") >= {"pull knee"}
    assert "fours" in features("on your hands and knees")
    assert likest("wash the car", ["dead_bug"])[0][0] == 0.0


def test_every_exercise_of_the_library_has_a_profile(library):
    assert set(PROFILES.told) == set(library.exercises)

"""The words of a film: times before its lines, and speech that runs on without full stops."""

import pytest

FILM = [
    "hello everybody it's Mina and this is a short one for your lower back",
    "okay so we're going to start lying down on our backs grab your left knee with both hands",
    "and pull it in to your chest and hold it there for",
    "twenty seconds",
    "and now we'll do the other side",
    "great let's roll on over to all fours and breathe in and arch your back",
    "and breathe out and round it up we'll do eight times of those",
    "last one stand up and put your hands on your hips",
    "and lean back over your hands ten times",
    "thank you for watching see you next week",
]


def told(reading):
    return [(one.position, one.hold_seconds, one.repetitions) for one in reading.exercises]


WANTED = [
    ("supine", (20, 20), None),
    ("quadruped", None, (8, 8)),
    ("standing", None, (10, 10)),
]


@pytest.mark.parametrize(
    "film",
    [
        "\n".join(f"0:{place:02} {line}" for place, line in enumerate(FILM, 10)),
        "\n".join(f"0:{place:02}\n{line}" for place, line in enumerate(FILM, 10)),
        "\n".join(f"[00:01:{place:02}] {line}" for place, line in enumerate(FILM, 10)),
        " ".join(FILM),
    ],
)
def test_speech_is_parted_into_its_exercises(reading, film):
    found = reading(f"Back stretches with Mina\n\n{film}\n")
    assert told(found) == WANTED
    assert found.exercises[0].sides == "each"


def test_steps_of_speech_are_clauses_and_carry_no_times(reading):
    film = "\n".join(f"0:{place:02} {line}" for place, line in enumerate(FILM, 10))
    steps = [step.say for one in reading(f"Mina\n\n{film}\n").exercises for step in one.steps]
    assert not any(":" in step for step in steps)
    assert max(map(len, steps)) < 110


def test_a_voice_and_its_time_are_no_name(reading):
    talk = (
        "HOST (00:10): What do I do first?\n\nIDA (00:20): Lie on your back. Hug one knee to your "
        "chest for 20 seconds, each side.\n\nHOST (00:40): And then?\n\nIDA (00:45): Stand up. "
        "Lean back over your hands, 5 times.\n"
    )
    assert [one.position for one in reading(talk).exercises] == ["supine", "standing"]


def test_few_times_are_those_of_a_day(reading):
    text = "My day\n\n7:30 Lie on your back and hug one knee to your chest for 20 seconds.\n"
    assert "7:30" in reading(text).exercises[0].steps[0].say


def test_a_last_time_and_a_change_of_sides_go_on(reading):
    film = (
        "so lie down on your back and bring your right knee in to your chest and hold for twenty "
        "seconds last one and now keep breathing and let that go and now switch legs and bring "
        "your left knee in to your chest and hold for twenty seconds"
    )
    assert len(reading(f"Hello\n\n{film}\n").exercises) == 1


def test_good_stuff_and_a_new_position_begin_another_exercise(reading):
    film = (
        "lie down on your back and lift your hips up and come down again 12 times good stuff flip "
        "over onto your stomach come up on your forearms and stay here for a full minute first one "
        "done next one keep your elbows there and press your chest up 10 times"
    )
    assert told(reading(f"Hello\n\n{film}\n"))[:2] == [
        ("supine", None, (12, 12)),
        ("prone", (60, 60), None),
    ]


def test_a_stretch_of_many_minutes_is_the_whole_film(reading):
    text = "Hug one knee to your chest in this 10 minute stretch.\n\nKnee to chest\n\n" + FILM[1]
    assert all(one.hold_seconds != (600, 600) for one in reading(text).exercises)


def test_a_long_film_is_parted_up_to_its_end(reading):
    film = "\n".join(f"1:{place:02} {line}" for place, line in enumerate(FILM * 6))
    assert len(reading(f"Mina\n\n{film}\n").exercises) == 18

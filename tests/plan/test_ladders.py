from dataclasses import replace

import pytest

from psoas.body import Place
from psoas.library import load
from psoas.plan.ladders import level_above, level_below, stand_in
from psoas.safety.person import Person

LIBRARY = load()
PLAIN = Person()
LEG = Person(where=frozenset({Place.LEFT_THIGH}))


def of(name: str):
    return LIBRARY.exercises[name]


def id_of(exercise) -> str | None:
    return exercise.id if exercise else None


@pytest.mark.parametrize(
    ("start", "person", "above"),
    [
        ("supine_active_hamstring", LEG, "supine_strap_hamstring"),
        ("chair_hamstring", PLAIN, "wall_long_sit_90"),
        ("chair_hamstring", LEG, None),
        ("childs_pose", PLAIN, None),
        ("single_knee_to_chest", LEG, "double_knee_to_chest"),
    ],
)
def test_a_ladder_is_climbed_one_level_at_a_time(start, person, above):
    assert id_of(level_above(of(start), person, LIBRARY)) == above


@pytest.mark.parametrize(
    ("start", "person", "below"),
    [
        ("supine_strap_hamstring", PLAIN, "supine_active_hamstring"),
        ("supine_active_hamstring", LEG, "seated_sciatic_slider"),
        ("supine_active_hamstring", PLAIN, None),
        ("walking_bouts", PLAIN, None),
    ],
)
def test_a_slider_is_a_level_for_leg_symptoms_only(start, person, below):
    assert id_of(level_below(of(start), person, LIBRARY)) == below


def test_an_exercise_of_an_unknown_ladder_stays():
    lost = replace(of("cat_camel"), ladder=replace(of("cat_camel").ladder, name="gone"))
    assert level_above(lost, PLAIN, LIBRARY) is None


@pytest.mark.parametrize("exercise", LIBRARY.exercises.values(), ids=lambda e: e.id)
@pytest.mark.parametrize("person", [PLAIN, LEG], ids=["plain", "leg"])
def test_what_stands_in_is_plannable_and_as_gentle_as_asked(exercise, person):
    lower = stand_in(exercise, person, LIBRARY, "lower_neural_else_omit")
    assert lower is None or lower.load.nerve < exercise.load.nerve
    other = stand_in(exercise, person, LIBRARY, "other_direction_or_ladder")
    assert other is None or other.ladder.name != exercise.ladder.name
    for option in (lower, other, stand_in(exercise, person, LIBRARY, None)):
        assert option is None or option.plannable
        assert option is None or not option.offered_when or person.leg_symptoms

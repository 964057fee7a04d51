import pytest

from psoas.articles import matching
from psoas.articles.matching import Match, Matcher
from psoas.articles.naming import simple_name, variants
from psoas.articles.wordlists import compiled
from psoas.body import Position
from psoas.knowledge import BadData


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Child’s Pose (Balasana)", "childs_pose"),
        ("Glute Bridges", "glute_bridge"),
        ("Cat-Cow", "cat_camel"),
        ("Gentle Double Knee-to-Chest for Beginners", "double_knee_to_chest"),
        ("Pelvic tillt", "pelvic_tilt"),
        ("Sphinx or Baby Cobra", "prone_on_elbows"),
        ("SKTC", "single_knee_to_chest"),
        ("S-T-S", "sit_to_stand"),
        ("Superman", None),
        ("Russian twists", None),
        ("Single-leg bridge", None),
        ("Seated cat-cow", None),
        ("Stretch #1", None),
        ("On the side", None),
        ("Lifting weights", None),
        ("Morning thoughts", None),
    ],
)
def test_a_name_is_known(name, exercise, matcher):
    assert matcher.match(name, "", None).exercise == exercise


def test_steps_tell_where_the_name_says_nothing(matcher):
    steps = "Put your right ankle across the left thigh and pull the left leg towards you."
    found = matcher.match("Stretch #4", "Lie on your back. " + steps, Position.SUPINE)
    assert found.exercise == "supine_figure_4"


def test_steps_choose_between_exercises_of_one_name(matcher):
    on_chair = "Sit on a chair. Cross one ankle over the other knee and lean forward."
    assert matcher.match("Piriformis stretch", on_chair, Position.SEATED_CHAIR).exercise == (
        "seated_figure_4"
    )


def test_a_name_of_many_in_a_position_of_none_means_nothing(matcher):
    assert (
        matcher.match("Glute stretch", "Kneel on all fours. Swing.", Position.QUADRUPED) == Match()
    )


SIDE_BEND = "Stand tall. {}"


@pytest.mark.parametrize(
    ("steps", "exercise"),
    [
        ("Slide one hand down the outside of your leg.", None),
        ("Reach your arms overhead and lean to one side.", "lat_side_reach"),
    ],
)
def test_steps_choose_between_the_library_and_what_it_lacks(steps, exercise, matcher):
    found = matcher.match("Side bend", SIDE_BEND.format(steps), Position.STANDING)
    assert found.exercise == exercise


def test_steps_of_what_the_library_lacks_are_no_exercise_of_its_own(matcher):
    steps = "Lie on your front. Clench your buttocks, count to five and relax."
    assert matcher.match("Cheeky clench", steps, Position.PRONE) == Match()


def test_a_part_of_the_body_is_no_name_of_what_is_done_elsewhere(matcher):
    steps = "Lie on your back with your ankle crossed over the other knee and pull the leg in."
    assert matcher.match("Hips", steps, Position.SUPINE).exercise == "supine_figure_4"


def test_the_front_of_a_hip_is_no_hamstring(matcher):
    steps = "Hold the door, step back with one leg and tuck your pelvis: the front of that hip."
    assert matcher.match(None, steps, None).exercise == "standing_hip_flexor_short_stride"


def test_two_sides_speak_against_both_legs(matcher):
    steps = "Lie on your back, knees bent. Hold."
    assert matcher.match("Knee to chest", steps, Position.SUPINE, "each").exercise == (
        "single_knee_to_chest"
    )


def test_steps_against_a_name_make_it_doubtful(matcher):
    sure = matcher.match("Cobra", "Lie face down and lift your chest with your hands.", None)
    doubtful = matcher.match("Cobra", "Lie face down with the elbows under your shoulders.", None)
    assert sure.exercise == doubtful.exercise == "prone_press_up"
    assert doubtful.match < sure.match


def test_another_position_speaks_against_it(matcher):
    kneeling = matcher.by_steps("pelvic_tilt", "flatten your lower back", Position.PRONE)
    lying = matcher.by_steps("pelvic_tilt", "flatten your lower back", Position.SUPINE)
    assert kneeling < lying


def test_simple_names_and_variants():
    assert simple_name("The Lying Knee-to-Chest Stretches") == "chest knee supine"
    assert variants("Cobra/Sphinx (Bhujangasana)")[0] == "bhujangasana cobra sphinx"


def test_every_exercise_of_the_library_is_known_by_its_names(library, matcher):
    for identity, exercise in library.exercises.items():
        if simple_name(exercise.name):
            assert identity in matcher.by_name(exercise.name), identity


def test_only_so_many_names_are_remembered(library, monkeypatch):
    monkeypatch.setattr(matching, "MOST_NAMES_KEPT", 2)
    matcher = Matcher(library)
    for name in ("Cobra", "Bridge", "Sphinx"):
        assert matcher.sure_of(name) == 1.0
    assert len(matcher._by_name) == 1


def test_a_broken_pattern_names_itself():
    with pytest.raises(BadData, match="can't be read"):
        assert compiled("(half").whole


@pytest.mark.parametrize(
    "name", ["Standing figure-4", "Kneeling clam", "Seated bridge", "Side plank", "Wall sit"]
)
def test_a_name_that_says_another_position_means_no_exercise_of_the_library(name, matcher):
    assert matcher.match(name, "Stand tall. Hold.", Position.STANDING).exercise is None


def test_a_known_name_may_say_where_it_is_done(matcher):
    assert matcher.match("Seated figure 4", "", None).exercise == "seated_figure_4"

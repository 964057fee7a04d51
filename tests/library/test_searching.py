import pytest

from psoas.library import load
from psoas.library.searching import matching, neighbours, notes_for

LIBRARY = load()
ALL = tuple(LIBRARY.exercises.values())


def ids(exercises):
    return [exercise.id for exercise in exercises]


def test_an_exercise_is_found_by_a_word_of_its_name_in_any_case():
    assert "childs_pose" in ids(matching(ALL, "CHILD"))


def test_an_exercise_is_found_by_another_name_and_by_the_plain_word_for_a_muscle():
    assert "supine_active_hamstring" in ids(matching(ALL, "90-90 hamstring"))
    assert "supine_active_hamstring" in ids(matching(ALL, "back of the thigh"))


def test_every_word_must_appear():
    assert matching(ALL, "hamstring zebra") == ()


def test_no_words_find_everything():
    assert matching(ALL, "  ") == ALL


def test_the_ladder_leads_one_rung_down_and_one_up():
    around = neighbours(LIBRARY, LIBRARY.exercises["supine_active_hamstring"])
    assert around.easier and around.easier.id == "seated_sciatic_slider"
    assert around.harder and around.harder.id == "supine_strap_hamstring"


def test_the_ends_of_a_ladder_lead_no_further():
    for ladder in LIBRARY.ladders.values():
        first, last = (LIBRARY.exercises[ladder.rungs[end]] for end in (0, -1))
        assert neighbours(LIBRARY, first).easier is None
        assert neighbours(LIBRARY, last).harder is None


@pytest.mark.parametrize("identity", ["standing_toe_touch", "tai_chi_yoga_class"])
def test_what_is_on_no_ladder_has_no_neighbours(identity):
    around = neighbours(LIBRARY, LIBRARY.exercises[identity])
    assert (around.easier, around.harder) == (None, None)


def test_a_hamstring_stretch_shows_the_notes_on_hamstrings():
    notes = notes_for(LIBRARY, LIBRARY.exercises["supine_active_hamstring"])
    assert "hamstrings-and-sciatica" in [note.id for note in notes]


def test_an_exercise_of_other_muscles_does_not():
    notes = notes_for(LIBRARY, LIBRARY.exercises["doorway_pec"])
    assert "hamstrings-and-sciatica" not in [note.id for note in notes]


def test_every_exercise_can_be_asked_for_its_neighbours():
    assert all(neighbours(LIBRARY, exercise) for exercise in ALL)

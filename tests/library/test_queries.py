import pytest

from psoas.body import Position, Surface
from psoas.library import Kind
from psoas.library.queries import (
    disagreements_about,
    exercises_by,
    notes_about,
    replacement_of,
)


def ids(entries):
    return {entry.id for entry in entries}


def test_without_a_wish_everything_is_found(library):
    assert ids(exercises_by(library)) == set(library.exercises)


def test_what_is_found_is_sorted_by_name(library):
    names = [exercise.name.casefold() for exercise in exercises_by(library)]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("wish", "found", "not_found"),
    [
        ({"position": Position.SUPINE}, "supine_twist", "seated_twist"),
        ({"place": Surface.BED}, "supine_twist", "cat_camel"),
        ({"equipment": ()}, "supine_figure_4", "seated_twist"),
        ({"equipment": ("chair", "mat")}, "seated_twist", "supine_strap_hamstring"),
        ({"ladder": "rotation"}, "seated_twist", "supine_figure_4"),
        ({"kind": Kind.WALKING}, "walking_bouts", "supine_twist"),
    ],
)
def test_a_wish_is_kept(library, wish, found, not_found):
    some = ids(exercises_by(library, **wish))
    assert found in some
    assert not_found not in some


def test_other_positions_count(library):
    assert "pelvic_tilt" in ids(exercises_by(library, position=Position.STANDING))


def test_all_wishes_are_kept_together(library):
    some = exercises_by(library, position=Position.SUPINE, kind=Kind.EASE)
    assert some
    assert all(e.kind is Kind.EASE for e in some)


def test_an_exercise_has_its_disagreements(library):
    assert "c01" in ids(disagreements_about(library, "long_sit_forward_fold"))
    assert ids(disagreements_about(library, "walking_bouts")) == set()


def test_a_topic_has_its_notes(library):
    assert "desk-breaks" in ids(notes_about(library, "desk"))
    assert "desk-breaks" not in ids(notes_about(library, "pregnancy"))


def test_what_is_offered_needs_no_replacement(library):
    assert replacement_of(library, "supine_figure_4") is None


def test_what_is_excluded_has_a_replacement(library):
    assert replacement_of(library, "hurdler_stretch").id == "supine_strap_hamstring"

import pytest
from tests.articles.bringing import LIBRARY, item, routine, steps, unknown

from psoas.articles.claims import Claim
from psoas.articles.playable import (
    MOST_STEPS,
    as_routine,
    is_playable,
    own_id,
    with_brought,
)
from psoas.body import Position, Surface
from psoas.library import Kind, Sides, Status


def own(one):
    """The exercise that an item becomes."""
    library = with_brought(LIBRARY, [routine(one)])
    return library.exercises[own_id("own-1", one.place)]


def test_what_the_library_knows_is_played_as_the_library_tells_it():
    (played,) = as_routine(routine(item(0, "cat_camel", repetitions=(10, 10))), LIBRARY).items
    assert (played.exercise, played.named, played.repetitions) == ("cat_camel", "Move 0", (10, 10))


def test_what_it_lacks_becomes_an_exercise_of_its_own_in_the_pages_words():
    exercise = own(unknown(0))
    assert exercise.status is Status.UNCHECKED
    assert not exercise.plannable
    assert [step.say for step in exercise.enter] == ["Do the 0. thing."]
    assert not exercise.poses


def test_an_exercise_of_ones_own_is_not_in_the_list_of_the_library():
    library = with_brought(LIBRARY, [routine(unknown(0))])
    assert library.listed == tuple(LIBRARY.exercises.values())


@pytest.mark.parametrize(
    ("stated", "whole"),
    [
        ((20, 30), (20, 30)),
        ((None, 30), (30, 30)),
        ((20, None), (20, 20)),
        ((0, 2), (1, 2)),
        (None, None),
    ],
)
def test_an_open_end_is_where_the_other_end_is(stated, whole):
    (played,) = as_routine(routine(item(0, "cat_camel", hold_seconds=stated)), LIBRARY).items
    assert played.hold == whole


def test_what_nobody_can_tell_is_not_played():
    silent = item(0, steps=(), position="supine")
    lost = item(1)
    assert not is_playable(silent, LIBRARY)
    assert not is_playable(lost, LIBRARY)
    assert not as_routine(routine(silent, lost), LIBRARY).items
    assert with_brought(LIBRARY, [routine(silent, lost)]).exercises == LIBRARY.exercises


def test_what_is_left_out_is_not_played_but_still_has_its_name():
    one = routine(unknown(0, kept=False))
    assert not as_routine(one, LIBRARY).items
    assert "own-1-0" in with_brought(LIBRARY, [one]).exercises


def stated(field, start):
    return Claim(field=field, value=(20, 20), start=start, end=start + 2)


@pytest.mark.parametrize(
    ("dose", "kind"),
    [
        ({"repetitions": (8, 8)}, Kind.MOVEMENT),
        ({"repetitions": None}, Kind.STATIC),
        ({"hold_seconds": (20, 20), "claims": (stated("hold_seconds", 30),)}, Kind.STATIC),
        ({"breaths": (5, 5), "claims": (stated("breaths", 30),)}, Kind.STATIC),
        ({"hold_seconds": (20, 20), "claims": (stated("hold_seconds", 3),)}, Kind.MOVEMENT),
    ],
)
def test_it_is_held_unless_the_page_counts_it_and_tells_no_hold_of_its_own(dose, kind):
    assert own(unknown(0, **dose)).kind is kind


def test_a_hold_for_all_is_none_of_a_movement_that_is_counted():
    for_all = {"hold_seconds": (20, 20), "claims": (stated("hold_seconds", 3),)}
    one = routine(
        item(0, "cat_camel", repetitions=(10, 10), **for_all),
        item(1, "childs_pose", repetitions=(2, 2), **for_all),
    )
    assert [each.hold for each in as_routine(one, LIBRARY).items] == [None, (20, 20)]


@pytest.mark.parametrize(
    ("told", "sides"),
    [("each", Sides.EACH), (None, Sides.EACH), ("both", Sides.BOTH), ("none", Sides.BOTH)],
)
def test_both_sides_get_their_time_where_the_page_tells_one(told, sides):
    assert own(unknown(0, sides=told)).sides is sides


@pytest.mark.parametrize(
    ("position", "surface"),
    [
        (Position.STANDING, Surface.STANDING),
        (Position.SEATED_CHAIR, Surface.CHAIR),
        (Position.PRONE, Surface.BED),
        (Position.KNEELING, Surface.FLOOR),
    ],
)
def test_it_is_done_where_its_position_is_at_home(position, surface):
    assert surface in own(unknown(0, position=position.value)).surfaces


def test_what_is_said_is_bounded():
    exercise = own(unknown(0, name="word " * 40, steps=steps(*["x" * 2000] * 50)))
    assert len(exercise.enter) == MOST_STEPS
    assert max(len(step.say) for step in exercise.enter) <= 300
    assert len(exercise.name) <= 62


def test_one_frequency_is_the_routines_and_several_are_nobodys():
    daily = item(0, "cat_camel", times_per_day=(2, 3))
    assert as_routine(routine(daily), LIBRARY).times_per_day == (2, 3)
    other = item(1, "childs_pose", times_per_day=(1, 1))
    assert as_routine(routine(daily, other), LIBRARY).times_per_day is None


def test_a_step_says_on_which_line_it_stands():
    named = as_routine(routine(item(0, "cat_camel"), item(1, "childs_pose", steps=())), LIBRARY)
    assert [one.where for one in named.items] == ["line 1", "the page"]

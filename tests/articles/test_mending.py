import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.bringing import item, routine, steps

from psoas.articles import mending
from psoas.articles.claims import Claim
from psoas.body import Position

THREE = routine(item(0), item(1), item(2))


def places(one):
    return [entry.place for entry in one.items]


def test_what_is_left_out_can_be_put_back():
    out = mending.left_out(THREE, 1)
    assert [one.place for one in out.kept] == [0, 2]
    assert mending.put_back(out, 1) == THREE


@pytest.mark.parametrize(
    ("place", "by", "then"),
    [(0, 1, [1, 0, 2]), (2, -1, [0, 2, 1]), (0, -1, [0, 1, 2]), (2, 5, [0, 1, 2])],
)
def test_an_exercise_moves_but_never_beyond_the_ends(place, by, then):
    assert places(mending.moved(THREE, place, by)) == then


def test_joining_puts_the_steps_behind_those_before_and_fills_gaps():
    claims = tuple(
        Claim(field=field, value=(3, 3), start=1, end=2) for field in ("hold_seconds", "sets")
    )
    first = item(0, sets=(2, 2), equipment=("wall",))
    rest = item(1, hold_seconds=(20, 30), sets=(3, 3), equipment=("wall", "mat"), claims=claims)
    (whole,) = mending.joined(routine(first, rest), 1).items
    assert whole.found.steps == (*first.found.steps, *rest.found.steps)
    assert (whole.found.hold_seconds, whole.found.sets) == ((20, 30), (2, 2))
    assert whole.found.equipment == ("wall", "mat")
    assert [claim.field for claim in whole.found.claims] == ["hold_seconds"]
    assert whole.mended == ("steps",)


def test_the_first_has_nothing_to_be_joined_to():
    assert mending.joined(THREE, 0) == THREE


def test_another_match_is_a_change_and_the_same_is_none():
    changed = mending.matched(THREE, 1, "cat_camel")
    assert changed.items[1].found.exercise == "cat_camel"
    assert changed.items[1].mended == ("exercise",)
    assert mending.matched(changed, 1, "cat_camel") == changed


def test_a_position_can_be_told():
    told = mending.placed(THREE, 0, Position.SUPINE)
    assert told.items[0].position is Position.SUPINE
    assert mending.placed(told, 0, Position.SUPINE) == told


def test_a_dose_as_the_page_has_it_is_no_change():
    one = routine(item(0, hold_seconds=(20, 30), repetitions=(None, 3)))
    assert mending.dosed(one, 0, hold_seconds=20, repetitions=3, sets=None) == one


def test_seconds_take_the_place_of_breaths():
    one = mending.dosed(routine(item(0, breaths=(4, 5))), 0, hold_seconds=15)
    assert (one.items[0].found.hold_seconds, one.items[0].found.breaths) == ((15, 15), None)
    assert one.items[0].mended == ("hold_seconds", "breaths")


def test_a_dose_can_be_taken_away():
    one = mending.dosed(routine(item(0, sets=(3, 3))), 0, sets=None)
    assert one.items[0].found.sets is None


def test_a_name_is_changed_but_never_to_nothing():
    assert mending.renamed(THREE, "Evening").name == "Evening"
    assert mending.renamed(THREE, "").name == "Mine"
    assert mending.saved(THREE).saved


def test_it_can_be_as_it_was_read_again():
    changed = mending.saved(mending.renamed(mending.left_out(THREE, 0), "Evening"))
    again = mending.reset(changed, THREE)
    assert again.items == THREE.items
    assert (again.name, again.saved) == ("Evening", True)


CHANGES = st.sampled_from(
    [
        mending.left_out,
        mending.put_back,
        mending.joined,
        lambda now, place: mending.moved(now, place, 1),
        lambda now, place: mending.moved(now, place, -2),
        lambda now, place: mending.matched(now, place, None),
        lambda now, place: mending.placed(now, place, None),
        lambda now, place: mending.dosed(now, place, sets=2),
    ]
)


@given(st.lists(st.tuples(CHANGES, st.integers(0, 5)), max_size=12))
def test_no_step_of_the_page_is_ever_lost_or_doubled(changes):
    now = routine(*(item(place, steps=steps(f"step {place}")) for place in range(4)))
    for change, place in changes:
        now = change(now, place)
    assert sorted(step.say for one in now.items for step in one.found.steps) == [
        f"step {place}" for place in range(4)
    ]

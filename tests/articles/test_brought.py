import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.bringing import LIBRARY, item, routine

from psoas.articles.brought import brought
from psoas.articles.brought_data import (
    check_brought,
    page_as_data,
    page_from_data,
    routine_as_data,
    routine_from_data,
)
from psoas.articles.page import Page
from psoas.articles.reading import read
from psoas.knowledge import BadData
from psoas.plan.events import EventKind

PAGE = Page(
    text="""Three moves for the evening

1. Knee hug
Lie on your back. Bring one knee to your chest with both hands. Hold it for 20 seconds. Swap legs.

2. Cat and camel
On hands and knees. Round your back slowly, then let it sink. Ten times.

3. Knee to chest again
Lie on your back and bring one knee to your chest. Hold for 20 seconds. Swap legs.

Don't do sit-ups.
"""
)


@pytest.fixture(scope="module")
def found():
    return brought(read(PAGE, LIBRARY), "own-1", "My routine")


def test_it_has_what_the_page_has_in_its_order(found):
    assert [one.found.exercise for one in found.items][:2] == ["single_knee_to_chest", "cat_camel"]
    assert found.items[0].found.hold_seconds == (20, 20)
    assert not found.saved


def test_every_stated_value_points_to_its_words(found):
    quote = next(one for one in found.items[0].found.claims if one.field == "hold_seconds")
    assert "20 seconds" in PAGE.text[quote.start : quote.end]


def test_one_exercise_told_twice_is_played_once(found):
    assert [one.kept for one in found.items] == [True, True, False]
    assert [one.place for one in found.kept] == [0, 1]


def test_it_is_called_as_the_page_or_as_it_is_told_to_be(found):
    assert found.name == "Three moves for the evening"
    assert brought(read(Page(text="\n"), LIBRARY), "own-1", "My routine").name == "My routine"


def test_a_long_title_is_cut_after_a_word():
    long = brought(read(Page(text="x", title="word " * 60), LIBRARY), "own-1", "")
    assert long.name.endswith("word …")
    assert len(long.name) <= 82


def test_an_item_without_a_name_is_called_by_its_first_step():
    assert item(0, name=None).told == "Do the 0. thing."
    assert item(0, name=None, steps=()).told == ""


def test_an_item_is_found_by_its_place():
    one = routine(item(3), item(1))
    assert one.item(1) is one.items[1]
    assert one.item(7) is None


def test_it_is_the_same_after_the_diary(found):
    assert routine_from_data(routine_as_data(found)) == found
    assert page_from_data(page_as_data(PAGE)) == PAGE


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=4))
def test_junk_is_no_routine(junk):
    with pytest.raises(BadData):
        routine_from_data({"id": "own-1", "name": "x", "items": [junk]})


def test_an_entry_from_outside_is_checked(found):
    good = {"id": "own-1", "routine": routine_as_data(found), "page": page_as_data(PAGE)}
    check_brought(EventKind.PAGE_BROUGHT, good)
    check_brought(EventKind.ROUTINE_MENDED, good)
    check_brought(EventKind.MORNING, {})
    with pytest.raises(KeyError):
        check_brought(EventKind.ROUTINE_MENDED, {**good, "id": "own-2"})
    with pytest.raises(BadData):
        check_brought(EventKind.PAGE_BROUGHT, {**good, "page": {"text": 3}})

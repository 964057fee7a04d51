"""The big button, back and skip; by hand and from the keyboard."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


def by_button(someone, name):
    buttons = {"pause": "#pause", "skip": "#skip", "back": "#back", "hurts": "#hurts"}
    someone.page.click(buttons[name])


def by_key(someone, name):
    keys = {"pause": "Space", "skip": "ArrowRight", "back": "ArrowLeft", "hurts": "h"}
    someone.page.keyboard.press(keys[name])


both_ways = pytest.mark.parametrize("press", [by_button, by_key])


@both_ways
def test_pause_keeps_the_place_and_going_on_goes_on_there(stretching, press):
    left = stretching.count
    press(stretching, "pause")
    stretching.expect_state("paused")
    assert stretching.caption == "Paused. Take your time."
    stretching.wait(60)
    assert stretching.count == left
    press(stretching, "pause")
    stretching.expect_state("playing")
    stretching.wait(2)
    assert stretching.count == left - 2


@both_ways
def test_skip_leaves_the_exercise_out_and_tells_the_diary(stretching, site, press):
    name, planned = stretching.exercise, site.planned()["steps"]
    press(stretching, "skip")
    expect(stretching.page.locator("#exercise-name")).not_to_have_text(name)
    stretching.expect_saved()
    skipped = site.events(EventKind.EXERCISE_SKIPPED)
    assert [(one["step"], one["exercise"]) for one in skipped] == [(0, planned[0]["exercise"])]
    assert [done["seconds"] for done in stretching.done] == [3]


@both_ways
def test_back_begins_this_side_again(stretching, press):
    name = stretching.exercise
    press(stretching, "back")
    expect(stretching.page.locator("#player")).to_have_attribute("data-kind", "ready")
    assert stretching.exercise == name
    stretching.expect_state("playing")


@both_ways
def test_this_hurts_asks_what_it_is_like(stretching, press):
    press(stretching, "hurts")
    expect(stretching.page.get_by_role("dialog", name="What is it like?")).to_be_visible()


def test_escape_asks_why_and_a_second_one_goes_on(stretching):
    stretching.page.keyboard.press("Escape")
    expect(stretching.page.get_by_role("dialog", name="Why are you stopping?")).to_be_visible()
    stretching.page.keyboard.press("Escape")
    expect(stretching.page.get_by_role("dialog")).to_have_count(0)
    assert stretching.caption == "Go on when you are ready."


def test_space_begins(someone, known):
    known()
    someone.start()
    someone.page.keyboard.press("Space")
    someone.expect_state("playing")


def test_space_pauses_also_after_a_button_was_clicked(stretching):
    stretching.page.click("#back")
    stretching.page.keyboard.press("Space")
    stretching.expect_state("paused")
    assert stretching.caption == "Paused. Take your time."


def test_a_letter_does_nothing_where_single_keys_are_switched_off(someone, known, site):
    known()
    site.practice.record(EventKind.SETTINGS, {"keys": False})
    someone.start()
    someone.begin()
    someone.page.keyboard.press("h")
    someone.page.keyboard.press("Space")
    someone.expect_state("paused")
    expect(someone.page.get_by_role("dialog")).to_have_count(0)


def test_a_shortcut_of_the_browser_is_left_to_it(stretching):
    name = stretching.exercise
    stretching.page.keyboard.press("Control+ArrowRight")
    assert stretching.exercise == name


def test_leaving_before_anything_began_asks_nothing(someone, known, site):
    known()
    someone.start()
    someone.page.click("#leave")
    someone.page.wait_for_url(site.url + "/")
    assert site.events(EventKind.SESSION_ENDED) == []

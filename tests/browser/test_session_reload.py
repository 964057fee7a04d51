"""A page that is loaded again goes on where it was."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_reload_goes_on_in_the_same_second_of_the_same_hold(stretching):
    name, side, left = stretching.exercise, stretching.page.inner_text("#side"), stretching.count
    stretching.page.reload()
    expect(stretching.page.get_by_role("button", name="Go on")).to_be_visible()
    stretching.begin()
    assert (stretching.exercise, stretching.page.inner_text("#side")) == (name, side)
    assert stretching.count == left


def test_nothing_of_it_is_lost_or_told_twice(stretching, site):
    stretching.page.reload()
    stretching.begin()
    stretching.play_to_the_end()
    sides = [(done["exercise"], done["side"]) for done in stretching.done]
    planned = [(s["exercise"], side) for s in site.planned()["steps"] for side in s["sides"]]
    assert sorted(sides) == sorted(planned)
    assert {done["completed"] for done in stretching.done} == {100}


def test_after_an_exercise_was_eased_it_goes_on_in_the_eased_session(stretching):
    stretching.say_it_hurts("sharp")
    expect(stretching.page.locator("#caption")).to_contain_text("half of what is left")
    name, side = stretching.exercise, stretching.page.inner_text("#side")
    stretching.page.reload()
    stretching.begin()
    assert (stretching.exercise, stretching.page.inner_text("#side")) == (name, side)


def test_another_browser_goes_on_after_the_last_side_that_was_done(stretching, chromium, site):
    stretching.play_until("switch")
    stretching.expect_saved()
    done = stretching.done[-1]
    other = chromium.new_context(base_url=site.url, reduced_motion="reduce")
    elsewhere = other.new_page()
    elsewhere.goto(stretching.page.url)
    elsewhere.click("#begin")
    expect(elsewhere.locator("#player")).to_have_attribute("data-state", "playing")
    expect(elsewhere.locator("#side")).not_to_contain_text(done["side"].capitalize())
    other.close()


def test_a_session_that_ended_leads_to_the_questions(stretching):
    address = stretching.page.url
    stretching.stop_because("time")
    stretching.page.wait_for_url("**/after")
    stretching.page.goto(address)
    stretching.page.wait_for_url("**/after")

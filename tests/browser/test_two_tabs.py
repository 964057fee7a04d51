"""Two tabs on one session neither lose nor double anything."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.fixture
def second(stretching):
    """Another tab on the same session, playing."""
    tab = stretching.page.context.new_page()
    tab.goto(stretching.page.url)
    tab.click("#begin")
    expect(tab.locator("#player")).to_have_attribute("data-state", "playing")
    return tab


def test_two_that_play_to_the_end_end_one_session(stretching, second, site):
    stretching.play_to_the_end()
    second.wait_for_url("**/after")
    assert site.practice.standing().unfinished is None
    assert {ended["completed"] for ended in site.events(EventKind.SESSION_ENDED)} == {100}
    ids = [event.id for event in site.practice.diary.events()]
    assert len(ids) == len(set(ids))


def test_what_one_hands_in_the_other_need_not(stretching, second, site):
    stretching.page.route("**/events", lambda route: route.abort())
    stretching.page.click("#skip")
    expect(stretching.page.locator("#saved")).to_have_attribute("data-saved", "waiting")
    second.click("#skip")
    expect(second.locator("#saved")).to_have_attribute("data-saved", "saved")
    waiting = "Object.keys(localStorage).filter(key => key.startsWith('psoas.outbox.')).length"
    assert second.evaluate(waiting) == 0
    assert len(site.events(EventKind.EXERCISE_SKIPPED)) == 2


def test_one_that_ends_it_leaves_the_other_able_to_end_too(stretching, second, site):
    stretching.stop_because("time")
    stretching.page.wait_for_url("**/after")
    second.keyboard.press("Escape")
    second.click('[data-why="time"]')
    second.wait_for_url("**/after")
    assert {ended["why"] for ended in site.events(EventKind.SESSION_ENDED)} == {"time"}

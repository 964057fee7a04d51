"""The figure in a session and in the library: it is there, it turns, and nothing hangs on it."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CANVAS = "#figure canvas"


@pytest.fixture(autouse=True)
def moving(page):
    page.emulate_media(reduced_motion="no-preference")


def shown(someone, there="shown"):
    """Wait until the page has its figure, or knows that there is none."""
    player = someone.page.locator("#player")
    for _ in range(100):
        if player.get_attribute("data-figure") == there:
            break
        someone.page.wait_for_timeout(50)
        someone.wait(0.05)
    expect(player).to_have_attribute("data-figure", there)
    someone.wait(0.2)
    return someone.page


def picture(page):
    return page.eval_on_selector(CANVAS, "canvas => canvas.toDataURL()")


def test_a_session_shows_what_is_done_and_says_it_in_words(stretching):
    page = shown(stretching)
    expect(page.locator(CANVAS)).to_be_visible()
    expect(page.locator(CANVAS)).to_have_accessible_name(re.compile("thigh"))


def test_a_hold_is_alive(stretching):
    page = shown(stretching)
    before = picture(page)
    stretching.wait(1)
    assert picture(page) != before


def test_paused_it_stands_still(stretching):
    page = shown(stretching)
    page.click("#pause")
    stretching.wait(0.5)
    before = picture(page)
    stretching.wait(2)
    assert picture(page) == before


def test_arrows_on_the_figure_turn_it_and_skip_nothing(stretching):
    page = shown(stretching)
    page.click("#pause")
    stretching.wait(0.5)
    exercise, before = stretching.exercise, picture(page)
    page.focus(CANVAS)
    page.keyboard.press("ArrowRight")
    stretching.wait(2)
    assert picture(page) != before
    assert stretching.exercise == exercise
    page.keyboard.press("Home")
    stretching.wait(2)
    assert picture(page) == before


def test_less_motion_is_a_still_picture(stretching):
    stretching.page.emulate_media(reduced_motion="reduce")
    page = shown(stretching)
    before = picture(page)
    stretching.wait(1)
    assert picture(page) == before


def test_without_its_picture_a_session_goes_on_with_the_ring_alone(someone, known):
    known()
    someone.page.route("**/figures/*.json", lambda route: route.abort())
    someone.start()
    someone.begin()
    page = shown(someone, there="none")
    expect(page.locator(CANVAS)).to_be_hidden()
    expect(page.locator("#count")).to_be_visible()
    expect(page.locator("#problem")).to_be_empty()


def test_an_exercise_plays_and_changes_sides(someone, known):
    known()
    page = someone.page
    page.goto("/library/supine_strap_hamstring")
    play = page.locator(".watch .play")
    for _ in range(100):
        if play.is_visible():
            break
        page.wait_for_timeout(50)
        someone.wait(0.05)
    play.click()
    expect(play).to_have_text("Pause")
    left = page.locator("button[data-side=left]")
    left.click()
    expect(left).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".watch .still")).to_be_hidden()


def test_in_the_library_it_moves_once_it_is_played(page):
    page.goto("/library/supine_strap_hamstring")
    page.click(".watch .play")
    pictures = set()
    for _ in range(20):
        pictures.add(page.eval_on_selector(".watch canvas", "canvas => canvas.toDataURL()"))
        page.wait_for_timeout(100)
    assert len(pictures) > 5

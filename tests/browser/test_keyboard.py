"""The whole way without a mouse."""

import pytest
from playwright.sync_api import expect
from tests.browser.keyboard import Keyboard

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.fixture
def keys(page):
    return Keyboard(page)


def groups(page):
    """The parts of the check, by the names of their questions."""
    return page.eval_on_selector_all(
        "input[type=radio][value=none]", "all => all.map((each) => each.name)"
    )


def test_the_first_session_needs_no_mouse(someone, keys, site):
    page = someone.page
    page.goto("/")
    keys.enter("main a[href='/check']")
    page.wait_for_url("**/check")
    for group in groups(page):
        keys.choose(group, "none")
    keys.enter("form button.primary")
    page.wait_for_url("**/about/body")
    keys.tick("#place-back")
    keys.tick("#place-left_thigh")
    keys.choose("back", "3")
    keys.choose("leg", "2")
    keys.choose("irritability", "low")
    keys.enter("form button.primary")
    page.wait_for_url("**/about/health")
    keys.select("#age", "50")
    keys.tick("input[name=lie_on][value=floor]")
    keys.enter("form button.primary")
    page.wait_for_url(site.url + "/")
    keys.enter("#start button.primary")
    page.wait_for_url("**/session/*")
    keys.enter("#begin")
    someone.expect_state("playing")
    assert keys.is_on("#pause")
    someone.play_to_the_end()
    keys.choose("during", "3")
    keys.choose("pain", "3")
    keys.choose("neuro", "none")
    keys.enter("form button.primary")
    page.wait_for_url("**/?done=yes")
    assert site.events(EventKind.RESPONDED)[0]["during"] == 3


def test_the_skip_link_is_the_first_stop_and_leads_to_the_page(someone, keys, known):
    known()
    someone.page.goto("/library")
    keys.tab_to(".skip")
    keys.press("Enter")
    keys.press("Tab")
    assert keys.is_on("main *")


@pytest.mark.parametrize(("button", "dialog"), [("#hurts", "hurts"), ("#leave", "leave")])
def test_a_dialog_takes_the_focus_keeps_it_and_gives_it_back(stretching, keys, button, dialog):
    keys.enter(button)
    inside = f"#{dialog}-dialog button"
    assert keys.is_on(inside)
    buttons = stretching.page.locator(inside).count()
    stops = []
    for _ in range(2 * buttons):
        keys.press("Tab")
        keys.expect_focus_is_seen()
        stops.append(keys.is_on(inside))
        assert keys.is_on(f"{inside}, body")
    assert sum(stops) >= buttons
    keys.press("Escape")
    expect(stretching.page.get_by_role("dialog")).to_have_count(0)
    assert keys.is_on(button)


def test_an_answer_is_given_by_enter(stretching, keys, site):
    keys.enter("#hurts")
    if not keys.is_on('[data-what="dizzy"]'):
        keys.tab_to('[data-what="dizzy"]')
    keys.press("Enter")
    stretching.expect_state("ended")
    assert keys.is_on("#pause")
    keys.press("Enter")
    stretching.page.wait_for_url("**/after")


def test_no_page_holds_the_focus_fast(someone, keys, known):
    known()
    for path in ("/", "/library", "/about", "/settings", "/progress", "/history", "/how"):
        someone.page.goto(path)
        keys.tab_to(".skip")
        keys.tab_to("footer a:last-of-type")


def test_what_was_refused_and_why_has_the_focus(someone, keys):
    someone.page.goto("/settings/erase")
    keys.tab_to("#word")
    someone.page.keyboard.type("no")
    keys.enter("button.danger")
    expect(someone.page.get_by_role("alert")).to_be_focused()
    keys.expect_focus_is_seen()

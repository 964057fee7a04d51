"""What a person asked of their computer is kept to: less motion, own colours, a theme."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser

MOVING = """() => document.getAnimations().filter(({ playState, effect }) =>
  playState === 'running' && effect.getComputedTiming().duration > 10).length"""


def colour(page, selector, which):
    return page.eval_on_selector(selector, "(each, which) => getComputedStyle(each)[which]", which)


def test_a_hold_breathes(stretching):
    stretching.page.emulate_media(reduced_motion="no-preference")
    assert stretching.page.evaluate(MOVING) > 0


def test_less_motion_is_no_motion_and_the_count_goes_on(stretching):
    stretching.page.emulate_media(reduced_motion="no-preference")
    stretching.page.emulate_media(reduced_motion="reduce")
    assert stretching.page.evaluate(MOVING) == 0
    left = stretching.count
    stretching.wait(2)
    assert stretching.count == left - 2


def test_in_forced_colours_what_is_chosen_and_where_the_focus_is_can_be_seen(someone, known):
    known()
    page = someone.page
    page.emulate_media(forced_colors="active")
    page.goto("/settings")
    chosen = page.locator(".choice:has(:checked)").first
    expect(chosen).not_to_have_css("outline-style", "none")
    other = page.locator(".choice:not(:has(:checked))").first
    expect(other).to_have_css("outline-style", "none")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).not_to_have_css("outline-style", "none")


def test_in_forced_colours_every_button_of_a_session_has_an_edge(stretching):
    page = stretching.page
    page.emulate_media(forced_colors="active")
    for name in ("#pause", "#skip", "#back", "#hurts"):
        assert colour(page, name, "borderTopStyle") != "none", name
        assert float(colour(page, name, "borderTopWidth").removesuffix("px")) >= 1, name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_that_was_chosen_holds_against_the_computer_s(someone, site, theme):
    page = someone.page
    page.emulate_media(color_scheme=theme)
    page.goto("/")
    wanted = colour(page, "html", "backgroundColor")
    site.practice.record(EventKind.SETTINGS, {"theme": theme})
    page.emulate_media(color_scheme="dark" if theme == "light" else "light")
    page.goto("/")
    assert colour(page, "html", "backgroundColor") == wanted

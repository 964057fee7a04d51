"""Where Psoas does not answer, the page does by itself what is safe, and tells the diary later."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.fixture
def alone(stretching):
    """A person in a session whose page reaches nobody."""
    stretching.page.route("**/session/**", lambda route: route.abort())
    return stretching


def together_again(someone):
    someone.page.unroute("**/session/**")
    someone.wait(60)
    someone.expect_saved()


@pytest.mark.parametrize("what", ["sharp", "tingling", "too_much"])
def test_an_exercise_that_hurts_is_left_out(alone, site, what):
    name = alone.exercise
    alone.say_it_hurts(what)
    expect(alone.page.locator("#caption")).to_contain_text("left out today")
    assert alone.exercise != name
    together_again(alone)
    assert [hurt["what"] for hurt in site.events(EventKind.HURT)] == [what]


def test_dizzy_ends_the_session(alone, site):
    alone.say_it_hurts("dizzy")
    alone.expect_state("ended")
    assert "stay where you feel safe" in alone.caption
    together_again(alone)
    assert [hurt["what"] for hurt in site.events(EventKind.HURT)] == ["dizzy"]
    assert len(site.events(EventKind.SESSION_ENDED)) == 1


@pytest.mark.parametrize("what", ["weak", "chest"])
def test_what_to_do_in_an_emergency_is_shown_without_the_server(alone, site, what):
    alone.say_it_hurts(what)
    card = alone.page.get_by_role("dialog")
    expect(card).to_be_visible()
    expect(card.get_by_role("link", name="Call").first).to_be_visible()
    together_again(alone)
    expect(card).to_be_visible()
    assert [hurt["what"] for hurt in site.events(EventKind.HURT)] == [what]


def test_a_server_that_never_answers_is_not_waited_for(stretching):
    stretching.page.route("**/hurt", lambda route: None)
    stretching.page.evaluate("AbortSignal.timeout = () => AbortSignal.abort()")
    stretching.say_it_hurts("sharp")
    expect(stretching.page.locator("#caption")).to_contain_text("left out today")

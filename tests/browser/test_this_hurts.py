"""Each answer to "what is it like?" acts at once, as the rules say, and is in the diary."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


def steps_now(site):
    """What is to be done as the diary has it since something hurt."""
    return site.events(EventKind.SESSION_CHANGED)[-1]["plan"]["steps"]


def seconds_of(step):
    return step["hold_seconds"] * step["repetitions"] * step["sets"]


def whats(site):
    return [hurt["what"] for hurt in site.events(EventKind.HURT)]


@pytest.fixture(autouse=True)
def hurts(stretching, site):
    """Whatever was said is in the diary, with the place it was said at."""
    yield
    step = site.planned()["steps"][0]
    for hurt in site.events(EventKind.HURT):
        assert (hurt["exercise"], hurt["side"]) == (step["exercise"], step["sides"][0])


def test_the_hold_stops_before_anything_is_asked(stretching):
    stretching.page.click("#hurts")
    stretching.expect_state("paused")
    assert "come out of it slowly" in stretching.caption
    left = stretching.count
    stretching.wait(30)
    assert stretching.count == left


@pytest.mark.parametrize("what", ["sharp", "too_much"])
def test_sharp_or_too_much_goes_on_with_half_of_it(stretching, site, what):
    planned, name = site.planned()["steps"][0], stretching.exercise
    stretching.say_it_hurts(what)
    expect(stretching.page.locator("#caption")).to_contain_text("We do half of what is left")
    stretching.expect_state("paused")
    assert (whats(site), stretching.exercise) == ([what], name)
    assert seconds_of(steps_now(site)[0]) <= seconds_of(planned) / 2
    assert steps_now(site)[1:] == site.planned()["steps"][1:]


def test_what_was_eased_is_really_played_so(stretching, site):
    stretching.say_it_hurts("too_much")
    expect(stretching.page.locator("#caption")).to_contain_text("half of what is left")
    stretching.page.click("#pause")
    stretching.play_to_the_end()
    eased = steps_now(site)[0]
    held = [done for done in stretching.done if done["exercise"] == eased["exercise"]]
    assert [done["side"] for done in held[1:]] == eased["sides"]
    assert {done["seconds"] for done in held[1:]} == {seconds_of(eased)}


def test_the_second_time_it_is_left_out(stretching, site):
    name = stretching.exercise
    for _ in range(2):
        stretching.say_it_hurts("sharp")
        expect(stretching.page.locator("#caption")).to_contain_text("Go on when you are ready")
        stretching.page.click("#pause")
        stretching.wait(1)
    expect(stretching.page.locator("#exercise-name")).not_to_have_text(name)
    assert whats(site) == ["sharp", "sharp"]
    assert len(site.events(EventKind.EXERCISE_SKIPPED)) == 1


def test_tingling_goes_on_with_something_gentler_or_leaves_it_out(stretching, site):
    name = stretching.exercise
    stretching.say_it_hurts("tingling")
    expect(stretching.page.locator("#exercise-name")).not_to_have_text(name)
    swapped = bool(site.events(EventKind.SESSION_CHANGED))
    assert ("Something gentler comes instead" in stretching.caption) == swapped
    assert ("We leave this one for today" in stretching.caption) != swapped
    assert whats(site) == ["tingling"]


def test_dizzy_ends_the_session_and_stays_to_say_so(stretching, site):
    page = stretching.page
    stretching.say_it_hurts("dizzy")
    expect(page.locator("#caption")).to_contain_text("enough for today")
    stretching.expect_state("ended")
    stretching.expect_saved()
    assert whats(site) == ["dizzy"]
    assert {ended["why"] for ended in site.events(EventKind.SESSION_ENDED)} == {"interrupted"}
    page.click("#pause")
    page.wait_for_url("**/after")


def test_a_weak_leg_is_asked_about_at_once(stretching, site):
    stretching.say_it_hurts("weak")
    stretching.page.wait_for_url("**/check?scope=short&flags=*")
    assert whats(site) == ["weak"]
    assert site.practice.standing().unfinished is None


def test_chest_pain_shows_the_emergency_card(stretching, site):
    stretching.say_it_hurts("chest")
    stretching.page.wait_for_url("**/card/emergency")
    assert whats(site) == ["chest"]
    assert site.practice.standing().unfinished is None


def test_it_was_nothing_goes_on_and_is_no_entry(stretching, site):
    left = stretching.count
    stretching.say_it_hurts("")
    expect(stretching.page.locator("#caption")).to_contain_text("Go on when you are ready")
    stretching.page.click("#pause")
    stretching.expect_state("playing")
    assert (stretching.count, whats(site)) == (left, [])

"""From the floor nobody reaches the screen: earbuds and media keys do what the buttons do."""

import pytest
from playwright.sync_api import expect
from tests.browser.devices import ON_DEVICE

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.fixture
def keys(devices, known, someone):
    """Media keys of a person some seconds into the first hold."""
    devices.with_voices(ON_DEVICE)
    known()
    someone.start()
    someone.begin()
    someone.play_until("hold")
    return devices


def test_every_key_of_an_earbud_means_something(keys):
    assert keys.keys == {"play", "pause", "stop", "nexttrack", "previoustrack"}


@pytest.mark.parametrize("key", ["pause", "stop"])
def test_pause_and_stop_pause_and_play_goes_on(keys, someone, key):
    keys.press(key)
    someone.expect_state("paused")
    keys.press("play")
    someone.expect_state("playing")


def test_next_skips_the_exercise(keys, someone, site):
    name = someone.exercise
    keys.press("nexttrack")
    expect(someone.page.locator("#exercise-name")).not_to_have_text(name)
    someone.expect_saved()
    assert len(site.events(EventKind.EXERCISE_SKIPPED)) == 1


def test_previous_says_this_hurts_and_play_then_leaves_it_out(keys, someone, site):
    name = someone.exercise
    keys.press("previoustrack")
    someone.expect_state("paused")
    assert "press play to leave this exercise out" in keys.said[-1]["text"]
    keys.press("play")
    expect(someone.page.locator("#exercise-name")).not_to_have_text(name)
    assert "left out today" in keys.said[-1]["text"]
    assert [hurt["what"] for hurt in site.events(EventKind.HURT)] == ["too_much"]
    someone.expect_saved()
    assert len(site.events(EventKind.EXERCISE_SKIPPED)) == 1


def test_the_lock_screen_names_the_exercise_and_the_side(keys, someone):
    shown = someone.page.evaluate(
        "[navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist,"
        " navigator.mediaSession.playbackState]"
    )
    assert shown == [someone.exercise, someone.page.inner_text("#side"), "playing"]


def test_the_screen_stays_on_until_the_session_is_over(keys, someone):
    assert keys.locks == ["screen"]
    someone.play_to_the_end()
    assert keys.locks == ["screen", "released"]

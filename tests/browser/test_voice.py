"""What is said: only by a voice of this device, and never anything that isn't also shown."""

import pytest
from tests.browser.devices import FAR_AWAY, ON_DEVICE

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser

GERMAN = {"name": "Anna", "lang": "de-DE", "localService": True}


def play(someone, known):
    known()
    someone.start()
    someone.begin()
    someone.play_to_the_end()


def test_only_a_voice_of_this_device_speaks(someone, known, devices):
    devices.with_voices(FAR_AWAY, GERMAN, ON_DEVICE)
    play(someone, known)
    assert {said["voice"] for said in devices.said} == {"Alma"}


def test_a_voice_that_would_send_the_words_away_is_never_used(someone, known, site, devices):
    site.practice.record(EventKind.SETTINGS, {"voice": FAR_AWAY["name"]})
    devices.with_voices(FAR_AWAY)
    play(someone, known)
    assert devices.said == []
    assert devices.tones


@pytest.mark.parametrize("voices", [(), (GERMAN,)], ids=["none", "of another language"])
def test_without_a_voice_there_are_tones_even_where_none_were_wanted(
    someone, known, site, devices, voices
):
    site.practice.record(EventKind.SETTINGS, {"tones": False})
    devices.with_voices(*voices)
    play(someone, known)
    assert devices.said == []
    assert devices.tones


def test_a_voice_and_no_tones_is_no_tones(someone, known, site, devices):
    site.practice.record(EventKind.SETTINGS, {"tones": False})
    devices.with_voices(ON_DEVICE)
    play(someone, known)
    assert devices.said
    assert devices.tones == []


def test_it_speaks_as_fast_and_as_loud_as_was_chosen(someone, known, site, devices):
    site.practice.record(EventKind.SETTINGS, {"rate": 0.8, "volume": 0.6})
    devices.with_voices(ON_DEVICE)
    known()
    someone.start()
    someone.begin()
    assert {(said["rate"], said["volume"]) for said in devices.said} == {(0.8, 0.6)}


def test_everything_that_is_said_is_shown_and_everything_in_the_script_is_said(
    someone, known, devices
):
    devices.with_voices(ON_DEVICE)
    known()
    someone.start()
    moments = someone.page.evaluate(
        "JSON.parse(document.getElementById('session-data').textContent).script.moments"
    )
    someone.begin()
    someone.play_to_the_end()
    said = [each["text"] for each in devices.said]
    assert set(said) <= set(devices.captions)
    cues = [cue["say"] for moment in moments for cue in moment["cues"]]
    words = [text for text in [*(moment["say"] for moment in moments), *cues] if text]
    assert sorted(text for text in said if text in words) == sorted(words)


def test_what_is_said_about_pain_is_shown_too(stretching, devices):
    stretching.page.click("#hurts")
    assert devices.said == []
    assert "come out of it slowly" in stretching.caption


def test_one_switch_silences_both(stretching):
    page = stretching.page
    page.get_by_role("button", name="Voice").click()
    assert page.get_by_role("button", name="Voice").get_attribute("aria-pressed") == "false"

"""A person says what they want back, and takes all of it along and back, with a real browser."""

import json

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


def test_a_thing_is_named_rated_and_kept_by_keyboard(page, site, known):
    known()
    page.goto("/wanted")
    page.get_by_label("Something that I want back").fill("Put on my socks")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="4", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("4 of 10.")).to_be_visible()
    [told] = site.events(EventKind.THINGS_RATED)
    assert list(told["ratings"].values()) == [4]
    assert page.get_by_role("button", name="Save").count() == 0


def test_nothing_is_asked_of_it_in_a_session(page, site, known):
    known()
    page.goto("/wanted")
    page.get_by_label("Something that I want back").fill("Put on my socks")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Put on my socks").first).to_be_visible()
    session = site.begun()
    for path in (f"/session/{session}", f"/session/{session}/after", "/"):
        page.goto(path)
        expect(page.get_by_text("want back")).to_have_count(0)
    page.goto("/wanted")
    expect(page.get_by_text("in the middle of a session")).to_be_visible()
    expect(page.get_by_role("radio", name="4", exact=True)).to_have_count(0)


def test_everything_is_saved_as_a_file_and_brought_back(page, site, known, tmp_path):
    known()
    site.live()
    page.goto("/take")
    saved = {}
    for button in ("Save a copy", "Days", "Exercises", "Record (FHIR)", "Plain text"):
        with page.expect_download() as waiting:
            page.get_by_text(button, exact=True).click()
        saved[button] = waiting.value
    names = [one.suggested_filename for one in saved.values()]
    assert all("2026-03-02" in name for name in names), names
    copy = tmp_path / "copy.json"
    saved["Save a copy"].save_as(copy)
    before = json.loads(copy.read_text())
    site.practice.diary.erase()

    page.goto("/take")
    page.set_input_files("input[type=file]", copy)
    page.get_by_role("button", name="Add it to my diary").click()

    expect(page.get_by_role("status")).to_contain_text("in your diary now")
    assert len(site.practice.diary.events()) == len(before["events"])

"""Choosing times, one quiet reminder, and a break at the desk, in a real browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind
from psoas.practice.timing import times_of

pytestmark = pytest.mark.browser


def choose(page, at="10:00", days=("0", "1")):
    page.goto("/times")
    page.fill("#at-0", at)
    for day in days:
        page.check(f"input[name=days-0][value='{day}']")
    page.select_option("#zone", "UTC")
    page.click("#times button.primary")
    page.wait_for_url("**/times?saved")


def test_the_browser_knows_the_zone_and_the_person_may_choose_another(chromium, site, known):
    known()
    context = chromium.new_context(base_url=site.url, timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto("/times")
    expect(page.locator("#zone")).to_have_value("Asia/Tokyo")
    choose(page)
    expect(page.locator("#zone")).to_have_value("UTC")
    expect(page.locator("#zone-here")).to_contain_text("Asia/Tokyo")
    assert times_of(site.practice).now.zone == "UTC"
    context.close()


def test_a_chosen_time_is_one_line_that_stays_until_it_is_put_away(page, site, known, clock):
    known()
    choose(page)
    clock.advance(timedelta(hours=1, minutes=1).total_seconds())
    page.goto("/library")
    line = page.locator(".reminder")
    expect(line).to_contain_text("It is after 10:00, the time you chose.")
    page.goto("/how")
    expect(line).to_contain_text("10:00")
    line.get_by_role("button", name="Not now").click()
    expect(line).to_have_count(0)
    with page.expect_response("**/reminder"):
        page.goto("/library")
    expect(line).to_have_count(0)
    assert len(site.events(EventKind.REMINDED)) == 1


def test_one_tap_stops_reminders(page, site, known, clock):
    known()
    choose(page)
    clock.advance(timedelta(hours=1, minutes=1).total_seconds())
    page.goto("/library")
    page.get_by_role("button", name="Stop reminders").click()
    page.wait_for_url("**/times?stopped")
    assert site.practice.setting("remind") is False
    page.goto("/library")
    expect(page.locator("#reminder")).to_have_count(0)


def test_the_desk_calls_when_it_is_time_and_a_break_is_a_session_of_one_exercise(someone, known):
    known()
    page = someone.page
    page.goto("/desk")
    expect(page.locator("#desk")).to_have_attribute("data-now", "waiting")
    someone.wait(15 * 60)
    expect(page.locator("#desk-left")).to_have_text("in 30 minutes")
    someone.wait(30 * 60 + 5)
    expect(page.locator("#desk")).to_have_attribute("data-now", "break")
    page.get_by_role("link", name="Begin").click()
    someone.choose(back="3", leg="2", as_usual="yes")
    page.click("#start button.primary")
    expect(page.locator("#player")).to_be_visible()
    [step] = someone.site.planned()["steps"]
    assert step["exercise"] == "seated_figure_4"


def test_in_a_call_one_tap_puts_the_break_off(someone, known):
    known()
    page = someone.page
    since = (someone.site.clock() - timedelta(minutes=50)).isoformat(timespec="seconds")
    page.goto(f"/desk?since={since.replace('+', '%2B')}")
    page.get_by_role("button", name="In a call: later").click()
    expect(page.locator("#desk")).to_have_attribute("data-now", "waiting")
    expect(page.locator("#desk-left")).to_have_text("in 30 minutes")
    [told] = someone.site.events(EventKind.DESK_BREAK)
    assert told["what"] == "later"

"""A session that is stopped: each reason is kept, and what was left open is asked about."""

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("why", ["pain", "too_hard", "time", "interrupted", "worried"])
def test_each_reason_is_kept_with_how_much_was_done(stretching, site, why):
    stretching.stop_because(why)
    stretching.page.wait_for_url("**/after")
    [ended] = site.events(EventKind.SESSION_ENDED)
    assert (ended["why"], ended["enough"]) == (why, False)
    assert 0 < ended["completed"] < 50
    assert [done["seconds"] for done in stretching.done] == [3]


def test_enough_for_today_is_no_reason_to_do_less(stretching, site):
    stretching.stop_because("enough")
    stretching.page.wait_for_url("**/after")
    [ended] = site.events(EventKind.SESSION_ENDED)
    assert (ended["why"], ended["enough"]) == ("none", True)


def test_who_thinks_better_of_it_goes_on(stretching, site):
    stretching.stop_because("")
    stretching.page.click("#pause")
    stretching.expect_state("playing")
    assert site.events(EventKind.SESSION_ENDED) == []


def test_within_half_an_hour_it_goes_on_where_it_was(stretching):
    name, left = stretching.exercise, stretching.count
    stretching.later(minutes=25)
    stretching.page.goto("/")
    stretching.page.get_by_role("link", name="Go on where I was").click()
    stretching.begin()
    assert (stretching.exercise, stretching.count) == (name, left)


def test_later_it_can_only_be_left_there(stretching, site):
    stretching.later(minutes=45)
    stretching.page.goto("/")
    expect(stretching.page.get_by_text("You stopped part-way")).to_be_visible()
    expect(stretching.page.get_by_role("link", name="Go on where I was")).to_have_count(0)
    stretching.page.get_by_role("button", name="That was enough for today").click()
    stretching.page.wait_for_url("**/after")
    assert site.events(EventKind.SESSION_ENDED)[0]["enough"] is True


def test_the_next_day_it_is_not_spoken_of(stretching):
    stretching.next_day()
    stretching.page.goto("/")
    expect(stretching.page.get_by_text("You stopped part-way")).to_have_count(0)

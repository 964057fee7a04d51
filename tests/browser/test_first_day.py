from collections import defaultdict

import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser

SCREENS_AT_MOST = 7


def test_a_new_person_moves_within_seven_screens_and_tells_how_it_went(someone, site):
    page, screens = someone.page, set()
    page.on("framenavigated", lambda frame: screens.add(frame.url))
    page.goto("/")
    page.click("text=Begin the safety check")
    someone.go_through_the_check()
    page.wait_for_url("**/about/body")
    someone.tell_where_it_hurts()
    page.wait_for_url("**/about/health")
    someone.tell_what_is_at_hand()
    page.wait_for_url(site.url + "/")
    someone.start()
    someone.begin()
    assert len(screens) <= SCREENS_AT_MOST
    someone.play_to_the_end()
    someone.tell_how_it_went(during="3", pain="3", reach="usual", neuro="none")
    expect(page.get_by_role("heading", level=1)).to_have_text("Good morning")
    assert site.events(EventKind.RESPONDED)[0]["pain"] == 3


def test_every_side_of_every_exercise_is_in_the_diary_and_both_are_equally_long(
    someone, known, site
):
    known()
    someone.start()
    someone.begin()
    someone.play_to_the_end()
    seconds = defaultdict(dict)
    for done in someone.done:
        assert done["side"] not in seconds[done["exercise"]]
        seconds[done["exercise"]][done["side"]] = done["seconds"]
    planned = {step["exercise"]: set(step["sides"]) for step in site.planned()["steps"]}
    assert {name: set(sides) for name, sides in seconds.items()} == planned
    assert any({"left", "right"} == set(sides) for sides in seconds.values())
    for sides in seconds.values():
        assert len(set(sides.values())) == 1
    assert [ended["completed"] for ended in site.events(EventKind.SESSION_ENDED)] == [100]


def test_what_was_told_minutes_ago_is_not_asked_again_before_the_first_session(someone, known):
    known()
    someone.page.goto("/")
    expect(someone.page.locator("#start input[type=radio]")).to_have_count(0)


def test_nothing_starts_before_the_check(someone, site):
    someone.page.goto("/")
    expect(someone.page.get_by_role("button", name="Start")).to_have_count(0)
    expect(someone.page.get_by_role("link", name="Begin the safety check")).to_be_visible()


def test_a_part_of_the_check_that_is_left_open_is_not_taken_for_a_no(someone, site):
    page = someone.page
    page.goto("/check")
    for nothing in page.locator("input[type=radio][value=none]").all()[1:]:
        nothing.check()
    page.locator("form button.primary").click()
    assert page.url.endswith("/check")
    assert site.events(EventKind.CHECK_ANSWERED) == []

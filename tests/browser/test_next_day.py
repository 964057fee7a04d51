import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser

FIRST_TIME = {"painkiller": "unknown"}
NOTHING_NEW = {"new": "no", "back": "3", "leg": "2", "as_usual": "yes"}
SETTLED_MORNING = {"pain": "3", "reach": "usual", "up_under_1h": "no"}


@pytest.fixture
def practised(someone, known, live):
    """A person whose first session went well; the next morning is there."""
    known()
    live(**FIRST_TIME)
    someone.next_day()


def answer(someone, card, **answers):
    """One of the questions about earlier days, on Today."""
    someone.page.goto("/")
    someone.choose(**answers)
    someone.page.click(f"#{card} button.primary")
    expect(someone.page.locator(f"#{card}")).to_have_count(0)


def test_worse_and_further_down_is_asked_about_and_changes_the_session(someone, site, known):
    known()
    someone.start()
    someone.begin()
    someone.play_to_the_end()
    someone.tell_how_it_went(
        during="6", pain="6", reach="further", left="4", right="0", neuro="none"
    )
    someone.next_day()
    answer(someone, "settled", minutes="180")
    answer(someone, "morning", **{**SETTLED_MORNING, "pain": "4"})
    expect(someone.page.locator(".card.note").first).to_contain_text(
        "reached further down your leg"
    )
    decisions = {event.data["decision"] for event in site.practice.standing().decided}
    assert decisions - {"hold", "progress"}
    first = {step["exercise"]: step for step in site.planned()["steps"]}
    now = site.practice.today(site.practice.standing())
    again = [step for step in now.steps if step.exercise in first]
    assert all(step.amount.seconds <= seconds_of(first[step.exercise]) for step in again)
    assert (now.purpose, {step.exercise for step in now.steps}) != ("full", set(first))


def seconds_of(step):
    return step["hold_seconds"] * step["repetitions"] * step["sets"]


def test_a_calm_session_is_followed_by_the_morning_question_only(someone, practised):
    someone.page.goto("/")
    expect(someone.page.locator("#settled")).to_have_count(0)
    expect(someone.page.locator("#morning")).to_be_visible()


def test_a_skipped_morning_stays_unknown(someone, site, practised):
    someone.page.goto("/")
    someone.page.click("#morning button[name=skip]")
    expect(someone.page.locator("#morning")).to_have_count(0)
    assert site.events(EventKind.MORNING)[0]["pain"] == "unknown"


def test_three_good_days_ask_a_little_more_and_say_so(someone, site, known, live):
    known(minutes=20)
    live(**FIRST_TIME)
    for _day in range(3):
        someone.next_day()
        answer(someone, "morning", **SETTLED_MORNING)
        live()
    someone.next_day()
    answer(someone, "morning", **SETTLED_MORNING)
    expect(someone.page.locator(".card.note").first).to_contain_text("Three good times in a row")
    decided = [event.data for event in site.practice.standing().decided]
    assert {entry["decision"] for entry in decided} == {"hold", "progress"}


def test_today_to_the_first_stretch_is_one_screen_on_later_days(someone, practised):
    answer(someone, "morning", **SETTLED_MORNING)
    someone.start(**NOTHING_NEW)
    someone.begin()


def test_start_wants_to_hear_first_whether_anything_is_new(someone, site, practised):
    page = someone.page
    page.goto("/")
    page.click("#start button.primary")
    expect(page.get_by_role("alert")).to_contain_text("anything is new")
    assert len(site.events(EventKind.SESSION_STARTED)) == 1


def test_something_new_leads_to_the_short_check(someone, practised):
    page = someone.page
    page.goto("/")
    someone.choose(new="yes")
    page.click("#start button.primary")
    page.wait_for_url("**/check?scope=short")
    someone.go_through_the_check()
    someone.start(back="3", leg="2", as_usual="yes")


def test_a_flare_is_three_steps_from_the_calm_list(someone, site, practised):
    page = someone.page
    page.goto("/")
    page.get_by_role("button", name="It’s flaring up").click()
    page.wait_for_url("**/check?scope=full")
    someone.go_through_the_check()
    page.wait_for_url(site.url + "/")
    expect(page.get_by_role("button", name="The flare is over")).to_be_visible()
    someone.start(back="6", leg="4", as_usual="yes")
    assert site.planned()["purpose"] in ("flare", "calm")
    someone.begin()

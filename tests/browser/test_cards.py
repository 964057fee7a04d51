import pytest
from playwright.sync_api import expect

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


def check_with(someone, group, **flags):
    """The full check with something in one group: the flags named, and no to its others."""
    page = someone.page
    page.goto("/check")
    for nothing in page.locator("input[type=radio][value=none]").all():
        nothing.check()
    page.check(f'input[name="group.{group}"][value="some"]')
    for no in page.locator(f"#group-{group} .sign > .choices input[value=no]").all():
        no.check()
    for flag, reply in flags.items():
        page.check(f'input[name="flag.{flag}"][value="{reply}"]')
    someone.go_on()


@pytest.mark.parametrize("reply", ["yes", "unsure"])
def test_an_emergency_sign_is_confirmed_then_fills_the_screen_and_closes_sessions(
    someone, known, site, reply
):
    known()
    page = someone.page
    check_with(someone, "nerves", ces_saddle=reply)
    expect(page.get_by_role("heading", level=1)).to_have_text("Is that right?")
    stored = site.events(EventKind.CHECK_ANSWERED)
    page.get_by_role("button", name="Yes, that’s right").click()
    page.wait_for_url("**/card/emergency")
    assert len(site.events(EventKind.CHECK_ANSWERED)) == len(stored) + 1
    expect(page.locator(".numbers a").first).to_be_visible()
    expect(page.locator("header")).to_have_count(0)
    page.goto("/")
    expect(page.get_by_role("button", name="Start")).to_have_count(0)
    expect(page.get_by_role("link", name="What to do now")).to_be_visible()


def test_a_slip_of_the_finger_can_be_taken_back(someone, known, site):
    known()
    check_with(someone, "nerves", ces_saddle="yes")
    someone.page.get_by_role("link", name="tapped it by mistake").click()
    expect(someone.page.get_by_role("heading", level=1)).to_have_text("Safety check")
    assert len(site.events(EventKind.CHECK_ANSWERED)) == 1


def test_the_door_to_a_session_is_locked_too_not_only_out_of_sight(someone, known, site):
    known("ces_saddle")
    page = someone.page
    page.goto("/")
    answer = page.request.post("/start", form={"new": "no"}, headers={"Origin": site.url})
    assert answer.ok
    assert site.events(EventKind.SESSION_STARTED) == []


def test_an_assessment_opens_sessions_again(someone, known):
    known("ces_saddle")
    page = someone.page
    page.goto("/card/emergency")
    page.fill("#by", "Dr Amin, A&E")
    page.get_by_role("button", name="I was assessed").click()
    page.goto("/")
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    page.goto("/about")
    expect(page.locator("main")).to_contain_text("Dr Amin, A&E")


def test_see_a_clinician_first_leaves_the_calm_list_open(someone, known, site):
    known()
    page = someone.page
    check_with(someone, "pain", thoracic="yes")
    page.wait_for_url("**/card/see_clinician")
    page.get_by_role("link", name="Open the calm list").click()
    page.wait_for_url(site.url + "/")
    page.click("#start button.primary")
    someone.begin()
    assert site.planned()["purpose"] == "calm"


@pytest.mark.parametrize(
    ("group", "flag", "card", "url"),
    [
        ("you", "mental_crisis", "crisis", "**/card/crisis"),
        ("pregnancy", "pregnancy_warning", "pregnancy", "**/card/pregnancy"),
        ("illness", "infection_fever", "urgent", "**/card/urgent"),
    ],
)
def test_each_kind_of_answer_has_its_own_card(someone, known, group, flag, card, url):
    known()
    page = someone.page
    check_with(someone, group, **{flag: "yes"})
    page.get_by_role("button", name="Yes, that’s right").click()
    page.wait_for_url(url)
    expect(page.locator("ol li").first).to_be_visible()
    expect(page.locator("body")).to_have_class(card)


def test_the_emergency_signs_can_be_read_by_anyone_at_any_time(someone):
    someone.page.goto("/")
    someone.page.locator("footer").get_by_role("link", name="Emergency signs").click()
    someone.page.wait_for_url("**/card/emergency")
    expect(someone.page.get_by_text("Has a clinician looked")).to_have_count(0)

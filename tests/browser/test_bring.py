"""Somebody pastes what they found, mends it, saves it and does it."""

import pytest
from playwright.sync_api import expect
from tests.browser.messy_page import MESSY

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


@pytest.fixture
def bringing(someone, known):
    """A person who has pasted a long, messy page."""
    known()
    page = someone.page
    page.goto("/routines")
    page.click("text=Bring a page")
    page.get_by_label("Paste the text").fill(MESSY)
    page.click("text=Read it")
    page.wait_for_url("**/read/own-*")
    return someone


def card(page, name):
    """The card of one exercise."""
    return page.locator(".brought > li").filter(has=page.get_by_role("heading", name=name))


def unfold(card, what):
    card.get_by_text(what, exact=True).click()
    return card


def test_a_messy_page_is_pasted_mended_saved_and_done_to_the_end(bringing, site):
    page = bringing.page
    mended = unfold(card(page, "Hug your knee"), "Mend this")
    mended.get_by_label("Hold, in seconds").fill("10")
    mended.get_by_label("How many times").fill("1")
    mended.get_by_role("button", name="Keep these changes").click()
    expect(card(page, "Hug your knee")).to_contain_text("1 × 10 seconds, each side")
    unfold(card(page, "Roll like a log"), "Mend this")
    page.get_by_role("button", name="Leave it out: Roll like a log").click()
    expect(card(page, "Roll like a log")).to_contain_text("You leave this one out.")
    page.get_by_label("Its name").fill("My evening")
    page.click("text=Save my routine")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.locator("main").get_by_role("link", name="Do this today").first.click()
    page.click("#start button.primary")
    expect(page.locator("#player")).to_be_visible()
    bringing.begin()
    bringing.play_to_the_end()
    routine = site.planned()
    assert routine["title"] == "My evening"
    done = {(one["exercise"], one["side"]) for one in bringing.done}
    asked = {(one["exercise"], side) for one in routine["steps"] for side in one["sides"]}
    assert done == asked
    assert ("single_knee_to_chest", "left") in done
    assert not any("roll" in exercise for exercise, _ in done)
    assert [one["completed"] for one in site.events(EventKind.SESSION_ENDED)] == [100]


def test_what_nobody_checked_is_told_in_the_pages_words_without_a_figure(bringing):
    page = bringing.page
    refused = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    page.click("text=Save my routine")
    page.locator("main").get_by_role("link", name="Do this today").first.click()
    page.click("#start button.primary")
    expect(page.locator("#player")).to_be_visible()
    bringing.begin()
    expect(page.locator("#exercise-name")).to_have_text("The paddling canoe")
    expect(page.locator("#caption")).to_contain_text("we can't check it for you")
    bringing.play_until("step")
    expect(page.locator("#caption")).to_contain_text("Stand with your feet wide apart")
    bringing.play_until("move")
    expect(page.locator("#player")).to_have_attribute("data-figure", "none")
    assert refused == []


def test_a_file_can_be_chosen(bringing):
    page = bringing.page
    page.goto("/read")
    page.set_input_files(
        "#file", {"name": "sheet.md", "mimeType": "text/markdown", "buffer": MESSY.encode()}
    )
    page.click("text=Read it")
    page.wait_for_url("**/read/own-*")
    expect(page.locator("main")).to_contain_text("From: sheet.md")


def test_a_file_can_be_dropped_anywhere(bringing):
    page = bringing.page
    page.goto("/read")
    page.evaluate(
        """text => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([text], 'dropped.txt'))
          const more = { dataTransfer, bubbles: true, cancelable: true }
          const drop = (kind) => new DragEvent(kind, more)
          document.body.dispatchEvent(drop('dragover'))
          document.body.dispatchEvent(drop('drop'))
        }""",
        MESSY,
    )
    page.click("text=Read it")
    page.wait_for_url("**/read/own-*")
    expect(page.locator("main")).to_contain_text("From: dropped.txt")


def test_it_can_be_mended_by_keyboard_alone(bringing):
    page = bringing.page
    heading = card(page, "Hug your knee").get_by_text("Mend this", exact=True)
    heading.focus()
    page.keyboard.press("Enter")
    leave = page.get_by_role("button", name="Leave it out: Hug your knee")
    for _ in range(9):
        page.keyboard.press("Tab")
        if leave.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(card(page, "Hug your knee")).to_contain_text("You leave this one out.")
    assert page.url.endswith("#item-0")

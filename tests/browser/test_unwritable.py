"""A diary that can't be written to is told in a plain sentence, and nothing is lost."""

from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import expect
from sqlalchemy import event

from psoas.diary import DiaryProblem
from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser

READ_ONLY = "The diary can't be written to."
FULL = "The disk is full"


@contextmanager
def unwritable(site, pragma):
    """SQLite itself refuses: as a file one may only read, or a disk that is full."""
    engine = site.practice.diary._engine

    def refuse(connection, *_):
        connection.execute(pragma)

    def allow(connection, *_):
        connection.execute("PRAGMA query_only=0")
        connection.execute("PRAGMA max_page_count=1000000")

    event.listen(engine, "checkout", refuse)
    yield
    event.remove(engine, "checkout", refuse)
    event.listen(engine, "checkout", allow)


def read_only(site):
    return unwritable(site, "PRAGMA query_only=1")


@contextmanager
def full(site):
    with unwritable(site, "PRAGMA max_page_count=1"):
        for size in (3000, 100):
            fill_up(site, "x" * size)
        yield


def fill_up(site, words):
    """Write until there is no more room for so many words."""
    with suppress(DiaryProblem):
        while True:
            site.practice.record(EventKind.SETTINGS, {"voice": words})


def test_a_read_only_diary_in_a_session_is_told_and_the_session_goes_on(stretching, site):
    page = stretching.page
    with read_only(site):
        page.click("#skip")
        expect(page.get_by_role("status")).to_contain_text(READ_ONLY)
        expect(page.locator("#saved")).to_have_text("Not saved yet")
        stretching.expect_state("playing")
    stretching.wait(60)
    stretching.expect_saved()
    expect(page.get_by_role("status")).to_have_text("")
    assert len(site.events(EventKind.EXERCISE_SKIPPED)) == 1


def test_a_full_disk_at_the_end_of_a_session_loses_nothing_of_it(stretching, site):
    with full(site):
        while stretching.page.locator("#player[data-state=ended]").count() == 0:
            stretching.wait(30)
        expect(stretching.page.get_by_role("status")).to_contain_text(FULL)
    stretching.wait(90)
    stretching.page.wait_for_url("**/after")
    planned = {(s["exercise"], side) for s in site.planned()["steps"] for side in s["sides"]}
    assert {(done["exercise"], done["side"]) for done in stretching.done} == planned
    assert len(site.events(EventKind.SESSION_ENDED)) == 1


def test_this_hurts_is_acted_on_even_where_it_can_not_be_saved(stretching, site):
    name = stretching.exercise
    with read_only(site):
        stretching.say_it_hurts("sharp")
        expect(stretching.page.locator("#caption")).to_contain_text("left out today")
    stretching.wait(60)
    stretching.expect_saved()
    assert stretching.exercise != name
    assert [hurt["what"] for hurt in site.events(EventKind.HURT)] == ["sharp"]


@pytest.mark.parametrize(("refusing", "sentence"), [(read_only, READ_ONLY), (full, FULL)])
def test_a_form_that_can_not_be_saved_says_why(someone, known, site, refusing, sentence):
    known()
    someone.page.goto("/")
    with refusing(site):
        someone.page.click("#start button.primary")
        expect(someone.page.locator("main")).to_contain_text(sentence)
    someone.start()


@pytest.mark.parametrize("refusing", [read_only, full])
def test_what_to_do_in_an_emergency_can_be_read_all_the_same(someone, known, site, refusing):
    known()
    with refusing(site):
        someone.page.goto("/card/emergency")
        expect(someone.page.get_by_role("link", name="Call").first).to_be_visible()
        someone.page.goto("/")
        expect(someone.page.get_by_role("button", name="Start")).to_be_visible()

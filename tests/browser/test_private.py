"""Over a whole first day nothing leaves this computer, and little is kept in the browser."""

import gzip

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

KILOBYTES = 40


@pytest.fixture
def noted(page):
    """Everything that the browser asks for, and everything it complains of."""
    asked, complaints = [], []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("worker", lambda worker: asked.append(worker.url))
    page.context.on("console", lambda said: complaints.append(said.text))
    page.context.on("weberror", lambda error: complaints.append(str(error.error)))
    return asked, complaints


def first_day(someone):
    page = someone.page
    page.goto("/")
    page.click("text=Begin the safety check")
    someone.go_through_the_check()
    page.wait_for_url("**/about/body")
    someone.tell_where_it_hurts()
    page.wait_for_url("**/about/health")
    someone.tell_what_is_at_hand()
    someone.start()
    someone.begin()
    someone.play_until("hold")
    someone.say_it_hurts("too_much")
    expect(page.locator("#caption")).to_contain_text("Go on when you are ready")
    page.click("#pause")
    someone.play_to_the_end()
    someone.tell_how_it_went(during="3", pain="3", reach="usual", neuro="none")
    for path in ("/library", "/library/pelvic_tilt", "/routines", "/progress", "/how", "/notes"):
        page.goto(path)
    for path in ("/about", "/settings", "/card/emergency", "/nowhere"):
        page.goto(path)


def test_nobody_else_is_asked_for_anything_and_nothing_is_complained_of(someone, site, noted):
    first_day(someone)
    asked, complaints = noted
    assert asked
    assert [url for url in asked if not url.startswith((site.url, "blob:" + site.url))] == []
    assert [text for text in complaints if "404" not in text] == []


def test_no_cookie_is_set_and_nothing_about_the_person_stays_in_the_browser(someone):
    first_day(someone)
    context, page = someone.page.context, someone.page
    assert context.cookies() == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []


def test_no_page_is_kept_by_the_browser(someone, known):
    known()
    for path in ("/", "/about", "/history", "/settings"):
        answer = someone.page.goto(path)
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/session/{id}"])
def test_a_page_brings_little_script_and_style(someone, site, path):
    if "{id}" in path:
        site.known()
        path = path.format(id=site.begun())
    brought = {}
    someone.page.on("response", lambda answer: brought.update({answer.url: answer}))
    someone.page.goto(path)
    someone.page.wait_for_load_state("networkidle")
    bodies = [
        answer.body()
        for answer in brought.values()
        if answer.request.resource_type in ("script", "stylesheet")
    ]
    assert len(bodies) >= 2
    assert sum(len(gzip.compress(body)) for body in bodies) < KILOBYTES * 1024

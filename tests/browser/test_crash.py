"""A server that is killed at any moment takes nothing with it that was shown as saved."""

import random
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from tests.browser.hosting import Site
from tests.browser.walking import Someone

from psoas.diary import open_diary
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice

pytestmark = pytest.mark.browser

KILLS = 4


class Served:
    """`psoas serve` as a process of its own, on one port, as often as it takes."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        command = "import sys; from psoas.cli import main; sys.exit(main())"
        serve = ["serve", "--no-browser", "--port", str(self.port), "--data", str(self.folder)]
        self.process = subprocess.Popen([sys.executable, "-c", command, *serve])
        while not self._answers():
            time.sleep(0.05)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def _answers(self):
        try:
            return urllib.request.urlopen(f"{self.url}/card/emergency", timeout=5).status == 200
        except OSError:
            assert self.process.poll() is None, "the server did not start"
            return False


class Now:
    """The clock of a server of its own can't be set."""

    def __call__(self):
        return datetime.now(UTC)

    def advance(self, seconds):
        """Only the page's time is driven."""


@pytest.fixture
def served(tmp_path):
    server = Served(tmp_path)
    diary = open_diary(tmp_path)
    identities = (f"before-{number}" for number in range(1000))
    Site("", Practice(diary, load(), Now(), lambda: next(identities)), Now()).known(minutes=20)
    diary.close()
    server.start()
    yield server
    server.kill()


@pytest.fixture
def lying(served, chromium):
    """Someone with a session of that server under way, and the ids it said are saved."""
    context = chromium.new_context(base_url=served.url, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.install(time=datetime.now(UTC))
    page.clock.pause_at(datetime.now(UTC))
    someone = Someone(page, Site(served.url, None, Now()))
    someone.saved = set()
    context.on("response", lambda answer: _note_saved(answer, someone.saved))
    someone.start()
    someone.begin()
    yield someone
    context.close()


def _note_saved(answer, saved):
    if answer.request.method == "POST" and answer.url.endswith(("/events", "/hurt")) and answer.ok:
        saved.add(answer.request.post_data_json["id"])


def in_diary(folder):
    """What a diary holds, read past the server."""
    diary = open_diary(folder)
    events = diary.events()
    diary.close()
    return events


def test_whatever_was_shown_as_saved_outlives_the_server(lying, served):
    chance = random.Random(1)
    page = lying.page
    for _ in range(KILLS):
        lying.wait(chance.uniform(20, 120))
        act = chance.choice(["#skip", "#back", "#skip", None])
        killer = threading.Timer(chance.uniform(0, 0.15), served.process.kill)
        killer.start()
        if act:
            page.click(act)
        lying.wait(chance.uniform(0, 40))
        killer.join()
        served.kill()
        held = {event.id for event in in_diary(served.folder)}
        assert lying.saved <= held
        served.start()
        if chance.random() < 0.5:
            page.reload()
            lying.begin()
    lying.play_to_the_end()
    events = in_diary(served.folder)
    assert lying.saved <= {event.id for event in events}
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('outbox'))") == []
    assert max(Counter(event.id for event in events).values()) == 1
    ended = [event for event in events if event.kind is EventKind.SESSION_ENDED]
    assert len(ended) == 1


def test_every_second_that_was_held_is_told_once_for_all_the_kills(lying, served):
    chance = random.Random(3)
    for _ in range(KILLS):
        lying.wait(chance.uniform(20, 120))
        served.kill()
        lying.wait(chance.uniform(0, 40))
        served.start()
    lying.play_to_the_end()
    events = in_diary(served.folder)
    [started] = [event.data for event in events if event.kind is EventKind.SESSION_STARTED]
    planned = {(s["exercise"], side) for s in started["plan"]["steps"] for side in s["sides"]}
    done = [event.data for event in events if event.kind is EventKind.EXERCISE_DONE]
    assert Counter((each["exercise"], each["side"]) for each in done) == Counter(planned)
    assert {each["completed"] for each in done} == {100}


def test_the_page_says_that_it_is_not_saved_yet_and_then_that_it_is(lying, served):
    served.kill()
    lying.page.click("#skip")
    expect(lying.page.locator("#saved")).to_have_text("Not saved yet")
    lying.expect_state("playing")
    served.start()
    lying.wait(60)
    lying.expect_saved()

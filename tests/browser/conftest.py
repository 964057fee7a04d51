"""A person at a real Chromium, and a server whose day the test decides."""

import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
import uvicorn
from tests.browser.devices import Devices
from tests.browser.walking import Someone

from psoas.body import Place, Surface
from psoas.diary import open_diary
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person import Eases, Irritability, Person
from psoas.web import create_app

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

ONE_LEG = {
    "age": 50,
    "where": frozenset({Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}),
    "back_pain": 3,
    "leg_pain": 2,
    "usual_morning": 3,
    "irritability": Irritability.LOW,
    "eases": Eases.BENDING,
    "equipment": frozenset({"chair", "wall", "mat", "strap", "cushion"}),
    "lie_on": frozenset({Surface.FLOOR, Surface.BED}),
    "pregnant": False,
    "minutes": 5,
}
"""What is true of the person of most tests: one leg, not easily stirred, five minutes."""

AS_BEFORE = {
    "during": 3,
    "pain": 3,
    "left_during": 3,
    "right_during": 1,
    "left": 3,
    "right": 1,
    "neuro": "none",
    "exercise": None,
}
"""How a session went that changed nothing for that person."""


@dataclass
class Clock:
    """The server's clock; it runs from where a test sets it."""

    start: datetime = MONDAY
    since: float = field(default_factory=time.monotonic)

    def __call__(self):
        return self.start + timedelta(seconds=time.monotonic() - self.since)

    def set(self, moment):
        self.start, self.since = moment, time.monotonic()

    def advance(self, seconds):
        self.start += timedelta(seconds=seconds)


@dataclass
class Site:
    """The address, and what stands behind it."""

    url: str
    practice: Practice
    clock: Clock

    def events(self, *kinds):
        """What the diary holds of these kinds, in the order it arrived."""
        return [dict(event.data) for event in self.practice.diary.events(kinds=kinds)]

    def planned(self):
        """The plan of the session that was started last."""
        return self.events(EventKind.SESSION_STARTED)[-1]["plan"]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def site(tmp_path, clock):
    numbers = count(1)
    diary = open_diary(tmp_path / "diary")
    practice = Practice(diary, load(), clock, lambda: f"made-here-{next(numbers)}")
    with running(create_app(practice)) as url:
        yield Site(url, practice, clock)
    diary.close()


class running:
    """A server on a free port for as long as the block lasts."""

    def __init__(self, app):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        settings = uvicorn.Config(app, port=self.port, log_level="error")
        self.server = uvicorn.Server(settings)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self):
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{self.port}"

    def __exit__(self, *error):
        self.server.should_exit = True
        self.thread.join(5)


@pytest.fixture
def known(site):
    """Describes a person and answers the full check with no, but for the `raised` flags."""

    def describe(*raised, **facts):
        site.practice.describe(Person(**{**ONE_LEG, **facts}))
        answers = {
            flag: Answer(reply=Reply.YES if flag in raised else Reply.NO)
            for flag in load_flags().by_id
        }
        site.practice.answer("full", answers)

    return describe


@pytest.fixture
def live(site):
    """Goes through a whole session without a browser and without anything getting worse."""

    def through(**check_in):
        practice = site.practice
        person = practice.standing().described_check_in
        practice.nothing_new()
        begun = practice.begin({**person, "painkiller": False, **check_in}, {})
        for number, step in enumerate(practice.session(begun.session).plan["steps"]):
            for side in step["sides"]:
                done = {"step": number, "exercise": step["exercise"], "side": side}
                whole = {"session": begun.session, "seconds": 30, "completed": 100, **done}
                practice.record(EventKind.EXERCISE_DONE, whole)
        ended = {"completed": 100, "why": "none", "enough": False}
        practice.record(EventKind.SESSION_ENDED, {"session": begun.session, **ended})
        practice.record(EventKind.RESPONDED, {"session": begun.session, **AS_BEFORE})
        return begun.session

    return through


@pytest.fixture
def page(chromium, site):
    """A laptop's window on the site. An error, a refused resource or a stranger fails the test."""
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    problems = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on("console", lambda said: _note_refusal(said.text, problems))
    context.on("request", lambda request: _note_stranger(request.url, site.url, problems))
    yield context.new_page()
    assert problems == []
    context.close()


def _note_refusal(text, problems):
    if "Content Security Policy" in text:
        problems.append(text)


def _note_stranger(url, own, problems):
    if not url.startswith((own, "blob:", "data:")):
        problems.append(url)


@pytest.fixture
def someone(page, site):
    """A person at that window, with the window's clock in the test's hands."""
    page.clock.install(time=site.clock())
    page.clock.pause_at(site.clock() + timedelta(seconds=1))
    return Someone(page, site)


@pytest.fixture
def devices(page):
    """Stand-ins for what stands beside a page; put in place with `with_voices`."""
    return Devices(page)


@pytest.fixture
def stretching(someone, known):
    """A person some seconds into the first hold of a session."""
    known()
    someone.start()
    someone.begin()
    someone.play_until("hold")
    someone.wait(3)
    return someone

"""A server whose day a test decides, and the people whose diary it serves."""

import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import uvicorn

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

    def known(self, *raised, **facts):
        """Describe a person and answer the full check with no, but for the `raised` flags."""
        self.practice.describe(Person(**{**ONE_LEG, **facts}))
        answers = {
            flag: Answer(reply=Reply.YES if flag in raised else Reply.NO)
            for flag in load_flags().by_id
        }
        self.practice.answer("full", answers)

    def begun(self, **check_in):
        """Start a session without a browser; its id."""
        practice = self.practice
        person = practice.standing().described_check_in
        practice.nothing_new()
        return practice.begin({**person, "painkiller": False, **check_in}, {}).session

    def live(self, **check_in):
        """Go through a whole session without a browser and without anything getting worse."""
        practice, session = self.practice, self.begun(**check_in)
        for number, step in enumerate(practice.session(session).plan["steps"]):
            for side in step["sides"]:
                done = {"step": number, "exercise": step["exercise"], "side": side}
                whole = {"session": session, "seconds": 30, "completed": 100, **done}
                practice.record(EventKind.EXERCISE_DONE, whole)
        ended = {"completed": 100, "why": "none", "enough": False}
        practice.record(EventKind.SESSION_ENDED, {"session": session, **ended})
        practice.record(EventKind.RESPONDED, {"session": session, **AS_BEFORE})
        return session


@contextmanager
def hosted(folder, clock):
    """A site over a new diary in a folder, for as long as the block lasts."""
    numbers = count(1)
    diary = open_diary(folder)
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

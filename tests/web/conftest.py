import html
import re
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from starlette.testclient import TestClient

from psoas.body import Place, Surface
from psoas.diary import open_diary
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person import Irritability, Person
from psoas.web import create_app

ADDRESS = "http://localhost"

AT_EASE = {
    "age": 40,
    "where": frozenset({Place.BACK}),
    "back_pain": 3,
    "leg_pain": 0,
    "irritability": Irritability.NO_LEG_SYMPTOMS,
    "lie_on": frozenset({Surface.FLOOR, Surface.BED}),
    "equipment": frozenset({"chair", "wall", "doorway", "mat", "strap", "cushion"}),
    "minutes": 20,
}
"""What is true of a person who may do most things."""


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, days: int) -> None:
        """So many days later."""
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def practice(tmp_path, clock):
    """The practice of a person of whom nothing is known yet, on a diary of its own."""
    diary = open_diary(tmp_path)
    numbers = count()
    yield Practice(diary, load(), clock, lambda: f"id-{next(numbers)}")
    diary.close()


@pytest.fixture
def client(practice):
    """A browser on the person's own machine."""
    headers = {"Accept": "text/html", "Origin": ADDRESS}
    with TestClient(
        create_app(practice), base_url=ADDRESS, headers=headers, follow_redirects=False
    ) as browser:
        yield browser


@pytest.fixture
def known(practice):
    """Describes the person and answers the full safety check with no, but for `raised` flags."""

    def describe(*raised, **facts):
        person = Person(**{**AT_EASE, **facts})
        practice.describe(person)
        practice.answer(
            "full",
            {
                flag: Answer(reply=Reply.YES if flag in raised else Reply.NO)
                for flag in load_flags().by_id
            },
        )
        return person

    return describe


@pytest.fixture
def events(practice):
    """The data of the events of one kind, as they were stored."""

    def stored(kind: EventKind):
        return [dict(event.data) for event in practice.diary.events(kinds=[kind])]

    return stored


@pytest.fixture
def started(client, known):
    """Starts a session on the page of Today, of someone who was described just now; its id."""

    def start(**facts):
        known(**facts)
        return client.post("/start").headers["location"].removeprefix("/session/")

    return start


@pytest.fixture
def planned(events):
    """The steps of the latest session that was started."""
    return lambda: events(EventKind.SESSION_STARTED)[-1]["plan"]["steps"]


@pytest.fixture
def sentence():
    """The one plain sentence on a page that refuses something."""

    def said(answer):
        found = re.findall(r'role="alert"><p>([^<]+)</p>', answer.text)
        assert len(found) == 1, answer.text
        assert "Traceback" not in answer.text
        return html.unescape(found[0])

    return said

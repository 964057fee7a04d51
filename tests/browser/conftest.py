"""A person at a real Chromium, and a server whose day the test decides."""

import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
import uvicorn

from psoas.diary import open_diary
from psoas.library import load
from psoas.practice import Practice
from psoas.web import create_app

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """The server's clock; it runs from where a test sets it."""

    start: datetime = MONDAY
    since: float = field(default_factory=time.monotonic)

    def __call__(self):
        return self.start + timedelta(seconds=time.monotonic() - self.since)

    def set(self, moment):
        self.start, self.since = moment, time.monotonic()


@dataclass
class Site:
    """The address, and what stands behind it."""

    url: str
    practice: Practice
    clock: Clock


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
def page(chromium, site):
    """A laptop's window on the site, with the pages' clock in the test's hands."""
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("request", lambda request: page.problems.append(request.url)
            if not request.url.startswith((site.url, "blob:", "data:")) else None)
    yield page
    assert page.problems == []
    context.close()

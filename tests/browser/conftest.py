"""A person at a real Chromium, and a server whose day the test decides."""

from datetime import timedelta

import pytest
from tests.browser.devices import Devices
from tests.browser.hosting import Clock, hosted
from tests.browser.walking import Someone


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def site(tmp_path, clock):
    with hosted(tmp_path / "diary", clock) as site:
        yield site


@pytest.fixture
def known(site):
    """Describes a person and answers the full check with no, but for the `raised` flags."""
    return site.known


@pytest.fixture
def live(site):
    """Goes through a whole session without a browser and without anything getting worse."""
    return site.live


@pytest.fixture
def page(chromium, site):
    """A laptop's window on the site. An error, a refused resource or a stranger fails the test."""
    # With less motion a driven clock needn't draw every frame of a session; what moves asks for it.
    window = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
    context = chromium.new_context(base_url=site.url, **window)
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

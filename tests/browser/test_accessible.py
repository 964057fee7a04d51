"""Every page in every state can be used by everyone: no fault for axe, on no screen."""

from contextlib import ExitStack

import pytest
from tests.browser import looking
from tests.browser.everywhere import ACTIONS, IN_SESSION, PAGES, stretching
from tests.browser.hosting import Clock, hosted

from psoas.plan.events import EventKind

pytestmark = pytest.mark.browser


def states():
    """Every state by its name: who sees it, and how to come to it."""
    for who, pages in PAGES.items():
        for name, path in pages.items():
            yield name, who, path
    for who, actions in ACTIONS.items():
        for name, action in actions.items():
            yield name, who, action


STATES = {name: (who, way) for name, who, way in states()}
everywhere = pytest.mark.parametrize("state", STATES)
in_session = pytest.mark.parametrize("state", IN_SESSION)


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The site of each kind of person; opened once, and only looked at."""
    opened = {}
    with ExitStack() as stack:

        def of(who):
            if who not in opened:
                folder = tmp_path_factory.mktemp(who.__name__)
                opened[who] = stack.enter_context(hosted(folder, Clock()))
                who(opened[who])
            return opened[who]

        yield of


def session_of(site):
    [started] = site.events(EventKind.SESSION_STARTED)
    return started["session"]


def filled(path, site):
    """The path with the ids that this site has."""
    own, empty, *_ = (*site.practice.brought(), "", "")
    return path.format(id=session_of(site) if "{id}" in path else "", own=own, empty=empty)


@pytest.fixture
def seen(state, sites, chromium):
    """A page in a state."""
    if state in IN_SESSION:
        who, way = stretching, IN_SESSION[state]
    else:
        who, way = STATES[state]
    site = sites(who)
    context = chromium.new_context(base_url=site.url, viewport=looking.LAPTOP)
    context.set_default_timeout(10_000)
    page = context.new_page()
    if state in IN_SESSION:
        page.goto(f"/session/{session_of(site)}")
    if isinstance(way, str):
        page.goto(filled(way, site))
    else:
        way(page)
    yield page
    context.close()


def faults(page):
    found = {
        "light, phone": looking.axe(page, "light", looking.PHONE),
        "dark, laptop": looking.axe(page, "dark", looking.LAPTOP, "color-contrast"),
        "320 pixels wide": looking.too_wide(page),
        "letters twice as large": looking.lost_when_large(page),
    }
    return {where: what for where, what in found.items() if what}


@everywhere
def test_no_page_keeps_anyone_out(seen, state):
    assert faults(seen) == {}


@in_session
def test_no_moment_of_a_session_keeps_anyone_out(seen, state):
    assert faults(seen) == {}


@in_session
def test_everything_in_a_session_is_as_large_as_a_thumb(seen, state):
    for size in (looking.PHONE, looking.LAPTOP):
        seen.set_viewport_size(size)
        assert looking.too_small(seen) == []

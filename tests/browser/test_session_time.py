"""Neither a hidden page nor a clock that jumps makes a hold longer or shorter than it is."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def hide(page, hidden):
    """As a browser tells a page that nobody sees it, or sees it again."""
    page.evaluate(
        """hidden => {
          const value = hidden ? 'hidden' : 'visible'
          Object.defineProperty(document, 'visibilityState', { value, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        }""",
        hidden,
    )


def test_a_hidden_page_whose_timers_are_rare_goes_on_counting(stretching):
    left = stretching.count
    hide(stretching.page, True)
    for _ in range(3):
        stretching.page.clock.fast_forward(1500)
    hide(stretching.page, False)
    stretching.wait(0.5)
    assert stretching.count == left - 5


def test_all_of_a_session_in_a_hidden_page_is_as_long_as_in_a_seen_one(stretching, site):
    hide(stretching.page, True)
    for _ in range(600):
        if stretching.page.url.endswith("/after"):
            break
        stretching.page.clock.fast_forward(5000)
    stretching.page.wait_for_url("**/after")
    planned = {
        (step["exercise"], side): step["hold_seconds"] * step["repetitions"] * step["sets"]
        for step in site.planned()["steps"]
        for side in step["sides"]
        if step["hold_seconds"]
    }
    done = {(one["exercise"], one["side"]): one["seconds"] for one in stretching.done}
    assert planned
    assert {key: done[key] for key in planned} == planned


def test_a_machine_that_slept_wakes_up_where_the_person_was_last_guided(stretching):
    left = stretching.count
    stretching.page.clock.fast_forward("08:00:00")
    stretching.expect_state("paused")
    expect(stretching.page.locator("#caption")).to_contain_text("Welcome back")
    assert stretching.count == left
    assert stretching.done == []
    stretching.page.click("#pause")
    stretching.wait(2)
    assert stretching.count == left - 2


@pytest.mark.parametrize("hours", [-5, 5], ids=["back", "forth"])
def test_a_clock_on_the_wall_that_is_set_takes_nothing_away(stretching, site, hours):
    left = stretching.count
    stretching.page.clock.set_system_time(site.clock() + timedelta(hours=hours))
    stretching.wait(1)
    if hours > 0:
        expect(stretching.page.locator("#caption")).to_contain_text("Welcome back")
        stretching.page.click("#pause")
    stretching.wait(1)
    assert left - 2 <= stretching.count <= left - 1

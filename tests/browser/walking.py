"""What a person does on the pages, in words; each returns once the next page is there."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect

from psoas.plan.events import EventKind

AT_MOST = 3600
"""Seconds after which a session that hasn't ended never will."""


@dataclass
class Someone:
    """A person at a page, whose time the test drives."""

    page: Page
    site: Any

    # ---- the way in ----

    def go_through_the_check(self):
        """Nothing of it fits."""
        for nothing in self.page.locator("input[type=radio][value=none]").all():
            nothing.check()
        self.go_on()

    def tell_where_it_hurts(self):
        for place in ("back", "left_buttock", "left_thigh"):
            self.page.check(f"#place-{place}")
        self.choose(back="3", leg="2", morning="3", irritability="low", eases="bending")
        self.go_on()

    def tell_what_is_at_hand(self, minutes="5"):
        self.page.select_option("#age", "50")
        for thing in ("chair", "wall", "mat", "strap", "cushion"):
            self.page.check(f"input[name=equipment][value={thing}]")
        for surface in ("floor", "bed"):
            self.page.check(f"input[name=lie_on][value={surface}]")
        self.choose(minutes=minutes)
        self.go_on()

    def choose(self, **answers):
        """One answer of each question, by its name."""
        for name, value in answers.items():
            self.page.check(f'input[name="{name}"][value="{value}"]')

    def go_on(self):
        """Press the form's main button."""
        self.page.locator("form button.primary").last.click()

    # ---- a session ----

    def start(self, **answers):
        """From Today to the session's page; `answers` to what is asked before it."""
        self.page.goto("/")
        self.choose(**answers)
        self.page.click("#start button.primary")
        expect(self.page.locator("#player")).to_be_visible()

    def begin(self):
        self.page.click("#begin")
        self.expect_state("playing")

    def wait(self, seconds):
        """Let so much time pass, here and at the server."""
        self.site.clock.advance(seconds)
        self.page.clock.run_for(round(seconds * 1000))

    def later(self, **time):
        """Come back later, with the page closed meanwhile."""
        self.page.goto("about:blank")
        self.site.clock.set(self.site.clock() + timedelta(**time))
        self.page.clock.pause_at(self.site.clock() + timedelta(seconds=1))

    def next_day(self):
        """Come back tomorrow at nine."""
        tomorrow = self.site.clock().date() + timedelta(days=1)
        start = self.site.clock().replace(hour=9, minute=0)
        self.page.goto("about:blank")
        self.site.clock.set(start + (tomorrow - start.date()))
        self.page.clock.pause_at(self.site.clock() + timedelta(seconds=1))

    def play_to_the_end(self):
        """Lie there until the questions come."""
        for _ in range(AT_MOST // 30):
            if self.page.url.endswith("/after"):
                break
            self.wait(30)
        self.page.wait_for_url("**/after")

    def play_until(self, kind):
        """Lie there until a moment of that kind."""
        for _ in range(AT_MOST):
            if self.page.locator("#player").get_attribute("data-kind") == kind:
                return
            self.wait(1)
        raise AssertionError(f"no {kind} ever came")

    def expect_state(self, state):
        expect(self.page.locator("#player")).to_have_attribute("data-state", state)

    def expect_saved(self):
        expect(self.page.locator("#saved")).to_have_attribute("data-saved", "saved")

    def say_it_hurts(self, what):
        """Press the button for it, and say what it is like."""
        self.page.click("#hurts")
        self.page.click(f'[data-what="{what}"]')

    def stop_because(self, why):
        """Stop the session, and say why."""
        self.page.click("#leave")
        self.page.click(f'[data-why="{why}"]')

    @property
    def exercise(self):
        return self.page.inner_text("#exercise-name")

    @property
    def count(self):
        return int(self.page.inner_text("#count"))

    @property
    def caption(self):
        return self.page.inner_text("#caption")

    def tell_how_it_went(self, **answers):
        """On the page after a session."""
        self.choose(**answers)
        self.go_on()
        self.page.wait_for_url("**/?done=yes")

    # ---- what it led to ----

    @property
    def done(self):
        """The sides that the diary has as done."""
        return self.site.events(EventKind.EXERCISE_DONE)

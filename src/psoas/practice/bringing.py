"""Bringing a page: reading it, keeping it, mending its routine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from psoas.articles.brought import BroughtRoutine, brought
from psoas.articles.brought_data import (
    page_as_data,
    page_from_data,
    routine_as_data,
    routine_from_data,
)
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.found import Reading
from psoas.articles.page import Page
from psoas.articles.playable import OWN
from psoas.articles.reading import MOST_CHARACTERS, read
from psoas.knowledge import BadData
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice.records import Records

MOST_PAGES = 100
"""Pages that are kept at a time."""
KEPT_READINGS = 8


class UnknownPage(KeyError):
    """There is no such page, or it was forgotten."""


class TooManyPages(UnreadablePage):
    """As many pages are kept as there can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPage:
    """A page, what is read from it now, and its routine as the person has it."""

    reading: Reading
    origin: str
    """A file's name or an address; empty where it was pasted."""
    routine: BroughtRoutine
    original: BroughtRoutine
    """As it was read when the page was brought."""


class Bringing(Records):
    """What a person does with pages that they found."""

    def brought(self) -> Mapping[str, BroughtRoutine]:
        """All that were brought and not forgotten, saved or not; oldest first."""
        return self._brought.routines(self.memory())

    def bring(self, page: Page, origin: str, unnamed: str) -> str:
        """Keep a page and what is read from it; the id of its routine.

        `unnamed` is the routine's name where the page has no title.
        Raises `TooManyPages`.
        """
        if len(self.brought()) >= MOST_PAGES:
            raise TooManyPages(
                "You keep {count} pages already. Forget one, and bring this one again.",
                count=MOST_PAGES,
            )
        kept = _shortened(page)
        identity = f"{OWN}-{self.new_id()}"
        routine = brought(_reading(kept), identity, unnamed)
        data = {
            "id": identity,
            "page": page_as_data(kept),
            "origin": origin,
            "routine": routine_as_data(routine),
        }
        self.record(EventKind.PAGE_BROUGHT, data, identity)
        return identity

    def page(self, identity: str) -> BroughtPage:
        """One page with its routine; raises `UnknownPage`."""
        routine = self.brought().get(identity)
        event = self.diary.event(identity, self._person) if routine else None
        if routine is None or event is None:
            raise UnknownPage(identity)
        try:
            page = page_from_data(event.data["page"])
            original = routine_from_data(event.data["routine"])
        except (BadData, KeyError):
            raise UnknownPage(identity) from None
        return BroughtPage(
            reading=_reading(page),
            origin=str(event.data.get("origin", "")),
            routine=routine,
            original=original,
        )

    def mend(self, identity: str, change: Callable[[BroughtRoutine], BroughtRoutine]) -> None:
        """Store a change of a routine, where it changes anything; raises `UnknownPage`."""
        routine = self.brought().get(identity)
        if routine is None:
            raise UnknownPage(identity)
        changed = change(routine)
        if changed != routine:
            told = {"id": identity, "routine": routine_as_data(changed)}
            self.record(EventKind.ROUTINE_MENDED, told)

    def forget(self, identity: str) -> None:
        """List a page no more; what was done with it stays in the diary."""
        if identity in self.brought():
            self.record(EventKind.ROUTINE_FORGOTTEN, {"id": identity})


def _shortened(page: Page) -> Page:
    """As much of a page as is read."""
    if len(page.text) <= MOST_CHARACTERS:
        return page
    return replace(page, text=page.text[:MOST_CHARACTERS], cut=True)


@lru_cache(maxsize=KEPT_READINGS)
def _reading(page: Page) -> Reading:
    return read(page, load())

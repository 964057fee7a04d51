"""The routines that a person brought, as the diary has them now; each is read once."""

from collections.abc import Mapping

from psoas.articles.brought import BroughtRoutine
from psoas.articles.brought_data import routine_from_data
from psoas.articles.playable import with_brought
from psoas.diary import Diary
from psoas.knowledge import BadData
from psoas.library import Library
from psoas.plan.memory import Memory


class Brought:
    """What a person brought, and the library with it."""

    def __init__(self, diary: Diary, library: Library, person: str) -> None:
        self._diary = diary
        self._own = library
        self._person = person
        self._events: Mapping[str, str] = {}
        self._routines: Mapping[str, BroughtRoutine] = {}
        self._library = library

    def library(self, memory: Memory) -> Library:
        """The library that Psoas has, with what this person brought."""
        self._look(memory)
        return self._library

    def routines(self, memory: Memory) -> Mapping[str, BroughtRoutine]:
        """All routines that were brought and not forgotten, saved or not; oldest first."""
        self._look(memory)
        return self._routines

    def _look(self, memory: Memory) -> None:
        if memory.brought == self._events:
            return
        known = {name: self._known(name, event) for name, event in memory.brought.items()}
        self._routines = {name: routine for name, routine in known.items() if routine}
        self._library = with_brought(self._own, self._routines.values())
        self._events = memory.brought

    def _known(self, name: str, event: str) -> BroughtRoutine | None:
        """As it was read before, or anew; None for one that can't be read any more."""
        if self._events.get(name) == event:
            return self._routines.get(name)
        told = self._diary.event(event, self._person)
        try:
            return routine_from_data(told.data["routine"]) if told else None
        except (BadData, KeyError):
            return None

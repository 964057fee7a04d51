"""Patterns of a word list, searched only in texts whose words they need."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from sys import maxsize
from typing import Generic, TypeVar

from psoas.articles.expressions import Row, rows_of, written
from psoas.articles.needs import needs_of
from psoas.articles.word_index import INDEX, NONE
from psoas.knowledge import BadData, Problem

MOST_KEPT = 256
"""Different needs of texts for which a pattern remembers what may be in them."""


def _read(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        mend = f"this pattern can't be read: {error}"
        raise BadData([Problem("articles/data", pattern, mend)]) from None


@dataclass(frozen=True)
class Alternative:
    """One of the patterns of which a pattern is made."""

    row: Row

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """As `re` knows it; compiled when it is needed, since that takes long."""
        return _read(written(self.row))

    @cached_property
    def needs(self) -> tuple[int, ...]:
        """What it needs, as bits of the index, the hardest to meet first."""
        return tuple(map(INDEX.bit, needs_of(self.row))) or (NONE,)

    @cached_property
    def all_needs(self) -> int:
        """The same as one number."""
        return reduce(or_, self.needs)


@dataclass(frozen=True)
class Pattern:
    """A regular expression that looks before it searches; it finds what `re` finds."""

    pattern: str

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """As `re` knows it; raises `BadData` where it can't be read."""
        return _read(self.pattern)

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Its alternatives in their order."""
        return tuple(map(Alternative, rows_of(self.pattern)))

    @cached_property
    def any_need(self) -> int:
        """Needs of which a text meets one at least, if any alternative may be in it."""
        return reduce(or_, (one.needs[0] for one in self.alternatives))

    @cached_property
    def all_needs(self) -> int:
        """Every need of any alternative."""
        return reduce(or_, (one.all_needs for one in self.alternatives))

    @cached_property
    def _possible(self) -> dict[int, tuple[re.Pattern[str], ...]]:
        """What it was worth to search for, by the needs that a text met."""
        return {}

    def possible(self, said: str) -> tuple[re.Pattern[str], ...]:
        """The alternatives that it is worth to search a text for."""
        any_need, all_needs = self.any_need, self.all_needs  # may add to the index: they come first
        met = INDEX.met_by[said]
        if not met & any_need:
            return ()
        found = self._possible.get(met & all_needs)
        return self._newly_possible(met & all_needs) if found is None else found

    def _newly_possible(self, met: int) -> tuple[re.Pattern[str], ...]:
        if len(self._possible) >= MOST_KEPT:
            self._possible.clear()
        found = tuple(one.whole for one in self.alternatives if not one.all_needs & ~met)
        self._possible[met] = found
        return found

    def search(self, said: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place where it is found; where several are, the first alternative's."""
        text = said[:end]
        possible = self.possible(text)
        if len(possible) < 2:
            return possible[0].search(text, start) if possible else None
        hits = [hit for one in possible if (hit := one.search(text, start))]
        return min(hits, key=re.Match.start) if hits else None

    def finditer(self, said: str) -> Iterable[re.Match[str]]:
        """Every place where it is found."""
        possible = self.possible(said)
        if len(possible) < 2:
            return possible[0].finditer(said) if possible else ()
        return self.whole.finditer(said)

    def match(self, said: str, start: int = 0) -> re.Match[str] | None:
        """Where it is found right at a place."""
        return self.whole.match(said, start)

    def fullmatch(self, said: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Where it is all of a text."""
        text = said[:end]
        hits = (one.fullmatch(text, start) for one in self.possible(text))
        return next(filter(None, hits), None)

    def sub(self, put: Callable[[re.Match[str]], str], said: str) -> str:
        """The text with something else put for what is found."""
        return self.whole.sub(put, said) if self.possible(said) else said


Named = TypeVar("Named")


class Among(Generic[Named]):
    """Many patterns, each beside what it stands for."""

    def __init__(self, pairs: Iterable[tuple[Named, Pattern]]) -> None:
        self.pairs = tuple(pairs)

    @cached_property
    def _needs(self) -> tuple[tuple[int, tuple[Named, Pattern]], ...]:
        return tuple((pair[1].any_need, pair) for pair in self.pairs)

    @cached_property
    def _any_need(self) -> int:
        return reduce(or_, (need for need, _ in self._needs), 0)

    @cached_property
    def _likely(self) -> dict[int, tuple[tuple[Named, Pattern], ...]]:
        """What was likely, by the needs that a text met."""
        return {}

    def likely(self, said: str) -> tuple[tuple[Named, Pattern], ...]:
        """Those that may be in a text, in their order."""
        any_need = self._any_need  # these may add to the index, and so come first
        met = INDEX.met_by[said] & any_need
        if not met:
            return ()
        found = self._likely.get(met)
        return self._newly_likely(met) if found is None else found

    def _newly_likely(self, met: int) -> tuple[tuple[Named, Pattern], ...]:
        if len(self._likely) >= MOST_KEPT:
            self._likely.clear()
        found = tuple(pair for need, pair in self._needs if met & need)
        self._likely[met] = found
        return found

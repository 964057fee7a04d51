"""Patterns of a word list, searched only in texts whose words they need."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from sys import maxsize
from typing import Generic, TypeVar

from psoas.articles.expressions import Row, rows_of, written
from psoas.articles.needs import needs_of
from psoas.articles.word_index import INDEX, NONE
from psoas.knowledge import BadData, Problem


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
    def needs(self) -> int:
        """What it needs, as bits of the index."""
        return reduce(or_, map(INDEX.bit, needs_of(self.row)), 0)


@dataclass(frozen=True)
class Pattern:
    """A regular expression that looks before it searches; it finds what `re` finds."""

    pattern: str

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """As `re` knows it; raises `BadData` where it can't be read."""
        return _read(self.pattern)

    @cached_property
    def alternatives(self) -> tuple[tuple[int, Alternative], ...]:
        """Its alternatives in their order, each with what it needs."""
        found = map(Alternative, rows_of(self.pattern))
        return tuple((one.needs, one) for one in found)

    @cached_property
    def any_need(self) -> int:
        """Needs of which a text meets one at least, if any alternative may be in it."""
        return reduce(or_, (needs or NONE for needs, _ in self.alternatives))

    def possible(self, said: str) -> list[Alternative]:
        """The alternatives that it is worth to search a text for."""
        any_need = self.any_need  # this may add to the index, and so comes first
        met = INDEX.met_by(said)
        if not met & any_need:
            return []
        return [one for needs, one in self.alternatives if met & needs == needs]

    def search(self, said: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place where it is found; where several are, the first alternative's."""
        text = said[:end]
        hits = [hit for one in self.possible(text) if (hit := one.whole.search(text, start))]
        return min(hits, key=re.Match.start) if hits else None

    def finditer(self, said: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        possible = self.possible(said)
        searched = self if len(possible) > 1 else next(iter(possible), None)
        return searched.whole.finditer(said) if searched else iter(())

    def match(self, said: str, start: int = 0) -> re.Match[str] | None:
        """Where it is found right at a place."""
        return self.whole.match(said, start)

    def fullmatch(self, said: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Where it is all of a text."""
        text = said[:end]
        hits = (one.whole.fullmatch(text, start) for one in self.possible(text))
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

    def likely(self, said: str) -> list[tuple[Named, Pattern]]:
        """Those that may be in a text, in their order."""
        needs = self._needs  # these may add to the index, and so come first
        met = INDEX.met_by(said)
        return [pair for need, pair in needs if met & need]

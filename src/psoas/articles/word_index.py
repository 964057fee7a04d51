"""Which needs of patterns the words of a text meet, each word looked at only once.

Every need has a number of its own; the needs that a text meets are the bits of one integer.
"""

import re
from functools import reduce
from operator import or_

from psoas.articles.needs import EDGE, Need

LONGEST = 4000
"""A longer text isn't looked at: it may hold anything."""
TEXTS_KEPT = 1024
WORDS_KEPT = 20_000
"""Texts and words whose needs are remembered."""
ALL = -1
"""Every need is met."""
NONE = 1
"""No need at all, which every text meets."""

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
"""Numbers are words of their own, wherever they stand, and so is each sign."""


class _Words(dict[str, int]):
    """The needs that single words meet, each looked up when it is first asked for."""

    def __init__(self, index: "WordIndex") -> None:
        self.index = index

    def __missing__(self, word: str) -> int:
        if len(self) >= WORDS_KEPT:
            self.clear()
        met = self[word] = self.index.looked_up(word)
        return met


class _Texts(dict[str, int]):
    """The needs that whole texts meet, found when they are first asked for."""

    def __init__(self, words: _Words) -> None:
        self.words = words

    def __missing__(self, text: str) -> int:
        if len(text) > LONGEST:
            return ALL
        if len(self) >= TEXTS_KEPT:
            self.clear()
        told = set(_WORD.findall(text))
        met = self[text] = reduce(or_, map(self.words.__getitem__, told), NONE)
        return met


class WordIndex:
    """Finds the needs that texts meet.

    What is remembered is put away as a whole when a need is added: who still writes to it while
    another thread adds one writes to what nobody reads again.
    """

    def __init__(self) -> None:
        self.numbers: dict[Need, int] = {}
        self.whole: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        self.parts: dict[str, int] = {}
        self._forget()

    def _forget(self) -> None:
        self.met_by: dict[str, int] = _Texts(_Words(self))
        """The needs that a text meets."""

    def bit(self, need: Need) -> int:
        """The bit of a need, which is added where it is new."""
        if need not in self.numbers:
            bit = NONE << len(self.numbers) + 1
            for word in need:
                table, letters = self._table(word)
                table[letters] = table.get(letters, 0) | bit
            self.numbers[need] = bit
            self._forget()
        return self.numbers[need]

    def _table(self, word: str) -> tuple[dict[str, int], str]:
        """Where a word is kept, and without its edges."""
        if not word.startswith(EDGE):
            return self.parts, word.strip(EDGE)
        return (self.whole if word.endswith(EDGE) else self.beginnings), word.strip(EDGE)

    def looked_up(self, word: str) -> int:
        """The needs that a single word meets."""
        met = self.whole.get(word, 0)
        for length in range(1, len(word) + 1):
            met |= self.beginnings.get(word[:length], 0)
        for part, bits in self.parts.items():
            if part in word:
                met |= bits
        return met


INDEX = WordIndex()

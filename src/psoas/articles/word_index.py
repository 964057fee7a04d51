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
        self._texts: dict[str, int] = {}
        self._words: dict[str, int] = {}

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

    def met_by(self, text: str) -> int:
        """The needs that a text meets."""
        if len(text) > LONGEST:
            return ALL
        texts = self._texts
        met = texts.get(text)
        if met is None:
            if len(texts) >= TEXTS_KEPT:
                texts.clear()
            met = texts[text] = reduce(or_, map(self._met_by_word, set(_WORD.findall(text))), NONE)
        return met

    def _met_by_word(self, word: str) -> int:
        words = self._words
        met = words.get(word)
        if met is None:
            if len(words) >= WORDS_KEPT:
                words.clear()
            met = words[word] = self._looked_up(word)
        return met

    def _looked_up(self, word: str) -> int:
        met = self.whole.get(word, 0)
        for length in range(1, len(word) + 1):
            met |= self.beginnings.get(word[:length], 0)
        for part, bits in self.parts.items():
            if part in word:
                met |= bits
        return met


INDEX = WordIndex()

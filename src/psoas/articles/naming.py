"""Names of exercises, made simple before they are compared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from psoas.articles.patterns import Pattern
from psoas.articles.plain import plain
from psoas.articles.wordlists import any_of, read_words
from psoas.body import Position
from psoas.knowledge import STRICT_KEYS

LONGEST_NAME = 120
"""Characters of a name that are looked at."""

_DOSE = re.compile(
    r"[\s,:–—(-]\s*(?:x ?)?\d{1,3}(?: ?[–-] ?\d{1,3})? ?"
    r"(?:[x×/]|(?:s|secs?|seconds?|mins?|minutes?|reps?|repetitions|breaths?|each|per|times)\b).*"
)
"""How much of it, behind a name: “30 sec/side” is no side stretch."""


@dataclass(frozen=True, kw_only=True)
class NameWords:
    """How names are made simple before they are compared."""

    __pydantic_config__ = STRICT_KEYS

    empty: frozenset[str]
    """Words that say nothing of the exercise."""
    whole: frozenset[str]
    """Those of them with which a name in a sentence may begin or end."""
    telling: frozenset[str]
    """Single words that name an exercise wherever they stand."""
    exercise_words: tuple[str, ...]
    """Words that say that a name is an exercise's."""
    postures: Mapping[str, frozenset[Position]]
    """Words of a name that say how one lies, sits or stands, and the positions that fit."""
    same: Mapping[str, str]
    """Words that are taken for others."""

    @cached_property
    def exercise_word(self) -> Pattern:
        """A word that says that a name is an exercise's."""
        return any_of(self.exercise_words)


NAMES = read_words(NameWords, "names")


def tells(known: str) -> bool:
    """Whether a simple name says enough to be known inside another: not “twist” alone."""
    return len(known.split()) > 1 or known in NAMES.telling


@lru_cache(maxsize=4096)
def simple_name(name: str) -> str:
    """A name without what differs between writers; empty where it says nothing (“Stretch #1”)."""
    words = re.findall(r"[^\W_]+", plain(name[:LONGEST_NAME]).replace("'", ""))
    simple = [NAMES.same.get(word, word) for word in map(_single, words)]
    kept = sorted({word for word in simple if word not in NAMES.empty})
    return " ".join(kept) if any(not word.isdigit() for word in kept) else ""


def _single(word: str) -> str:
    """A word without the s of more than one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def variants(name: str) -> list[str]:
    """The simple forms of a name: whole, without and in brackets, on each side of “or”."""
    cut = _DOSE.sub("", name[:LONGEST_NAME]) or name[:LONGEST_NAME]
    outside = re.sub(r"\([^)]*\)", " ", cut)
    parts = [cut, outside, *re.findall(r"\(([^)]*)\)", cut)]
    parts += re.split(r"/|:|,|\s[–—-]\s|\bor\b|\baka\b|\blike\b|\bvs?\.", outside)
    simple = [simple_name(part) for part in parts]
    return list(dict.fromkeys(part for part in simple if part))

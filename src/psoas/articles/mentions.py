"""Exercises that a sentence names in passing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from psoas.articles.matching import Matcher
from psoas.articles.naming import NAMES, simple_name

MOST_WORDS = 6
"""Words of the longest name that is looked for."""
MOST_TOKENS = 120
"""Words of a sentence that are looked at."""

_WORD = re.compile(r"[^\s,;:()\"/.!?]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name inside a plain sentence, and the exercise of the library that it means, if one."""

    start: int
    end: int
    exercise: str | None


def mentions(said: str, matcher: Matcher) -> Iterator[Mention]:
    """The exercises that a plain sentence names, longest names first at each place."""
    if NAMES.exercise_word.search(said) is None:
        return
    words = list(_WORD.finditer(said))[:MOST_TOKENS]
    at = 0
    while at < len(words):
        length = next(
            (n for n in range(MOST_WORDS, 0, -1) if _names(said, words, at, n, matcher)), 0
        )
        if length:
            start, end = words[at].start(), words[at + length - 1].end()
            meant = matcher.match(said[start:end], "", None).exercise
            yield Mention(start=start, end=end, exercise=meant)
        at += max(1, length)


def _names(said: str, words: list[re.Match[str]], at: int, length: int, matcher: Matcher) -> bool:
    """Whether so many words from a place are an exercise's name as it is known."""
    if at + length > len(words):
        return False
    text = said[words[at].start() : words[at + length - 1].end()]
    ends = {words[at][0], words[at + length - 1][0]}
    if re.search(r"[,;:()]| (?:the|a|an) ", text) or ends & NAMES.empty - NAMES.whole:
        return False
    if length == 1 and not (text.endswith("s") or text in NAMES.telling):
        return False  # “twist” alone is as likely a verb
    return NAMES.exercise_word.search(text) is not None and simple_name(text) in matcher.meant

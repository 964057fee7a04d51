"""Word lists and patterns as data: TOML beside this module, checked when it is read."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from psoas.knowledge import BadData, Problem, read_toml

T = TypeVar("T")

_BLANK = re.compile(r"\[[^\]]*\]| \?| ")


def read_words(kind: type[T], name: str) -> T:
    """Read `data/NAME.toml` as `kind`; raises `BadData` with file, key and mend."""
    return read_toml(kind, files("psoas.articles") / "data" / f"{name}.toml")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over plain text: a blank stands for any run of blanks, ` ?` for none too.

    Raises `BadData` where it can't be read.
    """
    try:
        return re.compile(_BLANK.sub(_any_blanks, pattern))
    except re.error as error:
        mend = f"this pattern can't be read: {error}"
        raise BadData([Problem("articles/data", pattern, mend)]) from None


def _any_blanks(found: re.Match[str]) -> str:
    return {" ": r"\s+", " ?": r"\s*"}.get(found[0], found[0])


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases as whole words; longest first.

    A word may hold small patterns of its own (`legs?`).
    """
    longest_first = sorted(words, key=len, reverse=True)
    return compiled(rf"\b(?:{'|'.join(longest_first)})(?!\w)")


def expanded(pattern: str, shorthand: Mapping[str, str]) -> str:
    """A pattern with every {name} replaced by what it is short for."""
    return re.sub(
        r"\{([a-z_]+)\}", lambda found: f"(?:{shorthand.get(found[1], found[0])})", pattern
    )

"""Word lists and patterns as data: TOML beside this module, checked when it is read."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from psoas.articles.patterns import Pattern
from psoas.knowledge import read_toml

T = TypeVar("T")

_SHORT = re.compile(r"\[[^\]]*\]| \?| |\\d")


def read_words(kind: type[T], name: str) -> T:
    """Read `data/NAME.toml` as `kind`; raises `BadData` with file, key and mend."""
    return read_toml(kind, files("psoas.articles") / "data" / f"{name}.toml")


@cache
def compiled(pattern: str) -> Pattern:
    """A pattern over plain text: a blank stands for any run of blanks, ` ?` for none too."""
    return Pattern(_SHORT.sub(_spelt_out, pattern))


def _spelt_out(found: re.Match[str]) -> str:
    return {" ": r"\s+", " ?": r"\s*", r"\d": "[0-9]"}.get(found[0], found[0])


def any_of(words: Iterable[str]) -> Pattern:
    """A pattern that finds any of these words or phrases as whole words; longest first.

    A word may hold small patterns of its own (`legs?`).
    """
    longest_first = sorted(words, key=len, reverse=True)
    return compiled(rf"\b(?:{'|'.join(longest_first)})(?!\w)")


def one_of(patterns: Iterable[str]) -> Pattern:
    """A pattern that finds what any of these finds."""
    return compiled("|".join(patterns))


def expanded(pattern: str, shorthand: Mapping[str, str]) -> str:
    """A pattern with every {name} replaced by what it is short for."""
    return re.sub(
        r"\{([a-z_]+)\}", lambda found: f"(?:{shorthand.get(found[1], found[0])})", pattern
    )

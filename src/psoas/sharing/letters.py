"""Text that a printed page can hold: only letters that its fonts have, and no endless words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.sharing.plain import one_line

LONGEST_WORD = 18
"""Letters after which a word may be broken, so that it stays within its column."""
_MAY_BREAK = "\u200b"
_MARKS = ("M", "Cf")
"""Categories that go with another letter; what a font lacks of them is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letters:
    """letters.toml."""

    __pydantic_config__ = STRICT_KEYS

    shown: tuple[str, ...]
    instead: str


_FILE = read_toml(_Letters, files("psoas.sharing") / "data" / "letters.toml")

NOT_SHOWN = _FILE.instead
"""What stands for letters that can't be printed."""


def printable(text: str, most: int | None = None) -> str:
    """The text on one line in letters that can be printed, not longer than `most` letters.

    Several letters in a row that can't be printed become one sign. Long words may be broken.
    """
    composed = unicodedata.normalize("NFC", one_line(text))
    shown = "".join(map(_shown, composed))
    single = re.sub(f"(?:{NOT_SHOWN} ?)+(?={NOT_SHOWN})", "", shown)
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S{{4}})", rf"\1{_MAY_BREAK}", _cut(single, most))


def can_be_printed(text: str) -> bool:
    """Whether every letter of it can be shown as it is."""
    return NOT_SHOWN not in printable(text.replace(NOT_SHOWN, ""))


def _cut(text: str, most: int | None) -> str:
    if most is None or len(text) <= most:
        return text
    return f"{text[: most - 1].rstrip()}…"


def _shown(letter: str) -> str:
    if ord(letter) in _known():
        return letter
    return "" if unicodedata.category(letter).startswith(_MARKS) else NOT_SHOWN


@cache
def _known() -> frozenset[int]:
    ranges = ([int(end, 16) for end in each.split("-")] for each in _FILE.shown)
    return frozenset(code for first, last in ranges for code in range(first, last + 1))

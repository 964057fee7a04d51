"""Words that no text of ours may hold: promises, and the articles' broken sentences."""

import re
from dataclasses import dataclass
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """A wording that is never shown: a pattern, and why not."""

    __pydantic_config__ = STRICT_KEYS

    pattern: str
    """A regular expression; capitals don't matter."""
    why: str

    def found_in(self, text: str) -> str | None:
        """The words in the text that match, or None."""
        found = re.search(self.pattern, text, re.IGNORECASE)
        return found[0] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__ = STRICT_KEYS

    forbidden: tuple[Forbidden, ...]


FORBIDDEN: tuple[Forbidden, ...] = read_toml(
    _File, files("psoas.library") / "data" / "forbidden.toml"
).forbidden
"""Every forbidden wording."""


def forbidden_words(text: str) -> tuple[str, ...]:
    """What in a text must not be shown; empty where all is well."""
    found = (wording.found_in(text) for wording in FORBIDDEN)
    return tuple(words for words in found if words)

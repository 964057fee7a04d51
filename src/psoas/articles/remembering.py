"""What is understood of a short text is remembered: a page is looked at from several sides."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

LONGEST = 600
"""Characters of a text that is remembered."""
TEXTS_KEPT = 1024


def remembered(work: Callable[[str], T]) -> Callable[[str], T]:
    """The same work, done once for a short text."""
    kept = lru_cache(maxsize=TEXTS_KEPT)(work)

    @wraps(work)
    def once(text: str) -> T:
        return kept(text) if len(text) <= LONGEST else work(text)

    return once

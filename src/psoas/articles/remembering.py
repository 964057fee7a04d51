"""What is understood is remembered: a page is looked at from several sides."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

One = TypeVar("One")
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


def kept_with(work: Callable[[One], T]) -> Callable[[One], T]:
    """The same work, done once for each object and kept as long as the object is."""
    name = f"kept {work.__name__}"

    @wraps(work)
    def once(one: One) -> T:
        kept = vars(one)
        if name not in kept:
            kept[name] = work(one)
        return cast(T, kept[name])

    return once

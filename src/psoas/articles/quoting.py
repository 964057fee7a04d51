"""The sentence of a page in which something stands, to show where a value comes from."""

import re

LONGEST = 240
"""Letters of a quote."""
_END = re.compile(r"[.!?]+[\"”’)]*\s|\n(?![ \t]*[a-z(])")
"""A line that goes on with a small letter was only broken to fit."""


def quoted(text: str, start: int, end: int) -> str:
    """The words from one offset to another with the rest of their sentence, on one line."""
    first, last = _sentence(text, start, end)
    words = " ".join(text[first:last].split()).lstrip("#-*• ")
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one; never far beyond the words."""
    earliest = max(0, start - LONGEST)
    ends = [found.end() for found in _END.finditer(text, earliest, start)]
    after = _END.search(text, max(start, end - 1), min(len(text), end + LONGEST))
    return (ends[-1] if ends else earliest), (
        after.end() if after else min(len(text), end + LONGEST)
    )

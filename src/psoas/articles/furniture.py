"""What a page prints around its article: running heads of printed pages, and lists of contents."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from psoas.articles.plain import plain

LONGEST = 90
"""Letters of a longer line: it is part of the article."""
FEWEST = 3
"""So many lines in a row make a list of contents."""
MOST = 60
"""Lines of a list of contents that are looked at."""

_PAGE_NUMBER = re.compile(
    r"(?:- ?)?(?:page|p\.?|seite) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?(?: ?-)?|\f"
)
_LEADERS = re.compile(r"[ .\u2026]{3,}\d{1,3}$|\]\(#[^)]*\)$")
_COUNTED = re.compile(r"^(?:exercise|stretch|move|pose|step|part|no|number)? ?#?\d{1,2} ")


class Printed(NamedTuple):
    """One line, as far as furniture goes."""

    text: str
    ended: bool
    """Whether it ends as a sentence does."""


def furniture(lines: list[str]) -> frozenset[int]:
    """The places of lines, none of them blank, that aren't part of the article."""
    told = [_printed(line) for line in lines]
    return frozenset({*_running_heads(told), *_contents(told)})


def _printed(line: str) -> Printed:
    cut = _LEADERS.sub("", line[: LONGEST + 1])
    words = " ".join(re.findall(r"[^\W_]+", plain(cut)))
    return Printed(text=words if len(line) <= LONGEST else "", ended=line[-1:] in ".!?,;")


def _running_heads(lines: list[Printed]) -> Iterator[int]:
    """Lines that stand beside the number of a printed page, again and again."""
    numbers = [place for place, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)]
    beside = [n for place in numbers for n in (place - 1, place + 1) if 0 <= n < len(lines)]
    often = Counter(line.text for line in lines)
    heads = {lines[n].text for n in beside if lines[n].text and often[lines[n].text] > 1}
    yield from numbers
    yield from (place for place, line in enumerate(lines) if line.text in heads and not line.ended)


def _contents(lines: list[Printed]) -> Iterator[int]:
    """Lines in a row that come again one by one, each over a part of its own."""
    start = 0
    again: list[int] = []
    for place, after in enumerate([*_later(lines), None]):
        if after is not None and len(again) < MOST:
            again.append(after)
            continue
        close = sum(b - a == 1 for a, b in pairwise(again))
        if len(again) >= FEWEST and 2 * close < len(again):
            yield from range(start, start + len(again))
        start, again = place + 1, []


def _later(lines: list[Printed]) -> Iterator[int | None]:
    """Of each line, where it comes again next; None where it doesn't, or is a sentence."""
    next_place: dict[str, int] = {}
    found: list[int | None] = []
    for place in range(len(lines) - 1, -1, -1):
        bare = _bare(lines[place].text)
        after = next_place.get(bare)
        next_place[bare] = place
        found.append(None if lines[place].ended or not lines[place].text else after)
    return reversed(found)


def _bare(text: str) -> str:
    """A line without the number that counts it."""
    return _COUNTED.sub("", f"{text} ").strip()

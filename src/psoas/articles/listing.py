"""Lists and tables in which every line is an exercise: its name, and how much of it."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS, core, is_instruction, moves_the_body
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain

FEWEST = 3
"""So many lines make such a list."""
MOST = 120
"""A longer list is none of exercises."""
MOST_WORDS = 7
"""Words of a name in a list."""
MOSTLY = 0.6

LISTED = 9
"""The level of a name in such a list: below every other heading."""

_FRONT = re.compile(
    r"(?P<name>[^,.:;(|\d–—][^,.:;(|–—]{1,50}?)"
    r"(?=\s*[.:|–—,;(]|\s-\s|\s+(?:x ?)?\d|$)[\s.:|–—,;(-]*"
)
_NAME_AND_DOSE = re.compile(
    r"(?P<name>[A-Z][^,:;.!?\d–—]{2,50}?)(?:\s*[,:–—]|\s-)\s*(?P<dose>[^.!?]{0,8}\d[^.!?]{0,50})"
)
_POSED = re.compile(r"(?!(?:[a-z]+ ){1,3}(?:on|with|and|your|the) )[a-z]+(?:ing|ed)\b")
_MEASURE = re.compile(r"\d ?(?:x|s|secs?|mins?|reps?|per|each|breaths?|times)\b|\bx ?\d|\d ?[x×]")
_CODE = re.compile(r"[A-H]?\d{1,2}[.)]?\s+(?=[A-Z])")


def front_of(block: Block) -> tuple[int, int, int] | None:
    """Where the name of a line begins and ends, and where the rest does; None without one."""
    code = _CODE.match(block.text)
    found = _FRONT.match(block.text, code.end() if code else 0)
    if found is None or len(found["name"].split()) > MOST_WORDS:
        return None
    return found.start("name"), found.end("name"), found.end()


def names_and_measures(text: str) -> bool:
    """Whether a line is a name and how much of it: “Frog rockers, 10 reps”."""
    found = _NAME_AND_DOSE.fullmatch(text)
    if found is None or len(found["name"].split()) > MOST_WORDS:
        return False
    name, rest = plain(found["name"]), plain(found["dose"])
    told = {one.field for one in doses(rest)} - {"times_per_day"}
    moves = moves_the_body(name) and not _POSED.match(name)
    return bool(told) and not WORDS.follow_up.match(core(name)) and not moves


def entry_front(block: Block, knows: Callable[[str], float]) -> tuple[int, int, int] | None:
    """The front of a line where it is the name of an exercise: “bridges. 3 sets of 10”."""
    found = front_of(block)
    return found if found and _is_named(block.text[found[0] : found[1]], knows) else None


def listed_places(
    blocks: list[Block], knows: Callable[[str], float], is_label: Callable[[str], bool]
) -> frozenset[int]:
    """The places of items that each name an exercise and say how much of it."""
    return frozenset(
        place
        for run in _runs(blocks)
        if FEWEST <= len(run) <= MOST
        and _names_and_measures([blocks[n] for n in run], knows, is_label)
        for place in run
        if _is_entry(blocks[place])
    )


def _runs(blocks: list[Block]) -> Iterator[list[int]]:
    """The places of items that stand one after the other with the same kind of marker."""
    for kind, found in groupby(range(len(blocks)), key=lambda n: _kind(blocks[n])):
        if kind:
            yield list(found)


def _kind(block: Block) -> str:
    if block.kind is not BlockKind.ITEM:
        return ""
    return "1" if block.numbered else block.marker


def _is_entry(block: Block) -> bool:
    """Whether a line has a name; a row of a table must say how much, or it is the table's head."""
    return front_of(block) is not None and (block.marker != "|" or _is_measured(block))


def _names_and_measures(
    items: list[Block], knows: Callable[[str], float], is_label: Callable[[str], bool]
) -> bool:
    entries = [item for item in items if _is_entry(item)]
    names = [_name(item) for item in entries]
    measured = sum(_is_measured(item) for item in entries)
    named = sum(_is_named(name, knows) for name in names)
    most = max(FEWEST, MOSTLY * len(items))
    return min(measured, named) >= most and not any(map(is_label, names))


def _name(block: Block) -> str:
    found = front_of(block)
    return block.text[found[0] : found[1]] if found else ""


def _is_measured(block: Block) -> bool:
    said = plain(block.text)
    told = {one.field for one in doses(said)} - {"times_per_day"}
    return bool(told) or _MEASURE.search(said) is not None


def _is_named(name: str, knows: Callable[[str], float]) -> bool:
    """Whether a front is a name: a known one, one with a word for exercises, or an abbreviation."""
    said = plain(name)
    if WORDS.follow_up.match(core(said)) or (is_instruction(said) and not knows(name)):
        return False
    short = name.isupper() and len(name) <= 8
    return short or knows(name) > 0 or NAMES.exercise_word.search(said) is not None

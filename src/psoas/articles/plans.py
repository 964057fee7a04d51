"""Plans in a line: “Monday: cat-cow x10, child's pose 1 min” is two exercises."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import is_instruction
from psoas.articles.listing import LISTED
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.remembering import remembered

FEWEST = 2
"""So many parts of a line that name exercises make it a plan; below a day one is enough."""
MOST_PARTS = 20
MOST_NUMBERS = 12
NEAR = 4
"""Letters before the number of a dose, such as “ x ”."""
MOST_WORDS = 7
LONGEST = 400
"""A longer line is no plan."""

_DAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|(?:day|session|week) \d+"
    r"|(?:every )?(?:mornings?|evenings?|afternoons?|nights?|lunch(?:time)?|bedtime|noon|day)"
    r"|a\.?m\.?|p\.?m\.?|daily|week(?:day|end)s?"
)
_FRONT = re.compile(
    rf"(?:{_DAY})(?:(?:\s*[,/&+-]\s*|\s+and\s+)(?:{_DAY}))*\s*(?:\([^)]*\)\s*)?[:–—-]\s+", re.I
)
_LABEL = re.compile(r"[A-Z][^:.;,!?\d]{1,30}:\s+")
_PART = re.compile(r"(?:\([^)]*\)|[^,;+|•·(.!?]|[.!?](?!\s|$)|\((?![^)]*\)))+")
_NUMBER = re.compile(r"\s[(:–—-]?\s?[x×]?\s?[\dotfsenh]", re.I)
"""A number, in digits or perhaps in words."""
_LEADS = re.compile(r"\s+(?:for|of|about)$")
_LIST = re.compile(r"\d[^,;+]*[,;+][^\d]+\d|[,;+].*[,;+]")
"""At least two doses, or parts."""
_END = re.compile(r"[.!?](?:\s|$)")
_AND = re.compile(r"\s+(?:and|then|&|plus)\s+(?=\S)")


def planned(block: Block, knows: Callable[[str], float]) -> list[Block]:
    """The exercises that a line plans, each as its name and how much; none where it plans none."""
    if len(block.text) > LONGEST:
        return []
    day = _FRONT.match(block.text)
    if not (day or _LIST.search(block.text)):
        return []
    front = day or _LABEL.match(block.text)
    start = front.end() if front else 0
    ends = _END.search(block.text, start)
    parts = list(
        islice(_parts(block.text, start, ends.start() if ends else len(block.text)), MOST_PARTS)
    )
    named = [part for part in parts if _is_entry(block.text[slice(*part)], knows)]
    measured = [
        (start, end)
        for start, end in named
        if _front(block.text[start:end]) != block.text[start:end]
    ]
    enough = measured and (day or min(len(named), len(measured)) >= FEWEST)
    if not enough or 2 * len(named) < len(parts):
        return []
    return [piece for part in _whole(parts, named) for piece in _entry(block, *part)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the commas of a line, outside of brackets."""
    for found in _PART.finditer(text, start, end):
        yield from _halves(text, found.start(), found.end())


def _halves(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A part without blanks around it; “bridges x 8 and clams x 10” are two."""
    cut = next(
        (one for one in _AND.finditer(text, start, end) if doses(plain(text[start : one.start()]))),
        None,
    )
    for first, last in [(start, cut.start()), (cut.end(), end)] if cut else [(start, end)]:
        told = text[first:last]
        if told.strip():
            first += len(told) - len(told.lstrip())
            yield first, first + len(told.strip())


def _is_entry(text: str, knows: Callable[[str], float]) -> bool:
    """Whether a part begins with the name of an exercise."""
    found = _front(text)
    said = plain(found)
    if not found or len(found.split()) > MOST_WORDS or (is_instruction(said) and not knows(found)):
        return False
    return knows(found) > 0 or NAMES.exercise_word.search(said) is not None


@remembered
def _front(text: str) -> str:
    """The name that a part begins with: all before the number with which its dose begins."""
    for number in islice(_NUMBER.finditer(text), MOST_NUMBERS):
        told = doses(plain(text[number.start() :]))
        if told and told[0].start <= NEAR:
            return _LEADS.sub("", text[: number.start()]).strip(" -–—:(")
    return text


def _whole(parts: list[tuple[int, int]], named: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The named parts, each with those after it that only say more: “hold 3 seconds”."""
    for part, following in zip(named, [*named[1:], None], strict=True):
        later = [p for p in parts if p >= part and (following is None or p < following)]
        yield part[0], later[-1][1]


def _entry(block: Block, start: int, end: int) -> Iterator[Block]:
    """One exercise of a plan, as its name and the rest."""
    name = _front(block.text[start:end].split(",")[0])
    rest = start + len(name)
    yield _piece(block, start, rest, BlockKind.HEADING)
    if block.text[rest:end].strip():
        blanks = len(block.text[rest:end]) - len(block.text[rest:end].lstrip(" -–—:"))
        yield _piece(block, rest + blanks, end, BlockKind.PARAGRAPH)


def _piece(block: Block, start: int, end: int, kind: BlockKind) -> Block:
    text, at = block.text[start:end], block.start + start
    level = LISTED if kind is BlockKind.HEADING else 0
    return replace(
        block, kind=kind, text=text, start=at, end=at + len(text), level=level, marker="",
        after_gap=False, before_gap=False,
    )  # fmt: skip

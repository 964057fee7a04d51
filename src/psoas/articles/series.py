"""Numbers that count exercises: which numbered lines head what stands between them.

A page counts its exercises (“1. Hug your knee”, prose, “2. Roll like a log”, prose) or the steps of
one. Words don't tell the two apart, since a slogan is as much an order as a step is; what stands
between the numbers does.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS, core, is_instruction
from psoas.articles.plain import plain

MOST_WORDS = 14
MOST_LETTERS = 85
"""A longer line tells a step, or the whole exercise."""
FEWEST = 2
"""So many numbers in a row make a series."""
FEW_STEPS = 4
"""Of so many lines one may sound like the next step of something."""
MOSTLY = 0.5
NEARLY_ALL = 0.75
PROSE = 20
"""Letters of a paragraph that may be prose."""
MOST_BODY = 40
"""Blocks below a number that are looked at."""
BODY_LETTERS = 60
"""A body of a series tells at least so much."""

_ENDS = ".!?,;:"
_DIGITS = re.compile(r"\d{1,2}")
_END = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]|[.,;]$")


@dataclass(kw_only=True)
class _Chain:
    """Numbered blocks that go on from each other, as places among the blocks."""

    last: int
    places: list[int] = field(default_factory=list)


def heading_places(blocks: list[Block], is_label: Callable[[str], bool]) -> frozenset[int]:
    """The places of numbered blocks that head what stands between them; not so below a label."""
    found: set[int] = set()
    for chain in _chains(blocks):
        first = chain.places[0]
        if first and is_label(blocks[first - 1].text):
            continue
        if len(chain.places) >= FEWEST and _counts_exercises(blocks, chain.places):
            found.update(place for place in chain.places if _is_short(blocks[place]))
    return frozenset(found)


def _chains(blocks: list[Block]) -> list[_Chain]:
    """Every run of numbers that goes up by one; an inner run ends where an outer one goes on."""
    closed: list[_Chain] = []
    stack: list[_Chain] = []
    for place, block in enumerate(blocks):
        number = _number(block)
        if number is None:
            continue
        while stack and number > 1 and stack[-1].last != number - 1:
            closed.append(stack.pop())
        if number == 1 or not stack:
            stack.append(_Chain(last=number))
        stack[-1].last = number
        stack[-1].places.append(place)
    return [*closed, *stack]


def _number(block: Block) -> int | None:
    found = _DIGITS.search(block.marker)
    return int(found[0]) if found else None


def _counts_exercises(blocks: list[Block], places: list[int]) -> bool:
    """Whether most numbers have a body of their own that begins or measures an exercise."""
    bodies = list(_bodies(blocks, places))
    told = sum(_tells_exercise(body) for body in bodies)
    short = sum(_is_short(blocks[place]) for place in places)
    steps = sum(_goes_on(blocks[place]) for place in places)
    alike = 3 * short >= 2 * len(places) and FEW_STEPS * steps <= len(places)
    return alike and (told >= max(FEWEST, MOSTLY * len(bodies)) or _over_prose(blocks, places))


def _over_prose(blocks: list[Block], places: list[int]) -> bool:
    """Whether nearly each line stands over prose, and the first isn't how one lies or stands."""
    lines = [blocks[place] for place in places]
    below = [blocks[place + 1] for place in places if place + 1 < len(blocks)]
    prose = sum(
        block.kind is BlockKind.PARAGRAPH and block.text[-1] in ".!?" and len(block.text) >= PROSE
        for block in below
    )
    open_ended = sum(line.text[-1:] not in _ENDS for line in lines)
    starts = WORDS.fresh_start.match(plain(lines[0].text)) and lines[0].sentences[0].position
    many = len(places) > FEWEST and not starts
    return many and min(prose, open_ended) >= NEARLY_ALL * len(places)


def _bodies(blocks: list[Block], places: list[int]) -> Iterator[list[Block]]:
    """What stands below each number, up to the next one; below the last up to the next heading."""
    for start, end in zip(places, [*places[1:], len(blocks)], strict=True):
        body = blocks[start + 1 : min(end, start + 1 + MOST_BODY)]
        heads = (n for n, block in enumerate(body) if block.kind is BlockKind.HEADING)
        yield body[: next(heads, len(body))] if end == len(blocks) else body


def _tells_exercise(body: list[Block]) -> bool:
    """Whether a body has a sentence with a position or a dose, and is no mere remark."""
    told = [sentence for block in body for sentence in block.sentences]
    if sum(len(sentence.text) for sentence in told) < BODY_LETTERS:
        return False
    return any(one.doses or one.position for one in told) and any(one.instructs for one in told)


def _is_short(block: Block) -> bool:
    """Whether a line is as short as a heading."""
    words = len(block.text.split())
    return words <= MOST_WORDS and len(block.text) <= MOST_LETTERS and not _END.search(block.text)


def _goes_on(block: Block) -> bool:
    """Whether a line can only be a step: it tells how much, or goes on with what was begun."""
    said = plain(block.text)
    measured = bool(doses(said)) and is_instruction(said)
    return measured or WORDS.follow_up.match(core(said)) is not None

"""Lists without names in which every item is an exercise: each moves, and says how much."""

from collections.abc import Callable, Iterator
from itertools import groupby

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.instructing import WORDS, core, is_instruction, names_the_body
from psoas.articles.listing import entry_front
from psoas.articles.sentences import Sentence
from psoas.articles.telling import only_other_side

FEWEST = 3
"""So many items make such a list."""
MOST = 60
"""A longer list is none of exercises."""
NAME_WORDS = 6
"""A line of no more words may be the name of the one exercise that a list tells."""
MOSTLY = 0.6
FEW = 0.25
"""The share of its items that may go on with the one before."""


def complete_places(
    blocks: list[Block], knows: Callable[[str], float], is_label: Callable[[str], bool]
) -> frozenset[int]:
    """The places of items that are each an exercise of their own."""
    return frozenset(
        place
        for run in _runs(blocks)
        if FEWEST <= len(run) <= MOST and _are_exercises([blocks[n] for n in run], knows)
        if not _below_one(blocks, run[0], knows, is_label)
        for place in run
    )


def _runs(blocks: list[Block]) -> Iterator[list[int]]:
    """The places of items that stand one after the other with the same kind of marker."""
    for kind, found in groupby(range(len(blocks)), key=lambda n: _kind(blocks[n])):
        if kind:
            yield list(found)


def _kind(block: Block) -> str:
    if block.kind is not BlockKind.ITEM or block.marker == "|":
        return ""
    counted = any(map(str.isalnum, block.marker))
    return f"{block.level} {'1' if counted else block.marker}"


def _are_exercises(items: list[Block], knows: Callable[[str], float]) -> bool:
    whole = sum(_is_complete(item, knows) for item in items)
    goes_on = sum(_goes_on(item) for item in items if item.sentences)
    return whole >= max(FEWEST - 1, MOSTLY * len(items)) and goes_on <= FEW * len(items)


def _is_complete(item: Block, knows: Callable[[str], float]) -> bool:
    """Whether an item says how much of what, and doesn't go on with something."""
    told = item.sentences
    if not told or _goes_on(item):
        return False
    if not _is_measured(item):
        return _is_begun_and_done(told)
    return any(_tells_what(one) for one in told) or entry_front(item, knows) is not None


def _is_begun_and_done(told: tuple[Sentence, ...]) -> bool:
    """Whether sentences take up a position and go on to move: an exercise without a dose."""
    begun = WORDS.fresh_start.match(told[0].said) and told[0].position
    return bool(begun) and len(told) > 1 and any(one.moves for one in told[1:])


def _tells_what(sentence: Sentence) -> bool:
    said = sentence.said
    return sentence.position is not None or (
        names_the_body(said) and (is_instruction(said) or not sentence.instructs)
    )


def _is_measured(item: Block) -> bool:
    told = (one for sentence in item.sentences for one in sentence.doses)
    return any(one.field != "times_per_day" for one in told)


def _goes_on(item: Block) -> bool:
    """Whether an item only goes on; “then press up, 10 times” is as much as another."""
    said = item.sentences[0].said
    if WORDS.condition.match(said) and _is_measured(item):
        return False
    return WORDS.follow_up.match(core(said)) is not None or only_other_side(said)


def _below_one(
    blocks: list[Block],
    first: int,
    knows: Callable[[str], float],
    is_label: Callable[[str], bool],
) -> bool:
    """Whether such a list stands below a label, or the name of one exercise."""
    over = blocks[first - 1] if first else None
    if over is None:
        return False
    short = len(over.text.split()) <= NAME_WORDS and over.kind is not BlockKind.ITEM
    return is_label(over.text) or (short and knows(over.text) > 0)

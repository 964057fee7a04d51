"""Pairs in which a page trades one exercise for another: “Drop: sit-ups”, “Do: dead bug”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.plain import plain
from psoas.articles.run_in import Knows
from psoas.articles.wordlists import read_words
from psoas.knowledge import STRICT_KEYS

MOST_WORDS = 8
"""Words of a name behind a label."""
LONGEST = 120
"""Letters of a line that is looked at."""
NEAR = 8
"""So many blocks below what is refused stands what is recommended."""
_CROSSES = "❌✗✘✖✕🚫⛔"
"""Signs before a name that refuse it."""
_SIGN = re.compile(rf"([{_CROSSES}✅✓✔☑])\ufe0f?\s*")


@dataclass(frozen=True, kw_only=True)
class PairWords:
    """How a page says that it trades one exercise for another."""

    __pydantic_config__ = STRICT_KEYS

    refused: tuple[str, ...]
    recommended: tuple[str, ...]
    in_one: tuple[str, ...]

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label at the front of a line, or all of it."""
        no, yes = "|".join(self.refused), "|".join(self.recommended)
        end = r"(?:\s*[:→]\s*|\s+[-–—]\s+|\s*$)"
        return re.compile(rf"\s*(?:(?P<no>{no})|(?P<yes>{yes})){end}")

    @cached_property
    def whole(self) -> tuple[re.Pattern[str], ...]:
        """Both sides of a pair in one line."""
        return tuple(re.compile(rf"(?:{one})$") for one in self.in_one)


WORDS = read_words(PairWords, "pairs")


class _Labelled(NamedTuple):
    """A block behind a label; `place` is where its name stands among the blocks."""

    place: int
    front: int
    """Where the name begins in its text."""
    refused: bool
    label: str
    label_place: int
    """The same as `place`, or the place of a line that is nothing but the label."""


def with_pairs(blocks: list[Block], knows: Knows) -> list[Block]:
    """Blocks in which both sides of a pair are headings without their labels."""
    labelled = [found for place in range(len(blocks)) if (found := _labelled(blocks, place))]
    paired = _paired(blocks, labelled)
    sides = {one.place: one for one in labelled if (one.refused, one.label) in paired}
    mere = {one.label_place for one in sides.values()} - sides.keys()
    return [
        told
        for place, block in enumerate(blocks)
        if place not in mere
        for told in _told(block, sides.get(place), knows)
    ]


def _told(block: Block, side: _Labelled | None, knows: Knows) -> Iterator[Block]:
    """A block, or the sides of a pair that it holds."""
    if side:
        yield _side(block, side.front, len(block.text), refused=side.refused)
    elif found := _in_one(block, knows):
        yield _side(block, *found.span("no"), refused=True)
        yield _side(block, *found.span("yes"), refused=False)
    else:
        yield block


def _side(block: Block, start: int, end: int, *, refused: bool) -> Block:
    text = block.text[start:end].rstrip(" .*_:/|")
    at = block.start + start
    return replace(
        block,
        kind=BlockKind.HEADING,
        text=text,
        start=at,
        end=at + len(text),
        refused=refused,
        recommended=not refused,
    )


def _labelled(blocks: list[Block], place: int) -> _Labelled | None:
    """A block with the name behind its label, or below a line that is nothing but the label."""
    block = blocks[place]
    if sign := _SIGN.match(f"{block.marker} {block.text}" if block.marker else block.text):
        front = max(0, sign.end() - len(block.marker) - bool(block.marker))
        named = block.kind is BlockKind.HEADING and _is_short(block.text[front:])
        return _Labelled(place, front, sign[1] in _CROSSES, "sign", place) if named else None
    found = WORDS.label.match(plain(block.text)) if len(block.text) <= LONGEST else None
    if found is None:
        return None
    refused = found["no"] is not None
    label = found["no"] or found["yes"]
    if found.end() < len(block.text):
        name = block.text[found.end() :]
        return _Labelled(place, found.end(), refused, label, place) if _is_short(name) else None
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    if below is None or not _is_short(below.text):
        return None
    return _Labelled(place + 1, 0, refused, label, place)


def _is_short(name: str) -> bool:
    """Whether words may be a name: few of them, begun like one, and no sentence."""
    words = len(name.split())
    begins = name[:1].isupper() or name[:1].isdigit() or words <= MOST_WORDS // 2
    return 0 < words <= MOST_WORDS and begins and name[-1:] not in ".!?,;"


def _paired(blocks: list[Block], labelled: list[_Labelled]) -> set[tuple[bool, str]]:
    """The labels that stand in a pair somewhere: first the refused, soon the recommended."""
    found = set()
    for no, yes in pairwise(labelled):
        near = yes.label_place - no.place <= NEAR and yes.place > no.place
        if no.refused and not yes.refused and near and _is_taught(blocks, yes.place):
            found |= {(True, no.label), (False, yes.label)}
    return found


def _is_taught(blocks: list[Block], place: int) -> bool:
    """Whether what stands below a name tells what to do, as below a mere caution it doesn't."""
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    if below is None or below.kind is BlockKind.HEADING:
        return False
    return any(one.instructs or one.doses or one.position for one in below.sentences)


def _in_one(block: Block, knows: Knows) -> re.Match[str] | None:
    """Both sides of a pair in one line, of which one at least is known by its name."""
    said = plain(block.text).rstrip(" .*_:")
    if not _may_be_pair(block, said):
        return None
    found = next(filter(None, (one.match(said) for one in WORDS.whole)), None)
    if found is None or max(len(found[side].split()) for side in ("no", "yes")) > MOST_WORDS:
        return None
    return found if max(knows(found["no"]), knows(found["yes"])) else None


def _may_be_pair(block: Block, said: str) -> bool:
    heads = block.kind is BlockKind.HEADING or (block.after_gap and said[-1:] not in "!?")
    return heads and 0 < len(said) <= LONGEST and len(said.split()) <= 2 * MOST_WORDS

"""Text into blocks: headings, list items and paragraphs, with what belongs to the site as noise."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from psoas.articles.cells import with_rows
from psoas.articles.furniture import furniture
from psoas.articles.lines import Line, lines_of
from psoas.articles.patterns import Pattern
from psoas.articles.plain import plain
from psoas.articles.sentences import Sentence, sentences
from psoas.articles.spoken import without_times
from psoas.articles.wordlists import one_of, read_words
from psoas.knowledge import STRICT_KEYS

MOST_NOISE = 240
"""A longer line is never taken for noise: an article may stand in one line."""
WRAPPED_FROM = 34
"""A line this long without an end may go on in the next line."""

REAL_HYPHEN = frozenset({
    "half", "side", "press", "push", "sit", "pull", "step", "cat", "one", "two", "three", "well",
    "knee", "follow", "warm", "cool", "straight", "single", "double", "low", "high", "self",
})  # fmt: skip
"""What stands before a hyphen that a word keeps, also where a line ends."""

_FRONT = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]+-)*)([^\W\d_]+)-$")
_TAIL = re.compile(r"[a-z]+(?=[\W]|$)[.,;:!?)]*")
_SIGNATURE = re.compile(r"(?:[A-Z][\w.'’-]*(?:,? |,?$)){1,5}")
_ENDS = '.!?:;"”)'


class BlockKind(StrEnum):
    """What a block of a page is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    NOISE = "noise"


@dataclass(frozen=True, kw_only=True)
class Block:
    """A run of lines that belong together; `start` and `end` are offsets into the page."""

    kind: BlockKind
    text: str
    start: int
    end: int
    line: int
    """The number of its first line, from 1."""
    marker: str = ""
    """What stood before an item: a bullet or a number."""
    level: int = 0
    """Of a heading: 1 is the highest, 0 where the page doesn't say. Of an item: its indent."""
    after_gap: bool = True
    """Whether a blank line stands before it."""
    before_gap: bool = True
    """Whether a blank line stands after it."""
    spoken: bool = False
    """Whether it is a line of speech, told line by line."""
    label: str = ""
    """What the head of its column says of a cell of a table: “reps: ”."""
    opens: bool = False
    """Whether it is an exercise of its own, though it has no name."""
    strong: bool = False
    """Whether it was marked as a heading by signs (#, bold) and not by its looks."""
    refused: bool = False
    """Whether it is the side of a pair that the page refuses: “Drop: sit-ups”."""
    recommended: bool = False
    """Whether it is the side of a pair that it recommends in its place: “Do: dead bug”."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        if self.label:
            return (Sentence(text=self.text, start=self.start, end=self.end, label=self.label),)
        return sentences(self.text, self.start, spoken=self.spoken)

    @property
    def numbered(self) -> bool:
        """Whether a number stood before it."""
        return any(sign.isdigit() for sign in self.marker)


@dataclass(frozen=True, kw_only=True)
class NoiseWords:
    """Lines that belong to the site and not to the article."""

    __pydantic_config__ = STRICT_KEYS

    lines: tuple[str, ...]
    glued: str
    """What may be glued to the front of a line that goes on with the article."""

    @cached_property
    def whole_line(self) -> Pattern:
        """A line that is nothing but noise."""
        return one_of(rf"^(?:{line})$" for line in self.lines)

    @cached_property
    def glued_front(self) -> re.Pattern[str]:
        """A front to be cut off; matched in the text as it is, for its capitals."""
        return re.compile(self.glued)


_WRAPPABLE = (BlockKind.ITEM, BlockKind.PARAGRAPH)
NOISE = read_words(NoiseWords, "noise")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a page, in order; every line that isn't blank is in one of them."""
    return tuple(_joined(_marked(_without_furniture(list(_line_blocks(text))))))


def is_noise(text: str) -> bool:
    """Whether a line belongs to the site: an advert, a menu, a credit, a date."""
    said = plain(text).strip(" *_#|>")
    return len(said) <= MOST_NOISE and (
        not any(map(str.isalnum, said)) or NOISE.whole_line.fullmatch(said) is not None
    )


def _line_blocks(text: str) -> Iterator[Block]:
    """One block a line."""
    gap, in_front = True, False
    found = with_rows(without_times(list(lines_of(text))))
    for place, line in enumerate(found):
        if line.number == 1 and line.content == "---":
            in_front = _closes(found)
        elif in_front:
            in_front = line.content != "---"
        elif line.content or line.marker:
            following = found[place + 1].content if place + 1 < len(found) else ""
            yield _block(line, after_gap=gap, before_gap=not following)
        gap = not (line.content or line.marker)


def _without_furniture(found: list[Block]) -> Iterator[Block]:
    """Line blocks with what is printed around the article as noise."""
    around = furniture([block.text for block in found])
    counted = False
    for place, block in enumerate(found):
        counted = counted or block.marker.lower() == "(b)"
        owned = block.marker.lower() == "(c)" and not counted
        signed = place > 0 and _signs(block, found[place - 1])
        noise = place in around or owned or signed
        yield replace(block, kind=BlockKind.NOISE) if noise else block


def _signs(block: Block, before: Block) -> bool:
    """Whether a line behind a dash only says who wrote what stands before it."""
    dash = block.marker in ("–", "—") and before.marker != block.marker
    return dash and before.text[-1:] in _ENDS and _SIGNATURE.fullmatch(block.text) is not None


def _closes(found: list[Line]) -> bool:
    """Whether the dashes on the first line open front matter that ends."""
    return any(line.content == "---" for line in found[1:60])


def _block(line: Line, *, after_gap: bool, before_gap: bool) -> Block:
    """A line as a block: a heading only where a sign says so."""
    kind = BlockKind.ITEM if line.marker else BlockKind.PARAGRAPH
    kind = BlockKind.HEADING if line.heading else kind
    start, content = _unglued(line)
    if is_noise(content) and not (line.marker and not content):
        kind = BlockKind.NOISE
    return Block(
        kind=kind,
        text=content,
        start=start,
        end=start + len(content),
        line=line.number,
        marker=line.marker,
        level=line.heading or line.indent,
        after_gap=after_gap,
        before_gap=before_gap,
        strong=bool(line.heading),
        spoken=line.spoken,
    )


def _unglued(line: Line) -> tuple[int, str]:
    """Where a line's words begin and what they are, without a credit glued to them."""
    found = NOISE.glued_front.match(line.content)
    if found is None or is_noise(line.content[found.end() :]):
        return line.start, line.content
    return line.start + found.end(), line.content[found.end() :]


def _marked(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks with every lonely marker put to the words that it was parted from."""
    waiting: Block | None = None
    for block in found:
        if block.marker and not block.text:
            waiting = block
        elif waiting is None or block.kind is BlockKind.NOISE:
            yield block
        else:
            yield _with_marker(block, waiting)
            waiting = None


def _with_marker(block: Block, lonely: Block) -> Block:
    if block.marker or block.kind is BlockKind.HEADING:
        return block
    return replace(block, kind=BlockKind.ITEM, marker=lonely.marker, after_gap=lonely.after_gap)


def _joined(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks with lines that were only wrapped put together again, even around an advert."""
    parts: list[Block] = []
    between: list[Block] = []
    parted = False
    for block in found:
        if block.kind is BlockKind.NOISE and parts:
            between.append(block)
            parted = True
            continue
        if parts and not (_broken_off if parted else _goes_on)(parts[-1], block):
            yield _one(parts)
            yield from between
            parts, between = [], []
        parts.append(block)
        parted = False
    if parts:
        yield _one(parts)
    yield from between


def _goes_on(before: Block, block: Block) -> bool:
    if before.spoken and block.spoken and before.kind is block.kind is BlockKind.PARAGRAPH:
        return not (block.after_gap or (before.text[-1] in _ENDS and block.text[0].isupper()))
    return (
        before.kind in _WRAPPABLE
        and block.kind is BlockKind.PARAGRAPH
        and not block.after_gap
        and (len(before.text) >= WRAPPED_FROM or before.text[-1] == "," or _hyphenated(before))
        and before.text[-1] not in _ENDS
        and (block.text[0].islower() or before.text[-1] in ",–-")
    )


def _broken_off(before: Block, block: Block) -> bool:
    """Whether a sentence goes on behind what was printed in its middle."""
    return (
        before.kind in _WRAPPABLE
        and block.kind is BlockKind.PARAGRAPH
        and before.text[-1] not in _ENDS
        and block.text[0].islower()
    )


def _hyphenated(block: Block) -> bool:
    """Whether a line ends within a word."""
    return re.search(r"[a-z]-$", block.text) is not None


def _one(parts: list[Block]) -> Block:
    """Wrapped lines as one block; the line breaks stay inside its text as blanks."""
    first, last = parts[0], parts[-1]
    if first is last:
        return first
    told = [first.text]
    for before, part in pairwise(parts):
        gap = part.start - before.end
        told[-1:] = _with_whole_word(told[-1], gap, part.text)
    return replace(first, text="".join(told), end=last.end, before_gap=last.before_gap)


def _with_whole_word(text: str, gap: int, more: str) -> tuple[str, str]:
    """Two lines, as long as both with their gap: “but-” and “tock” are “buttock”."""
    front, tail = _FRONT.search(text), _TAIL.match(more)
    if front is None or tail is None:
        return text + " " * gap, more
    hyphen = "-" if front[1] or front[2].lower() in REAL_HYPHEN else ""
    blanks = " " * (gap + (not hyphen))
    return text[:-1] + hyphen, tail[0] + blanks + more[tail.end() :]

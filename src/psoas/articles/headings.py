"""Which blocks are headings: by signs, by looks, or at the front of their own paragraph."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS as INSTRUCTION_WORDS
from psoas.articles.instructing import core, is_instruction, moves_the_body
from psoas.articles.listing import LISTED, front_of, listed_places
from psoas.articles.matching import NAMES
from psoas.articles.patterns import Pattern
from psoas.articles.plain import plain
from psoas.articles.series import heading_places
from psoas.articles.telling import position_in
from psoas.articles.wordlists import one_of, read_words
from psoas.knowledge import STRICT_KEYS

Knows: TypeAlias = Callable[[str], float]
"""How sure it is, from 0 to 1, that a text is the name of an exercise."""

SURE = 0.95

MOST_WORDS = 11
MOST_WORDS_ALONE = 14
"""The same for a line with a blank line before and after it."""
MOST_WORDS_BEFORE_COLON = 5
MOST_LETTERS = 85
"""A longer line is no heading unless a sign says so."""
RUN_IN_LEVEL = 8
"""The level of a name at the front of its own paragraph: below every heading."""
LONG_PARAGRAPH = 80
SLOGAN_WORDS = 8
_ENDS = '.!?)”"'
"""With these prose ends, and a heading doesn't."""
LOOK_AHEAD = 300


@dataclass(frozen=True, kw_only=True)
class SectionWords:
    """All of `data/sections.toml`, as patterns over plain text."""

    __pydantic_config__ = STRICT_KEYS

    labels: tuple[str, ...]
    avoid_headings: tuple[str, ...]
    avoid_intros: tuple[str, ...]
    recommend_headings: tuple[str, ...]
    other_headings: tuple[str, ...]
    closing_headings: tuple[str, ...]
    universal: tuple[str, ...]
    general: tuple[str, ...]

    @cached_property
    def label(self) -> Pattern:
        """A heading that is part of an exercise and not its name."""
        return one_of(rf"^(?:{label})$" for label in self.labels)

    @cached_property
    def avoid_heading(self) -> Pattern:
        """A heading over what the page warns against."""
        return one_of(self.avoid_headings)

    @cached_property
    def avoid_intro(self) -> Pattern:
        """A sentence that warns against what follows."""
        return one_of(self.avoid_intros)

    @cached_property
    def recommend_heading(self) -> Pattern:
        """A heading that ends such a part."""
        return one_of(self.recommend_headings)

    @cached_property
    def other_heading(self) -> Pattern:
        """A heading over what is no exercise."""
        return one_of(self.other_headings)

    @cached_property
    def closing_heading(self) -> Pattern:
        """A heading with which another part of the page begins."""
        return one_of(self.closing_headings)

    @cached_property
    def for_all(self) -> Pattern:
        """A sentence that is meant for every exercise, wherever it stands."""
        return one_of(self.universal)

    @cached_property
    def for_all_outside(self) -> Pattern:
        """The same where it stands outside of an exercise."""
        return one_of((*self.universal, *self.general))


WORDS = read_words(SectionWords, "sections")

_SENTENCES = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")
_PLACED = re.compile(r"\b(?:on|with|against|facing|at) (?:your|the|an?|both|one)\b")
_RUN_IN = re.compile(
    r"(?:(?P<bold>\*\*|__)(?P<code>[A-H]?\d{1,2}[.):])?\s*(?P<bold_name>[^*_]{2,80}?)[:.]?(?P=bold)[:.]?"
    r"(?:\s*[:–—|-])?|(?P<name>[^.:;!?]{2,70}?)(?:\s*:|\s[-–—|]|[–—]|[.!]))\s+(?=\S)"
)


def headed(blocks: tuple[Block, ...], knows: Knows) -> tuple[Block, ...]:
    """The blocks without noise, every heading found and every run-in name a heading of its own."""
    kept = [block for block in blocks if block.kind is not BlockKind.NOISE]
    return tuple(_headed(kept, knows))


def _headed(kept: list[Block], knows: Knows) -> Iterator[Block]:
    counted = heading_places(kept, is_label)
    listed = listed_places(kept, knows, is_label)
    for place, block in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if place in listed:
            yield from _entry(block)
            continue
        heads = block.kind is BlockKind.HEADING or place in counted
        if heads or (_looks(block, following, knows) and not _begins(block)):
            yield replace(block, kind=BlockKind.HEADING, level=block.level if block.strong else 0)
        else:
            yield from _run_in(block, following, knows)


def _entry(block: Block) -> Iterator[Block]:
    """A line of a list of exercises as its name and the rest."""
    found = front_of(block)
    if found:
        start, end, rest = found
        yield replace(_part(block, BlockKind.HEADING, start, end), level=LISTED)
        if block.text[rest:]:
            yield replace(_part(block, BlockKind.PARAGRAPH, rest, len(block.text)), marker="")


def _part(block: Block, kind: BlockKind, start: int, end: int) -> Block:
    """A stretch of a block as a block of its own; the front of it is a name below all others."""
    text, at = block.text[start:end], block.start + start
    level = RUN_IN_LEVEL if kind is BlockKind.HEADING else 0
    return replace(block, kind=kind, text=text, start=at, end=at + len(text), level=level)


def _begins(block: Block) -> bool:
    """Whether a block can only be a first step: how and on what one lies, sits or stands."""
    said = plain(block.text)
    placed = _PLACED.search(said) and INSTRUCTION_WORDS.fresh_start.match(said)
    return placed is not None and position_in(said) is not None


def is_label(text: str) -> bool:
    """Whether a heading is part of an exercise (“How to do it”) and not its name."""
    return WORDS.label.fullmatch(plain(text).strip(" :.")) is not None


def _looks(block: Block, following: Block | None, knows: Knows) -> bool:
    """Whether a block without signs looks like a heading before what follows."""
    text, said = block.text, plain(block.text)
    if (
        following is None
        or not _may_head(text, alone=block.after_gap and block.before_gap)
        or _is_labelled(said)
    ):
        return False
    if said[0] not in "\"'" and not (text[0].isupper() or text[0].isdigit()):
        return _is_caption(block) and knows(text) > 0
    if block.kind is BlockKind.ITEM and not _item_heads(block, following, knows):
        return False
    named = _is_name(said) or (knows(text) > 0 and not is_instruction(said))
    return named or not _is_step(block, said, following)


def _is_name(said: str) -> bool:
    """Whether words that begin like a step are a name: “seated back stretch”."""
    nothing_done = not re.search(r"\b(?:your|the|on|with|and)\b", said) and not doses(said)
    participle = re.match(r"\w+ing\b|seated\b|supine\b|prone\b|side[- ]", said)
    return (
        nothing_done
        and participle is not None
        and len(said.split()) <= 6
        and NAMES.exercise_word.search(said) is not None
    )


def _may_head(text: str, *, alone: bool) -> bool:
    """Whether a text is short enough for a heading and ends like one."""
    words = len(text.split())
    wide = MOST_WORDS_ALONE if alone else MOST_WORDS
    most = MOST_WORDS_BEFORE_COLON if text.endswith(":") and not _is_title(text) else wide
    short = len(text) <= MOST_LETTERS and words <= most
    return short and text[-1] not in ".,;" and not _SENTENCES.search(text)


def _is_labelled(said: str) -> bool:
    """Whether a line begins with a label: “Position: lying”."""
    front, colon, rest = said.partition(":")
    return bool(colon and rest.strip()) and WORDS.label.fullmatch(front.strip()) is not None


def _is_caption(block: Block) -> bool:
    """Whether a line in small letters stands alone, as a caption does."""
    alone = block.after_gap and block.before_gap and block.kind is BlockKind.PARAGRAPH
    return alone and len(block.text.split()) <= 6


def _item_heads(block: Block, following: Block, knows: Knows) -> bool:
    """Whether a list item may head what follows: its next of kin must not be an item like it."""
    if following.kind is BlockKind.HEADING:
        return block.numbered
    if block.numbered or following.kind is not BlockKind.ITEM:
        return True
    deeper = following.level > block.level or following.marker != block.marker
    apart = not block.before_gap or block.after_gap
    return deeper or (apart and block.before_gap and block.after_gap and knows(block.text) > 0)


def _is_step(block: Block, said: str, following: Block) -> bool:
    """Whether a short block tells somebody to move and is no slogan."""
    if doses(said) and (is_instruction(said) or said[0].isdigit()):
        return True
    if _is_title(block.text):
        return False
    if not (
        moves_the_body(said) or (is_instruction(said) and (position_in(said) or _tight(block)))
    ):
        return False
    return not _heads_a_paragraph(block, following)


def _tight(block: Block) -> bool:
    """Whether a block stands among others like it without a gap."""
    return block.kind is BlockKind.ITEM or not block.after_gap


def _heads_a_paragraph(block: Block, following: Block) -> bool:
    """Whether a short line by itself, of whatever words, stands over prose or over a list."""
    if block.kind is not BlockKind.PARAGRAPH or not block.after_gap:
        return False
    if len(block.text.split()) > SLOGAN_WORDS or _goes_on(block):
        return False
    if following.kind is BlockKind.ITEM:
        return not (following.numbered or block.text.endswith(":"))
    prose = following.text[-1] in _ENDS and len(following.text) >= LONG_PARAGRAPH
    return following.kind is BlockKind.PARAGRAPH and (prose or _begins(following))


def _goes_on(block: Block) -> bool:
    """Whether a block goes on with an exercise that was begun: “repeat on the other side”."""
    return INSTRUCTION_WORDS.follow_up.match(core(plain(block.text))) is not None


def _is_title(text: str) -> bool:
    """Whether most of its longer words begin with a capital, as titles do."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capital >= 0.7 * len(words)


def _run_in(block: Block, following: Block | None, knows: Knows) -> Iterator[Block]:
    """A block, with the name at its front as a heading of its own where there is one."""
    found = _RUN_IN.match(block.text)
    if found is None or not _names(found, block, following, knows):
        yield block
        return
    start, end = found.span("bold_name" if found["bold"] else "name")
    name = _part(block, BlockKind.HEADING, start, start + len(block.text[start:end].rstrip()))
    yield replace(name, marker=found["code"] or block.marker)
    yield replace(
        _part(block, BlockKind.PARAGRAPH, found.end(), len(block.text)),
        marker="",
        level=block.level,
    )


def _names(found: re.Match[str], block: Block, following: Block | None, knows: Knows) -> bool:
    """Whether the front of a block is the name of what its rest tells."""
    name = (found["bold_name"] or found["name"]).strip()
    said, rest = plain(name), plain(block.text[found.end() :][:LOOK_AHEAD])
    if is_label(name) or len(name.split()) > MOST_WORDS or "," in name:
        return False
    if not (knows(name) or name[0].isupper() or name[0].isdigit()):
        return False
    sentence = found[0].rstrip()[-1] in ".!" and not found["bold"]
    if sentence and WORDS.avoid_heading.search(said):
        return False
    if sentence:
        steps_below = following is not None and following.kind is BlockKind.ITEM
        tells = knows(name) > 0 or _tells_steps(rest) or steps_below
        noun = not is_instruction(said) or NAMES.exercise_word.search(said) is not None
        if knows(name) >= SURE and (name.isupper() or (noun and not moves_the_body(said))):
            return len(name.split()) <= 6
        return not is_instruction(said) and _short_name(name, block) and tells
    if knows(name) >= SURE:
        return True
    tells = _tells_steps(rest) or bool(
        doses(rest) and (block.numbered or NAMES.exercise_word.search(said))
    )
    marked = found["bold"] and found[0].rstrip()[-1] in ":.–—-|"
    return tells and bool(marked or not moves_the_body(said) or _begins_with_start(rest))


def _begins_with_start(rest: str) -> bool:
    """Whether a text begins with how one lies or stands, as what follows a name does."""
    return INSTRUCTION_WORDS.fresh_start.match(rest) is not None and position_in(rest) is not None


def _short_name(name: str, block: Block) -> bool:
    """Whether the first sentence of a block is a name: few words, none of them a verb we know."""
    titled = name.isupper() or _is_title(name) or block.numbered
    return len(name.split()) <= 6 and (
        titled or (len(name.split()) <= 4 and NAMES.exercise_word.search(plain(name)) is not None)
    )


def _tells_steps(rest: str) -> bool:
    """Whether a text soon tells somebody to move, or names how one lies or stands."""
    clauses = re.split(r"(?<=[.;:!])\s+", rest)
    return any(is_instruction(clause) for clause in clauses[:6]) or position_in(rest) is not None

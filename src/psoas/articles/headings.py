"""Which blocks are headings: by signs, by looks, or at the front of their own paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.complete import complete_places
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS as INSTRUCTION_WORDS
from psoas.articles.instructing import core, is_instruction, moves_the_body
from psoas.articles.listing import LISTED, entry_front, listed_places, names_and_measures
from psoas.articles.naming import NAMES
from psoas.articles.pairs import with_pairs
from psoas.articles.plain import plain
from psoas.articles.plans import planned
from psoas.articles.run_in import Knows, entry, is_title, run_in
from psoas.articles.section_words import WORDS as WORDS
from psoas.articles.section_words import is_label
from psoas.articles.series import heading_places
from psoas.articles.tables import with_tables
from psoas.articles.telling import position_in

MOST_WORDS = 11
MOST_WORDS_ALONE = 14
"""The same for a line with a blank line before and after it."""
MOST_WORDS_BEFORE_COLON = 5
MOST_LETTERS = 85
"""A longer line is no heading unless a sign says so."""
LONG_PARAGRAPH = 80
SLOGAN_WORDS = 8
FEW_WORDS = 4
_ENDS = '.!?)”"'
"""With these prose ends, and a heading doesn't."""

_BOX = re.compile(r" {3,}(?=[\[(☐□_])")
"""Before a box to tick, or a remark, far behind a name."""
_SENTENCES = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")
_PLACED = re.compile(r"\b(?:on|with|against|facing|at) (?:your|the|an?|both|one)\b")


def headed(blocks: tuple[Block, ...], knows: Knows) -> tuple[Block, ...]:
    """The blocks without noise, every heading found and every run-in name a heading of its own."""
    kept = [
        _without_box(_kept(block))
        for block in blocks
        if block.kind is not BlockKind.NOISE or _closes(block)
    ]
    return tuple(_headed(with_pairs(list(with_tables(kept)), knows), knows))


def _closes(block: Block) -> bool:
    """Whether a line of the site begins another part of the page: “Comments (2)”."""
    short = len(block.text.split()) <= FEW_WORDS
    return short and WORDS.closing_heading.search(plain(block.text)) is not None


def _kept(block: Block) -> Block:
    return replace(block, kind=BlockKind.HEADING) if block.kind is BlockKind.NOISE else block


def _without_box(block: Block) -> Block:
    """A short line without the box to tick that stands far behind it."""
    box = _BOX.search(block.text) if len(block.text) <= MOST_LETTERS else None
    if box is None or block.kind is BlockKind.ITEM:
        return block
    return replace(block, text=block.text[: box.start()], end=block.start + box.start())


def _headed(kept: list[Block], knows: Knows) -> Iterator[Block]:
    counted = heading_places(kept, is_label)
    listed = listed_places(kept, knows, is_label)
    complete = complete_places(kept, knows, is_label) - listed
    for place, block in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if block.label or block.level == LISTED or block.refused or block.recommended:
            yield block
            continue
        if place in complete and block.kind is BlockKind.ITEM:
            yield from _complete(block, following, knows)
            continue
        if plan := planned(block, knows):
            yield from plan
            continue
        if place in listed:
            yield from entry(block)
            continue
        heads = block.kind is BlockKind.HEADING or place in counted
        if heads or (_looks(block, following, knows) and not _begins(block)):
            yield replace(block, kind=BlockKind.HEADING, level=block.level if block.strong else 0)
        else:
            yield from run_in(block, following, knows)


def _complete(block: Block, following: Block | None, knows: Knows) -> Iterator[Block]:
    """An item that is an exercise of its own, with its name where it begins with one."""
    pieces = list(run_in(block, following, knows))
    if len(pieces) > 1:
        yield from pieces
    elif entry_front(block, knows):
        yield from entry(block)
    else:
        yield replace(block, opens=True)


def _begins(block: Block) -> bool:
    """Whether a block can only be a first step: how and on what one lies, sits or stands."""
    said = plain(block.text)
    placed = _PLACED.search(said) and INSTRUCTION_WORDS.fresh_start.match(said)
    return placed is not None and position_in(said) is not None


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
    if _heads_with_dose(block, following):
        return True
    named = _is_name(said) or (knows(text) > 0 and not is_instruction(said))
    return named or not _is_step(block, said, following)


def _heads_with_dose(block: Block, following: Block) -> bool:
    """Whether a line of a name and a dose stands over prose that says how."""
    prose = following.kind is BlockKind.PARAGRAPH and following.text[-1] in _ENDS
    apart = block.kind is BlockKind.PARAGRAPH and block.after_gap
    return apart and prose and names_and_measures(block.text)


def _is_name(said: str) -> bool:
    """Whether words that begin like a step are a name: “seated back stretch”."""
    nothing_done = not re.search(r"\b(?:your|the|on|with|and)\b", said) and not doses(said)
    participle = re.match(
        r"(?:(?:crook|side|half|long|tall) )?\w+ing\b|seated\b|supine\b|prone\b|side[- ]", said
    )
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
    most = MOST_WORDS_BEFORE_COLON if text.endswith(":") and not is_title(text) else wide
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
    if block.numbered:
        return True
    if following.kind is not BlockKind.ITEM:
        ends_list = block.before_gap and not block.after_gap
        return not ends_list
    deeper = following.level > block.level or following.marker != block.marker
    apart = not block.before_gap or block.after_gap
    return deeper or (apart and block.before_gap and block.after_gap and knows(block.text) > 0)


def _is_step(block: Block, said: str, following: Block) -> bool:
    """Whether a short block tells somebody to move and is no slogan."""
    if doses(said) and (is_instruction(said) or said[0].isdigit()):
        return True
    if is_title(block.text):
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
    ends = following.text[-1] in _ENDS or _SENTENCES.search(following.text) is not None
    prose = ends and len(following.text) >= LONG_PARAGRAPH
    return following.kind is BlockKind.PARAGRAPH and (prose or _begins(following))


def _goes_on(block: Block) -> bool:
    """Whether a block goes on with an exercise that was begun: “repeat on the other side”."""
    return INSTRUCTION_WORDS.follow_up.match(core(plain(block.text))) is not None

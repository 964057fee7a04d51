"""Names at the front of their own paragraph or line: “Knee hug: lie on …”."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS as INSTRUCTION_WORDS
from psoas.articles.instructing import is_instruction, moves_the_body
from psoas.articles.listing import LISTED, front_of
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.section_words import WORDS, is_label
from psoas.articles.telling import position_in

Knows: TypeAlias = Callable[[str], float]
"""How sure it is, from 0 to 1, that a text is the name of an exercise."""

SURE = 0.95
MOST_WORDS = 11
RUN_IN_LEVEL = 8
"""The level of a name at the front of its own paragraph: below every heading."""
LOOK_AHEAD = 300

_RUN_IN = re.compile(
    r"(?:(?P<bold>\*\*|__)(?P<code>[A-H]?\d{1,2}[.):])?\s*"
    r"(?P<bold_name>[^*_]{2,80}?)[:.]?(?P=bold)[:.]?"
    r"(?:\s*[:–—|-])?|(?P<name>[^.:;!?]{2,70}?)(?:\s*:|\s[-–—|]|[–—]|[.!]))\s+(?=\S)"
)


def run_in(block: Block, following: Block | None, knows: Knows) -> Iterator[Block]:
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
        named = not is_instruction(said) or _is_noun(said)
        return named and _short_name(name, block) and tells
    if knows(name) >= SURE and not (moves_the_body(said) and " your " in said):
        return True
    tells = _tells_steps(rest) or bool(
        doses(rest) and (block.numbered or NAMES.exercise_word.search(said))
    )
    marked = found["bold"] and found[0].rstrip()[-1] in ":.–—-|"
    return tells and bool(marked or not moves_the_body(said) or _begins_with_start(rest))


def _is_noun(said: str) -> bool:
    """Whether words that begin like an order are a name: “step stretch”, “press ups”."""
    ends = NAMES.exercise_word.search(said.split()[-1]) is not None
    whole = not re.search(
        r"\b(?:your|the|it|this|that|on|with|and|for|to|into|do|not|a|an)\b", said
    )
    return ends and whole and len(said.split()) > 1 and not INSTRUCTION_WORDS.follow_up.match(said)


def _begins_with_start(rest: str) -> bool:
    """Whether a text begins with how one lies or stands, as what follows a name does."""
    return INSTRUCTION_WORDS.fresh_start.match(rest) is not None and position_in(rest) is not None


def _short_name(name: str, block: Block) -> bool:
    """Whether the first sentence of a block is a name: few words, none of them a verb we know."""
    titled = name.isupper() or is_title(name) or block.numbered
    return len(name.split()) <= 6 and (
        titled or (len(name.split()) <= 4 and NAMES.exercise_word.search(plain(name)) is not None)
    )


def _tells_steps(rest: str) -> bool:
    """Whether a text soon tells somebody to move, or names how one lies or stands."""
    clauses = re.split(r"(?<=[.;:!])\s+", rest)
    return any(is_instruction(clause) for clause in clauses[:6]) or position_in(rest) is not None


def is_title(text: str) -> bool:
    """Whether most of its longer words begin with a capital, as titles do."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capital >= 0.7 * len(words)


def entry(block: Block) -> Iterator[Block]:
    """A line of a list of exercises as its name and the rest."""
    whole = len(block.text)
    start, end, rest = front_of(block) or (0, whole, whole)
    yield replace(_part(block, BlockKind.HEADING, start, end), level=LISTED)
    if rest < whole:
        yield replace(_part(block, BlockKind.PARAGRAPH, rest, whole), marker="")


def _part(block: Block, kind: BlockKind, start: int, end: int) -> Block:
    """A stretch of a block as a block of its own; the front of it is a name below all others."""
    text, at = block.text[start:end], block.start + start
    level = RUN_IN_LEVEL if kind is BlockKind.HEADING else 0
    return replace(block, kind=kind, text=text, start=at, end=at + len(text), level=level)

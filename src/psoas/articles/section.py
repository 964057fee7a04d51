"""One section of a page: its name, its sentences, and which of them are steps."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS as INSTRUCTION_WORDS
from psoas.articles.instructing import is_instruction, moves_the_body
from psoas.articles.listing import LISTED, names_and_measures
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.remembering import kept_with
from psoas.articles.section_words import WORDS
from psoas.articles.sentences import Sentence
from psoas.articles.telling import WORDS as TOLD_WORDS
from psoas.articles.telling import Said, position_in, sides_in

SHORT = 60
"""A sentence no longer than this may be a step without a verb that we know."""
MOST_TOLD = 40
"""Sentences that are looked at where the steps alone don't say which exercise they tell."""
MOST_CLAUSES = 12
"""Clauses of a sentence that are looked at."""

_QUESTION = re.compile(r"Q(?:uestion)?(?: ?\d{1,2})?[.:)]\s")
_DEAR = re.compile(r"Dear [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2},? *$")
_SIGNED = re.compile(r"\?\s*[–—-]\s*[A-Z][\w.'’-]*(?:,? [A-Za-z][\w.'’-]*){0,5}$")
LONGEST_SIGN = 80
"""Letters at the end of a letter in which it is signed."""
_COUNTED = re.compile(
    r"(?:(?:step|stage|phase|part|exercise|stretch|move|pose|position|number|no\.?|day|level) ?#?"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:[.:)]| ?[–—]| -) +"
    r"|#?\d{1,2}(?:\.\d{1,2}){1,2}[.:)]? +|\(?#?\d{1,2}[.:)] ?(?!\d)"
    r"|\(?[A-H][.:)] +|[A-H]\d? {2,}|\d{1,2} {2,})"
    r"(?=\w.{2})",
    re.IGNORECASE,
)
"""What counts an exercise in front of its name: “1)”, “A   ”, “1.1 ”, “Stage one – ”."""
_TURN = re.compile(r"[:;]\s+|\s-\s|,\s+(?:so|then|and then|now)\s+")


class Part(StrEnum):
    """What a section of a page is."""

    EXERCISE = "exercise"
    NAMED = "named"
    """An exercise that is only named."""
    AVOID = "avoid"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading, if there is one, and what stands below it."""

    heading: Block | None = None
    blocks: tuple[Block, ...] = ()
    part: Part = Part.OTHER
    never: frozenset[tuple[int, int]] = frozenset()
    """Spans of sentences that are never a step of it."""

    @property
    def listed(self) -> bool:
        """Whether it is one line of a list of exercises, where few words must do."""
        if self.heading is None:
            return any(block.opens for block in self.blocks[:1])
        return self.heading.level == LISTED

    @property
    def refused(self) -> bool:
        """Whether it stands below the side of a pair that the page refuses."""
        return self.heading is not None and self.heading.refused

    @cached_property
    def name(self) -> str | None:
        """Its name as written; a title over several exercises is the name of none."""
        collects = WORDS.collection.search(plain(self.title or "")) is not None
        return None if collects else self.title

    @cached_property
    def title(self) -> str | None:
        """Its heading as written, without signs for bold."""
        if self.heading is None:
            return None
        bare = self.heading.text.replace("**", "").strip("*_ ")
        return bare[len(counted[0]) :] if (counted := _COUNTED.match(bare)) else bare

    @cached_property
    def named_dose(self) -> str:
        """The plain heading where it goes on with a dose: “Bridge, 2 x 10”; else nothing."""
        said = plain(self.heading.text) if self.heading else ""
        told = doses(said)
        named = told and NAMES.exercise_word.search(said, 0, told[0].start)
        return said if named or self._measured else ""

    @property
    def _measured(self) -> bool:
        """Whether its heading is a name and a dose, and steps stand below."""
        return bool(self.steps) and names_and_measures(self.title or "")

    @cached_property
    def span(self) -> tuple[int, int]:
        """From its name to the end of its last step, as offsets into the page."""
        steps = [(step.start, step.end) for step in self.steps]
        name = [(self.heading.start, self.heading.end)] if self.heading else []
        spans = [*name, *steps] or [(0, 0)]
        return min(start for start, _ in spans), max(end for _, end in spans)

    @cached_property
    def paragraphs_below(self) -> tuple[Block, ...]:
        """The paragraphs of their own below its last step."""
        last = self.span[1]
        return tuple(
            block
            for block in self.blocks
            if block.kind is BlockKind.PARAGRAPH and block.after_gap and block.start >= last
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences, in order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def steps(self) -> tuple[Sentence, ...]:
        """The sentences that tell what to do; what is meant for all exercises is none of them.

        Items between the first step and the last belong to them, whatever their words; so do
        sentences there that are built like an order.
        """
        told = [one for block in self.blocks if not asks(block) for one in block.sentences]
        asked = [one for one in told if (one.start, one.end) not in self.never]
        own = [(one, is_step(one) and not is_for_all(one)) for one in asked]
        places = [place for place, (_, step) in enumerate(own) if step]
        inner = range(places[0], places[-1]) if places else range(0)
        if self.listed:
            end = self._list_end
            return tuple(one for one in asked if one.start < end and not is_for_all(one))
        return tuple(
            one
            for place, (one, step) in enumerate(own)
            if step or (place in inner and self._belongs(one))
        )

    @property
    def _list_end(self) -> float:
        """Where what belongs to a line of a list ends: at a paragraph after a gap."""
        apart = (b for b in self.blocks[1:] if b.after_gap and b.kind is BlockKind.PARAGRAPH)
        return next((block.start for block in apart), inf)

    def _belongs(self, one: Sentence) -> bool:
        """Whether a sentence between two steps is one of them."""
        likely = one.start in self._items or _may_be_order(one.said)
        return likely and not is_for_all(one)

    @cached_property
    def _items(self) -> frozenset[int]:
        """Where its list items begin."""
        return frozenset(b.start for b in self.blocks if b.kind is BlockKind.ITEM)

    @cached_property
    def where_used(self) -> tuple[Sentence, ...]:
        """The sentences that may tell what is used: steps, and what beside them speaks of using."""
        steps = set(self.steps)
        starts = sorted(step.start for step in steps)
        near = [block for block in self.blocks if _any_inside(starts, block)]
        return tuple(
            one
            for block in near
            for one in block.sentences
            if one in steps or TOLD_WORDS.using.search(one.said)
        )

    @cached_property
    def said(self) -> str:
        """The plain text of its steps, each ended."""
        return " ".join(f"{step.said.rstrip('.')}." for step in self.steps)

    @cached_property
    def told(self) -> str:
        """The plain text of all that stands below its name.

        Without questions, what is for all, and paragraphs of their own below the last step.
        """
        below = set(map(id, self.paragraphs_below))
        own = (block for block in self.blocks if id(block) not in below and not asks(block))
        told = (one for block in own for one in block.sentences)
        kept = [one for one in told if not is_for_all(one) and not one.said.endswith("?")]
        return " ".join(f"{one.said.rstrip('.')}." for one in kept[:MOST_TOLD])

    @cached_property
    def position(self) -> Said | None:
        """The starting position that its steps tell first."""
        return position_in(self.said)

    @cached_property
    def sides(self) -> Said | None:
        """How its steps tell the sides; None where they tell one side, or there are none."""
        return sides_in(self.said) if self.steps else None


def _any_inside(starts: list[int], block: Block) -> bool:
    """Whether any of these offsets, the smallest first, lies in a block."""
    return bisect_left(starts, block.start) < bisect_left(starts, block.end)


def asks(block: Block) -> bool:
    """Whether a block is a reader's question, to which the answer stands below."""
    text = block.text
    return bool(_QUESTION.match(text) or _DEAR.match(text) or _SIGNED.search(text[-LONGEST_SIGN:]))


@kept_with
def is_step(sentence: Sentence) -> bool:
    """Whether a sentence tells what to do or how much of it."""
    said = sentence.said
    if sentence.label or sentence.instructs or _turns_to_move(said):
        return True
    open_ended = said[-1:] not in ".!?"
    return bool(sentence.doses) and (len(said) <= SHORT or open_ended or _has_clause(said))


def _has_clause(said: str) -> bool:
    """Whether a later clause of a sentence is a step: “once there, hold for 20 seconds”."""
    clauses = said.replace(" and ", ";").replace(":", ";").replace(",", ";").split(";")
    return any(is_instruction(clause.strip()) for clause in clauses[:MOST_CLAUSES])


def _turns_to_move(said: str) -> bool:
    """Whether a sentence turns to what to do: “face up already, so gather both shins”."""
    clauses = _TURN.split(said, MOST_CLAUSES)[1:]
    return any(moves_the_body(clause) for clause in clauses)


def _may_be_order(said: str) -> bool:
    """Whether a sentence may be an order with a verb that we don't know: “paddle them past”."""
    return INSTRUCTION_WORDS.built_like_order.match(said) is not None


def is_for_all(sentence: Sentence, *, outside: bool = False) -> bool:
    """Whether a sentence, perhaps outside of any exercise, states a dose for all of them."""
    words = WORDS.for_all_outside if outside else WORDS.for_all
    return bool(sentence.doses) and words.search(sentence.said) is not None

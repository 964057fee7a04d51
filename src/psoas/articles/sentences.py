"""Sentences of a text, with their places in the page and what each of them says."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from nupunkt import sent_spans

from psoas.articles.doses import Told, doses
from psoas.articles.instructing import is_instruction, names_the_body
from psoas.articles.plain import plain
from psoas.articles.spoken import clauses
from psoas.articles.telling import Said, only_other_side, position_in, position_over

_MORE_THAN_ONE = re.compile(r"[.!?][^\s.!?]*\s+\S")
_INNER_END = re.compile(r"\||[.!?]\s*\S")
"""Without one nothing was missed."""
_MISSED = re.compile(
    r"(?<=[a-z)][.!?])(?=[A-Z][a-z])|(?<=[a-z]{4}[.!?])\s+(?=[A-Z])|"
    r"(?<=\b(?:leg|toe|hip|arm|way|day|two|ten|six|one|top|end|bed|mat|rib|gap|rep|set|out|off)[.!?])"
    r"\s+(?=[A-Z])|\s\|\s",
    re.ASCII,
)
"""Ends that the splitter takes for abbreviations, sentences glued to the next, cells of a table."""


POSITION = "position: "
"""The label of a cell that tells the starting position."""
DOSE_ALONE = 60
"""A sentence no longer than this that holds a dose is told from a step by its section."""
MOST_SENTENCES = 4000
"""Sentences that are read, of a block and of a page."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence; `start` and `end` are offsets into the page. It is understood only once."""

    text: str
    start: int
    end: int
    label: str = ""
    """What the head of a column says before it: “reps: ”."""

    @cached_property
    def said(self) -> str:
        """Its plain text."""
        return plain(self.text)

    @cached_property
    def doses(self) -> tuple[Told, ...]:
        """The doses that it states."""
        told = doses(self.label + self.said)
        return tuple(one.moved(len(self.label)) for one in told) if self.label else told

    @cached_property
    def instructs(self) -> bool:
        """Whether it begins as a step does, or with a dose, or tells only to do the other side."""
        return is_instruction(self.said) or only_other_side(self.said) or self._begins_with_a_dose

    @property
    def _begins_with_a_dose(self) -> bool:
        """Whether a dose is the first that it says: “Two goes on each side, and no more.”"""
        first = next(iter(self.doses), None)
        long = len(self.said) > DOSE_ALONE
        return long and first is not None and first.start <= 1 and first.field != "times_per_day"

    @cached_property
    def moves(self) -> bool:
        """Whether it is a step that names a part of the body."""
        return self.instructs and names_the_body(self.said)

    @cached_property
    def position(self) -> Said | None:
        """The starting position that it tells first."""
        over = position_over(self.said) if self.label == POSITION else None
        return over or position_in(self.said)


def sentences(text: str, start: int, *, spoken: bool = False) -> tuple[Sentence, ...]:
    """The sentences of a text that begins at an offset of the page; of speech its clauses."""
    found = sent_spans(text) if _MORE_THAN_ONE.search(text) else [(0, len(text))]
    parts = [part for whole in found for part in _parted(text, *whole)]
    cuts = [cut for part in parts for cut in clauses(text, *part, spoken=spoken)]
    told = (cut for cut in cuts if text[slice(*cut)].strip(" |"))
    return tuple(_sentence(text, start, *cut) for cut in islice(told, MOST_SENTENCES))


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not _INNER_END.search(text, start, end):
        return [(start, end)]
    cuts = [start, *(cut.start() for cut in _MISSED.finditer(text, start, end)), end]
    return list(pairwise(cuts))


def _sentence(text: str, offset: int, start: int, end: int) -> Sentence:
    own = text[start:end]
    lead = len(own) - len(own.lstrip(" \t\r\n|"))
    begins, own = offset + start + lead, own[lead:].rstrip()
    return Sentence(text=own, start=begins, end=begins + len(own))

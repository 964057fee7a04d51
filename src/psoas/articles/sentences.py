"""Sentences of a block, with their places in the page."""

import re
from dataclasses import dataclass
from itertools import pairwise

from nupunkt import sent_spans

from psoas.articles.blocks import Block
from psoas.articles.plain import plain

_MORE_THAN_ONE = re.compile(r"[.!?]\S*\s+\S")
_MISSED = re.compile(r"(?<=[a-z)][.!?])(?=[A-Z][a-z])|(?<=[a-z]{4}[.!?])\s+(?=[A-Z])|\s\|\s")
"""Ends that the splitter takes for abbreviations, and sentences glued to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `start` and `end` are offsets into the page, `said` is its plain text."""

    text: str
    said: str
    start: int
    end: int


def sentences(block: Block) -> tuple[Sentence, ...]:
    """The sentences of a block. Those that were glued together without a blank are parted."""
    found = sent_spans(block.text) if _MORE_THAN_ONE.search(block.text) else [(0, len(block.text))]
    return tuple(
        _sentence(block, start, end)
        for whole in found
        for start, end in _parted(block.text, *whole)
        if block.text[start:end].strip()
    )


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(cut.start() for cut in _MISSED.finditer(text, start, end)), end]
    return list(pairwise(cuts))


def _sentence(block: Block, start: int, end: int) -> Sentence:
    text = block.text[start:end]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    begins = block.start + start + lead
    return Sentence(text=text, said=plain(text), start=begins, end=begins + len(text))

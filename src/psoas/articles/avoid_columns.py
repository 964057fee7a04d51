"""What a table warns against: a column “Don’t” beside a column “Do”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from psoas.articles.avoid_words import WORDS
from psoas.articles.plain import plain

MOST_ROWS = 60
"""Rows of a table that are looked at."""
LONGEST_HEAD = 60
"""Letters of the name of a column."""

_SPLIT = re.compile(r"[ \t]*\|[ \t]*|\t+|(?<=\S) {4,}(?=\S)")
_NO = re.compile(r"\W*(?:no|never|avoid|skip|not (?:yet|now|allowed|recommended)|[x✗✘❌✖])\W*")
"""A verdict at the end of a row."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one row of a column; `start` and `end` are offsets into the page."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with columns; `start` and `end` are offsets into the page."""

    cells: tuple[Cell, ...]
    start: int
    end: int


def warned_cells(text: str) -> Iterator[tuple[Cell, Cell]]:
    """The cells below the head of a column that warns, or beside a no, each with that."""
    rows = [_row(line) for line in _LINE.finditer(text) if _SPLIT.search(line[0])]
    for place, row in enumerate(rows):
        column = None if place and _next(rows[place - 1], row, text) else _warning_column(row)
        if column is not None:
            for cell in _below(rows[place : place + MOST_ROWS], column, text):
                yield cell, row.cells[column]
        elif len(row.cells) > 1 and _NO.fullmatch(plain(row.cells[-1].text)):
            yield row.cells[0], row.cells[-1]


def _row(line: re.Match[str]) -> Row:
    """A line as its cells; signs at its ends are none."""
    inner = line[0].strip(" \t|")
    start = line.start() + line[0].index(inner)
    cuts = list(_SPLIT.finditer(inner))
    begins = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(inner)]
    cells = tuple(
        Cell(text=inner[a:b], start=start + a, end=start + b)
        for a, b in zip(begins, ends, strict=True)
    )
    return Row(cells=cells, start=line.start(), end=line.end())


def _warning_column(heads: Row) -> int | None:
    """Which column warns, if one does beside one that doesn't."""
    if any(len(head.text) > LONGEST_HEAD for head in heads.cells):
        return None
    said = [plain(head.text).strip(" *:!") for head in heads.cells]
    warns = [WORDS.warning_head.fullmatch(one) is not None for one in said]
    return warns.index(True) if len(set(warns)) > 1 else None


def _next(before: Row, row: Row, text: str) -> bool:
    """Whether a row stands right below another."""
    return text.count("\n", before.end, row.start) == 1


def _below(rows: list[Row], column: int, text: str) -> Iterator[Cell]:
    """The cells of a column in the lines that follow its head without a gap."""
    for before, row in pairwise(rows):
        if not _next(before, row, text) or len(row.cells) != len(rows[0].cells):
            return
        if set(row.cells[column].text) - set("-: "):
            yield row.cells[column]

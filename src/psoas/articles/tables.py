"""Tables: rows of columns below a head that says what each column tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.cells import COLUMNS, cells_of, label_of
from psoas.articles.doses import doses
from psoas.articles.listing import LISTED
from psoas.articles.plain import plain

FEWEST_LABELS = 2
"""A row with so many names of columns is the head of a table."""
MOST_COLUMNS = 12

_NOTHING = re.compile(r"(?:[-–—/.\s]*|n/?a|no|none|nil|0|no hold|no rest)", re.IGNORECASE)
_BARE = re.compile(r"[\d\s–—-]+")


def with_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks, each row of a table as the name of an exercise and what its columns tell."""
    head: list[str] | None = None
    for block in blocks:
        if block.marker != "|":
            head = None
            yield block
        elif labels := _head(block):
            head = labels
        elif head is None:
            yield block
        else:
            yield from _row(block, head)


def _head(block: Block) -> list[str] | None:
    """What the columns tell, where a row is the head of a table."""
    labels = [label_of(block.text[start:end]) for start, end in _cells(block)]
    told = [label for label in labels if label]
    return labels if len(told) >= min(FEWEST_LABELS, len(labels)) and len(labels) > 1 else None


def _cells(block: Block) -> list[tuple[int, int]]:
    return list(islice(cells_of(block.text), MOST_COLUMNS))


def _row(block: Block, head: list[str]) -> Iterator[Block]:
    """A row as a heading and a block for each of its other columns."""
    cells = _cells(block)
    known = head if "|" in block.text or len(cells) == len(head) else [""] * len(cells)
    labels = [*known, *[""] * len(cells)]
    names = [n for n in range(len(cells)) if labels[n] == "name"]
    named = names[0] if names else _first_name(block, cells, labels)
    if named is not None and "when" in head and doses(plain(block.text[slice(*cells[named])])):
        yield _cell(block, *cells[named])
        return
    if named is None:
        yield block
        return
    yield _cell(block, *cells[named], kind=BlockKind.HEADING, level=LISTED)
    for place, (start, end) in enumerate(cells):
        told = block.text[start:end]
        if place != named and labels[place] != "number" and not _NOTHING.fullmatch(told):
            yield _cell(block, start, end, label=_label(labels[place], told))


def _first_name(block: Block, cells: list[tuple[int, int]], labels: list[str]) -> int | None:
    """The first column of words that no label claims."""
    free = (n for n, label in enumerate(labels[: len(cells)]) if not label)
    told = ((n, block.text[slice(*cells[n])]) for n in free)
    return next((n for n, text in told if re.search(r"[^\W\d_]{2}", text)), None)


def _label(label: str, told: str) -> str:
    """What is read before a cell; only seconds without their unit need to be told so."""
    return COLUMNS.labels.get(f"bare {label}" if _BARE.fullmatch(told) else label, "")


def _cell(
    block: Block,
    start: int,
    end: int,
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    level: int = 0,
    label: str = "",
) -> Block:
    text, at = block.text[start:end], block.start + start
    return replace(
        block, kind=kind, text=text, start=at, end=at + len(text), level=level, label=label,
        marker="", strong=False, after_gap=False, before_gap=False,
    )  # fmt: skip

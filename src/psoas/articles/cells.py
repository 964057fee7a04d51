"""Cells of a row, and what the head of a column says of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.lines import Line
from psoas.articles.patterns import Among
from psoas.articles.plain import plain
from psoas.articles.wordlists import one_of, read_words
from psoas.knowledge import STRICT_KEYS

LONGEST_HEAD = 40
LONGEST = 240
"""A longer line is no row."""
MOST_APART = 1
"""Blank lines between two rows of one table."""

CELL = re.compile(r"(?:(?!\s{2}|\t|\s*\|)[^\n])+")
_GAP = re.compile(r"\S(?: {2,}|\t+| ?\| ?)\S|\|\s*$")


@dataclass(frozen=True, kw_only=True)
class ColumnWords:
    """All of `data/columns.toml`."""

    __pydantic_config__ = STRICT_KEYS

    heads: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    """What is read before a cell, by what its column tells."""

    @cached_property
    def kinds(self) -> Among[str]:
        """The heads of each kind of column."""
        return Among(
            (kind, one_of(rf"^(?:{head})$" for head in heads)) for kind, heads in self.heads.items()
        )


COLUMNS = read_words(ColumnWords, "columns")


def cells_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    for found in CELL.finditer(text):
        yield found.end() - len(found[0].lstrip(" |")), found.end()


def label_of(head: str) -> str:
    """What the head of a column says of it; empty where it says nothing that is known."""
    said = plain(head).strip(" :.*")
    if len(said) > LONGEST_HEAD:
        return ""
    return next((kind for kind, words in COLUMNS.kinds.likely(said) if words.search(said)), "")


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines, those below a head of columns marked as rows of a table."""
    found, within, blank = [], False, 0
    for line in lines:
        row = not line.heading and len(line.content) <= LONGEST and _GAP.search(line.content)
        within = (bool(row) and (within or _is_head(line))) or (within and not line.content)
        blank = 0 if line.content else blank + 1
        within = within and blank <= MOST_APART
        rows = within and bool(line.content) and not line.marker
        found.append(line._replace(marker="|") if rows else line)
    return found


def _is_head(line: Line) -> bool:
    """Whether a line names columns: two of them at least, one of how much."""
    labels = [label_of(line.content[start:end]) for start, end in cells_of(line.content)]
    return len([one for one in labels if one]) >= 2 and not any(map(str.isdigit, line.content))

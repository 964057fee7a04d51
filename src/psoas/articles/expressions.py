"""Regular expressions as data: the pieces and groups of which a pattern of a word list is made."""

import re
from dataclasses import dataclass
from typing import TypeAlias

_PIECE = re.compile(
    r"(?:[^\W\d_]{2,}|\d{2,})(?![*+?{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\((?:\?(?:P<\w+>|<?[=!]|:))?|(?:[*+?]|\{[\d,]+\})\??|.",
    re.DOTALL,
)
_COUNT = re.compile(r"(?:[*+?]|\{[\d,]+\})\??")
_SIGNS = frozenset("(.^$")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a pattern: letters, a sign, or a group with its alternatives."""

    piece: str
    count: str = ""
    """How often it may stand, as written; empty for once."""
    group: tuple[tuple["Item", ...], ...] = ()

    @property
    def may_lack(self) -> bool:
        """Whether it may be left out."""
        return self.count.startswith(("*", "?", "{0", "{,"))

    @property
    def looks(self) -> bool:
        """Whether it only looks at what is there, and takes no character of it."""
        return self.piece in (r"\b", "^", "$", "(?=", "(?!", "(?<=", "(?<!")

    @property
    def letter(self) -> bool:
        """Whether it is letters or digits that stand for themselves."""
        return self.piece.isalnum()

    @property
    def apart(self) -> bool:
        """Whether it is a blank or another character of which no word is made."""
        escaped = len(self.piece) == 2 and self.piece[0] == "\\" and not self.piece[1].isalnum()
        literal = escaped or (len(self.piece) == 1 and self.piece not in _SIGNS)
        return self.piece == r"\s" or (literal and not self.letter and self.piece != "_")


Row: TypeAlias = tuple[Item, ...]
"""One alternative."""


def rows_of(pattern: str) -> tuple[Row, ...]:
    """The alternatives of a pattern that `re` can read; only what needs no flags is understood."""
    return _rows([*reversed(_PIECE.findall(pattern))])


def _rows(pieces: list[str]) -> tuple[Row, ...]:
    """The alternatives up to the end of a group; `pieces` are in reverse and are used up."""
    rows: list[Row] = []
    row: list[Item] = []
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            rows.append(tuple(row))
            row = []
        else:
            row.append(_item(piece, pieces))
    return (*rows, tuple(row))


def _item(piece: str, pieces: list[str]) -> Item:
    group = _rows(pieces) if piece.startswith("(") else ()
    count = pieces.pop() if pieces and _COUNT.fullmatch(pieces[-1]) else ""
    return Item(piece=piece, count=count, group=group)


def written(row: Row) -> str:
    """An alternative as it was written."""
    return "".join(map(_written, row))


def _written(item: Item) -> str:
    inner = "|".join(map(written, item.group)) + ")" if item.group else ""
    return item.piece + inner + item.count

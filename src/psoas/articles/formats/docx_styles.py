"""What the styles and the numbering of a Word file say about its paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

HEADING = re.compile(r"heading ([1-9])")
MOST_BASES = 10
"""Styles that a style may stand on, one on the other."""
BULLET, NOTHING = "bullet", "none"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Style:
    """One style of paragraphs."""

    name: str = ""
    base: str = ""
    list_id: str = ""
    level: int = 0
    """Of the list, from 0."""


class Styles:
    """Collects the styles of a file."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._current = Style()

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element of the file's styles begins."""
        value = given.get("val", "")
        if name == "style":
            self._current = self._styles.setdefault(given.get("styleId", ""), Style())
        elif name == "name":
            self._current.name = value.lower()
        elif name == "basedOn":
            self._current.base = value
        elif name == "numId":
            self._current.list_id = value
        elif name == "ilvl":
            self._current.level = small(value)

    def end(self, name: str) -> None:
        """Nothing to do."""

    def words(self, text: str) -> None:
        """Nothing to do."""

    def heading(self, style: str) -> int:
        """The level of the headings in a style, from 1; 0 where it isn't one."""
        for each in self._with_bases(style):
            found = HEADING.fullmatch(each.name)
            if found or each.name == "title":
                return int(found[1]) if found else 1
        return 0

    def list_of(self, style: str) -> tuple[str, int]:
        """The list that a style belongs to, and its level in it; empty where to none."""
        listed = (each for each in self._with_bases(style) if each.list_id)
        first = next(listed, Style())
        return first.list_id, first.level

    def _with_bases(self, style: str) -> list[Style]:
        found: list[Style] = []
        while style in self._styles and len(found) < MOST_BASES:
            found.append(self._styles[style])
            style = found[-1].base
        return found


@dataclass(slots=True)
class Numbering:
    """Collects the lists of a file, and counts their items."""

    _formats: dict[tuple[str, str], str] = field(default_factory=dict)
    _starts: dict[tuple[str, str], int] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _kind: str = ""
    _list: str = ""
    _level: str = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element of the file's numbering begins."""
        value = given.get("val", "")
        if name == "abstractNum":
            self._kind = given.get("abstractNumId", "")
        elif name == "lvl":
            self._level = given.get("ilvl", "")
        elif name == "numFmt":
            self._formats[self._kind, self._level] = value
        elif name == "start":
            self._starts[self._kind, self._level] = small(value)
        elif name == "num":
            self._list = given.get("numId", "")
        elif name == "abstractNumId":
            self._kinds[self._list] = value

    def end(self, name: str) -> None:
        """Nothing to do."""

    def words(self, text: str) -> None:
        """Nothing to do."""

    def marker(self, list_id: str, level: int) -> str:
        """What stands before the next item of a list: a dash, a number or a letter, or nothing."""
        place = self._kinds.get(list_id, ""), str(level)
        kind = self._formats.get(place, BULLET)
        if kind in (BULLET, NOTHING):
            return "-" if kind == BULLET else ""
        return self._shown(kind, self._next(list_id, level, self._starts.get(place, 1)))

    def _next(self, list_id: str, level: int, start: int) -> int:
        counts = self._counts.setdefault(list_id, {})
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        counts[level] = counts.get(level, start - 1) + 1
        return counts[level]

    @staticmethod
    def _shown(kind: str, number: int) -> str:
        if kind.endswith("Letter") and 0 < number <= len(LETTERS):
            letter = LETTERS[number - 1]
            return f"{letter if kind.startswith('lower') else letter.upper()}."
        return f"{number}."


def small(text: str) -> int:
    """A whole number of up to three digits; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else 0


def off(given: Mapping[str, str]) -> bool:
    """Whether a property is switched off by its value."""
    return given.get("val", "true") in ("0", "false", "off", "none")

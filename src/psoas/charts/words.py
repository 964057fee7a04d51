"""What charts say, from data/words.toml, and how they write numbers and days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names in their order."""

    __pydantic_config__ = STRICT_KEYS

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """words.toml."""

    __pydantic_config__ = STRICT_KEYS

    titles: Mapping[str, str]
    per: Mapping[str, str]
    legend: Mapping[str, str]
    lines: Mapping[str, str]
    when: Mapping[str, str]
    headings: Mapping[str, str]
    weekdays: Names
    zones: Names
    said: Mapping[str, str]


@cache
def words() -> Words:
    """Every word of the charts."""
    return read_toml(Words, files("psoas.charts") / "data" / "words.toml")


def said(name: str, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return words().said[name].format(**values)


def counted(one: str, many: str, count: int) -> str:
    """A sentence about a number of things; none about none."""
    if not count:
        return ""
    return said(one if count == 1 else many, count=count)


def joined(sentences: Sequence[str], otherwise: str = "") -> str:
    """Sentences after one another; `otherwise` where there is none."""
    return " ".join(filter(None, sentences)) or otherwise


def number(value: float) -> str:
    """To a tenth, without a needless nought: `3`, `3.4`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def side(value: float) -> str:
    """A change as it is said: `0.4 lower`."""
    size = number(abs(value))
    if size == "0":
        return said("no_different")
    return said("lower" if value < 0 else "higher", points=size)


def short_day(on: date) -> str:
    """A day below an axis: `3 Mar`."""
    return f"{on.day} {on:%b}"


def full_day(on: date) -> str:
    """A day in a table: `3 Mar 2026`."""
    return f"{on.day} {on:%b %Y}"


def month(on: date) -> str:
    """A month: `Mar 2026`."""
    return f"{on:%b %Y}"

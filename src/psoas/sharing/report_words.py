"""What a report says, from data/report.toml, and how it writes numbers, days and lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """report.toml."""

    __pydantic_config__ = STRICT_KEYS

    head: Mapping[str, str]
    headings: Mapping[str, str]
    columns: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    places: Mapping[str, str]
    zones: Mapping[str, str]
    ages: Mapping[str, str]
    irritability: Mapping[str, str]
    eases: Mapping[str, str]
    triage: Mapping[str, str]
    sessions: Mapping[str, str]
    advice_kinds: Mapping[str, str]
    verdicts: Mapping[str, str]
    said: Mapping[str, str]
    what: Mapping[str, str]
    decisions: Mapping[str, str]
    see: Mapping[str, str]
    """Why to be seen, by the id of what advises it."""
    about: Mapping[str, str]
    measures: Mapping[str, str]


@cache
def words() -> ReportWords:
    """Every word of a report that isn't another room's."""
    return read_toml(ReportWords, files("psoas.sharing") / "data" / "report.toml")


def said(name: str, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return words().said[name].format(**values)


def head(name: str, /, **values: object) -> str:
    """One of the lines around the report, filled in."""
    return words().head[name].format(**values)


def counted(one: str, many: str, count: int, **values: object) -> str:
    """A sentence about a number of things."""
    return said(one if count == 1 else many, count=count, **values)


def full_day(on: date) -> str:
    """A day: `3 March 2026`."""
    return f"{on.day} {on:%B %Y}"


def short_day(on: date) -> str:
    """A day in a table: `3 Mar 2026`."""
    return f"{on.day} {on:%b %Y}"


def number(value: float) -> str:
    """To a tenth, without a needless nought or a minus before nought: `3`, `3.4`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def signed(value: float) -> str:
    """The same with the minus of print, not a hyphen."""
    return number(value).replace("-", "\N{MINUS SIGN}")


def some(texts: Iterable[str], most: int) -> str:
    """The first of some texts, and how many more there are."""
    listed = list(dict.fromkeys(texts))
    if len(listed) <= most:
        return ", ".join(listed)
    return said("several", several=", ".join(listed[:most]), count=len(listed) - most)


def sentences(texts: Sequence[str]) -> str:
    """Sentences after one another, without empty ones."""
    return " ".join(filter(None, texts))

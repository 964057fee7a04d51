"""Sources and claims: a document, and one statement in it with the lines where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from psoas.knowledge import STRICT_KEYS

_LINES = re.compile(r"lines? (\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that claims point into.

    The five articles are not shipped: `lines` and `sha256` say which text was read, so that
    whoever has it at hand can check each claim against it.
    """

    __pydantic_config__ = STRICT_KEYS

    id: str
    title: str
    kind: str
    """article, guideline, study, leaflet, textbook or judgement"""
    publisher: str = ""
    year: int | None = None
    url: str | None = None
    lines: int | None = None
    """How many lines the text has (as `splitlines` counts); None where it has no lines."""
    sha256: str | None = None
    note: str = ""
    """What a reader should know of its quality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement in a source, in our own words, with what it says of the dose."""

    __pydantic_config__ = STRICT_KEYS

    source: str
    where: str = ""
    """`line 12` or `lines 12-15` where the source has lines; else a section or empty."""
    named: str = ""
    """What the source calls the exercise."""
    recommends: bool | None = None
    """True: do it; False: don't; None: it only states something."""
    says: Mapping[str, int | str | tuple[int, int]] = field(default_factory=dict)
    """What it says of `hold` (seconds), `breaths`, `repetitions`, `sets`, `times_per_day`,
    `times_per_week` (a number, or the least and the most) and of `sides`. What it leaves open
    is left out."""
    rule: str = ""
    """Which of the articles' general rules it is, g01 to g36; empty for anything else."""
    note: str = ""
    """What a reader should know: a broken sentence, a heading that contradicts its text."""

    @property
    def line_range(self) -> tuple[int, int] | None:
        """First and last line, 1-based, or None where the claim names no lines."""
        found = _LINES.fullmatch(self.where)
        if not found:
            return None
        return int(found[1]), int(found[2] or found[1])

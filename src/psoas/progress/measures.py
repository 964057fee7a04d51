"""Measures of pain and function: which numbers they allow, and which change matters.

Only numbers are kept. The published forms belong to others, and none of their wording is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


class Direction(StrEnum):
    """What a change of a measure amounts to."""

    BETTER = "better"
    LITTLE = "little"
    """Less than the change that matters, either way."""
    WORSE = "worse"


class BadTotal(ValueError):
    """A number that a measure doesn't have; says in one sentence what to do."""


_STEP = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure; see measures.toml."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    name: str
    least: float
    most: float
    more_is_better: bool
    whole: bool = False
    points: float
    """The change that matters, in points."""
    share: float | None = None
    """The same as a share of the first value; whichever of the two is reached first, and never
    less than one step."""
    sizes: Mapping[str, float] | None = None
    """Names for changes of at least so many points, the smallest first."""
    unsure_below: float | None = None
    """Below it, and above `unsure_above`, the measure can't show change well."""
    unsure_above: float | None = None
    recovered_at: float | None = None
    every_days: int = 1
    """How many days lie between two times at least."""
    most_things: int = 1
    source: str

    def matters(self, first: float) -> float:
        """How many points' change matter to somebody who began with `first`."""
        if self.share is None:
            return self.points
        return min(self.points, max(_STEP, self.share * first))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRules:
    """measures.toml."""

    __pydantic_config__ = STRICT_KEYS

    measures: tuple[Measure, ...]
    words: Mapping[str, str]
    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """How a measure stands against its first value."""

    measure: str
    before: float
    now: float
    improved_by: float
    """Points for the better; below 0: for the worse."""
    matters: float
    """How many points matter."""
    direction: Direction
    size: str | None = None
    """small, medium or large, where such sizes are published; None: less than small."""
    unsure: bool = False
    """The first value lies where the measure can't show change well."""


@cache
def measure_rules() -> MeasureRules:
    """The measures and what is said about them."""
    return read_toml(MeasureRules, files("psoas.progress") / "data" / "measures.toml")


def measure(identity: str) -> Measure:
    """The measure with that id: pain, psfs, rmdq or odi."""
    return {one.id: one for one in measure_rules().measures}[identity]


def checked(identity: str, total: float) -> float:
    """The total as it was given; raises `BadTotal` where the measure has no such number."""
    known = measure(identity)
    words = measure_rules().words
    if not known.least <= total <= known.most:
        limits = {"least": f"{known.least:g}", "most": f"{known.most:g}"}
        raise BadTotal(words["out_of_range"].format(name=known.name, **limits))
    if known.whole and total != int(total):
        raise BadTotal(words["not_whole"].format(name=known.name))
    return total


def compare(identity: str, before: float, now: float) -> MeasureChange:
    """How a total stands against the first one. Raises `BadTotal` for either."""
    known = measure(identity)
    before, now = checked(identity, before), checked(identity, now)
    improved = now - before if known.more_is_better else before - now
    matters = known.matters(before)
    return MeasureChange(
        measure=identity,
        before=before,
        now=now,
        improved_by=improved,
        matters=matters,
        direction=_direction(improved, known, matters),
        size=_size(abs(improved), known),
        unsure=_unsure(before, known),
    )


def _direction(improved: float, known: Measure, matters: float) -> Direction:
    """What it amounts to; for the worse only points count, as in the response rules."""
    if improved >= matters - _ROUNDING:
        return Direction.BETTER
    return Direction.WORSE if -improved >= known.points - _ROUNDING else Direction.LITTLE


_ROUNDING = 1e-9
"""Means of whole numbers aren't exact in binary: 5.3 - 4 is a little less than 1.3."""


def _size(change: float, known: Measure) -> str | None:
    """The largest of the published sizes that the change reaches."""
    sizes = known.sizes or {}
    reached = [name for name, least in sizes.items() if change >= least - _ROUNDING]
    return reached[-1] if reached else None


def _unsure(first: float, known: Measure) -> bool:
    low = known.unsure_below is not None and first < known.unsure_below
    return low or (known.unsure_above is not None and first > known.unsure_above)

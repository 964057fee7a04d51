"""What counts as a trend, and how it is said: data/trend.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How days are compared; see trend.toml."""

    __pydantic_config__ = STRICT_KEYS

    settling: int
    least_window: int
    most_window: int
    least_told: int
    sure: float
    sure_to_say: float
    patience: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """Which change matters; see trend.toml."""

    __pydantic_config__ = STRICT_KEYS

    share: float
    points: float
    at_least: float
    worse_points: float
    source: str

    def for_the_better(self, before: float) -> float:
        """How many points less matter to somebody who was at `before`."""
        return max(self.at_least, min(self.points, self.share * before))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRules:
    """trend.toml."""

    __pydantic_config__ = STRICT_KEYS

    looking: Looking
    matters: Matters
    verdicts: Mapping[str, str]
    sides: Mapping[str, str]
    """A change in words: lower, higher, or the same."""
    sentences: Mapping[str, str]


@cache
def trend_rules() -> TrendRules:
    """What counts as what, and how it is said."""
    return read_toml(TrendRules, files("psoas.progress") / "data" / "trend.toml")

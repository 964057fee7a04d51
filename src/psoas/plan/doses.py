"""The dose data: where doses start, how they grow and shrink, as data/doses.toml says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.library import Kind
from psoas.safety.person import Irritability

Measure: TypeAlias = Literal["hold", "repetitions", "minutes"]
"""What a dose is counted in."""

Step: TypeAlias = Literal["hold", "repetitions", "sets", "minutes", "bouts", "ladder"]
"""What one step of progress changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where someone starts whose legs are stirred this easily; holds in seconds."""

    __pydantic_config__ = STRICT_KEYS

    hold: int
    repetitions: int
    slider_repetitions: int
    most_slider_repetitions: int
    most_nerve: int
    most_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The smallest step of each measure: seconds, repetitions, minutes."""

    __pydantic_config__ = STRICT_KEYS

    hold: int
    repetitions: int
    slider_repetitions: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """What stands in where an exercise says nothing of its repetitions."""

    __pydantic_config__ = STRICT_KEYS

    hold: Mapping[Kind, int]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingPain:
    """The longest first hold, in seconds, by pain at rest."""

    __pydantic_config__ = STRICT_KEYS

    unknown: int
    from_4: int
    from_6: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doses:
    """data/doses.toml as it is read."""

    __pydantic_config__ = STRICT_KEYS

    regress_share: float
    left_out_hours: int
    second_regress_within_days: int
    weekly_rise: float
    walking_rise: float
    nerve_ladder: str
    level_with_leg_symptoms: int
    other_ladder_days: int
    measure: Mapping[Kind, Measure]
    progression: Mapping[Kind, tuple[Step, ...]]
    unit: Units
    repetition: Repetition
    start: Mapping[Irritability, Start]
    resting_pain: RestingPain


@cache
def doses() -> Doses:
    """The dose data that comes with Psoas, read once."""
    return read_toml(Doses, files("psoas.plan") / "data" / "doses.toml")

"""The written numbers and rules of planning, read from data/planning.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.body import Surface
from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.library import Kind
from psoas.plan.planned import Purpose
from psoas.safety.person import Irritability, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds between the parts of a step."""

    __pydantic_config__ = STRICT_KEYS

    count_in: int
    rest_between_holds: int
    rest_between_repetitions: int
    rest_between_sets: int
    switch_sides: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How a session fits the minutes asked for."""

    __pydantic_config__ = STRICT_KEYS

    ending: int
    """Seconds of the ending, where nobody says how it is told."""
    walking_share: float
    ease_share: float
    target_seconds: int
    """A muscle, a session: a target, not a minimum."""
    least_minutes: int
    most_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The gentle frame of the first weeks."""

    __pydantic_config__ = STRICT_KEYS

    days: int
    maintenance_days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """When strengthening is planned."""

    __pydantic_config__ = STRICT_KEYS

    days_per_week: int
    wanted_days: int
    calm_irritability: tuple[Irritability, ...]
    pain_below: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """What changes at a high resting pain."""

    __pydantic_config__ = STRICT_KEYS

    pain_from: int
    most_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareRules:
    """The flare plan: its stages, what starts it and what ends it."""

    __pydantic_config__ = STRICT_KEYS

    early_days: int
    early_share: float
    early_rule: str
    early_walking_minutes: int
    middle_days: int
    middle_share: float
    late_days: int
    trigger_days: int
    start_rise: int
    start_mornings: int
    end_mornings: int
    end_rise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NerveLadder:
    """The ladder whose level goes by how easily legs are stirred."""

    __pydantic_config__ = STRICT_KEYS

    ladder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestRules:
    """What a rest day holds."""

    __pydantic_config__ = STRICT_KEYS

    kinds: tuple[Kind, ...]
    most_walking_minutes: int
    most_in_a_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverEmpty:
    """What is left when nothing else fits."""

    __pydantic_config__ = STRICT_KEYS

    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Points that decide what comes first."""

    __pydantic_config__ = STRICT_KEYS

    favourite: float
    eases: float
    below_target: float
    each_day_since: float
    stands_in: float
    strength_due: float
    changed: float
    caution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Points for a ladder, and for whom."""

    __pydantic_config__ = STRICT_KEYS

    ladder: str
    when: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOut:
    """A rule of the plan's own that leaves an exercise out, with the reason it gives."""

    __pydantic_config__ = STRICT_KEYS

    when: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What there is to lie, sit and hold on to in one setting."""

    __pydantic_config__ = STRICT_KEYS

    surfaces: tuple[Surface, ...]
    lies: tuple[Surface, ...]
    """Of the places where the person can lie."""
    has: tuple[str, ...]
    """Equipment that is there."""
    brings: tuple[str, ...]
    """Of the person's own equipment; `all` for everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRules:
    """How a routine of somebody else's is run."""

    __pydantic_config__ = STRICT_KEYS

    seconds_a_breath: int
    most_hold_if_stirred: int
    """The longest hold while legs are, or may be, easily stirred."""
    fewer_repetitions: tuple[int, ...]
    """Tried in turn where the exercises must share a muscle's time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What each kind of session is called; {day} and {days} are filled in."""

    __pydantic_config__ = STRICT_KEYS

    full: str
    maintenance: str
    calm: str
    flare: str
    rest: str
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """Every written number of planning."""

    __pydantic_config__ = STRICT_KEYS

    timing: Timing
    fit: Fit
    frame: Frame
    strength: Strength
    sore: Sore
    flare: FlareRules
    nerve: NerveLadder
    rest: RestRules
    routine: RoutineRules
    never_empty: NeverEmpty
    scores: Scores
    goals: tuple[Goal, ...]
    leave_out: tuple[LeaveOut, ...]
    settings: Mapping[Setting, Place]
    titles: Titles
    topics: Mapping[Purpose, tuple[str, ...]]
    referral: Mapping[str, str]
    """How soon to be seen, in plain words, the soonest first."""


@cache
def planning() -> Planning:
    """The numbers that come with Psoas, read once."""
    return read_toml(Planning, files("psoas.plan") / "data" / "planning.toml")

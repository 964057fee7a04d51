"""The coach's own data: how long things take and what it says between the exercises' words."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from psoas.body import Position
from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds, but for `words_per_second` and the share `way_in_again`."""

    __pydantic_config__ = STRICT_KEYS

    words_per_second: float
    silence_after_speech: float
    first_ready: float
    way_out: float
    ending: float
    way_in_again: float
    gap_between_cues: float
    last_seconds: float
    least_hold_with_half_way: float
    least_hold_with_last_seconds: float
    between_sparse_cues: float
    quiet_in_long_moments: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The last words, by how high the body is, and what comes after."""

    __pydantic_config__ = STRICT_KEYS

    lying: str
    low: str
    up: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What the coach says; the file shows each in use."""

    __pydantic_config__ = STRICT_KEYS

    first: str
    then: str
    announce: str
    dose_hold: str
    dose_move: str
    dose_long: str
    dose_sets: str
    start_side: str
    one_side: str
    count_in: tuple[str, ...]
    this_way: str
    hold: str
    hold_again: str
    half_way: str
    last_seconds: str
    last_minute: str
    nearly_done: str
    ease_off: str
    ease_off_short: str
    rest_between_sets: str
    switch: str
    way_out: str
    stop_walking: str
    last_one: str
    next_side: str
    next_end: str
    needed: str
    fetch: Mapping[str, str]
    """The equipment that can be carried, and how it is called; told before a session begins."""
    this_both: str
    other_both: str
    into: Mapping[Position, str]
    ending: Ending


_DATA = files("psoas.coach") / "data"

TIMING = read_toml(Timing, _DATA / "timing.toml")
PHRASES = read_toml(Phrases, _DATA / "phrases.toml")

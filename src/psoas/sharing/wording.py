"""What a sheet of paper and a watch say of their own, read from data/words.toml."""

from dataclasses import dataclass
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How an exercise is done, by what it asks: to hold still, to move, to stay at ease."""

    __pydantic_config__ = STRICT_KEYS

    static: str
    move: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """On a sheet."""

    __pydantic_config__ = STRICT_KEYS

    when: str
    needed: str
    dose: str
    each: str
    one: str
    changed: str
    feel: str
    nothing: str
    stop: str
    ways: Ways


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchWords:
    """On a watch."""

    __pydantic_config__ = STRICT_KEYS

    ready: str
    switch: str
    rest: str
    side: str
    end: str
    part: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    __pydantic_config__ = STRICT_KEYS

    paper: PaperWords
    watch: WatchWords


_ALL = read_toml(_Words, files("psoas.sharing") / "data" / "words.toml")

PAPER = _ALL.paper
WATCH = _ALL.watch

"""The red flags, their contexts and groups, read from the data files beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from psoas.knowledge import STRICT_KEYS, BadData, Problem, read_toml
from psoas.safety.clearance import Sessions, Triage

EVERYWHERE = "all"
"""In `only_if_alone_in`: no other flag of any category."""


class Unsure(StrEnum):
    """What "not sure" means for a flag."""

    YES = "yes"
    SHOW_CARD = "show_card"
    """No, but the card is shown."""


class Asked(StrEnum):
    """Which checks ask a flag."""

    FULL = "full"
    FULL_AND_SHORT = "full and short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A second question to a yes that changes what the flag calls for."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    question: str
    triage: Triage
    only_if_alone_in: str = ""
    """A category, or `all`: it counts only if no other flag there is, or may be, positive."""
    card: str = ""
    """The card instead of the flag's; empty where it calls for nothing any more."""
    why: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A danger sign: how it is asked and what it calls for."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    category: str
    group: str
    asked: Asked
    question: str
    points: tuple[str, ...] = ()
    """What the question counts or lists, one plain line each."""
    needed: int = 1
    """How many of the points make a yes."""
    short: str
    """The question as a phrase for a list: "Any of these, new in the last two weeks?"."""
    help: str = ""
    triage: Triage
    sessions: Sessions
    unsure: Unsure
    card: str
    why: str
    do: str
    """What to do now."""
    sources: tuple[str, ...]
    """Ids of the library's sources; empty where it is our own judgement."""
    evidence: str
    new_only: bool = False
    """It asks only for what is new or worse in the last two weeks."""
    contexts: tuple[Context, ...] = ()

    def context(self, identity: str) -> Context | None:
        """The context of that id, or None."""
        return next((context for context in self.contexts if context.id == identity), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Flags that are asked together on one page."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    title: str
    lead: str
    none: str
    """The one answer that says no to all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortCheck:
    """The one question before each session, and its two answers."""

    __pydantic_config__ = STRICT_KEYS

    question: str
    none: str
    yes: str
    different: str
    """One more line of its list: it opens the full check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """What to ask at once when someone says "weak" in a session."""

    __pydantic_config__ = STRICT_KEYS

    question: str
    asks: tuple[str, ...]
    until_answered: str
    """The flag it counts as until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calm:
    """What stays open while a clinician should be seen first: small movements at part dose."""

    __pydantic_config__ = STRICT_KEYS

    exercises: tuple[str, ...]
    positions_of_ease: tuple[str, ...]
    always: str
    """Never taken away by a condition, so that the list is never empty."""
    dose: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """Everything the safety check asks, in asking order."""

    by_id: Mapping[str, RedFlag]
    groups: tuple[Group, ...]
    short_check: ShortCheck
    weakness: Weakness
    calm: Calm

    @property
    def short(self) -> tuple[str, ...]:
        """The flags of the short screen before each session."""
        return tuple(flag.id for flag in self.by_id.values() if flag.asked is Asked.FULL_AND_SHORT)

    def of_group(self, group: Group) -> tuple[RedFlag, ...]:
        """The flags that one page asks."""
        return tuple(flag for flag in self.by_id.values() if flag.group == group.id)


@dataclass(frozen=True, slots=True)
class _FlagFile:
    __pydantic_config__ = STRICT_KEYS

    flags: tuple[RedFlag, ...]


@dataclass(frozen=True, slots=True)
class _GroupFile:
    __pydantic_config__ = STRICT_KEYS

    groups: tuple[Group, ...]
    short: ShortCheck
    weakness: Weakness
    calm: Calm


def read_flags(folder: Path | Traversable) -> Flags:
    """Read `red_flags.toml` and `groups.toml`; raises `BadData` with file, key and mend."""
    listed = read_toml(_FlagFile, folder / "red_flags.toml").flags
    asked = read_toml(_GroupFile, folder / "groups.toml")
    _check_groups(listed, {group.id for group in asked.groups})
    return Flags(
        by_id={flag.id: flag for flag in listed},
        groups=asked.groups,
        short_check=asked.short,
        weakness=asked.weakness,
        calm=asked.calm,
    )


@cache
def load_flags() -> Flags:
    """The red flags that come with Psoas, read once."""
    return read_flags(files("psoas.safety") / "data")


def _check_groups(flags: tuple[RedFlag, ...], groups: set[str]) -> None:
    lost = [flag for flag in flags if flag.group not in groups]
    if lost:
        raise BadData(
            Problem("red_flags.toml", flag.id, f"no group “{flag.group}”; nobody would be asked")
            for flag in lost
        )

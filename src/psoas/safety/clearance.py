"""What a safety check concludes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class _Level(IntEnum):
    """A scale whose values have a word in files: `Triage("emergency_now")` reads it."""

    @classmethod
    def _missing_(cls, value: object) -> "_Level | None":
        return next((level for level in cls if level.word == value), None)

    @property
    def word(self) -> str:
        """The name used in files and in JSON."""
        return self.name.lower()


class Triage(_Level):
    """What a danger sign calls for; a higher value is more severe."""

    GO_AHEAD = 0
    SEE_CLINICIAN_BEFORE_STARTING = 1
    URGENT_24_48H = 2
    EMERGENCY_NOW = 3


class Sessions(_Level):
    """What stays open; a higher value is more closed."""

    ALL = 0
    CALM = 1
    NONE = 2


class Reply(StrEnum):
    """An answer to one question."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one red flag, with the contexts that were answered yes or left unsure."""

    reply: Reply
    context: frozenset[str] = frozenset()
    unsure_context: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A flag or gate that a clinician assessed: when, and who."""

    on: date
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """A safety check as it was answered; a flag left out was not answered."""

    on: date
    flags: Mapping[str, Answer] = field(default_factory=dict)
    conditions: frozenset[str] = frozenset()
    cleared: Mapping[str, Cleared] = field(default_factory=dict)
    """By flag or gate (condition) id."""
    asked: frozenset[str] | None = None
    """The flags that this check asked; None: the full list."""
    full_check_on: date | None = None
    """The day of the latest full check where that is not `on`: `ask_again` counts from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedFlag:
    """A red flag that counts as yes (or whose card is to be shown), and what to do."""

    id: str
    triage: Triage
    sessions: Sessions
    card: str
    why: str
    do: str
    card_only: bool = False
    """True: it raises nothing, its card is only shown ("not sure", where that is not yes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What the safety check concluded, and when it must be asked again."""

    triage: Triage
    sessions: Sessions
    flags: tuple[RaisedFlag, ...] = ()
    unanswered: tuple[str, ...] = ()
    """Flags asked and not answered; with any of them sessions are none."""
    open_gates: tuple[str, ...] = ()
    """Conditions whose gate is open: advised, never locked."""
    ask_again: date

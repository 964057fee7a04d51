"""A session: what one person does at one time, each step and each omission with its reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoas.body import Position, Side, Surface
from psoas.library import Claim
from psoas.safety.clearance import Clearance


class Purpose(StrEnum):
    """What kind of session it is."""

    FULL = "full"
    CALM = "calm"
    """The calm list only."""
    FLARE = "flare"
    REST = "rest"
    """A rest day: easy walking and positions of ease."""
    ROUTINE = "routine"
    NONE = "none"
    """Nothing may be started; the clearance says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: a sentence for the person, the rule that spoke and what it rests on."""

    text: str
    rule: str = ""
    source: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A dose as it is given today, per side."""

    hold_seconds: int
    """Seconds of one hold, of one repetition, or of the whole bout of walking or rest."""
    repetitions: int = 1
    sets: int = 1

    @property
    def seconds(self) -> int:
        """Seconds under way for one side, without rests."""
        return self.hold_seconds * self.repetitions * self.sets


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One exercise in a session."""

    exercise: str
    sides: tuple[Side, ...]
    """In order: (both,), (left, right), (right, left), (left,) or (right,)."""
    amount: Amount
    position: Position
    surface: Surface
    how: tuple[str, ...] = ()
    """How it is changed for this person."""
    reasons: tuple[Reason, ...] = ()
    seconds: int = 0
    """With sides, rests, getting into position and what is said; the last with the ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An exercise that is not in the session, and why."""

    exercise: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What one person does at one time."""

    on: date
    purpose: Purpose
    title: str
    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]
    clearance: Clearance
    changes: tuple[Reason, ...] = ()
    """What changed since last time, and why."""
    notes: tuple[str, ...] = ()
    """Ids of library notes to show with it."""
    advice: tuple[Reason, ...] = ()
    """What to do besides: see a clinician in how long, and why."""

    @property
    def seconds(self) -> int:
        """How long the whole session takes."""
        return sum(step.seconds for step in self.steps)

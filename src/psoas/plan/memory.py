"""What the diary knows, in the size that planning needs: it doesn't grow with the years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from psoas.body import Side
from psoas.plan.planned import Amount
from psoas.safety.clearance import Answer, Cleared
from psoas.safety.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What is known of one exercise for this person."""

    amount: Amount | None = None
    """The dose next time; None: its start dose."""
    good_streak: int = 0
    left_out_until: date | None = None
    """The first day it may be offered again."""
    swapped_for: str | None = None
    """What is done instead while it is left out; None: nothing."""
    goes_on_as: str | None = None
    """The exercise of its ladder that is planned in its place from now on: one level up when this
    one is at its most, one level down after a swap or a second step back."""
    regressed_on: date | None = None
    last_done: date | None = None
    times_done: int = 0
    decision: str = ""
    """The latest decision about it, and the rules behind that."""
    rules: tuple[str, ...] = ()
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """One next-morning entry; None: not said."""

    on: date
    pain: int | None
    left: int | None
    right: int | None
    up_under_1h: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneDay:
    """What was done on one day: seconds for each (exercise, side)."""

    on: date
    seconds: Mapping[tuple[str, Side], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """What is known of one session; the plan keeps those that are not yet judged."""

    id: str
    on: date
    plan: Mapping[str, Any]
    check_in: Mapping[str, Any] = field(default_factory=dict)
    done: tuple[Mapping[str, Any], ...] = ()
    hurts: tuple[Mapping[str, Any], ...] = ()
    ended: Mapping[str, Any] | None = None
    response: Mapping[str, Any] | None = None
    settled: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flare:
    """A flare and when it started; `ended` is None while it lasts."""

    started: date
    ended: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Everything the plan knows of a person; made by `remember`, one event at a time."""

    person: Person = field(default_factory=Person)
    described: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """The latest answer to each red flag."""
    asked: Mapping[str, date] = field(default_factory=dict)
    """The day on which each red flag was last answered."""
    full_check_on: date | None = None
    short_check_on: date | None = None
    short_check_since_session: bool = False
    """The whole short check, or the full one, was answered after the last session began."""
    answered_since: frozenset[str] = frozenset()
    """Red flags that were answered since the last session began, or since it told of any."""
    cleared: Mapping[str, Cleared] = field(default_factory=dict)
    learned: Mapping[str, Learned] = field(default_factory=dict)
    unjudged: tuple[SessionRecord, ...] = ()
    """Sessions whose responses have not led to a decision yet, oldest first."""
    mornings: tuple[Morning, ...] = ()
    """The last 28 days."""
    first_mornings: tuple[int, ...] = ()
    """Pain on the first seven mornings that were told."""
    first_usual: int | None = None
    """The usual pain on waking as it was first told; a later one doesn't move the start."""
    days: tuple[DoneDay, ...] = ()
    """The last 28 days on which something was done."""
    pains: tuple[tuple[date, int], ...] = ()
    """(day, pain) of the last 28 days, the worse of back and leg at check-in."""
    first_pain: float | None = None
    """Mean pain of the first week, to tell change from."""
    first_session: date | None = None
    last_session: date | None = None
    sessions: int = 0
    flares: tuple[Flare, ...] = ()
    spreads: tuple[date, ...] = ()
    """Days of the last 7 on which symptoms moved down a leg after a session."""
    rest_days: tuple[date, ...] = ()
    """Days that were rest days by rule, of the last 28."""
    calm_days: tuple[date, ...] = ()
    """Days on which only the calm list was open, by rule, of the last 28."""
    onboarding_reach: Mapping[Side, int] = field(default_factory=dict)
    review_4w_done: bool = False
    said_once: Mapping[str, date] = field(default_factory=dict)
    """When a rule that speaks only once per week or programme last spoke."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    """Routines from the person's own pages: the id, and the id of the event that tells it now."""
    whose: str = ""
    """The person id of the events."""
    last_event_at: datetime | None = None
    described_at: datetime | None = None
    changed_since_full: bool = False
    """A flare, a new leg symptom or an unanswered danger sign since the last full check."""
    first_check_in: date | None = None
    legs_seen: Mapping[Side, date] = field(default_factory=dict)
    """The latest day on which symptoms at the thigh or below were told, by leg."""
    blamed: tuple[tuple[date, str], ...] = ()
    """(day, exercise) that hurt or that a worse time was put down to, of the last 28 days."""
    decisions: tuple[Mapping[str, Any], ...] = ()
    """What was decided since the last session began, as the events hold it."""
    decided: tuple[str, ...] = ()
    """The ids of the latest decisions: each counts once."""

    def answered_on(self, flag: str, day: date) -> bool:
        """Whether that red flag was answered on that day."""
        return self.asked.get(flag) == day

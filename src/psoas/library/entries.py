"""The rest of the library: ladders, caps, routines, notes, disagreements."""

from dataclasses import dataclass

from psoas.knowledge import STRICT_KEYS
from psoas.library.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Exercises for one goal, from gentlest to most demanding."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    name: str
    goal: str
    """What it is for, in a few plain words."""
    rungs: tuple[str, ...]
    on_request: tuple[str, ...] = ()
    """Exercises for the same goal that no plan chooses by itself: they are there for routines, and
    for what a clinician asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most and the least of one kind of exercise, per side; None where it has no limit."""

    __pydantic_config__ = STRICT_KEYS

    hold: int | None = None
    hold_from_65: int | None = None
    repetitions: int | None = None
    sets: int | None = None
    minutes: int | None = None
    times_per_day: int | None = None
    floor_hold: int | None = None
    floor_repetitions: int | None = None
    floor_minutes: int | None = None
    seconds_per_muscle_per_session: int | None = None
    seconds_per_muscle_per_week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineItem:
    """One exercise of a routine with what the source says of its dose; None: not said."""

    __pydantic_config__ = STRICT_KEYS

    exercise: str
    named: str
    """What the source calls it."""
    where: str
    hold: tuple[int, int] | None = None
    breaths: tuple[int, int] | None = None
    repetitions: tuple[int, int] | None = None
    sets: tuple[int, int] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A fixed list of exercises with doses, as an article or a person gives it."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    name: str
    summary: str
    source: str
    where: str
    items: tuple[RoutineItem, ...]
    times_per_day: tuple[int, int] | None = None
    days: int | None = None
    """For how many days, where the source says so."""
    promised: int | None = None
    """How many exercises the source promises, where it lists another number."""
    notes: tuple[str, ...] = ()
    """What to know before it starts: a promise not kept, a contradiction, a missing dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A general rule or a fact to read, with its claims and how Psoas sees it."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    title: str
    text: str
    """In our own words, short."""
    view: str
    """How Psoas sees what the sources say: kept, changed, or not repeated, and why."""
    topics: tuple[str, ...]
    """Where it is shown: today, session, flare, pregnancy, desk, dose, pain, start, about,
    hamstrings, acupuncture, progress, clothing, routines."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One side of a disagreement."""

    __pydantic_config__ = STRICT_KEYS

    says: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What Psoas decides for whom."""

    __pydantic_config__ = STRICT_KEYS

    applies_to: str
    """For whom, in plain words."""
    when: str
    """A rule over condition ids, `leg_symptoms`, `age` and irritability; `True` for everyone."""
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where sources disagree: both sides with their lines, and how Psoas decides."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    title: str
    exercises: tuple[str, ...]
    """The exercises on whose pages it is shown; empty: general."""
    one_side: Opinion
    other_side: Opinion
    reading: str
    """How we read it, in plain words."""
    rulings: tuple[Ruling, ...]
    """Tried in order; the first that applies to the person is shown first."""

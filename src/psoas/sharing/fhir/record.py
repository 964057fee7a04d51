"""All that goes into a bundle, as the rest of Psoas knows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psoas.library import Library
from psoas.plan.events import Event
from psoas.plan.session import Session
from psoas.safety.clearance import Answers, Clearance
from psoas.safety.person import Person
from psoas.sharing.timetable import Timetable


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How well something goes on one day, 0 (not at all) to 10 (as before)."""

    on: date
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that is hard and that the person wants back, in their own words.

    Rated as the Patient-Specific Functional Scale has it (Stratford 1995).
    """

    id: str
    activity: str
    since: date
    ratings: tuple[Rating, ...] = ()
    target: int | None = None
    """The score that the person hopes for, 0 to 10; None: not said."""
    dropped: bool = False
    """It is wanted no more; how it was rated is still told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTotal:
    """The total of a clinician's own form, as it was given: its name and a number."""

    id: str
    form: str
    on: date
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRecord:
    """One person's record; what is empty is left out of the bundle."""

    whose: str
    """A random word that belongs to this diary alone: from it and nothing else the ids are made."""
    person: Person
    clearance: Clearance
    events: Sequence[Event]
    """What the diary has of the time that is to be shown; `KINDS` are enough."""
    library: Library
    answers: Answers | None = None
    """The safety check as it stands; None: it was never answered."""
    session: Session | None = None
    """The present plan; None: there is none."""
    timetable: Timetable | None = None
    wanted: tuple[Wanted, ...] = ()
    totals: tuple[FormTotal, ...] = ()
    name: str = ""
    """The person's name, only where they give it for this bundle."""

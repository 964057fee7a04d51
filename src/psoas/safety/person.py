"""The person: what is true of them, as far as they have said."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from psoas.body import Place, Side, Surface, Zone, furthest
from psoas.knowledge import parse


class Irritability(StrEnum):
    """How easily leg symptoms are stirred and how long they take to settle."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    NO_LEG_SYMPTOMS = "no_leg_symptoms"
    UNKNOWN = "unknown"
    """Judged as high."""


class Eases(StrEnum):
    """The direction that eases the pain."""

    BENDING = "bending"
    ARCHING = "arching"
    NEITHER = "neither"
    UNKNOWN = "unknown"


class Setting(StrEnum):
    """Where today's session happens."""

    HOME = "home"
    DESK = "desk"
    BED = "bed"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateAnswer:
    """The answer to a condition's closing question, with the day it was given.

    None means not answered. `weeks` are counted on from `on`.
    """

    condition: str
    on: date
    cleared: bool | None = None
    by: str = ""
    cleared_on: date | None = None
    """The day on which `by` cleared them, where it was told."""
    weeks: int | None = None
    """Weeks since surgery or fracture on that day."""
    facts: frozenset[str] = frozenset()
    """What applies, of the words in the gate's rule: `told_not_to_exercise`, …"""
    denied: frozenset[str] = frozenset()
    """Words of the gate's rule that were asked and answered no."""


class AdviceKind(StrEnum):
    """What a clinician's advice does."""

    AVOID = "avoid"
    DO = "do"
    """Do this exercise, at this dose if one is given."""
    OPEN = "open"
    """Do this although Psoas would avoid it: needs a name and a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """ "My physiotherapist says": it may restrict anything.

    It opens what Psoas would avoid only with `who` and `given_on`, and never an excluded exercise
    or a red flag.
    """

    id: str
    kind: AdviceKind
    exercise: str
    who: str = ""
    given_on: date | None = None
    until: date | None = None
    """The last day it holds; None: until it is taken back."""
    hold: int | None = None
    repetitions: int | None = None
    sets: int | None = None
    minutes: int | None = None
    words: str = ""
    """What the therapist said, in the person's own words."""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return (self.given_on is None or self.given_on <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as the plan sees them. None and "unknown" are things nobody answered."""

    age: int | None = None
    where: frozenset[Place] = frozenset()
    leg_symptoms_within_6_weeks: frozenset[Side] = frozenset()
    """Legs with symptoms at the thigh or below in the last six weeks, though not now."""
    back_pain: int | None = None
    """Usual back pain at rest, 0 to 10."""
    leg_pain: int | None = None
    irritability: Irritability = Irritability.UNKNOWN
    eases: Eases = Eases.UNKNOWN
    usual_morning: int | None = None
    """Usual pain on waking, 0 to 10."""
    conditions: frozenset[str] = frozenset()
    gates: tuple[GateAnswer, ...] = ()
    pregnant: bool | None = None
    equipment: frozenset[str] = frozenset()
    lie_on: frozenset[Surface] = frozenset()
    """Where they can lie: floor, bed, either or neither."""
    setting: Setting = Setting.HOME
    minutes: int = 10
    times_per_day: int = 1
    country: str = ""
    """ISO 3166 code, for the emergency numbers."""
    advice: tuple[Advice, ...] = ()
    favourites: frozenset[str] = frozenset()

    @property
    def pain(self) -> int | None:
        """The worse of back and leg at rest; None if neither was said."""
        said = [value for value in (self.back_pain, self.leg_pain) if value is not None]
        return max(said, default=None)

    def reach(self, side: Side) -> Zone:
        """How far down one leg the symptoms go."""
        return furthest(self.where, side)

    @property
    def legs_with_symptoms(self) -> frozenset[Side]:
        """Legs with symptoms at the thigh or below, now or in the last six weeks."""
        now = {side for side in (Side.LEFT, Side.RIGHT) if self.reach(side) >= Zone.THIGH}
        return frozenset(now | self.leg_symptoms_within_6_weeks)

    @property
    def leg_symptoms(self) -> bool:
        """The derived condition `leg_symptoms` of the clinical facts."""
        return bool(self.legs_with_symptoms)


def person_as_data(person: Person) -> dict[str, Any]:
    """All that is known of a person as plain JSON values, the same for the same person."""
    return {field.name: _plain(getattr(person, field.name)) for field in fields(person)}


def person_from_data(data: Mapping[str, Any]) -> Person:
    """The person that `person_as_data` wrote; raises `BadData` where it isn't one."""
    return parse(Person, dict(data), "person")


def _plain(value: object) -> Any:
    if isinstance(value, frozenset):
        return sorted(str(item) for item in value)
    if isinstance(value, tuple):
        return [{f.name: _plain(getattr(item, f.name)) for f in fields(item)} for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value

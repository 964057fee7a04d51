"""One person's day: everything that planning it needs, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from psoas.body import Place, Surface
from psoas.library import Exercise, Library
from psoas.plan.dose import Caps, NerveAllowance, nerve_allowance
from psoas.plan.limits import caps_for
from psoas.plan.memory import Learned, Memory
from psoas.plan.planning import Place as Room
from psoas.plan.planning import planning
from psoas.plan.remember import current_person
from psoas.plan.timing import Pace, unspoken
from psoas.safety.conditions import condition
from psoas.safety.person import Advice, AdviceKind, Irritability, Person, Setting
from psoas.safety.verdict import Verdict
from psoas.safety.verdicts import verdicts

_NOTHING_LEARNED = Learned()
_BUTTOCKS = frozenset({Place.LEFT_BUTTOCK, Place.RIGHT_BUTTOCK})

PERSON_WORDS = frozenset(
    {"leg_symptoms", "irritability", "eases", "sore", "calm", "back", "buttock"}
)
"""What a rule of the plan may ask of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A person on one day, in one place, with so many minutes."""

    library: Library
    person: Person
    memory: Memory
    on: date
    minutes: int
    verdicts: Mapping[str, Verdict]
    allowance: NerveAllowance
    pain: int | None
    """Pain at rest: today's if it was told, else the usual."""
    surfaces: frozenset[Surface]
    equipment: frozenset[str]
    words: Mapping[str, Any]
    """The values of PERSON_WORDS."""
    pace: Pace
    """How long a session takes as this person is told it."""

    @property
    def limit(self) -> int:
        """The most seconds that the whole session may take."""
        return self.minutes * 60

    @property
    def sore(self) -> bool:
        """Whether the pain at rest is so high that only the gentlest is planned, halved."""
        return self.pain is not None and self.pain >= planning().sore.pain_from

    def caps(self, exercise: Exercise) -> Caps:
        """The caps of a dose of this exercise for this person."""
        return caps_for(exercise, self.person, self.library)

    def learned(self, exercise: str) -> Learned:
        """What is known of one exercise."""
        return self.memory.learned.get(exercise, _NOTHING_LEARNED)

    def asked_for(self, exercise: str) -> Advice | None:
        """A clinician's "do this" in force for one exercise, the latest first."""
        holding = [a for a in self.person.advice if a.holds_on(self.on) and a.exercise == exercise]
        asked = [a for a in holding if a.kind is AdviceKind.DO or opens(a)]
        return max(asked, key=lambda advice: advice.given_on or date.min, default=None)

    def opened(self, exercise: str) -> Advice | None:
        """A clinician's named and dated record that opens what Psoas would leave out."""
        asked = self.asked_for(exercise)
        return asked if asked and opens(asked) else None


def opens(advice: Advice) -> bool:
    """Whether it opens what Psoas would leave out: only with a name and a date."""
    named = bool(advice.who.strip()) and advice.given_on is not None
    return advice.kind is AdviceKind.OPEN and named


def day_of(
    library: Library,
    person: Person,
    memory: Memory,
    on: date,
    setting: Setting | None = None,
    minutes: int | None = None,
    pace: Pace | None = None,
) -> Day:
    """Work out one day. Without a `pace` every word is taken to fit beside its movement."""
    who = current_person(person, memory, on)
    pain = resting_pain(who, memory, on)
    room = planning().settings[setting or who.setting]
    equipment = _equipment(room, who)
    return Day(
        library=library,
        person=who,
        memory=memory,
        on=on,
        minutes=_minutes(who.minutes if minutes is None else minutes),
        verdicts=verdicts(library, who, on),
        allowance=nerve_allowance(who),
        pain=pain,
        surfaces=_surfaces(room, who, equipment),
        equipment=equipment,
        words=_words(who, pain),
        pace=pace or unspoken(library),
    )


def resting_pain(person: Person, memory: Memory, on: date) -> int | None:
    """The worst pain told at today's check-ins, else the usual; None: nobody said."""
    today = [pain for day, pain in memory.pains if day == on]
    return max(today) if today else person.pain


def _minutes(asked: int) -> int:
    fit = planning().fit
    return min(max(asked, fit.least_minutes), fit.most_minutes)


def _equipment(room: Room, person: Person) -> frozenset[str]:
    brought = person.equipment if "all" in room.brings else person.equipment & {*room.brings}
    return frozenset({*room.has, *brought})


def _surfaces(room: Room, person: Person, equipment: frozenset[str]) -> frozenset[Surface]:
    chair = {Surface.CHAIR} if "chair" in equipment else set()
    found = frozenset({*room.surfaces, *(person.lie_on & {*room.lies}), *chair})
    on_the_bed = Surface.BED in found and kept_off_the_floor(person)
    return found - {Surface.FLOOR} if on_the_bed else found


def kept_off_the_floor(person: Person) -> bool:
    """Whether one of the person's conditions keeps them off the floor where a bed is at hand."""
    return any(condition(one).keeps_off_the_floor for one in person.conditions)


def _words(person: Person, pain: int | None) -> dict[str, Any]:
    return {
        "leg_symptoms": person.leg_symptoms,
        "irritability": person.irritability,
        "eases": person.eases,
        "sore": pain is not None and pain >= planning().sore.pain_from,
        "calm": is_calm(person, pain),
        "back": Place.BACK in person.where,
        "buttock": bool(person.where & _BUTTOCKS),
    }


def is_calm(person: Person, pain: int | None) -> bool:
    """Whether strengthening may come in: not easily stirred, pain at rest known and below six."""
    rules = planning().strength
    contradicted = person.leg_symptoms and person.irritability is Irritability.NO_LEG_SYMPTOMS
    settled = person.irritability in rules.calm_irritability and not contradicted
    return settled and pain is not None and pain < rules.pain_below

"""How much, in words: where an exercise starts, what to aim for and the most."""

from psoas.library import Cap, Exercise, Kind
from psoas.messages import gettext
from psoas.plan.dose import Caps, start_amount
from psoas.plan.reasons import dose_in_words
from psoas.safety.person import Person
from psoas.web.names import Range, between

Row = tuple[str, str]
"""What is said, and how much."""


def dose_rows(exercise: Exercise, person: Person, caps: Caps) -> list[Row]:
    """Start, goal, most and how often; nothing for what is only read."""
    if exercise.kind is Kind.INFORMATION:
        return []
    start = start_amount(exercise, person, caps)
    rows = [
        (gettext("To start, for you"), dose_in_words(exercise, start)),
        (gettext("To aim for"), _goal(exercise)),
        (gettext("Never more than"), cap_words(caps[exercise.kind])),
        (gettext("How often"), _how_often(exercise)),
    ]
    return [(name, text) for name, text in rows if text]


def _goal(exercise: Exercise) -> str:
    dose = exercise.dose
    parts = [
        _counted(dose.hold, gettext("hold {much} seconds")),
        _counted(dose.minutes, gettext("{much} minutes")),
        _counted(dose.repetitions, gettext("{much} times")),
        _counted(dose.sets if dose.sets[1] > 1 else None, gettext("{much} sets")),
    ]
    return ", ".join(part for part in parts if part)


def _counted(span: Range | None, text: str) -> str:
    return text.format(much=between(span)) if span else ""


def _how_often(exercise: Exercise) -> str:
    daily, weekly = exercise.dose.times_per_day, exercise.dose.days_per_week
    times = gettext("once a day")
    if daily[1] > 1:
        times = gettext("{much} times a day").format(much=between(daily))
    days = gettext("{much} days a week").format(much=between(weekly))
    return f"{times}, {days}"


def cap_words(cap: Cap) -> str:
    """The most of one kind of exercise; empty where it has no limit."""
    parts = [
        (cap.hold, _hold_cap(cap)),
        (cap.minutes, gettext("{most} minutes")),
        (cap.repetitions, gettext("{most} times")),
        (cap.sets if (cap.sets or 1) > 1 else None, gettext("{most} sets")),
        (cap.times_per_day, gettext("{most} bouts a day")),
    ]
    return ", ".join(text.format(most=most) for most, text in parts if most)


def _hold_cap(cap: Cap) -> str:
    if not cap.hold_from_65:
        return gettext("{most} seconds a hold")
    return gettext("{most} seconds a hold (%s from the age of 65)") % cap.hold_from_65

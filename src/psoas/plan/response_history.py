"""The response inputs that speak of the person and of the weeks, not of one session."""

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import fmean
from typing import Any

from psoas.knowledge import UNKNOWN, known
from psoas.plan.memory import Memory
from psoas.safety.conditions import load_conditions
from psoas.safety.person import Irritability, Person

_WEEK = 7
_LEG_SYMPTOMS_COUNT_FOR = timedelta(weeks=6)


def person_values(memory: Memory, on: date) -> dict[str, Any]:
    """What the rules ask about the person; unknown before they have described themselves."""
    person = memory.person
    legs = has_leg_symptoms(memory, on)
    return {
        "irritability": _irritability(memory, legs),
        "leg_symptoms": legs if memory.described or legs else UNKNOWN,
        "pregnant": _said(_pregnant(person)),
        "age": _said(person.age),
    }


def _pregnant(person: Person) -> bool | None:
    """As told; a condition of pregnancy counts whatever else was said. None: nobody asked."""
    known_conditions = load_conditions()
    told = (known_conditions.get(identity) for identity in person.conditions)
    return any(one is not None and one.pregnancy for one in told) or person.pregnant


def _said(value: object) -> Any:
    return UNKNOWN if value is None else value


def has_leg_symptoms(memory: Memory, on: date) -> bool:
    """Symptoms at the thigh or below in either leg, now or in the last six weeks."""
    recent = any(on - day <= _LEG_SYMPTOMS_COUNT_FOR for day in memory.legs_seen.values())
    return memory.person.leg_symptoms or recent


def _irritability(memory: Memory, legs: bool) -> str:
    """As told; "nothing in my legs" is low, but unknown of legs that do have symptoms.

    What nobody answered stays unknown, with and without leg symptoms: nothing grows on it.
    """
    told = memory.person.irritability
    if told is Irritability.NO_LEG_SYMPTOMS:
        return UNKNOWN if legs else Irritability.LOW.value
    return told.value


def programme_values(memory: Memory, on: date) -> dict[str, Any]:
    """What the rules ask about the days and weeks up to `on`."""
    return {
        "flare_days": _flare_days(memory, on),
        "flares_14d": sum(0 <= (on - flare.started).days < 14 for flare in memory.flares),
        "periph_7d": sum(0 <= (on - day).days < _WEEK for day in memory.spreads),
        "week_mean_delta": _week_mean_delta(memory, on),
        "gap_days": _days_since(memory.last_session, on),
        "weeks": _weeks(memory, on),
        "nprs_change_pct": _better_by(memory, on),
        "review_4w_done": memory.review_4w_done,
        "rest_days_in_row": _rest_days_in_row(memory, on),
    }


def _flare_days(memory: Memory, on: date) -> int:
    """Days in the flare that lasts, its first day included; 0 outside a flare."""
    flare = memory.flares[-1] if memory.flares else None
    return (on - flare.started).days + 1 if flare and flare.ended is None else 0


def _days_since(day: date | None, on: date) -> Any:
    return UNKNOWN if day is None else (on - day).days


def _weeks(memory: Memory, on: date) -> Any:
    days = _days_since(memory.first_session, on)
    return days // _WEEK if known(days) else UNKNOWN


def _mean_pain(memory: Memory, first: date, last: date) -> Any:
    """Mean of each day's worst pain at check-in; unknown without any."""
    worst: dict[date, int] = {}
    for day, pain in memory.pains:
        if first <= day <= last:
            worst[day] = max(pain, worst.get(day, 0))
    return fmean(worst.values()) if worst else UNKNOWN


def _last_week(memory: Memory, on: date) -> Any:
    return _mean_pain(memory, on - timedelta(days=_WEEK - 1), on)


def _week_mean_delta(memory: Memory, on: date) -> Any:
    """Mean pain of the last seven days minus that of the seven before; 0 in the first week."""
    days = _days_since(memory.first_session, on)
    if known(days) and days < _WEEK:
        return 0
    before = _last_week(memory, on - timedelta(days=_WEEK))
    now = _last_week(memory, on)
    return now - before if known(now) and known(before) else UNKNOWN


def _better_by(memory: Memory, on: date) -> Any:
    """Per cent by which the last week's mean pain is below the first week's."""
    now = _last_week(memory, on)
    if not memory.first_pain or not known(now):
        return UNKNOWN
    return 100 * (memory.first_pain - now) / memory.first_pain


def _rest_days_in_row(memory: Memory, on: date) -> int:
    rested = {*memory.rest_days}
    count = 0
    while on - timedelta(days=count + 1) in rested:
        count += 1
    return count


def red_flag_of(plan: Mapping[str, Any]) -> str:
    """The red flag under which a session was planned, as its clearance says."""
    triage = plan.get("clearance", {}).get("triage")
    return _RED_FLAGS.get(triage, UNKNOWN)


_RED_FLAGS = {
    "go_ahead": "none",
    "see_clinician_before_starting": "see_clinician",
    "urgent_24_48h": "urgent",
    "emergency_now": "emergency",
}

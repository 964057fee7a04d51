"""A flare: when it is on, how far along it is, what starts it and what ends it."""

from datetime import date, timedelta
from enum import StrEnum

from psoas.knowledge import known
from psoas.plan.events import EventKind
from psoas.plan.memory import Flare, Memory
from psoas.plan.planning import planning
from psoas.plan.usual_mornings import morning_delta, mornings_clearly_worse


class Stage(StrEnum):
    """How far along a flare is, and so what is planned."""

    EARLY = "early"
    """The calm list and small movements, half the dose."""
    MIDDLE = "middle"
    """Three quarters of the usual plan, without what may have set it off."""
    LATE = "late"
    """The usual dose, one level lower."""
    LONG = "long"
    """More than a week: the calm list, and a clinician's review."""


def flare_in_force(memory: Memory, on: date) -> Flare | None:
    """The flare that is on that day, if one is; the day on which it ended is free of it."""
    for flare in reversed(memory.flares):
        if flare.started <= on and (flare.ended is None or on < flare.ended):
            return flare
    return None


def in_flare(memory: Memory, on: date) -> bool:
    """Whether a flare is on that day."""
    return flare_in_force(memory, on) is not None


def flare_day(flare: Flare, on: date) -> int:
    """Days since it started; the first day is 0."""
    return (on - flare.started).days


def stage(memory: Memory, flare: Flare, on: date) -> Stage:
    """How far along it is; the middle needs a known morning within one point of usual."""
    rules, day = planning().flare, flare_day(flare, on)
    if day > rules.late_days:
        return Stage.LONG
    if day > rules.middle_days:
        return Stage.LATE
    if day > rules.early_days and _settling(memory, on):
        return Stage.MIDDLE
    return Stage.EARLY


def _settling(memory: Memory, on: date) -> bool:
    """Whether that morning was within one point of usual; nobody said: it wasn't."""
    delta = morning_delta(memory, on)
    return known(delta) and bool(delta <= planning().flare.end_rise)


def suspects(memory: Memory, flare: Flare) -> frozenset[str]:
    """What hurt, or was blamed, from shortly before the flare on: it may have set it off."""
    since = flare.started - timedelta(days=planning().flare.trigger_days)
    return frozenset(exercise for day, exercise in memory.blamed if day >= since)


def flare_begins(memory: Memory, on: date) -> bool:
    """Whether this morning starts a flare: one far above usual, or three in a row clearly above."""
    rules, delta = planning().flare, morning_delta(memory, on)
    far_above = known(delta) and delta >= rules.start_rise
    in_a_row = mornings_clearly_worse(memory, on) >= rules.start_mornings
    told_today = any(on in (flare.started, flare.ended) for flare in memory.flares)
    return not told_today and not in_flare(memory, on) and bool(far_above or in_a_row)


def flare_ends(memory: Memory, on: date) -> bool:
    """Whether three mornings in a row within one point of usual have ended the flare."""
    flare = flare_in_force(memory, on)
    latest = [on - timedelta(days=back) for back in range(planning().flare.end_mornings)]
    return flare is not None and all(
        day > flare.started and _settling(memory, day) for day in latest
    )


def flare_change(memory: Memory, on: date) -> tuple[EventKind, dict[str, str]] | None:
    """The event that this morning calls for: a flare's start, its end, or nothing."""
    if flare_begins(memory, on):
        return EventKind.FLARE_STARTED, {"because": "mornings"}
    if flare_ends(memory, on):
        return EventKind.FLARE_ENDED, {"because": "mornings"}
    return None


def flare_tap() -> tuple[EventKind, dict[str, str]]:
    """The event of the flare button: its kind and its data."""
    return EventKind.FLARE_STARTED, {"because": "said"}

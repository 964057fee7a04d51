"""Next mornings against usual mornings, as the clinical notes define them.

Entries are compared only with entries of the same kind (up for less than an hour, or longer). No
evening value is ever a usual morning. What nobody said is unknown.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean, median, median_low
from typing import Any

from psoas.body import Side
from psoas.knowledge import UNKNOWN, known
from psoas.plan.memory import Memory, Morning

_LEGS = (Side.LEFT, Side.RIGHT)
_WEEK = 7
_LEAST_FOR_USUAL = 3
_LEAST_FOR_MEAN = 4
_CLEARLY_WORSE = 2


def morning_values(memory: Memory, on: date) -> dict[str, Any]:
    """The response inputs that speak of the morning of `on` and of those before it."""
    entry = _entry(memory, on)
    return {
        "baseline_morning": usual_at_start(memory),
        "up_under_1h": UNKNOWN if entry is None or entry.up_under_1h is None else entry.up_under_1h,
        "morning_known": entry is not None and entry.pain is not None,
        "morning_delta": morning_delta(memory, on),
        "distal_morning_delta": _distal_delta(memory, entry),
        "mornings_ge2": mornings_clearly_worse(memory, on),
        "morning_mean_7d": _mean_of_the_week(memory, on),
        "spread_mornings_7d": _spread_mornings(memory, on),
    }


def usual_at_start(memory: Memory) -> Any:
    """Usual pain on waking at the start, 0 to 10: as told, else the median of seven mornings."""
    told = (memory.first_usual, memory.person.usual_morning)
    said = next((pain for pain in told if pain is not None), None)
    if said is not None:
        return said
    pains = memory.first_mornings
    return median(pains) if len(pains) == _WEEK else UNKNOWN


def morning_delta(memory: Memory, on: date) -> Any:
    """Pain on waking that day minus the usual; unknown without either."""
    entry = _entry(memory, on)
    if entry is None or entry.pain is None:
        return UNKNOWN
    pains = _pains(_alike_before(memory, entry))[-_WEEK:]
    usual = median(pains) if len(pains) >= _LEAST_FOR_USUAL else usual_at_start(memory)
    return entry.pain - usual if known(usual) else UNKNOWN


def mornings_clearly_worse(memory: Memory, on: date) -> int:
    """How many mornings in a row, up to that one, were two points or more above usual."""
    count = 0
    while _is_clearly_worse(memory, on - timedelta(days=count)):
        count += 1
    return count


def _is_clearly_worse(memory: Memory, on: date) -> bool:
    delta = morning_delta(memory, on)
    return known(delta) and bool(delta >= _CLEARLY_WORSE)


def _entry(memory: Memory, on: date) -> Morning | None:
    return next((morning for morning in memory.mornings if morning.on == on), None)


def _alike_before(memory: Memory, entry: Morning) -> list[Morning]:
    """Earlier mornings of the same kind; an unknown kind is like no other."""
    return [
        morning
        for morning in memory.mornings
        if morning.on < entry.on
        and entry.up_under_1h is not None
        and morning.up_under_1h is entry.up_under_1h
    ]


def _pains(mornings: Sequence[Morning]) -> list[int]:
    return [morning.pain for morning in mornings if morning.pain is not None]


def _zone(morning: Morning, side: Side) -> int | None:
    return morning.left if side is Side.LEFT else morning.right


def _distal_delta(memory: Memory, entry: Morning | None) -> Any:
    """How much further down than usual, in the leg where it is most; unknown if it may be more."""
    if entry is None:
        return UNKNOWN
    changes = [_leg_delta(memory, entry, side) for side in _LEGS]
    told = [change for change in changes if known(change)]
    certain = len(told) == len(changes) or any(change >= 1 for change in told)
    return max(told) if certain else UNKNOWN


def _leg_delta(memory: Memory, entry: Morning, side: Side) -> Any:
    now = _zone(entry, side)
    before = (_zone(morning, side) for morning in _alike_before(memory, entry))
    zones = [zone for zone in before if zone is not None][-_WEEK:]
    start = memory.onboarding_reach.get(side)
    usual = median_low(zones) if len(zones) >= _LEAST_FOR_USUAL else start
    return UNKNOWN if now is None or usual is None else now - usual


def _of_the_week(memory: Memory, on: date) -> list[Morning]:
    first = on - timedelta(days=_WEEK - 1)
    return [morning for morning in memory.mornings if first <= morning.on <= on]


def _mean_of_the_week(memory: Memory, on: date) -> Any:
    pains = _pains(_of_the_week(memory, on))
    return fmean(pains) if len(pains) >= _LEAST_FOR_MEAN else UNKNOWN


def _spread_mornings(memory: Memory, on: date) -> Any:
    """Mornings of the last seven on which a leg reached further down than at the start."""
    if not memory.onboarding_reach:
        return UNKNOWN
    return sum(_reached_further(m, memory.onboarding_reach) for m in _of_the_week(memory, on))


def _reached_further(morning: Morning, start: Mapping[Side, int]) -> bool:
    zones = [(_zone(morning, side), start.get(side, 0)) for side in _LEGS]
    return any(now is not None and now > before for now, before in zones)

"""The days of a diary as progress looks at them: pain, how far down the legs, what was done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from psoas.plan.events import Event, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was told of one day; None where nobody said."""

    on: date
    back: int | None = None
    """Pain at check-in, 0 to 10; of two check-ins the worse."""
    leg: int | None = None
    after: int | None = None
    """Pain after a session, 0 to 10; of two sessions the worse."""
    waking: int | None = None
    """Pain on waking, 0 to 10."""
    up_under_1h: bool | None = None
    """Whether the morning was told within an hour of getting up."""
    left: int | None = None
    """How far down the left leg it reached at most, a `body.Zone`."""
    right: int | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Really held or moved, by exercise."""

    @property
    def pain(self) -> int | None:
        """The worse of back and leg at check-in."""
        return worse(self.back, self.leg)


DAY_KINDS = (EventKind.CHECKED_IN, EventKind.MORNING, EventKind.EXERCISE_DONE, EventKind.RESPONDED)
"""What `days_of` reads."""


def days_of(events: Iterable[Event]) -> tuple[Day, ...]:
    """Every day of which anything was told or on which anything was done, earliest first."""
    days: dict[date, dict[str, Any]] = {}
    for event in events:
        handler = _HANDLERS.get(event.kind)
        if handler:
            handler(days.setdefault(event.on, {"on": event.on}), event.data)
    return tuple(Day(**days[on]) for on in sorted(days))


def worse(known: int | None, told: int | None) -> int | None:
    """The greater of what was said; None only where neither was."""
    if known is None or told is None:
        return told if known is None else known
    return max(known, told)


def _checked_in(day: dict[str, Any], data: Mapping[str, Any]) -> None:
    _keep_worse(day, data, back="back", leg="leg", left="left", right="right")


def _morning(day: dict[str, Any], data: Mapping[str, Any]) -> None:
    _keep_worse(day, data, left="left", right="right")
    soon = data.get("up_under_1h")
    day["waking"] = _number(data, "pain")
    day["up_under_1h"] = soon if isinstance(soon, bool) else None


def _done(day: dict[str, Any], data: Mapping[str, Any]) -> None:
    exercise, seconds = str(data.get("exercise")), day.setdefault("seconds", {})
    seconds[exercise] = seconds.get(exercise, 0) + _seconds(data)


def _responded(day: dict[str, Any], data: Mapping[str, Any]) -> None:
    _keep_worse(day, data, left="left_during", right="right_during")
    _keep_worse(day, data, after="pain", left="left", right="right")


def _keep_worse(day: dict[str, Any], data: Mapping[str, Any], **told_as: str) -> None:
    for name, key in told_as.items():
        day[name] = worse(day.get(name), _number(data, key))


_HANDLERS: Mapping[EventKind, Callable[[dict[str, Any], Mapping[str, Any]], None]] = {
    EventKind.CHECKED_IN: _checked_in,
    EventKind.MORNING: _morning,
    EventKind.EXERCISE_DONE: _done,
    EventKind.RESPONDED: _responded,
}


def _number(data: Mapping[str, Any], key: str) -> int | None:
    """A number that was told; "unknown" is None, and yes or no is no number."""
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _seconds(data: Mapping[str, Any]) -> float:
    """How long it was; a player tells parts of a second."""
    told = data.get("seconds")
    return told if isinstance(told, int | float) and not isinstance(told, bool) else 0

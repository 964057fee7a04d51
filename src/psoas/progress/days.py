"""The days of a diary as progress looks at them: pain, how far down the legs, what was done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from psoas.plan.events import Event, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was told of one day; None where nobody said."""

    on: date
    back: int | None = None
    """Pain at check-in, 0 to 10; of two check-ins the worse."""
    leg: int | None = None
    waking: int | None = None
    """Pain on waking, 0 to 10."""
    up_under_1h: bool | None = None
    """Whether the morning was told within an hour of getting up."""
    left: int | None = None
    """How far down the left leg it reached at most, a `body.Zone`."""
    right: int | None = None
    seconds: Mapping[str, int] = field(default_factory=dict)
    """Really held or moved, by exercise."""

    @property
    def pain(self) -> int | None:
        """The worse of back and leg at check-in."""
        return worse(self.back, self.leg)


DAY_KINDS = (EventKind.CHECKED_IN, EventKind.MORNING, EventKind.EXERCISE_DONE, EventKind.RESPONDED)
"""What `days_of` reads."""


def days_of(events: Iterable[Event]) -> tuple[Day, ...]:
    """Every day of which anything was told or on which anything was done, earliest first."""
    days: dict[date, Day] = {}
    for event in events:
        handler = _HANDLERS.get(event.kind)
        if handler:
            days[event.on] = handler(days.get(event.on, Day(on=event.on)), event.data)
    return tuple(days[on] for on in sorted(days))


def worse(known: int | None, told: int | None) -> int | None:
    """The greater of what was said; None only where neither was."""
    return max((value for value in (known, told) if value is not None), default=None)


def _checked_in(day: Day, data: Mapping[str, object]) -> Day:
    back, leg = worse(day.back, _number(data, "back")), worse(day.leg, _number(data, "leg"))
    return replace(_reaching(day, data, "left", "right"), back=back, leg=leg)


def _morning(day: Day, data: Mapping[str, object]) -> Day:
    soon = data.get("up_under_1h")
    return replace(
        _reaching(day, data, "left", "right"),
        waking=_number(data, "pain"),
        up_under_1h=soon if isinstance(soon, bool) else None,
    )


def _done(day: Day, data: Mapping[str, object]) -> Day:
    exercise = str(data.get("exercise"))
    seconds = day.seconds.get(exercise, 0) + (_number(data, "seconds") or 0)
    return replace(day, seconds={**day.seconds, exercise: seconds})


def _responded(day: Day, data: Mapping[str, object]) -> Day:
    during = _reaching(day, data, "left_during", "right_during")
    return _reaching(during, data, "left", "right")


def _reaching(day: Day, data: Mapping[str, object], left: str, right: str) -> Day:
    return replace(
        day,
        left=worse(day.left, _number(data, left)),
        right=worse(day.right, _number(data, right)),
    )


_HANDLERS: Mapping[EventKind, Callable[[Day, Mapping[str, object]], Day]] = {
    EventKind.CHECKED_IN: _checked_in,
    EventKind.MORNING: _morning,
    EventKind.EXERCISE_DONE: _done,
    EventKind.RESPONDED: _responded,
}


def _number(data: Mapping[str, object], key: str) -> int | None:
    """A number that was told; "unknown" is None, and yes or no is no number."""
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None

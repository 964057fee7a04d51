"""The diary as two tables that any spreadsheet reads: its days, and the exercises done.

An empty cell is what nobody said; nothing is filled in. All of the diary, whole and for coming
back, is what `psoas export` writes.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from io import StringIO
from typing import Any

from psoas.body import Zone
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.told import number_told, worse_told
from psoas.sharing.plain import one_line

FORMULA_SIGNS = ("=", "+", "-", "@")
"""With one of these at its beginning a spreadsheet would run a cell instead of showing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """One day of the diary; of several answers the worse. None: not said."""

    day: date
    sessions: int = 0
    titles: tuple[str, ...] = ()
    minutes: float = 0.0
    """Really held or moved."""
    back_before: int | None = None
    """Pain at check-in, 0 to 10, as all pain here."""
    leg_before: int | None = None
    worst_during: int | None = None
    after: int | None = None
    morning: int | None = None
    """On waking."""
    reach_left: int | None = None
    """The furthest that was told for the left leg at any time of the day: 0 none to 5 foot."""
    reach_right: int | None = None
    painkiller: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryExercise:
    """One side of an exercise that was done or left out, or that hurt."""

    day: date
    at: datetime
    session: str
    exercise: str
    name: str
    side: str = ""
    happened: str
    """done, skipped or hurt."""
    seconds: float | None = None
    """Really held or moved."""
    completed: float | None = None
    """Percent of its dose."""
    hurt: str = ""
    """How it hurt, in the diary's word."""


def days_of(events: Iterable[Event]) -> tuple[DiaryDay, ...]:
    """Every day on which anything was told or done, the earliest first."""
    days: dict[date, DiaryDay] = {}
    for event in events:
        handler = _OF_DAY.get(event.kind)
        if handler:
            known = days.get(event.on, DiaryDay(day=event.on))
            days[event.on] = handler(known, event.data)
    return tuple(days[day] for day in sorted(days))


def exercises_of(events: Iterable[Event], library: Library) -> tuple[DiaryExercise, ...]:
    """Every exercise done, skipped or stopped because it hurt, the earliest first."""
    rows = [_row(event, library) for event in events if event.kind in _HAPPENED]
    return tuple(sorted(rows, key=lambda row: (row.day, row.at)))


def days_as_csv(events: Iterable[Event]) -> str:
    """The days as comma-separated values (RFC 4180), with a line of headings."""
    return _csv(DiaryDay, (_told(asdict(row)) for row in days_of(events)))


def exercises_as_csv(events: Iterable[Event], library: Library) -> str:
    """The exercises done, in the same form."""
    return _csv(DiaryExercise, (_told(asdict(row)) for row in exercises_of(events, library)))


def _csv(kind: type, rows: Iterable[Mapping[str, str]]) -> str:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, [field.name for field in fields(kind)])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _told(row: Mapping[str, Any]) -> Mapping[str, str]:
    return {name: _cell(name, value) for name, value in row.items()}


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and name.startswith("reach"):
        return Zone(value).name.lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return _harmless(one_line(text))


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _started(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    plan = data.get("plan") or {}
    titles = (*day.titles, *filter(None, [one_line(str(plan.get("title") or ""))]))
    return replace(day, sessions=day.sessions + 1, titles=titles)


def _checked_in(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    taken = data.get("painkiller")
    said = taken if isinstance(taken, bool) else None
    return replace(
        _reached(day, data),
        back_before=worse_told(day.back_before, data.get("back")),
        leg_before=worse_told(day.leg_before, data.get("leg")),
        painkiller=day.painkiller or said if said is not None else day.painkiller,
    )


def _responded(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    return replace(
        _reached(day, data),
        worst_during=worse_told(day.worst_during, data.get("during")),
        after=worse_told(day.after, data.get("pain")),
    )


def _hurt(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    return replace(_reached(day, data), worst_during=worse_told(day.worst_during, data.get("pain")))


def _woke(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    return replace(_reached(day, data), morning=number_told(data.get("pain")))


def _done(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    minutes = float(data.get("seconds") or 0) / 60
    return replace(day, minutes=round(day.minutes + minutes, 4))


def _reached(day: DiaryDay, data: Mapping[str, Any]) -> DiaryDay:
    left, right = day.reach_left, day.reach_right
    for when in ("", "_during"):
        left = worse_told(left, data.get(f"left{when}"))
        right = worse_told(right, data.get(f"right{when}"))
    return replace(day, reach_left=left, reach_right=right)


_OF_DAY: Mapping[EventKind, Callable[[DiaryDay, Mapping[str, Any]], DiaryDay]] = {
    EventKind.SESSION_STARTED: _started,
    EventKind.CHECKED_IN: _checked_in,
    EventKind.RESPONDED: _responded,
    EventKind.HURT: _hurt,
    EventKind.MORNING: _woke,
    EventKind.EXERCISE_DONE: _done,
}

DAY_KINDS = tuple(_OF_DAY)
"""What `days_of` reads."""

_HAPPENED = {
    EventKind.EXERCISE_DONE: "done",
    EventKind.EXERCISE_SKIPPED: "skipped",
    EventKind.HURT: "hurt",
}

EXERCISE_KINDS = tuple(_HAPPENED)
"""What `exercises_of` reads."""


def _row(event: Event, library: Library) -> DiaryExercise:
    data = event.data
    identity = str(data.get("exercise") or "")
    known = library.exercises.get(identity)
    return DiaryExercise(
        day=event.on,
        at=event.at,
        session=str(data.get("session") or ""),
        exercise=identity,
        name=known.name if known else identity,
        side=str(data.get("side") or ""),
        happened=_HAPPENED[event.kind],
        seconds=data.get("seconds"),
        completed=data.get("completed"),
        hurt=str(data.get("what") or ""),
    )

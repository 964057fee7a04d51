"""Looking back: what was done, how the pain was and what was decided, from the diary's events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from psoas.plan.events import Event, EventKind
from psoas.plan.told import number_told, worse_told

SESSION_KINDS = (
    EventKind.SESSION_STARTED,
    EventKind.CHECKED_IN,
    EventKind.EXERCISE_DONE,
    EventKind.SESSION_ENDED,
    EventKind.RESPONDED,
)
"""What `sessions_of` reads."""
PAIN_KINDS = (EventKind.CHECKED_IN, EventKind.MORNING)
"""What `pains_of` reads."""
FLARE_KINDS = (EventKind.FLARE_STARTED, EventKind.FLARE_ENDED)
"""What `flares_of` reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """What was said of one day; 0 to 10, None: not said."""

    on: date
    back: int | None = None
    leg: int | None = None
    waking: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSession:
    """One session as it went."""

    id: str
    on: date
    title: str = ""
    exercises: tuple[str, ...] = ()
    """Those that were done, in their order."""
    seconds: int = 0
    """Really held or moved."""
    completed: int | None = None
    """Percent; None where it was never ended."""
    why: str = "unknown"
    """Why it was stopped, as the event says it."""
    before: int | None = None
    """The worse of back and leg at check-in."""
    after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """One decision and the rules behind it."""

    on: date
    exercise: str | None
    """None: about the whole plan."""
    decision: str
    rules: tuple[str, ...]


Span = tuple[date, date]


def sessions_of(events: Iterable[Event]) -> tuple[PastSession, ...]:
    """The sessions that were started, the latest first."""
    found: dict[str, PastSession] = {}
    for event in events:
        handler = _OF_SESSION.get(event.kind)
        identity = str(event.data.get("session"))
        if handler:
            known = found.get(identity, PastSession(id=identity, on=event.on))
            found[identity] = handler(known, event)
    begun = [session for session in found.values() if session.title or session.exercises]
    return tuple(sorted(begun, key=lambda session: session.on)[::-1])


def _started(session: PastSession, event: Event) -> PastSession:
    plan = event.data.get("plan") or {}
    return replace(session, on=event.on, title=str(plan.get("title") or "Session"))


def _checked_in(session: PastSession, event: Event) -> PastSession:
    return replace(session, before=worse_told(event.data.get("back"), event.data.get("leg")))


def _done(session: PastSession, event: Event) -> PastSession:
    exercises = dict.fromkeys((*session.exercises, str(event.data.get("exercise"))))
    seconds = session.seconds + int(event.data.get("seconds") or 0)
    return replace(session, exercises=tuple(exercises), seconds=seconds)


def _ended(session: PastSession, event: Event) -> PastSession:
    why = str(event.data.get("why") or "unknown")
    return replace(session, completed=number_told(event.data.get("completed")), why=why)


def _responded(session: PastSession, event: Event) -> PastSession:
    return replace(session, after=number_told(event.data.get("pain")))


_OF_SESSION: Mapping[EventKind, Callable[[PastSession, Event], PastSession]] = {
    EventKind.SESSION_STARTED: _started,
    EventKind.CHECKED_IN: _checked_in,
    EventKind.EXERCISE_DONE: _done,
    EventKind.SESSION_ENDED: _ended,
    EventKind.RESPONDED: _responded,
}


def pains_of(events: Iterable[Event]) -> tuple[Pain, ...]:
    """The pain of each day on which any was told, earliest first; of two check-ins the worse."""
    days: dict[date, Pain] = {}
    for event in events:
        known = days.get(event.on, Pain(on=event.on))
        if event.kind is EventKind.CHECKED_IN:
            back = worse_told(known.back, event.data.get("back"))
            days[event.on] = replace(
                known, back=back, leg=worse_told(known.leg, event.data.get("leg"))
            )
        elif event.kind is EventKind.MORNING:
            days[event.on] = replace(known, waking=number_told(event.data.get("pain")))
    told = [pain for pain in days.values() if (pain.back, pain.leg, pain.waking) != (None,) * 3]
    return tuple(sorted(told, key=lambda pain: pain.on))


def decisions_of(events: Iterable[Event]) -> tuple[PastDecision, ...]:
    """The decisions, the latest day first."""
    found = [
        PastDecision(
            on=event.on,
            exercise=event.data.get("exercise"),
            decision=str(event.data.get("decision")),
            rules=tuple(event.data.get("rules") or ()),
        )
        for event in events
        if event.kind is EventKind.DECIDED
    ]
    return tuple(sorted(found, key=lambda decision: decision.on, reverse=True))


def flares_of(events: Iterable[Event], today: date) -> tuple[Span, ...]:
    """First and last day of each flare; one that is on lasts until today."""
    spans: list[Span] = []
    started: date | None = None
    for event in events:
        if event.kind is EventKind.FLARE_STARTED and started is None:
            started = event.on
        elif event.kind is EventKind.FLARE_ENDED and started is not None:
            spans.append((started, event.on))
            started = None
    return (*spans, (started, max(started, today))) if started else tuple(spans)

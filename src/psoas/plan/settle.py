"""What happened since the last session is judged before the next one begins."""

from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from psoas.library import Library
from psoas.plan.events import Event
from psoas.plan.flare import flare_change
from psoas.plan.memory import Memory
from psoas.plan.remember import remember_all
from psoas.plan.review import judge, judged_events


def settle_up(
    library: Library, memory: Memory, on: date, *, at: datetime | None = None, again: bool = False
) -> tuple[Memory, tuple[Event, ...]]:
    """What is known once everything is judged, and the events that say so.

    A flare that this morning starts or ends comes first, then the decisions. The events are
    stored when the next session starts; the same things always give events of the same ids, so
    that storing them twice changes nothing. `again` also judges sessions that ended today, for a
    second one is asked for. `at` is the time now, in UTC.
    """
    now = at or memory.last_event_at or datetime.combine(on, time(), UTC)
    flares = _flare_events(memory, on, now)
    known = remember_all(flares, library, memory)
    judged = judged_events(judge(known, on, library, again=again), memory.whose, now, on)
    new = tuple(event for event in judged if event.id not in known.decided)
    return remember_all(new, library, known), (*flares, *new)


def _flare_events(memory: Memory, on: date, at: datetime) -> tuple[Event, ...]:
    change = flare_change(memory, on)
    if change is None:
        return ()
    kind, data = change
    identity = uuid5(NAMESPACE_URL, f"{kind}/{memory.whose}/{on.isoformat()}")
    return (Event(id=str(identity), person=memory.whose, at=at, on=on, kind=kind, data=data),)

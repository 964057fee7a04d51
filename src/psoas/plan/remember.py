"""What happened becomes what the plan knows: the diary's events, folded one at a time.

The result has a fixed size, so that planning doesn't grow with the years. A repeat of an event's id
is the diary's matter; an unknown kind is passed over.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial, reduce
from typing import Any, TypeAlias

from psoas.body import Side
from psoas.library import Library
from psoas.plan import remember_sessions as sessions
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Flare, Memory, Morning
from psoas.plan.remember_sessions import kept_days, with_legs
from psoas.plan.review import applied
from psoas.plan.snapshot import MEMORY_VERSION, memory_as_data, memory_from_data
from psoas.safety.clearance import Answer, Answers, Cleared, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person import Advice, AdviceKind, Person, person_from_data
from psoas.safety.standing import standing

__all__ = [
    "MEMORY_VERSION",
    "answers_of",
    "current_person",
    "memory_as_data",
    "memory_from_data",
    "remember",
    "remember_all",
]

Handler: TypeAlias = Callable[[Memory, Event, Library], Memory]

MOST_FLARES = 6
"""How many flares are remembered, latest last."""
FIRST_MORNINGS = 7
"""Where nobody said what is usual, so many mornings tell it (the clinical definition)."""
WEEKS_OF_LEG_SYMPTOMS = 6
"""Leg symptoms count for six weeks after they were last told (the clinical definition)."""


def remember(memory: Memory, event: Event, library: Library) -> Memory:
    """What is known after one event more."""
    handler = _HANDLERS.get(event.kind)
    after = handler(memory, event, library) if handler else memory
    latest = max(after.last_event_at or event.at, event.at)
    return replace(after, whose=event.person, last_event_at=latest)


def remember_all(events: Iterable[Event], library: Library, start: Memory | None = None) -> Memory:
    """What is known after these events, in their order, on top of `start`."""
    return reduce(lambda known, event: remember(known, event, library), events, start or Memory())


def answers_of(memory: Memory, on: date) -> Answers:
    """Everything the person last answered, as the safety check takes it."""
    return Answers(
        on=on,
        flags=memory.answers,
        conditions=memory.person.conditions,
        cleared=memory.cleared,
        full_check_on=memory.full_check_on,
    )


def current_person(person: Person, memory: Memory, on: date) -> Person:
    """The person with the leg symptoms that were told in the last six weeks."""
    since = on - timedelta(weeks=WEEKS_OF_LEG_SYMPTOMS)
    recent = {side for side, day in memory.legs_seen.items() if day >= since}
    legs = person.leg_symptoms_within_6_weeks | recent
    return replace(person, leg_symptoms_within_6_weeks=legs)


def _described(memory: Memory, event: Event, _: Library) -> Memory:
    """Advice and favourites have events of their own and stay."""
    known = memory.person
    person = replace(person_from_data(event.data), advice=known.advice, favourites=known.favourites)
    reach = {side: int(person.reach(side)) for side in (Side.LEFT, Side.RIGHT)}
    told = with_legs(memory, event.on, *(reach[side] for side in (Side.LEFT, Side.RIGHT)))
    # What is told the first time is no change: the check just before it asked about the legs.
    changed = told.changed_since_full if memory.described else memory.changed_since_full
    return replace(
        told,
        person=person,
        described=True,
        described_at=event.at,
        first_usual=person.usual_morning if memory.first_usual is None else memory.first_usual,
        changed_since_full=changed,
        onboarding_reach=memory.onboarding_reach or reach,
    )


def _answered(memory: Memory, event: Event, _: Library) -> Memory:
    """The new answers on top of what still stands of the old ones.

    The short question asks for what is new: its no never takes back a yes; only a full check or
    an assessment does. A few flags that were asked because of an answer are not the short check.
    """
    full = event.data.get("scope") == "full"
    given = {flag: _answer(data) for flag, data in event.data.get("flags", {}).items()}
    new = given if full else {f: a for f, a in given.items() if not _takes_back(memory, f, a)}
    now = standing(answers_of(memory, event.on), Answers(on=event.on, flags=new))
    whole = full or given.keys() >= {*load_flags().short}
    return replace(
        memory,
        answers=now.flags,
        asked={**memory.asked, **dict.fromkeys(given, event.on)},
        cleared=now.cleared,
        full_check_on=event.on if full else memory.full_check_on,
        changed_since_full=memory.changed_since_full and not full,
        short_check_on=event.on if whole else memory.short_check_on,
        short_check_since_session=whole or memory.short_check_since_session,
        answered_since=memory.answered_since | frozenset(given),
    )


def _answer(data: Mapping[str, Any]) -> Answer:
    return Answer(
        reply=Reply(data["reply"]),
        context=frozenset(data.get("context", ())),
        unsure_context=frozenset(data.get("unsure_context", ())),
    )


def _takes_back(memory: Memory, flag: str, answer: Answer) -> bool:
    before = memory.answers.get(flag)
    return answer.reply is Reply.NO and before is not None and before.reply is not Reply.NO


def _assessed(memory: Memory, event: Event, _: Library) -> Memory:
    cleared = Cleared(on=_day(event.data.get("when")) or event.on, by=event.data.get("by") or "")
    return replace(memory, cleared={**memory.cleared, event.data["id"]: cleared})


def _advised(memory: Memory, event: Event, _: Library) -> Memory:
    advice = _advice(event.data)
    others = tuple(known for known in memory.person.advice if known.id != advice.id)
    return replace(memory, person=replace(memory.person, advice=(*others, advice)))


def _advice(data: Mapping[str, Any]) -> Advice:
    return Advice(
        **{
            **data,
            "kind": AdviceKind(data["kind"]),
            "given_on": _day(data.get("given_on")),
            "until": _day(data.get("until")),
        }
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _withdrawn(memory: Memory, event: Event, _: Library) -> Memory:
    kept = tuple(known for known in memory.person.advice if known.id != event.data["id"])
    return replace(memory, person=replace(memory.person, advice=kept))


def _favoured(memory: Memory, event: Event, _: Library) -> Memory:
    one = frozenset({event.data["exercise"]})
    now = memory.person.favourites | one if event.data["on"] else memory.person.favourites - one
    return replace(memory, person=replace(memory.person, favourites=now))


def _woke(memory: Memory, event: Event, _: Library) -> Memory:
    said = {
        key: None if (value := event.data.get(key)) == "unknown" else value
        for key in ("pain", "left", "right", "up_under_1h")
    }
    others = [morning for morning in memory.mornings if morning.on != event.on]
    mornings = sorted([*others, Morning(on=event.on, **said)], key=lambda morning: morning.on)
    memory = with_legs(memory, event.on, said["left"], said["right"])
    told, again = said["pain"], len(others) < len(memory.mornings)
    new = () if told is None or again else (int(told),)
    return replace(
        memory,
        mornings=kept_days(mornings, event.on, lambda morning: morning.on),
        first_mornings=(*memory.first_mornings, *new)[:FIRST_MORNINGS],
    )


def _flare_started(memory: Memory, event: Event, _: Library) -> Memory:
    """A flare that is on goes on."""
    if memory.flares and memory.flares[-1].ended is None:
        return memory
    flares = (*memory.flares, Flare(started=event.on))[-MOST_FLARES:]
    return replace(memory, flares=flares, changed_since_full=True)


def _flare_ended(memory: Memory, event: Event, _: Library) -> Memory:
    if not memory.flares or memory.flares[-1].ended is not None:
        return memory
    return replace(memory, flares=(*memory.flares[:-1], replace(memory.flares[-1], ended=event.on)))


def _set(memory: Memory, event: Event, _: Library) -> Memory:
    return replace(memory, settings={**memory.settings, **event.data})


def _brought(memory: Memory, event: Event, _: Library) -> Memory:
    return replace(memory, brought={**memory.brought, str(event.data["id"]): event.id})


def _mended(memory: Memory, event: Event, library: Library) -> Memory:
    return _brought(memory, event, library) if event.data["id"] in memory.brought else memory


def _forgotten(memory: Memory, event: Event, _: Library) -> Memory:
    kept = {name: told for name, told in memory.brought.items() if name != event.data["id"]}
    return replace(memory, brought=kept)


def _decided(memory: Memory, event: Event, library: Library) -> Memory:
    """What a decision changes is `review`'s to say; here the judged session is let go."""
    if event.id in memory.decided:
        return memory
    return sessions.judged(applied(memory, event, library), event)


_Plain: TypeAlias = Callable[[Memory, Event], Memory]


def _plain(handler: _Plain, memory: Memory, event: Event, _: Library) -> Memory:
    return handler(memory, event)


_HANDLERS: Mapping[EventKind, Handler] = {
    EventKind.PERSON_DESCRIBED: _described,
    EventKind.CHECK_ANSWERED: _answered,
    EventKind.ASSESSED: _assessed,
    EventKind.ADVICE_GIVEN: _advised,
    EventKind.ADVICE_WITHDRAWN: _withdrawn,
    EventKind.FAVOURITE: _favoured,
    EventKind.MORNING: _woke,
    EventKind.FLARE_STARTED: _flare_started,
    EventKind.FLARE_ENDED: _flare_ended,
    EventKind.PAGE_BROUGHT: _brought,
    EventKind.ROUTINE_MENDED: _mended,
    EventKind.ROUTINE_FORGOTTEN: _forgotten,
    EventKind.SETTINGS: _set,
    EventKind.DECIDED: _decided,
    **{kind: partial(_plain, handler) for kind, handler in sessions.HANDLERS.items()},
}

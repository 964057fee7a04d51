"""What is remembered of sessions: those that are not judged yet, what was done, what hurt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean
from typing import Any, TypeAlias, TypeVar

from psoas.body import Side, Zone
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import DoneDay, Learned, Memory, SessionRecord
from psoas.plan.response_rules import Rule, load_rules
from psoas.safety.clearance import Answer, Reply

Handler: TypeAlias = Callable[[Memory, Event], Memory]
T = TypeVar("T")

DAYS_KEPT = 28
DAYS_OF_SPREAD = 7
MOST_UNJUDGED = 10
"""More than ten sessions without a judgement are not kept; the diary has them all."""
MOST_DECISIONS = 200
FIRST_DAYS = 7
"""The days whose pain is what later change is told from."""


def kept_days(
    entries: Iterable[T], latest: date, day_of: Callable[[T], date], days: int = DAYS_KEPT
) -> tuple[T, ...]:
    """The entries of the last `days` days up to `latest`."""
    first = latest - timedelta(days=days - 1)
    return tuple(entry for entry in entries if day_of(entry) >= first)


def with_legs(memory: Memory, on: date, left: object, right: object) -> Memory:
    """Remember the day for each leg in which symptoms reach the thigh or below.

    A leg that had none before calls for the full safety check (the facts' schedule).
    """
    told = {Side.LEFT: left, Side.RIGHT: right}
    legs = [s for s, zone in told.items() if isinstance(zone, int) and zone >= Zone.THIGH]
    seen = {side: max(on, memory.legs_seen.get(side, on)) for side in legs}
    new = {side for side in legs if side not in memory.legs_seen} - memory.person.legs_with_symptoms
    return replace(
        memory,
        legs_seen={**memory.legs_seen, **seen},
        changed_since_full=memory.changed_since_full or bool(new),
    )


def _record(memory: Memory, event: Event) -> SessionRecord:
    known = (record for record in memory.unjudged if record.id == event.data.get("session"))
    return next(known, SessionRecord(id=str(event.data.get("session")), on=event.on, plan={}))


def _with_record(memory: Memory, record: SessionRecord) -> Memory:
    """The record put in its place; one that never began gives way to a later one."""
    others = [r for r in memory.unjudged if r.id != record.id and r.plan]
    before = [r for r in others if r.on <= record.on]
    after = [r for r in others if r.on > record.on]
    return replace(memory, unjudged=(*before, record, *after)[-MOST_UNJUDGED:])


def _checked_in(memory: Memory, event: Event) -> Memory:
    record = replace(_record(memory, event), check_in=event.data)
    memory = with_legs(memory, event.on, event.data.get("left"), event.data.get("right"))
    return _with_pain(_with_record(memory, record), event)


def _with_pain(memory: Memory, event: Event) -> Memory:
    said = [event.data.get(key) for key in ("back", "leg")]
    pains = [pain for pain in said if isinstance(pain, int)]
    if not pains:
        return memory
    told = sorted([*memory.pains, (event.on, max(pains))], key=lambda entry: entry[0])
    first = memory.first_check_in or event.on
    early = [pain for day, pain in told if day < first + timedelta(days=FIRST_DAYS)]
    in_first_days = event.on < first + timedelta(days=FIRST_DAYS)
    return replace(
        memory,
        pains=kept_days(told, event.on, lambda entry: entry[0]),
        first_check_in=first,
        first_pain=fmean(early) if in_first_days else memory.first_pain,
    )


def _started(memory: Memory, event: Event) -> Memory:
    record = replace(_record(memory, event), on=event.on, plan=event.data.get("plan", {}))
    return replace(
        _with_record(memory, record),
        first_session=memory.first_session or event.on,
        last_session=event.on,
        sessions=memory.sessions + 1,
        short_check_since_session=False,
        answered_since=frozenset(),
        decisions=(),
    )


def _changed(memory: Memory, event: Event) -> Memory:
    record = replace(_record(memory, event), plan=event.data.get("plan", {}))
    return _with_record(memory, record)


def _done(memory: Memory, event: Event) -> Memory:
    record = _record(memory, event)
    record = replace(record, done=(*record.done, event.data))
    memory = _with_done(_with_record(memory, record), event)
    exercise = str(event.data["exercise"])
    known = memory.learned.get(exercise, Learned())
    again = known.last_done == event.on
    now = replace(known, last_done=event.on, times_done=known.times_done + (not again))
    return replace(memory, learned={**memory.learned, exercise: now})


def _with_done(memory: Memory, event: Event) -> Memory:
    key = (str(event.data["exercise"]), Side(event.data["side"]))
    known = next((day.seconds for day in memory.days if day.on == event.on), {})
    seconds = {**known, key: known.get(key, 0) + int(event.data.get("seconds") or 0)}
    others = [day for day in memory.days if day.on != event.on]
    days = sorted([*others, DoneDay(on=event.on, seconds=seconds)], key=lambda day: day.on)
    return replace(memory, days=kept_days(days, event.on, lambda day: day.on))


def _hurt(memory: Memory, event: Event) -> Memory:
    record = _record(memory, event)
    told = replace(record, hurts=(*record.hurts, event.data))
    memory = replace(memory, answered_since=frozenset())
    return _blame(_with_spread(memory, record, told, event), event)


def _responded(memory: Memory, event: Event) -> Memory:
    record = _record(memory, event)
    told = replace(record, response=event.data)
    memory = _ask_anew(memory, event)
    return _blame(_with_spread(memory, record, told, event), event)


def _blame(memory: Memory, event: Event) -> Memory:
    exercise = event.data.get("exercise")
    if not isinstance(exercise, str):
        return memory
    blamed = (*memory.blamed, (event.on, exercise))
    return replace(memory, blamed=kept_days(blamed, event.on, lambda entry: entry[0]))


def _with_spread(memory: Memory, before: SessionRecord, now: SessionRecord, event: Event) -> Memory:
    """All spread that is told of one session is one event (the facts' `spread_events`)."""
    memory = with_legs(memory, event.on, event.data.get("left"), event.data.get("right"))
    memory = _with_record(memory, now)
    new = _spread(now) and not _spread(before)
    spreads = (*memory.spreads, event.on) if new else memory.spreads
    return replace(
        memory, spreads=kept_days(spreads, event.on, lambda day: day, days=DAYS_OF_SPREAD)
    )


def _spread(record: SessionRecord) -> bool:
    told = [*record.hurts, *([record.response] if record.response else [])]
    return any(_further(record.check_in, entry) for entry in told)


def _further(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    pairs = [(before.get(side), after.get(side)) for side in ("left", "right")]
    return any(isinstance(b, int) and isinstance(a, int) and a > b for b, a in pairs)


def _ended(memory: Memory, event: Event) -> Memory:
    return _with_record(memory, replace(_record(memory, event), ended=event.data))


def _settled(memory: Memory, event: Event) -> Memory:
    memory = _ask_anew(memory, event)
    return _with_record(memory, replace(_record(memory, event), settled=event.data))


def _ask_anew(memory: Memory, event: Event) -> Memory:
    """Numbness or weakness that is told now was not in any answer before."""
    nothing = event.data.get("neuro", "unknown") in ("none", "unknown", "transient")
    return memory if nothing else replace(memory, answered_since=frozenset())


def judged(memory: Memory, event: Event) -> Memory:
    """Let go of the session that a decision is about, and keep the decision itself for a while."""
    kept = tuple(record for record in memory.unjudged if record.id != event.data.get("about"))
    fired = load_rules().named(event.data.get("rules", ()))
    memory = _with_opened_flags(_with_calm_day(memory, event, fired), fired)
    return replace(
        memory,
        unjudged=kept,
        decisions=(*memory.decisions, event.data)[-MOST_DECISIONS:],
        decided=(*memory.decided, event.id)[-MOST_DECISIONS:],
    )


def _with_calm_day(memory: Memory, event: Event, fired: tuple[Rule, ...]) -> Memory:
    """The calm list for the day on which it was decided: by a rule of the plan, or in place of a
    third rest day. What a red flag closes is the safety check's to say.
    """
    of_the_plan = any(r.scope == "programme" and r.action == "calm_list" for r in fired)
    instead_of_rest = any(rule.action == "rest_day" for rule in fired)
    if event.data.get("decision") != "calm_list" or not (of_the_plan or instead_of_rest):
        return memory
    days = sorted({*memory.calm_days, event.on})
    return replace(memory, calm_days=kept_days(days, event.on, lambda day: day))


def _with_opened_flags(memory: Memory, fired: tuple[Rule, ...]) -> Memory:
    """An answer that counts as a yes to a red flag is one, unless that flag was answered since.

    Where the rule only asks its questions, the full check is due.
    """
    locking = [r for r in fired if r.referral and r.referral.locks and _opens(memory, r)]
    if not locking:
        return memory
    yes = {f: Answer(reply=Reply.YES) for r in locking if not r.until for f in _opens(memory, r)}
    asks = any(rule.until for rule in locking)
    return replace(
        memory,
        answers={**memory.answers, **yes},
        changed_since_full=memory.changed_since_full or asks,
    )


def _opens(memory: Memory, rule: Rule) -> list[str]:
    return [flag for flag in rule.opens if flag not in memory.answered_since]


HANDLERS: Mapping[EventKind, Handler] = {
    EventKind.CHECKED_IN: _checked_in,
    EventKind.SESSION_STARTED: _started,
    EventKind.SESSION_CHANGED: _changed,
    EventKind.EXERCISE_DONE: _done,
    EventKind.HURT: _hurt,
    EventKind.SESSION_ENDED: _ended,
    EventKind.RESPONDED: _responded,
    EventKind.SETTLED: _settled,
}
"""What each kind of event about a session leaves behind."""

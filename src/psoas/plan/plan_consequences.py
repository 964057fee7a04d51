"""What a decision changes in the whole plan: days of rest, new beginnings, less of everything."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from psoas.library import Exercise, Library
from psoas.plan.dose import regressed, start_amount
from psoas.plan.doses import doses
from psoas.plan.events import Event
from psoas.plan.ladders import stand_in
from psoas.plan.limits import caps_for
from psoas.plan.memory import Learned, Memory
from psoas.plan.planned import Amount
from psoas.plan.response_rules import Rule

_DAYS_KEPT = 28


def plan_changed(memory: Memory, event: Event, fired: tuple[Rule, ...], library: Library) -> Memory:
    """What is known after a DECIDED event about the whole plan, by the rules that spoke."""
    if event.data.get("day"):
        memory = _with_day(memory, event.data["decision"], date.fromisoformat(event.data["day"]))
    for rule in fired:
        memory = _by_rule(memory, rule, event.on, library)
    return memory


def _with_day(memory: Memory, decision: str, day: date) -> Memory:
    if decision == "rest_day":
        return replace(memory, rest_days=_with(memory.rest_days, day))
    if decision == "calm_list":
        return replace(memory, calm_days=_with(memory.calm_days, day))
    return memory


def _with(days: tuple[date, ...], day: date) -> tuple[date, ...]:
    kept = {known for known in days if (day - known).days < _DAYS_KEPT}
    return tuple(sorted(kept | {day}))


def _by_rule(memory: Memory, rule: Rule, on: date, library: Library) -> Memory:
    if rule.restart:
        return _restarted(memory, rule.restart, library)
    if rule.scope == "programme" and rule.action == "regress":
        return _all_less(memory, library)
    if rule.scope == "programme" and rule.action == "swap":
        return _another_ladder(memory, rule, on, library)
    return memory


def _restarted(memory: Memory, restart: str, library: Library) -> Memory:
    """After a gap: everything as at first, or the same levels at their start dose."""
    known = {name: replace(known, good_streak=0) for name, known in memory.learned.items()}
    if restart == "everything":
        fresh = {n: replace(k, amount=None, goes_on_as=None) for n, k in known.items()}
        return replace(memory, learned=fresh)
    again = {
        name: replace(
            known[name],
            amount=_start(library.exercises[name], memory, library),
        )
        for name in _with_amounts(memory, library)
    }
    return replace(memory, learned={**known, **again})


def _start(exercise: Exercise, memory: Memory, library: Library) -> Amount:
    caps = caps_for(exercise, memory.person, library)
    return start_amount(exercise, memory.person, caps)


def _with_amounts(memory: Memory, library: Library) -> Mapping[str, Learned]:
    return {
        name: known
        for name, known in memory.learned.items()
        if known.amount is not None and name in library.exercises
    }


def _all_less(memory: Memory, library: Library) -> Memory:
    """A step back in everything; what is still at its start dose begins below it."""
    done = {n: k for n, k in memory.learned.items() if k.times_done and n in library.exercises}
    less = {}
    for name, known in (done | dict(_with_amounts(memory, library))).items():
        exercise = library.exercises[name]
        now = known.amount or _start(exercise, memory, library)
        amount = regressed(now, exercise, library.caps)
        less[name] = replace(known, amount=amount, good_streak=0)
    return replace(memory, learned={**memory.learned, **less})


def _another_ladder(memory: Memory, rule: Rule, on: date, library: Library) -> Memory:
    """The exercise that was done most rests for a while, and another ladder is tried, once."""
    memory = replace(memory, review_4w_done=True)
    options = {
        name: other
        for name in memory.learned
        if name in library.exercises
        for other in [stand_in(library.exercises[name], memory.person, library, rule.swap_filter)]
        if other is not None
    }
    main = max(options, key=lambda name: memory.learned[name].times_done, default=None)
    if main is None:
        return memory
    until = on + timedelta(days=doses().other_ladder_days)
    rested = replace(
        memory.learned[main], left_out_until=until, swapped_for=options[main].id, good_streak=0
    )
    return replace(memory, learned={**memory.learned, main: rested})

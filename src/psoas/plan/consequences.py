"""What a decision changes in what is known of an exercise: dose, ladder, pause."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeAlias

from psoas.library import Exercise, Library
from psoas.plan.dose import Caps, progressed, regressed, start_amount
from psoas.plan.doses import doses
from psoas.plan.events import Event
from psoas.plan.given import amount_of
from psoas.plan.ladders import level_above, level_below, stand_in
from psoas.plan.limits import caps_for
from psoas.plan.memory import Learned, Memory
from psoas.plan.plan_consequences import plan_changed
from psoas.plan.response_rules import Rule, load_rules
from psoas.plan.session import Amount

AllLearned: TypeAlias = Mapping[str, Learned]

AT_ITS_MOST = "at_its_most"
_OF_THE_DAY = ("exercise", "session", "next_morning")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One decision about one exercise."""

    exercise: Exercise
    memory: Memory
    data: Mapping[str, Any]
    on: date
    library: Library

    @property
    def known(self) -> Learned:
        return self.memory.learned.get(self.exercise.id, Learned())

    @property
    def amount(self) -> Amount:
        return self.known.amount or self.start(self.exercise)

    @property
    def cut(self) -> Amount | None:
        """What the session gave, where it cut the dose below the one come to."""
        given = amount_of(self.data.get("gave"))
        return given if given and given.seconds < self.amount.seconds else None

    def start(self, exercise: Exercise) -> Amount:
        return start_amount(exercise, self.memory.person, self.caps(exercise))

    def caps(self, exercise: Exercise) -> Caps:
        return caps_for(exercise, self.memory.person, self.library)


def applied(memory: Memory, event: Event, library: Library) -> Memory:
    """What is known after a DECIDED event: about one exercise, or about the whole plan."""
    fired = load_rules().named(event.data.get("rules", ()))
    memory = _said(memory, fired, event.on)
    name = event.data.get("exercise")
    if name is None:
        return plan_changed(memory, event, fired, library)
    if name not in library.exercises:
        return _paused_if_worse(memory, name, fired, event)
    case = _Case(
        exercise=library.exercises[name],
        memory=memory,
        data=event.data,
        on=event.on,
        library=library,
    )
    changed = _CHANGES[mark(event.data.get("decision", ""), fired)](case)
    told = replace(
        changed.get(name, Learned()),
        decision=event.data.get("decision", ""),
        rules=tuple(event.data.get("rules", ())),
        decided_on=event.on,
    )
    return replace(memory, learned={**memory.learned, **changed, name: told})


def _paused_if_worse(memory: Memory, name: str, fired: tuple[Rule, ...], event: Event) -> Memory:
    """What a person's own page brought has no dose or ladder here: it is left out for a while."""
    if mark(event.data.get("decision", ""), fired) not in ("swap", "regress"):
        return memory
    known = replace(
        memory.learned.get(name, Learned()),
        left_out_until=_pause(event.on),
        decision=event.data.get("decision", ""),
        rules=tuple(event.data.get("rules", ())),
        decided_on=event.on,
    )
    return replace(memory, learned={**memory.learned, name: known})


def _said(memory: Memory, fired: tuple[Rule, ...], on: date) -> Memory:
    once = {rule.id: on for rule in fired if rule.once_per}
    return replace(memory, said_once={**memory.said_once, **once}) if once else memory


def mark(decision: str, fired: tuple[Rule, ...]) -> str:
    """What a decision leaves on its exercise: swap, regress, progress or hold.

    Milder rules still leave their mark: a swapped exercise stays swapped after a rest day, and
    after a rest day comes a step back.
    """
    actions = {rule.action for rule in fired if rule.scope in _OF_THE_DAY}
    if "swap" in actions:
        return "swap"
    if actions & {"regress", "rest_day"}:
        return "regress"
    return "progress" if decision == "progress" else "hold"


def _held(case: _Case) -> AllLearned:
    streak = case.known.good_streak + 1 if case.data.get("good") else 0
    return {case.exercise.id: replace(case.known, good_streak=streak)}


def _stepped_up(case: _Case) -> AllLearned:
    """One step of one thing; at its most the next level of its ladder, at its start dose.

    After a session that cut the dose nobody knows yet how the whole of it goes, so it stays.
    """
    if case.cut:
        return _held(case)
    more = progressed(case.amount, case.exercise, case.caps(case.exercise), case.memory.person.age)
    if more is None:
        above = level_above(case.exercise, case.memory.person, case.library)
        return _moved(case, above, replace(case.known, amount=case.amount, good_streak=0))
    return {case.exercise.id: replace(case.known, amount=more, good_streak=0)}


def progress_outcome(
    memory: Memory,
    name: str,
    on: date,
    library: Library,
    gave: Mapping[str, int] | None = None,
) -> str | None:
    """What a step up really is where it isn't more of the same: `at_its_most` or `next_level`.

    `gave` is the dose of a session that cut it, as `cut_dose` tells it.
    """
    if name not in library.exercises:
        return AT_ITS_MOST
    told = {"gave": gave}
    case = _Case(exercise=library.exercises[name], memory=memory, data=told, on=on, library=library)
    after = _stepped_up(case)[name]
    if after.goes_on_as:
        return "next_level"
    return AT_ITS_MOST if (after.amount or case.amount) == case.amount else None


def _moved(case: _Case, other: Exercise | None, now: Learned) -> AllLearned:
    """Go on with another exercise of its ladder at its start dose; without one, stay."""
    if other is None:
        return {case.exercise.id: replace(now, goes_on_as=None)}
    there = replace(
        case.memory.learned.get(other.id, Learned()),
        amount=case.start(other),
        goes_on_as=None,
        good_streak=0,
    )
    return {case.exercise.id: replace(now, goes_on_as=other.id), other.id: there}


def _stepped_back(case: _Case) -> AllLearned:
    """Less of what was given; the second time within a week a level lower; at the smallest dose a
    pause.
    """
    known = replace(case.known, good_streak=0, regressed_on=case.on)
    if case.data.get("outcome"):
        return {case.exercise.id: replace(known, amount=None, left_out_until=_pause(case.on))}
    less = replace(
        known, amount=regressed(case.cut or case.amount, case.exercise, case.library.caps)
    )
    below = level_below(case.exercise, case.memory.person, case.library)
    if not _again_within_a_week(case) or below is None:
        return {case.exercise.id: less}
    return _moved(case, below, replace(known, amount=None))


def _again_within_a_week(case: _Case) -> bool:
    before, days = case.known.regressed_on, doses().second_regress_within_days
    return before is not None and (case.on - before).days <= days


def _swapped(case: _Case) -> AllLearned:
    """Left out for a while, something gentler instead; it comes back one level lower."""
    person = case.memory.person
    instead = stand_in(case.exercise, person, case.library, case.data.get("swap_filter"))
    known = replace(
        case.known,
        amount=None,
        good_streak=0,
        left_out_until=_pause(case.on),
        swapped_for=instead.id if instead else None,
    )
    return _moved(case, level_below(case.exercise, person, case.library), known)


def _pause(on: date) -> date:
    return on + timedelta(hours=doses().left_out_hours)


_CHANGES: Mapping[str, Callable[[_Case], AllLearned]] = {
    "progress": _stepped_up,
    "hold": _held,
    "regress": _stepped_back,
    "swap": _swapped,
}

"""Looking back: what the sessions and mornings since then decide, as events and in a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from psoas.library import Library, load
from psoas.plan.consequences import AT_ITS_MOST, applied, progress_outcome
from psoas.plan.events import Event, EventKind
from psoas.plan.given import cut_dose
from psoas.plan.memory import Memory, SessionRecord
from psoas.plan.respond import Decision, respond
from psoas.plan.response_data import responses
from psoas.plan.response_history import person_values, programme_values
from psoas.plan.response_inputs import inputs_for, was_good
from psoas.plan.response_rules import Referral, Rule, load_rules
from psoas.plan.session import Reason
from psoas.plan.usual_mornings import morning_values

__all__ = [
    "Judgement", "applied", "day_decision", "judge", "judged_events", "read_back", "sentence",
    "what_changed",
]  # fmt: skip

_DAYS_SILENT = {"week": 7, "measurement": 28, "4 weeks": 28}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision: about one exercise of a session, a whole session, or the plan on a day."""

    session: str | None
    """None: it is about the morning and the weeks."""
    exercise: str | None
    decision: Decision
    good: bool = False
    """Whether the session by itself was a good one for this exercise."""
    gave: Mapping[str, int] | None = None
    """The dose of the exercise where the session cut it."""
    day: date | None = None
    """The day of rest, or of the calm list, where it calls for one."""


def judge(
    memory: Memory, on: date, library: Library | None = None, *, again: bool = False
) -> tuple[Judgement, ...]:
    """Judge every session that isn't judged yet, then the day itself.

    Sessions of earlier days are judged on the day they are looked back on, once the morning has
    been asked; `again` also judges those that ended today, for a second session is asked for.
    """
    due = [record for record in memory.unjudged if _is_due(record, on, again)]
    found = [one for record in due for one in _judged(record, memory, on, library or load())]
    day = _day_judgement(memory, on)
    return (*found, day) if day else tuple(found)


def _is_due(record: SessionRecord, on: date, again: bool) -> bool:
    return record.on < on or (again and record.on == on and record.ended is not None)


def _judged(
    record: SessionRecord, memory: Memory, on: date, library: Library
) -> Iterable[Judgement]:
    """One judgement for each exercise that was begun, and one for the session as a whole."""
    begun = [entry.get("exercise") for entry in (*record.done, *record.hurts)]
    for exercise in dict.fromkeys(name for name in begun if name):
        values = inputs_for(record, exercise, memory, on, library)
        decision = respond(values, silent=_of_the_plan())
        gave = cut_dose(record, exercise)
        if decision.decision == "progress":
            outcome = progress_outcome(memory, exercise, on, library, gave)
            decision = replace(decision, outcome=outcome)
        yield Judgement(
            session=record.id,
            exercise=exercise,
            decision=decision,
            good=was_good(values),
            gave=gave,
        )
    decision = respond(inputs_for(record, None, memory, on), silent=_of_one_exercise())
    rests = any(rule.action == "rest_day" for rule in decision.fired)
    after = record.on + timedelta(days=1) if rests else None
    yield Judgement(session=record.id, exercise=None, decision=decision, day=after)


def _of_the_plan() -> frozenset[str]:
    """Rules that act on the plan, not on an exercise."""
    return frozenset(rule.id for rule in load_rules().rules if rule.scope == "programme")


def _of_one_exercise() -> frozenset[str]:
    """Rules that change one exercise only; those that stop or rest concern the whole session."""
    book = load_rules()
    least = book.severity("end_session")
    return _of_the_plan() | {
        rule.id
        for rule in book.rules
        if rule.scope == "exercise"
        and not rule.fallback
        and (rule.action is None or book.severity(rule.action) < least)
    }


def day_decision(memory: Memory, on: date, check_in: Mapping[str, Any] | None = None) -> Decision:
    """What this morning and the weeks decide for the plan, with today's check-in if there is one.

    `check_in` holds response inputs (`pain_before`). Rules that speak once a week or once in a
    programme are silent when they have spoken.
    """
    values = {
        **programme_values(memory, on),
        **morning_values(memory, on),
        **person_values(memory, on),
        **(check_in or {}),
    }
    return respond(values, silent=_said_lately(memory, on) | _of_no_day())


def _of_no_day() -> set[str]:
    rules = load_rules().rules
    return {r.id for r in rules if r.scope in ("exercise", "any") and not r.fallback}


def _said_lately(memory: Memory, on: date) -> set[str]:
    once = {rule.id: rule.once_per for rule in load_rules().rules if rule.once_per}
    return {
        rule
        for rule, day in memory.said_once.items()
        if rule in once and 0 < (on - day).days < _DAYS_SILENT.get(str(once[rule]), 10**6)
    }


def _day_judgement(memory: Memory, on: date) -> Judgement | None:
    """The day's decision, where it changes or advises anything."""
    decision = day_decision(memory, on)
    if decision.decision == "hold" and decision.referral is None and not _restarts(decision):
        return None
    return Judgement(session=None, exercise=None, decision=decision, day=on)


def _restarts(decision: Decision) -> bool:
    return any(rule.restart for rule in decision.fired)


def judged_events(
    judgements: Iterable[Judgement], person: str, at: datetime, on: date
) -> tuple[Event, ...]:
    """The events that keep these judgements; the same judgement always has the same id."""
    return tuple(
        Event(
            id=str(uuid5(NAMESPACE_URL, "/".join(_identity(one, person, on)))),
            person=person,
            at=at,
            on=on,
            kind=EventKind.DECIDED,
            data=_data(one, on),
        )
        for one in judgements
    )


def _about(judgement: Judgement, on: date) -> str:
    return judgement.session or f"morning {on.isoformat()}"


def _identity(judgement: Judgement, person: str, on: date) -> list[str]:
    """A morning told later may decide anew, so the decision is part of what the day decides."""
    decision = judgement.decision
    day = [decision.decision, *decision.rules] if judgement.session is None else []
    about = _about(judgement, on)
    return ["decided", person, about, judgement.exercise or "", decision.rules_version, *day]


def _data(judgement: Judgement, on: date) -> dict[str, Any]:
    decision, referral = judgement.decision, judgement.decision.referral
    return {
        "exercise": judgement.exercise,
        "decision": decision.decision,
        "rules": list(decision.rules),
        "rules_version": decision.rules_version,
        "about": _about(judgement, on),
        "outcome": decision.outcome,
        "referral": {"when": referral.when, "locks": referral.locks} if referral else None,
        "opens": list(decision.opens),
        "swap_filter": decision.swap_filter,
        "next_time": decision.next_time,
        "good": judgement.good,
        "gave": judgement.gave,
        "day": judgement.day.isoformat() if judgement.day else None,
    }


def read_back(data: Mapping[str, Any]) -> Decision:
    """The decision that a DECIDED event keeps, with its rules as the rule book has them now."""
    referral = data.get("referral")
    return Decision(
        decision=str(data.get("decision")),
        referral=Referral(**referral) if referral else None,
        fired=load_rules().named(data.get("rules", ())),
        outcome=data.get("outcome"),
        opens=tuple(data.get("opens", ())),
        swap_filter=data.get("swap_filter"),
        next_time=data.get("next_time"),
        rules_version=str(data.get("rules_version", "")),
    )


def what_changed(library: Library, decisions: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """What DECIDED events changed, each as a sentence with its rule and source.

    What stays as it was for the whole plan isn't told, unless someone is to be seen; nor is an
    exercise that goes well and is at its most.
    """
    told = [(read_back(data), data.get("exercise")) for data in decisions]
    return tuple(
        Reason(text=sentence(decision, _name(library, exercise)), rule=rule.id, source=rule.source)
        for decision, exercise in told
        if decision.outcome != AT_ITS_MOST
        if exercise or decision.decision != "hold" or decision.referral
        for rule in _leading(decision)[:1]
    )


def _name(library: Library, exercise: str | None) -> str | None:
    known = library.exercises.get(exercise) if exercise else None
    return known.name if known else exercise


def sentence(decision: Decision, exercise_name: str | None = None) -> str:
    """What changed, and why, in plain words; without a name it speaks of the whole plan."""
    words = responses()
    lines = {**words.sentences, **({} if exercise_name else words.plan_sentences)}
    line = lines[decision.outcome or decision.decision]
    why = next((rule.why for rule in _leading(decision)), "")
    return line.format(name=exercise_name, why=why).strip()


def _leading(decision: Decision) -> list[Rule]:
    """The rules that decided; the severest that spoke where a rest day became the calm list."""
    book = load_rules()
    spoke = [rule for rule in decision.fired if rule.action]
    deciding = [rule for rule in decision.deciding if not rule.fallback]
    return deciding or sorted(spoke, key=lambda rule: -book.severity(rule.action or "progress"))

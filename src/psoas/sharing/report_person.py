"""The parts of a report that say who it is about, and what the safety check concluded."""

from collections.abc import Iterator
from typing import Any

from psoas.library import Library
from psoas.safety.clearance import Clearance, RaisedFlag, Triage
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags
from psoas.safety.person import Advice, Person
from psoas.sharing.letters import printable
from psoas.sharing.report_record import ClinicianReport
from psoas.sharing.report_words import full_day, head, said, some, words

LONGEST_NAME = 60
LONGEST_TEXT = 320
MOST_CONDITIONS = 6
MOST_ADVICE = 4


def values(report: ClinicianReport) -> dict[str, Any]:
    """Who, the safety check, and what is around the report."""
    name = printable(report.name, LONGEST_NAME)
    since = head("since", day=full_day(report.since)) if report.since else head("not_yet")
    first, last = full_day(report.span.first), full_day(report.span.last)
    return {
        "title": head("title"),
        "name": name,
        "head": [
            head("written", day=full_day(report.made_on)),
            f"{head('covers', first=first, last=last)} {since}",
        ],
        "page": words().head["page"].replace("{day}", full_day(report.made_on)),
        "more": words().head["more"],
        "headings": dict(words().headings),
        "person": [[label, printable(text, LONGEST_TEXT)] for label, text in facts(report)],
        "safety": safety(report),
        "grave": _grave(report.clearance),
        "open": [printable(text, LONGEST_TEXT) for text in open_questions(report.clearance)],
        "no_questions": said("no_questions"),
        "about": [words().about["text"], words().about["numbers"]],
    }


def facts(report: ClinicianReport) -> Iterator[tuple[str, str]]:
    """What the person said of themselves, as labels and texts."""
    person, labels, known = report.person, words().labels, words()
    yield labels["age"], _age(person.age)
    yield labels["where"], _where(person)
    yield labels["pain"], _usual_pain(person)
    yield labels["morning"], _of_ten(person.usual_morning)
    yield labels["stirred"], known.irritability[person.irritability.value]
    yield labels["eases"], known.eases[person.eases.value]
    yield labels["conditions"], _conditions(person)
    for advice in person.advice[-MOST_ADVICE:]:
        yield labels["advice"], advised(advice, report.library)


def _age(age: int | None) -> str:
    """As a band, for no more than that was asked."""
    bands = [int(first) for first in words().ages]
    reached = [band for band in bands if age is not None and age >= band]
    return words().ages[str(reached[-1])] if reached else head("none")


def _where(person: Person) -> str:
    named = [text for place, text in words().places.items() if place in person.where]
    return ", ".join(named) or head("none")


def _usual_pain(person: Person) -> str:
    back, leg = (_of_ten(value) for value in (person.back_pain, person.leg_pain))
    return said("pain_at_rest", back=back, leg=leg)


def _of_ten(value: int | None) -> str:
    return said("unknown_pain") if value is None else f"{value} {said('of_ten')}"


def _conditions(person: Person) -> str:
    labels = [one.label for one in load_conditions().values() if one.id in person.conditions]
    return some(labels, MOST_CONDITIONS) or said("no_conditions")


def advised(advice: Advice, library: Library) -> str:
    """One piece of a clinician's advice, in the words of the report."""
    known = library.exercises.get(advice.exercise)
    what = (
        words()
        .advice_kinds[advice.kind.value]
        .format(exercise=known.name if known else advice.exercise)
    )
    day = full_day(advice.given_on) if advice.given_on else said("undated")
    told = said("by", who=advice.who or said("someone"), day=day, what=what)
    until = said("until", day=full_day(advice.until)) if advice.until else ""
    quoted = said("thing", words=advice.words) if advice.words else ""
    return ", ".join(filter(None, (told, until, quoted)))


def safety(report: ClinicianReport) -> dict[str, Any]:
    """What the check concluded, and every sign that was raised."""
    clearance = report.clearance
    day = report.checked_on
    answered = said("checked", day=full_day(day)) if day else said("never_checked")
    unfinished = said("unfinished") if clearance.unanswered and day else ""
    whole = day is not None and not clearance.unanswered
    concluded = words().triage[clearance.triage.word] if whole else ""
    opened = words().sessions[clearance.sessions.word]
    signs = map(_sign, clearance.flags)
    return {
        "lead": " ".join(filter(None, (answered, unfinished, concluded, opened))),
        "raised": [printable(text, LONGEST_TEXT) for text in (*signs, *_assessed(report))],
    }


def _grave(clearance: Clearance) -> str:
    """What to know before anything else: that a danger sign is open; empty where none is."""
    if clearance.triage is Triage.GO_AHEAD:
        return ""
    concluded, signs = words().triage[clearance.triage.word], len(clearance.flags)
    return said("open_sign" if signs == 1 else "open_signs", count=signs, concluded=concluded)


def _assessed(report: ClinicianReport) -> Iterator[str]:
    """What a clinician has looked at, the latest first."""
    latest_first = sorted(report.cleared.items(), key=lambda entry: entry[1].on, reverse=True)
    for identity, cleared in latest_first:
        flag, condition = load_flags().by_id.get(identity), load_conditions().get(identity)
        what = flag.short if flag else condition.label if condition else identity
        who = cleared.by or said("somebody")
        yield said("assessed", who=who, day=full_day(cleared.on), what=what)


def _sign(flag: RaisedFlag) -> str:
    sign = load_flags().by_id[flag.id].short
    return (
        said("only_card", sign=sign) if flag.card_only else said("raised", sign=sign, why=flag.why)
    )


def open_questions(clearance: Clearance) -> Iterator[str]:
    """What a clinician could settle: the conditions whose closing question is open."""
    for identity in clearance.open_gates:
        condition = load_conditions()[identity]
        if condition.gate:
            yield said("gate", condition=condition.label, ask=condition.gate.ask)

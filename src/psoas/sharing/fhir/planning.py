"""What is wanted and what is planned: goals, and a care plan with the exercises of the session."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from html import escape

from psoas.body import Side
from psoas.library import Library
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import PlannedStep
from psoas.safety.clearance import Sessions
from psoas.sharing.fhir.observations import FUNCTION, NewId
from psoas.sharing.fhir.parts import ACHIEVEMENT, ACTIVITY, Json, coding, concept, day, link, score
from psoas.sharing.fhir.record import HealthRecord, Wanted
from psoas.sharing.plain import one_line
from psoas.sharing.timetable import Timetable

CANCELLED = "cancelled"
IN_PROGRESS = coding(ACHIEVEMENT, "in-progress", "In Progress")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def goals(record: HealthRecord, patient: Json, new_id: NewId) -> Iterator[Json]:
    """To move a little, often; and each thing that the person wants back."""
    person = record.person
    often = f"about {person.minutes} minutes, {person.times_per_day} × a day"
    yield {
        **_goal(new_id("goal", "moving"), f"Move gently: {often}", patient),
        "category": [{"coding": [ACTIVITY]}],
    }
    for wanted in record.wanted:
        yield _wanted(wanted, patient, new_id)


def _goal(identity: str, text: str, patient: Json) -> Json:
    return {
        "resourceType": "Goal",
        "id": identity,
        "lifecycleStatus": "active",
        "achievementStatus": {"coding": [IN_PROGRESS]},
        "description": concept(text),
        "subject": link(patient),
        "expressedBy": link(patient),
    }


def _wanted(wanted: Wanted, patient: Json, new_id: NewId) -> Json:
    goal = _goal(new_id("goal", wanted.id), wanted.activity, patient)
    goal["startDate"] = day(wanted.since)
    if wanted.dropped:
        del goal["achievementStatus"]
        return {**goal, "lifecycleStatus": CANCELLED}
    if wanted.target is not None:
        measure = concept(wanted.activity, FUNCTION)
        goal["target"] = [{"measure": measure, "detailQuantity": score(wanted.target)}]
    return goal


def care_plan(
    record: HealthRecord,
    patient: Json,
    author: Json,
    aims: Sequence[Json],
    since: datetime | None,
    new_id: NewId,
) -> Json:
    """The plan as it stands; on hold while the safety check lets nothing be started."""
    held = record.clearance.sessions is Sessions.NONE
    steps = record.session.steps if record.session and not held else ()
    activities = [_activity(step, record) for step in steps]
    title = one_line(record.session.title) if record.session else ""
    return {
        "resourceType": "CarePlan",
        "id": new_id("care-plan"),
        "text": {"status": "generated", "div": _narrative(steps, record.library)},
        "status": "on-hold" if held else "active",
        "intent": "plan",
        "category": [{"coding": [ACTIVITY]}],
        **({"title": title} if title else {}),
        "subject": link(patient),
        **({"period": {"start": day(since.date())}} if since else {}),
        "author": link(author),
        "goal": [link(goal) for goal in aims if goal["lifecycleStatus"] != CANCELLED],
        **({"activity": activities} if activities else {}),
    }


def _activity(step: PlannedStep, record: HealthRecord) -> Json:
    person, timetable = record.person, record.timetable
    detail = {
        "code": concept(_name(step, record.library)),
        "status": "scheduled",
        "doNotPerform": False,
        "scheduledTiming": {"repeat": _often(person.times_per_day, timetable)},
        "description": one_line(_told(step, record.library)),
    }
    return {"detail": detail}


def _often(times: int, timetable: Timetable | None) -> Json:
    """On the days chosen, with the times where they are the same each day; else a number a day."""
    if timetable is None or not timetable.slots:
        return {"frequency": times, "period": 1, "periodUnit": "d"}
    by_day: dict[int, set[time]] = {}
    for slot in timetable.slots:
        by_day.setdefault(slot.weekday, set()).add(slot.at)
    days = {"dayOfWeek": [WEEKDAYS[weekday] for weekday in sorted(by_day)]}
    first, *others = by_day.values()
    if any(clock != first for clock in others):
        return days
    return {**days, "timeOfDay": [f"{at:%H:%M:%S}" for at in sorted(first)]}


def _name(step: PlannedStep, library: Library) -> str:
    known = library.exercises.get(step.exercise)
    return known.name if known else step.exercise


def _told(step: PlannedStep, library: Library) -> str:
    """The dose, the sides and what is changed for the person."""
    known, amount = library.exercises.get(step.exercise), step.amount
    dose = (
        dose_in_words(known, amount)
        if known
        else f"{amount.sets} × {amount.repetitions} × {amount.hold_seconds} seconds"
    )
    sides = "" if step.sides == (Side.BOTH,) else f", {' then '.join(step.sides)}"
    return " ".join([f"{dose}{sides}.", *step.how])


def _narrative(steps: Sequence[PlannedStep], library: Library) -> str:
    """The plan as a person reads it, in the little of HTML that FHIR allows."""
    if not steps:
        return _div("<p>No session is planned at present.</p>")
    lines = (f"{_name(step, library)}: {_told(step, library)}" for step in steps)
    items = "".join(f"<li>{escape(one_line(line), quote=False)}</li>" for line in lines)
    return _div(f"<ul>{items}</ul>")


def _div(inside: str) -> str:
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'

"""About my back: where it hurts, what is true of the person, what their physiotherapist says."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.body import Place, Side, Surface
from psoas.library import Library, Status
from psoas.plan.events import EventKind
from psoas.practice import Practice, Standing
from psoas.safety.conditions import Condition, load_conditions
from psoas.safety.person import (
    Advice,
    AdviceKind,
    Eases,
    GateAnswer,
    Irritability,
    Person,
)
from psoas.web import words
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.messages import gettext as _
from psoas.web.render import go, page

router = APIRouter(prefix="/about")

LEGS = (Side.LEFT, Side.RIGHT)
BODY, HEALTH = "about_body.html", "about_health.html"


@router.get("")
def about(request: Request, message: str = "") -> Response:
    """Everything that is known of the person, with ways to change it."""
    return _about(request, "")


@router.get("/body")
def body(request: Request) -> Response:
    """Where it hurts and how much."""
    return page(request, BODY, _body(request.app.state.practice.standing().person, ""))


@router.post("/body")
async def body_sent(request: Request) -> Response:
    """Store where it hurts."""
    return await _sent(request, BODY, _body, _with_body, "/about/health")


@router.get("/health")
def health(request: Request) -> Response:
    """Conditions, equipment, time."""
    return page(request, HEALTH, _health(request.app.state.practice.standing().person, ""))


@router.post("/health")
async def health_sent(request: Request) -> Response:
    """Store conditions, gates, equipment and time."""
    return await _sent(request, HEALTH, _health, _with_health, "/")


@router.post("/advice")
async def advice_sent(request: Request) -> Response:
    """Store what the physiotherapist says."""
    practice: Practice = request.app.state.practice
    try:
        advice = _advice(await form_of(request), practice)
    except BadForm as error:
        return _about(request, str(error))
    practice.advise(advice)
    return go("/about#advice")


@router.post("/advice/{identity}/withdraw")
def advice_withdrawn(request: Request, identity: str) -> Response:
    """Take back what the physiotherapist said."""
    practice: Practice = request.app.state.practice
    if identity not in {advice.id for advice in practice.standing().person.advice}:
        raise HTTPException(404)
    practice.record(EventKind.ADVICE_WITHDRAWN, {"id": identity})
    return go("/about#advice")


Changed = Callable[[Person, Form, date], Person]
Shown = Callable[[Person, str], Mapping[str, Any]]


async def _sent(
    request: Request, template: str, shown: Shown, changed: Changed, after: str
) -> Response:
    practice: Practice = request.app.state.practice
    person = practice.standing().memory.person
    try:
        told = changed(person, await form_of(request), practice.now().date())
    except BadForm as error:
        return page(request, template, shown(person, str(error)), status=422)
    practice.describe(told)
    return go(after)


def _with_body(person: Person, form: Form, on: date) -> Person:
    return replace(
        person,
        where=form.some_of("where", Place),
        leg_symptoms_within_6_weeks=form.some_of("recent", LEGS),
        back_pain=form.number("back", 0, 10),
        leg_pain=form.number("leg", 0, 10),
        usual_morning=form.number("morning", 0, 10),
        irritability=form.one_of("irritability", Irritability, Irritability.UNKNOWN),
        eases=form.one_of("eases", Eases, Eases.UNKNOWN),
    )


def _with_health(person: Person, form: Form, on: date) -> Person:
    known = load_conditions()
    conditions = form.some_of("conditions", known)
    gates = tuple(_gate(known[c], form, on) for c in sorted(conditions) if known[c].gate)
    return replace(
        person,
        age=form.number("age", 18, 120),
        conditions=conditions,
        gates=gates,
        pregnant=any(known[identity].pregnancy for identity in conditions),
        equipment=form.some_of("equipment", words.EQUIPMENT),
        lie_on=form.some_of("lie_on", (Surface.FLOOR, Surface.BED)),
        minutes=form.number("minutes", 5, 20) or person.minutes,
        times_per_day=form.number("times_per_day", 1, 2) or person.times_per_day,
    )


def _gate(condition: Condition, form: Form, on: date) -> GateAnswer:
    assert condition.gate
    prefix = f"gate.{condition.id}."
    asked = [word for word in condition.gate.questions if word not in ("weeks", "cleared")]
    said = {word: form.yes_no(prefix + word) for word in asked}
    return GateAnswer(
        condition=condition.id,
        on=on,
        cleared=form.yes_no(prefix + "cleared"),
        by=form.text(prefix + "by", 80),
        weeks=form.number(prefix + "weeks", 0, 2000),
        facts=frozenset(word for word, yes in said.items() if yes),
        denied=frozenset(word for word, yes in said.items() if yes is False),
    )


def _advice(form: Form, practice: Practice) -> Advice:
    today = practice.now().date()
    offered = {e.id for e in practice.library.exercises.values() if may_be_advised(e.status)}
    advice = Advice(
        id=practice.new_id(),
        kind=AdviceKind(form.one_of("kind", [kind.value for kind in AdviceKind], "") or _missing()),
        exercise=form.one_of("exercise", sorted(offered), "") or _missing(),
        who=form.text("who", 80),
        given_on=form.day("given_on", latest=today),
        until=form.day("until"),
        hold=form.number("hold", 1, 120),
        repetitions=form.number("repetitions", 1, 30),
        words=form.text("words"),
    )
    if advice.kind is AdviceKind.OPEN and not (advice.who and advice.given_on):
        raise BadForm(_("To open what Psoas would leave out, write who said it and on which day."))
    return advice


def may_be_advised(status: Status) -> bool:
    """What a therapist's advice can speak of: everything but what is only read."""
    return status is not Status.INFORMATION


def _missing() -> str:
    raise BadForm(_("Choose an exercise and what they said about it, then save again."))


def _body(person: Person, message: str) -> Mapping[str, Any]:
    return {
        "person": person,
        "message": message,
        "places": words.places(),
        "recent_options": words.legs(),
        "recent": person.leg_symptoms_within_6_weeks,
        "irritability_options": words.irritabilities(),
        "irritability": person.irritability,
        "eases_options": words.eases(),
        "eases_value": person.eases,
    }


def _health(person: Person, message: str) -> Mapping[str, Any]:
    return {
        "person": person,
        "message": message,
        "conditions": [_condition(entry, person) for entry in load_conditions().values()],
        "age_options": words.ages(),
        "age": person.age or "",
        "equipment_options": words.equipment(),
        "lie_options": words.lie_on(),
        "lie_on": person.lie_on,
        "minutes_options": words.minutes(),
        "times_options": words.times_a_day(),
    }


def _condition(condition: Condition, person: Person) -> Mapping[str, Any]:
    gate = condition.gate
    answer = next((a for a in person.gates if a.condition == condition.id), None)
    return {
        "id": condition.id,
        "label": condition.label,
        "ask": condition.ask,
        "gate": gate
        and {
            "ask": gate.ask,
            "by": answer.by if answer else "",
            "words": [
                {"id": word, "text": text, "kind": _kind(word), "value": _value(answer, word)}
                for word, text in gate.questions.items()
            ],
        },
    }


def _kind(word: str) -> str:
    return "weeks" if word == "weeks" else "yes_no"


def _value(answer: GateAnswer | None, word: str) -> str:
    if answer is None:
        return ""
    if word == "weeks":
        return "" if answer.weeks is None else str(answer.weeks)
    if word == "cleared":
        return {True: "yes", False: "no", None: ""}[answer.cleared]
    return "yes" if word in answer.facts else "no" if word in answer.denied else ""


def _about(request: Request, message: str) -> Response:
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    context = {
        "message": message,
        "body_facts": words.body_facts(standing.person),
        "health_facts": words.health_facts(standing.person),
        "check_line": _check_line(standing),
        "cleared": [
            _("Assessed on {day} by {who}.").format(day=words.day(done.on), who=done.by)
            for done in standing.memory.cleared.values()
        ],
        "advice": [_advice_line(entry, practice.library) for entry in standing.person.advice],
        "exercises": sorted(
            (
                (e.id, e.name)
                for e in practice.library.exercises.values()
                if may_be_advised(e.status)
            ),
            key=lambda pair: pair[1],
        ),
        "advice_options": words.advice_kinds(),
        "today": standing.on.isoformat(),
    }
    return page(request, "about.html", context, status=422 if message else 200)


def _check_line(standing: Standing) -> str:
    last = standing.memory.full_check_on
    if last is None:
        return _("You have not done it yet.")
    return _("Last done on {day}. It is asked again on {again}.").format(
        day=words.day(last), again=words.day(standing.clearance.ask_again)
    )


def _advice_line(advice: Advice, library: Library) -> Mapping[str, str]:
    return {"id": advice.id, "text": words.advice(advice, library.exercises[advice.exercise].name)}

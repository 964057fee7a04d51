"""About my back: where it hurts, and what is true of the person."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.body import Place, Side, Surface
from psoas.library import Exercise, Library, Status
from psoas.messages import gettext as _
from psoas.practice import Practice, Standing
from psoas.safety.conditions import Condition, load_conditions
from psoas.safety.person import Advice, Eases, GateAnswer, Irritability, Person
from psoas.web import words
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import go, page

router = APIRouter(prefix="/about")

LEGS = (Side.LEFT, Side.RIGHT)
BODY, HEALTH = "about_body.html", "about_health.html"


@router.get("")
def about(request: Request) -> Response:
    """Everything that is known of the person, with ways to change it."""
    return show(request)


@router.get("/body")
def body(request: Request) -> Response:
    """Where it hurts and how much."""
    return page(request, BODY, _body(request.app.state.practice.standing().person))


@router.post("/body")
async def body_sent(request: Request) -> Response:
    """Store where it hurts."""
    return await _sent(request, BODY, _body, _with_body, "/about/health")


@router.get("/health")
def health(request: Request) -> Response:
    """Conditions, equipment, time."""
    return page(request, HEALTH, _health(request.app.state.practice.standing().person))


@router.post("/health")
async def health_sent(request: Request) -> Response:
    """Store conditions, gates, equipment and time."""
    return await _sent(request, HEALTH, _health, _with_health, "/")


Changed = Callable[[Person, Form, date], Person]
Shown = Callable[[Person, Refusal | None], Mapping[str, Any]]


async def _sent(
    request: Request, template: str, shown: Shown, changed: Changed, after: str
) -> Response:
    practice: Practice = request.app.state.practice
    person = practice.standing().memory.person
    form = await form_of(request)
    try:
        told = changed(person, form, practice.now().date())
    except BadForm as error:
        return page(request, template, shown(person, Refusal(form=form, error=error)), status=422)
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
    told = (_gate(known[c], form, on) for c in sorted(conditions) if known[c].gate)
    gates = tuple(_as_before(person, answer) for answer in told)
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
        cleared_on=form.day(prefix + "when", latest=on),
        weeks=form.number(prefix + "weeks", 0, 2000),
        facts=frozenset(word for word, yes in said.items() if yes),
        denied=frozenset(word for word, yes in said.items() if yes is False),
    )


def _as_before(person: Person, answer: GateAnswer) -> GateAnswer:
    """What was told before and is told again keeps its day, from which its weeks are counted."""
    before = (known for known in person.gates if replace(known, on=answer.on) == answer)
    return next(before, answer)


def _body(person: Person, refused: Refusal | None = None) -> Mapping[str, Any]:
    stored = {
        "where": person.where,
        "recent": person.leg_symptoms_within_6_weeks,
        "back": person.back_pain,
        "leg": person.leg_pain,
        "morning": person.usual_morning,
        "irritability": person.irritability,
        "eases": person.eases,
    }
    return {
        "fields": Fields(stored, refused),
        "places": words.places(),
        "recent_options": words.legs(),
        "irritability_options": words.irritabilities(),
        "eases_options": words.eases(),
    }


def _health(person: Person, refused: Refusal | None = None) -> Mapping[str, Any]:
    stored: dict[str, object] = {
        "age": person.age,
        "conditions": person.conditions,
        "equipment": person.equipment,
        "lie_on": person.lie_on,
        "minutes": person.minutes,
        "times_per_day": person.times_per_day,
    }
    for answer in person.gates:
        stored |= _gate_fields(answer)
    return {
        "fields": Fields(stored, refused),
        "conditions": [_condition(entry) for entry in load_conditions().values()],
        "age_options": _ages(person.age),
        "equipment_options": words.equipment(),
        "lie_options": words.lie_on(),
        "minutes_options": words.minutes(),
        "times_options": words.times_a_day(),
    }


def _ages(age: int | None) -> list[tuple[int | str, str]]:
    """The bands, and the person's own age where another face has it to the year."""
    bands = words.ages()
    told = [] if age is None or age in dict(bands) else [(age, str(age))]
    return [*bands, *told]


def _condition(condition: Condition) -> Mapping[str, Any]:
    gate, prefix = condition.gate, f"gate.{condition.id}."
    asked = gate.questions.items() if gate else ()
    return {
        "id": condition.id,
        "label": condition.label,
        "ask": condition.ask,
        "gate": gate
        and {
            "ask": gate.ask,
            "by": prefix + "by",
            "when": prefix + "when",
            "words": [
                {"field": prefix + word, "text": text, "kind": _kind(word)} for word, text in asked
            ],
        },
    }


def _kind(word: str) -> str:
    return "weeks" if word == "weeks" else "yes_no"


def _gate_fields(answer: GateAnswer) -> dict[str, object]:
    """What was answered about a condition, by the names of the form's fields."""
    said = {
        "by": answer.by,
        "when": answer.cleared_on,
        "weeks": answer.weeks,
        "cleared": answer.cleared,
        **dict.fromkeys(answer.facts, True),
        **dict.fromkeys(answer.denied, False),
    }
    return {f"gate.{answer.condition}.{word}": value for word, value in said.items()}


def show(request: Request, refused: Refusal | None = None) -> Response:
    """The page of all that is known; with a piece of advice as it was typed, if it was refused."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    context = {
        "fields": Fields(refused=refused),
        "body_facts": words.body_facts(standing.person),
        "health_facts": words.health_facts(standing.person),
        "check_line": _check_line(standing),
        "cleared": [
            _("Assessed on {day} by {who}.").format(day=words.day(done.on), who=done.by)
            for done in standing.memory.cleared.values()
        ],
        "advice": [_advice_line(entry, practice.library) for entry in standing.person.advice],
        "exercises": [(one.id, one.name) for one in advisable(practice.library)],
        "advice_options": words.advice_kinds(),
        "today": standing.on.isoformat(),
    }
    return page(request, "about.html", context, status=422 if refused else 200)


def advisable(library: Library) -> list[Exercise]:
    """What a therapist's advice can speak of, by name: everything but what is only read."""
    known = library.listed
    return sorted(
        (one for one in known if one.status is not Status.INFORMATION), key=lambda one: one.name
    )


def _check_line(standing: Standing) -> str:
    last = standing.memory.full_check_on
    if last is None:
        return _("You have not done it yet.")
    return _("Last done on {day}. It is asked again on {again}.").format(
        day=words.day(last), again=words.day(standing.clearance.ask_again)
    )


def _advice_line(advice: Advice, library: Library) -> Mapping[str, str]:
    return {"id": advice.id, "text": words.advice(advice, library.exercises[advice.exercise].name)}

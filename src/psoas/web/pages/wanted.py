"""What the person wants back, totals of a clinician's forms, and notes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from psoas.messages import gettext as _
from psoas.practice import Practice
from psoas.practice.wanting import MOST_NOTE, MOST_WORDS, CantKeep, Wanting, Wants
from psoas.progress.measures import BadTotal, MeasureChange, measure, measure_rules
from psoas.progress.telling import day, measure_told, number
from psoas.progress.wanted import FORMS, WantedThing, total_changes
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import go, page

router = APIRouter(prefix="/wanted")

Keep = Callable[[Wanting, Form], None]


@router.get("")
def wanted(request: Request) -> Response:
    """All of it as it stands."""
    return _show(request)


def _show(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    wants = Wanting(practice).wants()
    context = {
        "message": refused.message if refused else "",
        "saved": not refused and "saved" in request.query_params,
        "words": measure_rules().words,
        "wants": wants,
        "things": [_thing(one, wants, refused) for one in wants.wanted.things],
        "rate_fields": Fields(_rated_today(wants), _of(refused, "rate")),
        "next_on": day(wants.next_on) if wants.next_on else "",
        "name_fields": Fields(refused=_of(refused, "name")),
        **_history(wants),
        **_totals(wants, refused),
        **_notes(wants, refused),
        "most_words": MOST_WORDS,
        "most_note": MOST_NOTE,
    }
    return page(request, "wanted.html", context, status=422 if refused else 200)


def _of(refused: Refusal | None, name: str) -> Refusal | None:
    return refused if refused and refused.name == name else None


def _thing(thing: WantedThing, wants: Wants, refused: Refusal | None) -> Mapping[str, Any]:
    refusal = _of(refused, "mend")
    own = refusal if refusal and refusal.form.text("thing") == thing.id else None
    told = wants.wanted.of(thing.id)
    return {
        "id": thing.id,
        "words": thing.words,
        "since": day(thing.since),
        "latest": told[-1][1] if told else None,
        "first": told[0][1] if len(told) > 1 else None,
        "fields": Fields({"words": thing.words}, own),
    }


def _rated_today(wants: Wants) -> Mapping[str, object]:
    ratings = wants.wanted.ratings_now
    latest = ratings[-1].things if wants.rated_today else {}
    return {f"rating.{identity}": value for identity, value in latest.items()}


def _history(wants: Wants) -> Mapping[str, Any]:
    """Every rating of the things of now, the latest first, and what it comes to."""
    things, ratings = wants.wanted.things, wants.wanted.ratings_now
    rows = [
        (_short(one.on), [one.things.get(thing.id, "–") for thing in things], number(one.total))
        for one in reversed(ratings)
    ]
    change = wants.wanted.change
    apart = measure_rules().sentences["not_comparable"] if len(ratings) > 1 else ""
    return {"rows": rows, "change": measure_told(change) if change else apart}


def _short(on: date) -> str:
    return f"{on.day} {on:%b %Y}"


def _totals(wants: Wants, refused: Refusal | None) -> Mapping[str, Any]:
    changes = {change.measure: change for change in total_changes(wants.totals)}
    given = [(form, [one for one in wants.totals if one.measure == form]) for form in FORMS]
    return {
        "forms": [(form, measure(form).name) for form in FORMS],
        "totals": [
            {
                "name": measure(form).name,
                "given": [
                    {"form": form, "on": one.on.isoformat(), "day": day(one.on),
                     "total": number(one.total)}
                    for one in reversed(totals)
                ],
                "change": _told(changes.get(form)),
            }
            for form, totals in given
            if totals
        ],
        "total_fields": Fields({"given_on": wants.on.isoformat()}, _of(refused, "total")),
        "today": wants.on.isoformat(),
    }  # fmt: skip


def _told(change: MeasureChange | None) -> str:
    return measure_told(change) if change else ""


def _notes(wants: Wants, refused: Refusal | None) -> Mapping[str, Any]:
    refusal = _of(refused, "note")
    about = refusal.form.text("id") if refusal else ""
    return {
        "notes": [
            {
                "id": note.id,
                "day": day(note.on),
                "words": note.words,
                "fields": Fields({"note": note.words}, refusal if about == note.id else None),
            }
            for note in reversed(wants.notes)
        ],
        "note_fields": Fields(refused=refusal if not about else None),
    }


@router.post("/name")
async def named(request: Request) -> Response:
    """One thing more."""
    return await _kept(request, "name", lambda to, form: to.name(_words(form)), "#things")


@router.post("/mend")
async def mended(request: Request) -> Response:
    """The same thing in other words."""

    def mend(to: Wanting, form: Form) -> None:
        to.mend(form.text("thing"), _words(form))

    return await _kept(request, "mend", mend, "#things")


def _words(form: Form) -> str:
    return form.text("words", MOST_WORDS)


@router.post("/drop")
async def dropped(request: Request) -> Response:
    """A thing is wanted no more."""
    return await _kept(request, "drop", lambda to, form: to.drop(form.text("thing")), "#things")


@router.post("/rate")
async def rated(request: Request) -> Response:
    """How well each thing goes today."""

    def rate(to: Wanting, form: Form) -> None:
        things = [thing.id for thing in to.wanted().things]
        to.rate({one: form.number(f"rating.{one}", 0, 10) for one in things})

    return await _kept(request, "rate", rate, "")


@router.post("/total")
async def given(request: Request) -> Response:
    """The total of a form."""

    def total(to: Wanting, form: Form) -> None:
        on = form.day("given_on")
        if on is None:
            raise BadForm(_("Say which day the form was filled in."), "given_on")
        chosen = form.one_of("measure", FORMS, "")
        to.total(chosen, _number(form), on)

    return await _kept(request, "total", total, "#totals")


def _number(form: Form) -> float:
    """The total as it was typed, with a point or a comma."""
    try:
        return float(form.text("total", 20).replace(",", "."))
    except ValueError:
        raise BadForm(_("Write the total as a number, like 12."), "total") from None


@router.post("/total/away")
async def total_away(request: Request) -> Response:
    """A total was wrong."""

    def away(to: Wanting, form: Form) -> None:
        to.take_total(form.text("measure"), form.day("given_on") or date.min)

    return await _kept(request, "total away", away, "#totals")


@router.post("/note")
async def noted(request: Request) -> Response:
    """A note, or one in other words."""

    def note(to: Wanting, form: Form) -> None:
        to.note(form.text("note", MOST_NOTE), form.text("id"))

    return await _kept(request, "note", note, "#notes")


@router.post("/note/away")
async def note_away(request: Request) -> Response:
    """A note is taken away."""
    return await _kept(
        request, "note away", lambda to, form: to.take_note(form.text("id")), "#notes"
    )


async def _kept(request: Request, name: str, keep: Keep, place: str) -> Response:
    """What a form told is kept, or the page with the reason why not and what was typed."""
    form = await form_of(request)
    return await run_in_threadpool(_keep, request, form, name, keep, place)


def _keep(request: Request, form: Form, name: str, keep: Keep, place: str) -> Response:
    try:
        keep(Wanting(request.app.state.practice), form)
    except CantKeep as error:
        return _show(
            request, Refusal(form=form, error=BadForm(error.said(_), error.field), name=name)
        )
    except BadTotal as error:
        return _show(request, Refusal(form=form, error=BadForm(str(error), "total"), name=name))
    except BadForm as error:
        return _show(request, Refusal(form=form, error=error, name=name))
    return go(f"/wanted?saved{place}")

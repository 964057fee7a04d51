"""The safety check, its cards, and what a clinician said about them."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.practice import Practice, Standing
from psoas.safety.cards import CardText, card_for, countries, most_severe, safety_net
from psoas.safety.clearance import Answer, Reply, Sessions
from psoas.safety.flags import Asked, RedFlag, load_flags
from psoas.safety.schedule import CheckKind
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.names import country_of, country_options
from psoas.web.render import go, page

router = APIRouter()

FULL, SHORT = "full", "short"


@router.get("/check")
def check(request: Request, scope: str = FULL, flags: str = "") -> Response:
    """The questions: all, those of the short check, or a few by id."""
    practice: Practice = request.app.state.practice
    known = practice.setting("country") or country_of(request.headers.get("accept-language", ""))
    scope = SHORT if scope == SHORT else FULL
    return page(request, "check.html", _questions(scope, _asked(scope, flags.split(",")), known))


@router.post("/check")
async def answered(request: Request) -> Response:
    """Store the answers, then show what they call for, or go on."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    scope = form.one_of("scope", (FULL, SHORT), FULL)
    try:
        given = answers_in(form)
        country = form.one_of("country", countries(), "")
    except BadForm as error:
        refused = Refusal(form=form, error=error)
        shown = _questions(scope, _asked(scope, _asked_in(form)), refused=refused)
        return page(request, "check.html", shown, status=422)
    closing = practice.closing(given)
    if closing and form.text("confirmed") != "yes":
        return page(request, "confirm.html", _confirm(form, scope, closing))
    if country:
        practice.record(EventKind.SETTINGS, {"country": country})
    practice.answer(scope, given)
    return go(_next(practice.standing()))


@router.get("/card/{card}")
def show_card(request: Request, card: str) -> Response:
    """One card, full screen: what to do now."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    try:
        return _shown(request, card, standing)
    except KeyError:
        raise HTTPException(404) from None


def _shown(
    request: Request, card: str, standing: Standing, refused: Refusal | None = None
) -> Response:
    practice: Practice = request.app.state.practice
    text = card_for(card, practice.setting("country", ""), standing.clearance.sessions)
    context = _card(text, standing, refused)
    return page(request, "card.html", context, status=422 if refused else 200)


@router.post("/assessed")
async def assessed(request: Request) -> Response:
    """Store that a clinician assessed what the check found."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    standing = practice.standing()
    try:
        ids, by, when = _assessment(form, standing)
    except BadForm as error:
        card = most_severe(standing.clearance)
        if card is None:
            raise
        return _shown(request, card, standing, Refusal(form=form, error=error))
    practice.assessed(sorted(ids), by, when)
    return go(_next(practice.standing()))


def _assessment(form: Form, standing: Standing) -> tuple[frozenset[str], str, date]:
    """What was assessed, by whom and when."""
    ids = form.some_of("id", {*load_flags().by_id, *standing.person.conditions})
    by, when = form.text("by", 80), form.day("when", latest=standing.on)
    if not ids or not by or when is None:
        sentence = _("Write down who assessed you and on which day, then save again.")
        raise BadForm(sentence, "when" if by else "by")
    return ids, by, when


def answers_in(form: Form) -> dict[str, Answer]:
    """The answers of a check: a group's "none" is a no to each of its flags.

    Raises `BadForm` where a group or a flag within a chosen group was left open.
    """
    answers: dict[str, Answer] = {}
    flags = load_flags()
    for name in form.names():
        kind, _dot, group = name.partition(".")
        if kind == "group":
            some = form.one_of(name, ("none", "some"), "none") == "some"
            asked = form.some_of(f"asked.{group}", flags.by_id)
            answers |= {flag: _answer(form, flags.by_id[flag], some) for flag in asked}
    if not answers:
        raise BadForm(_("Answer each part, please. Nothing was saved yet."))
    return answers


def _answer(form: Form, flag: RedFlag, some: bool) -> Answer:
    if not some:
        return Answer(reply=Reply.NO)
    reply = form.one_of(f"flag.{flag.id}", Reply, None)
    if reply is None:
        sentence = _("Where something fits, answer each line below it with yes, no or not sure.")
        raise BadForm(sentence, f"flag.{flag.id}")
    said = {
        context.id: form.one_of(f"context.{flag.id}.{context.id}", Reply, None)
        for context in flag.contexts
    }
    return Answer(
        reply=reply,
        context=frozenset(key for key, value in said.items() if value is Reply.YES),
        unsure_context=frozenset(key for key, value in said.items() if value is Reply.UNSURE),
    )


def _asked(scope: str, ids: Collection[str]) -> list[RedFlag]:
    flags = load_flags()
    chosen = [flags.by_id[identity] for identity in ids if identity in flags.by_id]
    if chosen:
        return chosen
    every = flags.by_id.values()
    return [f for f in every if scope == FULL or f.asked is Asked.FULL_AND_SHORT]


def _asked_in(form: Form) -> list[str]:
    return [flag for name in form.names() if name.startswith("asked.") for flag in form.all(name)]


def _questions(
    scope: str,
    asked: list[RedFlag],
    country: str = "",
    refused: Refusal | None = None,
) -> dict[str, Any]:
    groups = [
        {
            "id": group.id,
            "title": group.title,
            "lead": group.lead,
            "none": group.none,
            "flags": [flag for flag in asked if flag.group == group.id],
        }
        for group in load_flags().groups
    ]
    lead = _("About two minutes. For each part, look over the list, then choose.")
    if scope == SHORT:
        lead = _("Something is new. Let’s see what it is before you move.")
    kept = [group for group in groups if group["flags"]]
    return {
        "groups": kept,
        "scope": scope,
        "lead": lead,
        "fields": Fields({"country": country}, refused),
        "countries": country_options() if scope == FULL else [],
    }


def _confirm(form: Form, scope: str, closing: tuple[str, ...]) -> Mapping[str, Any]:
    """A slip of the finger can be taken back before it is saved, not after."""
    return {
        "phrases": [load_flags().by_id[identity].short for identity in closing],
        "fields": [(name, value) for name, value in form.fields() if name != "confirmed"],
        "scope": scope,
    }


def _next(standing: Standing) -> str:
    """The card that the answers call for, or the next step of the way."""
    card = most_severe(standing.clearance)
    if card:
        return f"/card/{card}"
    return "/" if standing.memory.described else "/about/body"


def comes_first(standing: Standing) -> str:
    """The page that comes before any session; empty where one may start."""
    if not standing.may_move:
        card = most_severe(standing.clearance)
        return f"/card/{card}" if card else "/check"
    if standing.new:
        return "/"
    return "/check" if standing.check.kind is CheckKind.FULL else ""


def questions_about(flags: Collection[str]) -> str:
    """The page that asks about some red flags; empty where there are none to ask about."""
    return f"/check?scope=short&flags={','.join(flags)}" if flags else ""


def _card(text: CardText, standing: Standing, refused: Refusal | None) -> Mapping[str, Any]:
    raised = [flag for flag in standing.clearance.flags if flag.card == text.id]
    counted = [flag.id for flag in raised if not flag.card_only]
    return {
        "net": None if raised else safety_net(),
        "card": text,
        "reasons": [f"{flag.why} {flag.do}" for flag in raised],
        "noticed": [load_flags().by_id[identity].short for identity in counted],
        "assess": counted,
        "calm_open": bool(counted) and standing.clearance.sessions is Sessions.CALM,
        "today": standing.on.isoformat(),
        "fields": Fields({"when": standing.on}, refused),
    }

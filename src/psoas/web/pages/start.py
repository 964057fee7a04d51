"""Starting today's session, or what must come first."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.knowledge import UNKNOWN
from psoas.messages import gettext as _
from psoas.practice import Practice, Standing
from psoas.safety.person import Person
from psoas.safety.schedule import CheckKind
from psoas.web import reach
from psoas.web.chosen import Chosen
from psoas.web.fields import Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.pages.check import comes_first, questions_about
from psoas.web.pages.today import START, show
from psoas.web.render import go

router = APIRouter()

NEW, NOTHING_NEW = "yes", "no"


@router.post("/start")
async def start(request: Request) -> Response:
    """Take how the person is now, then open the guided session or what must come first."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    standing = practice.standing()
    first = comes_first(standing)
    if first:
        return go(first)
    chosen = Chosen(form, practice)
    try:
        check_in, short = _check_in(form, standing), _short_answer(form, standing)
    except BadForm as error:
        return show(request, Refusal(form=form, error=error, name=START), chosen)
    if short == NEW:
        return go("/check?scope=short")
    if short == NOTHING_NEW:
        practice.nothing_new()
    return _begin(practice, check_in, chosen)


def _short_answer(form: Form, standing: Standing) -> str:
    """Whether anything is new; it must be said where the short question is due."""
    answer = form.one_of("new", (NEW, NOTHING_NEW), "")
    if standing.check.kind is CheckKind.SHORT and not answer:
        raise BadForm(_("Say first whether anything is new. Then you can start."), "new")
    return answer


def _begin(practice: Practice, check_in: Mapping[str, Any], chosen: Chosen) -> Response:
    begun = practice.begin(check_in, chosen.plan_options)
    if begun.full_check:
        return go("/check?scope=full")
    opened = f"/session/{begun.session}" if begun.session else "/"
    return go(questions_about(begun.ask) or opened)


def _check_in(form: Form, standing: Standing) -> Mapping[str, Any]:
    """How it is right now; what was described minutes ago is not asked twice."""
    if not standing.asks_check_in:
        return standing.described_check_in
    pains = {place: _known(form.number(place, 0, 10)) for place in ("back", "leg")}
    return {**pains, **_otherwise(form, standing.person)}


def _otherwise(form: Form, person: Person) -> Mapping[str, Any]:
    """How far it reaches and whether a painkiller hides it: one tap where it is as usual."""
    if form.yes_no("as_usual"):
        left, right = reach.on_the_map(person)
        return {"left": left, "right": right, "painkiller": False}
    left, right = reach.reported(form, person)
    return {"left": left, "right": right, "painkiller": _known(form.yes_no("painkiller"))}


def _known(value: object) -> object:
    return UNKNOWN if value is None else value

"""What the person's physiotherapist says: written down, and taken back."""

from typing import NoReturn

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.safety.person import Advice, AdviceKind
from psoas.web.fields import Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.pages.about import advisable, show
from psoas.web.render import go

router = APIRouter(prefix="/about/advice")


@router.post("")
async def given(request: Request) -> Response:
    """Store what they say."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    try:
        advice = _advice(form, practice)
    except BadForm as error:
        return show(request, Refusal(form=form, error=error))
    practice.advise(advice)
    return go("/about#advice")


@router.post("/{identity}/withdraw")
def withdrawn(request: Request, identity: str) -> Response:
    """Take back what they said."""
    practice: Practice = request.app.state.practice
    if identity not in {advice.id for advice in practice.standing().person.advice}:
        raise HTTPException(404, _("This was taken back before. Go back to About my back."))
    practice.record(EventKind.ADVICE_WITHDRAWN, {"id": identity})
    return go("/about#advice")


def _advice(form: Form, practice: Practice) -> Advice:
    today = practice.now().date()
    offered = [exercise.id for exercise in advisable(practice.library)]
    advice = Advice(
        id=practice.new_id(),
        kind=form.one_of("kind", AdviceKind, None) or _missing("kind"),
        exercise=form.one_of("exercise", offered, None) or _missing("exercise"),
        who=form.text("who", 80),
        given_on=form.day("given_on", latest=today),
        until=form.day("until"),
        hold=form.number("hold", 1, 120),
        repetitions=form.number("repetitions", 1, 30),
        words=form.text("words"),
    )
    if advice.kind is AdviceKind.OPEN and not (advice.who and advice.given_on):
        sentence = _("To open what Psoas would leave out, write who said it and on which day.")
        raise BadForm(sentence, "given_on" if advice.who else "who")
    return advice


def _missing(field: str) -> NoReturn:
    raise BadForm(_("Choose an exercise and what they said about it, then save again."), field)

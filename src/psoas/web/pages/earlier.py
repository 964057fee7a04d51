"""What is told of earlier days: how it was on waking, and how a session settled."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.practice import Practice
from psoas.web import waiting
from psoas.web.fields import Refusal
from psoas.web.forms import BadForm, form_of
from psoas.web.pages.check import questions_about
from psoas.web.pages.today import show
from psoas.web.render import go

router = APIRouter()


@router.post("/morning")
async def morning(request: Request) -> Response:
    """Store how it was on waking."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    try:
        told = waiting.told_morning(form, practice.standing().person)
    except BadForm as error:
        return show(request, Refusal(form=form, error=error, name=waiting.MORNING))
    practice.wake(told)
    return go("/")


@router.post("/settled")
async def settled(request: Request) -> Response:
    """Store how long an increase took to settle."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    record = practice.session(form.text("session"))
    try:
        told = waiting.told_settled(form, record)
    except BadForm as error:
        return show(request, Refusal(form=form, error=error, name=waiting.SETTLED))
    return go(questions_about(practice.settled(record, told)) or "/")

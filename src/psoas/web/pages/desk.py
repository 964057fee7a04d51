"""The desk: a break now and then, with one exercise or a few steps."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.messages import gettext as _
from psoas.plan.breaks import Answered, break_rules
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.practice.desking import Desk, Now, answer, breaks_of, desk, desk_minutes
from psoas.practice.timing import quiet_of
from psoas.safety.cards import most_severe
from psoas.web import words
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import go, page
from psoas.web.step_words import step_words

router = APIRouter(prefix="/desk")

LONGEST = timedelta(hours=12)
"""Nobody sits longer: an older address was left open since another day."""
LOOK_AGAIN = timedelta(minutes=5)
"""While something else comes first."""
NOTE = "desk-breaks"
MINUTES = (30, 45, 60)


@router.get("")
def at_the_desk(request: Request) -> Response:
    """When the next break is, or the break itself."""
    return _page(request)


def _page(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    now = practice.now()
    since = _since(request.query_params.get("since", ""), now)
    found = desk(practice, since)
    settings = practice.memory().settings
    wait = _wait(found, now)
    context = {
        "now": found.now.value,
        "exercise": found.exercise,
        "offer": _offer(practice, found),
        "at": found.at and f"{found.at.astimezone(now.tzinfo):%H:%M}",
        "left": _("in {length}").format(length=words.length(wait or 0)),
        "quiet_until": f"{quiet_of(settings).until:%H:%M}",
        "card": most_severe(practice.standing().clearance),
        "wait": wait,
        "since": since.isoformat(timespec="seconds"),
        "next": f"/desk?{urlencode({'since': since.isoformat(timespec='seconds')})}",
        "note": practice.library.notes[NOTE],
        "fields": Fields({"minutes": desk_minutes(settings)}, refused),
        "minute_options": [(str(n), _("{n} minutes").format(n=n)) for n in MINUTES],
    }
    return page(request, "desk.html", context, 422 if refused else 200)


def _since(told: str, now: datetime) -> datetime:
    """When the person sat down, as the address of the page says; now, where it says nothing."""
    try:
        since = datetime.fromisoformat(told)
    except ValueError:
        return now
    if since.tzinfo is None or not now - LONGEST <= since <= now:
        return now
    return since


def _wait(found: Desk, now: datetime) -> int | None:
    """Seconds after which the page looks again; None: it needn't."""
    if found.now is Now.WAITING and found.at:
        return max(1, round((found.at - now).total_seconds()))
    if found.now in (Now.QUIET, Now.SESSION):
        return round(LOOK_AGAIN.total_seconds())
    return None


def _offer(practice: Practice, found: Desk) -> Mapping[str, Any]:
    """What is offered, as the page shows it."""
    if found.session:
        return step_words(found.session.steps[0], practice)
    least, most = break_rules().walk_minutes
    return {
        "id": break_rules().instead,
        "name": _("Stand up and walk a little"),
        "dose": _("{least} to {most} minutes, at an easy pace").format(least=least, most=most),
        "how": found.how,
    }


@router.post("")
async def answered(request: Request) -> Response:
    """Store what became of a break."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    offered = (*breaks_of(practice.library), break_rules().instead)
    exercise = form.one_of("exercise", offered, None)
    what = form.one_of("what", Answered, None)
    if exercise is None or what is None:
        raise BadForm(_("Say what became of the break. Open the page again."))
    answer(practice, exercise, what)
    return go(_back(form))


def _back(form: Form) -> str:
    since = form.text("since")
    return f"/desk?{urlencode({'since': since})}" if since else "/desk"


@router.post("/minutes")
async def minutes(request: Request) -> Response:
    """How long to sit between two breaks."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    rules = break_rules()
    try:
        chosen = form.number("minutes", rules.least_minutes, rules.most_minutes)
    except BadForm as error:
        return _page(request, Refusal(form=form, error=error))
    if chosen:
        practice.record(EventKind.SETTINGS, {"desk_minutes": chosen})
    return go(_back(form))

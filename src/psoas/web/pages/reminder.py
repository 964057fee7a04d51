"""The door at which an open page asks whether a reminder is due."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from psoas.messages import gettext as _
from psoas.plan.reminders import ChosenTime
from psoas.practice import Practice
from psoas.practice.reminding import Reminding, is_reminded, remind, reminding

router = APIRouter()

SOON, AT_LATEST = timedelta(seconds=30), timedelta(minutes=10)
"""When a page may ask again: a computer that slept should not miss much."""


class Asked(BaseModel):
    """What a page knows already."""

    model_config = ConfigDict(extra="forbid")

    shown: Annotated[str, Field(max_length=40)] | None = None
    """The chosen time that it is showing a reminder of."""


@router.post("/reminder")
def reminder(request: Request, asked: Asked) -> Response:
    """Whether a reminder is due, its words, and when to ask again.

    A chosen time is handed out until a page says that it shows it: an answer that never arrived
    has reminded nobody. That page may go on showing it.
    """
    practice: Practice = request.app.state.practice
    found = reminding(practice)
    told = {"due": False, "again": _again(practice.now(), found)}
    if found.due is None:
        return JSONResponse(told)
    if asked.shown == found.due.name:
        remind(practice, found.due)
        told |= _words(found, found.due, new=False)
    elif not is_reminded(practice, found.due):
        told |= _words(found, found.due, new=True)
    return JSONResponse(told)


def _words(found: Reminding, chosen: ChosenTime, new: bool) -> dict[str, Any]:
    words = _("It is after {at}, the time you chose. Your session is ready when you are.")
    return {
        "due": True,
        "new": new,
        "time": chosen.name,
        "title": found.title,
        "words": words.format(at=f"{chosen.at:%H:%M}"),
    }


def _again(now: datetime, found: Reminding) -> int | None:
    """Seconds until it is worth asking again; None: never, until times are chosen."""
    if found.next is None:
        return None
    wait = min(max(found.next - now, SOON), AT_LATEST)
    return int(wait.total_seconds())

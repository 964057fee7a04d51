"""The calendar: a file to keep, and a feed that a calendar program asks for by itself.

The feed's address holds a random word, for calendar programs can't log in; whoever knows it sees
the times and the title, and nothing else.
"""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.messages import gettext as _
from psoas.practice import Practice, timing

router = APIRouter()

TYPE = "text/calendar; charset=utf-8"
ASK_EACH_TIME = "private, no-cache"
"""It may be kept, and must be asked for again: the answer is then mostly that nothing changed."""


@router.get("/calendar.ics")
def calendar(request: Request) -> Response:
    """The calendar as a file, with what was dropped as cancelled."""
    practice: Practice = request.app.state.practice
    body = timing.file(practice)
    if body is None:
        raise HTTPException(404, _("There are no times yet. Choose some on the page Times."))
    headers = {"Content-Disposition": 'attachment; filename="psoas.ics"'}
    return Response(body, headers=headers, media_type=TYPE)


@router.api_route("/calendar/{word}.ics", methods=["GET", "HEAD"])
def feed(request: Request, word: str) -> Response:
    """The feed; nothing where a calendar has it already."""
    practice: Practice = request.app.state.practice
    found = timing.feed(practice, word)
    if found is None:
        raise HTTPException(404)
    headers = {"ETag": found.etag, "Cache-Control": ASK_EACH_TIME}
    if _has(request.headers.get("if-none-match", ""), found.etag):
        return Response(status_code=304, headers=headers)
    return Response(found.body, headers=headers, media_type=TYPE)


def _has(asked: str, etag: str) -> bool:
    """Whether one of the tags that a calendar names is that of the feed (RFC 9110, 13.1.2)."""
    known = {one.strip().removeprefix("W/") for one in asked.split(",")}
    return asked.strip() == "*" or etag.removeprefix("W/") in known

"""Every error as one plain sentence, on a page or as JSON for the player."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from psoas.diary import BadExport, DiaryProblem
from psoas.knowledge import BadData
from psoas.messages import gettext
from psoas.practice.practice import UnknownSession
from psoas.sharing.needing import NotInstalled
from psoas.web.forms import BadForm
from psoas.web.render import templates

log = logging.getLogger("psoas")


def install(app: FastAPI) -> None:
    """Answer every kind of error."""
    app.add_exception_handler(HTTPException, _known)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(BadData, _unreadable)
    app.add_exception_handler(BadForm, _refused)
    app.add_exception_handler(BadExport, _refused)
    app.add_exception_handler(UnknownSession, _no_session)
    app.add_exception_handler(DiaryProblem, _missing)
    app.add_exception_handler(NotInstalled, _missing)
    app.add_middleware(Calm)


class Calm:
    """Answers what nobody thought of: a calm page, and the fault itself in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            log.error("a page failed: %s", scope["path"], exc_info=error)
            await _fault(Request(scope))(scope, receive, send)


def answer(request: Request, status: int, message: str) -> Response:
    """One sentence, in the form that was asked for."""
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"error": message}, status)
    context = {
        "here": request.url.path,
        "theme": "auto",
        "reminds": False,
        "title": gettext("Something is not right"),
        "message": message,
    }
    return HTMLResponse(templates().get_template("error.html").render(context), status)


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:
        return _unreadable(request, error)
    sentences = {
        404: gettext("There is no such page. Go back to Today and try from there."),
        405: gettext("This page can’t be used like that. Go back to Today."),
    }
    # Starlette's own detail is a bare phrase; ours are sentences that end with a stop.
    own = str(error.detail) if str(error.detail).endswith(".") else None
    fallback = gettext("That did not work. Go back to Today and try again.")
    said = own or sentences.get(error.status_code, fallback)
    answered = answer(request, error.status_code, said)
    answered.headers.update(error.headers or {})
    return answered


def _unreadable(request: Request, error: Exception) -> Response:
    message = gettext(
        "Some of what was sent could not be read, so nothing was changed."
        " Go back, check your answers and send them again."
    )
    return answer(request, 422, message)


def _refused(request: Request, error: Exception) -> Response:
    return answer(request, 422, str(error))


def _no_session(request: Request, error: Exception) -> Response:
    message = gettext("There is no such session any more. Go back to Today and start a new one.")
    return answer(request, 404, message)


def _missing(request: Request, error: Exception) -> Response:
    return answer(request, 503, str(error))


def _fault(request: Request) -> Response:
    message = gettext(
        "Psoas made a mistake here. What you saved before is safe: nothing was lost. Go back to"
        " Today and try again; if it stays so, restart Psoas."
    )
    return answer(request, 500, message)

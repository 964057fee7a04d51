"""Every error as one plain sentence, on a page or as JSON for the player."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from psoas.diary import BadExport, DiaryProblem
from psoas.knowledge import BadData
from psoas.web.messages import gettext
from psoas.web.render import templates

log = logging.getLogger("psoas")


def install(app: FastAPI) -> None:
    """Answer every kind of error."""
    app.add_exception_handler(HTTPException, _known)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(BadData, _unreadable)
    app.add_exception_handler(BadExport, _bad_export)
    app.add_exception_handler(DiaryProblem, _diary)
    app.add_exception_handler(Exception, _fault)


def answer(request: Request, status: int, message: str) -> Response:
    """One sentence, in the form that was asked for."""
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"error": message}, status)
    context = {
        "here": request.url.path,
        "theme": "auto",
        "title": gettext("Something is not right"),
        "message": message,
    }
    return HTMLResponse(templates().get_template("error.html").render(context), status)


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    sentences = {
        404: gettext("There is no such page. Go back to Today and try from there."),
        405: gettext("This page can only be opened, not sent to. Go back to Today."),
    }
    # Starlette's own detail is a bare phrase; ours are sentences that end with a stop.
    own = str(error.detail) if str(error.detail).endswith(".") else None
    fallback = gettext("That did not work. Go back to Today and try again.")
    return answer(request, error.status_code, own or sentences.get(error.status_code, fallback))


def _unreadable(request: Request, error: Exception) -> Response:
    message = gettext(
        "Some of what was sent could not be read, so nothing was changed."
        " Go back, check your answers and send them again."
    )
    return answer(request, 422, message)


def _bad_export(request: Request, error: Exception) -> Response:
    return answer(request, 422, str(error))


def _diary(request: Request, error: Exception) -> Response:
    return answer(request, 503, str(error))


def _fault(request: Request, error: Exception) -> Response:
    log.error("a page failed: %s", request.url.path, exc_info=error)
    message = gettext(
        "Psoas made a mistake here. What you saved before is safe. Go back to Today and try"
        " again; if it stays so, restart Psoas."
    )
    return answer(request, 500, message)

"""Turning templates into pages."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from psoas.messages import gettext, ngettext

STATIC = Path(__file__).parent / "static"


def navigation() -> list[tuple[str, str]]:
    """The main pages, in order."""
    return [
        ("/", gettext("Today")),
        ("/library", gettext("Library")),
        ("/routines", gettext("Routines")),
        ("/progress", gettext("Progress")),
    ]


@cache
def static(name: str) -> str:
    """The address of a built file, with a mark that changes when the file does."""
    file = STATIC / "dist" / name
    mark = hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file.exists() else "0"
    return f"/static/dist/{name}?{mark}"


@cache
def templates() -> Environment:
    """The page templates."""
    environment = Environment(
        loader=PackageLoader("psoas.web"),
        autoescape=select_autoescape(default=True),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(navigation=navigation, static=static)
    return environment


def page(
    request: Request, name: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HTMLResponse:
    """A page from its template; `here` is the page's own address, for the navigation."""
    settings = request.app.state.settings()
    values = {
        "here": request.url.path,
        "theme": settings.get("theme", "auto"),
        "reminds": settings.get("remind") is True,
        **(context or {}),
    }
    return HTMLResponse(templates().get_template(name).render(values), status)


def go(path: str) -> RedirectResponse:
    """Go on to another page after a form was taken."""
    return RedirectResponse(path, status_code=303)

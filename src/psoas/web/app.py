"""The application: every page behind one guard."""

from collections.abc import Collection

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig

from psoas.drawing.gallery import Gallery
from psoas.practice import Practice
from psoas.practice.fetching import Fetch, fetch
from psoas.web import errors
from psoas.web.pages import ROUTERS
from psoas.web.render import STATIC
from psoas.web.security import LOCAL_NAMES, Guard

NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""The framework can report requests to other machines; nothing here may."""


def create_app(
    practice: Practice, hosts: Collection[str] = LOCAL_NAMES, fetch: Fetch = fetch
) -> FastAPI:
    """The pages over one person's practice; `hosts` are the names it may be asked for by.

    `fetch` gets the one page whose address a person gives: its bytes and its name.
    """
    app = FastAPI(
        title="Psoas", docs_url=None, redoc_url=None, openapi_url=None, telemetry=NO_TELEMETRY
    )
    app.state.practice = practice
    app.state.fetch = fetch
    app.state.gallery = Gallery(practice.library)
    app.state.settings = lambda: practice.memory().settings
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    errors.install(app)
    app.add_middleware(Guard, hosts=hosts)
    return app

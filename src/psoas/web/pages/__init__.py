"""The pages, one module for each part of the practice."""

from fastapi import APIRouter

from psoas.web.pages import about, check, history, how, library, routines, session, settings, today

ROUTERS: tuple[APIRouter, ...] = (
    today.router,
    check.router,
    about.router,
    session.router,
    library.router,
    routines.router,
    history.router,
    how.router,
    settings.router,
)

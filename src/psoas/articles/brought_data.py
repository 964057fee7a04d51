"""A brought page and its routine as plain JSON values, as the diary keeps them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from psoas.articles.brought import BroughtRoutine
from psoas.articles.page import Page
from psoas.knowledge import parse
from psoas.knowledge.reading import adapter
from psoas.plan.events import EventKind

FILE = "the routine"


def routine_as_data(routine: BroughtRoutine) -> dict[str, Any]:
    """All of it as JSON values; `routine_from_data` reads it back."""
    data: dict[str, Any] = adapter(BroughtRoutine).dump_python(routine, mode="json")
    return data


def routine_from_data(data: Mapping[str, Any]) -> BroughtRoutine:
    """The routine that `routine_as_data` wrote; raises `BadData`."""
    return parse(BroughtRoutine, data, FILE)


def page_as_data(page: Page) -> dict[str, Any]:
    """The page as JSON values; `page_from_data` reads it back."""
    return asdict(page)


def page_from_data(data: Mapping[str, Any]) -> Page:
    """The page that `page_as_data` wrote; raises `BadData`."""
    return parse(Page, data, FILE)


def check_brought(kind: EventKind, data: Mapping[str, Any]) -> None:
    """Raise `BadData` or `KeyError` where an event from outside can't be read back."""
    if kind not in (EventKind.PAGE_BROUGHT, EventKind.ROUTINE_MENDED):
        return
    if routine_from_data(data["routine"]).id != data["id"]:
        raise KeyError(data["id"])
    if kind is EventKind.PAGE_BROUGHT:
        page_from_data(data["page"])

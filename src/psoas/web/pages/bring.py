"""Bringing a page: paste it, choose its file or give its address; then mend what was read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from psoas.articles import mending
from psoas.articles.brought import BroughtRoutine
from psoas.articles.formats import limits
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.pages import page_of
from psoas.body import Position
from psoas.library import load
from psoas.messages import gettext as _
from psoas.practice import Practice
from psoas.practice.bringing import UnknownPage
from psoas.practice.fetching import Fetch
from psoas.web import words
from psoas.web.brought_view import (
    Shown,
    match_options,
    position_options,
    session_of,
    summary,
)
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.reader import reader
from psoas.web.render import go, page

router = APIRouter(prefix="/read")

MOST_ADDRESS = 2048
MOST_HOLD, MOST_TIMES, MOST_SETS = 600, 100, 10
"""What can be typed; what is played is capped by the library."""
MOST_NAME = 80


@router.get("")
def ask(request: Request) -> Response:
    """Where a page is brought."""
    return _asked(request)


def _asked(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    waiting = [one for one in practice.brought().values() if not one.saved]
    context = {"fields": Fields(refused=refused), "waiting": waiting}
    return page(request, "bring.html", context, status=422 if refused else 200)


@router.post("")
async def bring(request: Request) -> Response:
    """Read what was sent, keep it, and show what was understood."""
    async with request.form(max_files=1, max_fields=5, max_part_size=limits.BYTES_IN) as sent:
        form = Form(sent)
        try:
            found = await _brought(sent, form, request.app.state.fetch)
            identity = await run_in_threadpool(_kept, request.app.state.practice, found)
        except UnreadablePage as unreadable:
            refusal = Refusal(form=form, error=BadForm(unreadable.said(_)))
            return await run_in_threadpool(_asked, request, refusal)
        except BadForm as error:
            return await run_in_threadpool(_asked, request, Refusal(form=form, error=error))
    return go(f"/read/{identity}")


@dataclass(frozen=True, slots=True)
class _Found:
    """What was brought: its bytes, a name that helps to read them, and where it is from."""

    data: bytes
    name: str
    origin: str = ""


async def _brought(sent: FormData, form: Form, fetch: Fetch) -> _Found:
    """A file, an address, or a text."""
    file = sent.get("file")
    text, address = form.text("text", limits.BYTES_IN), form.text("address", MOST_ADDRESS)
    chosen = file if isinstance(file, UploadFile) and file.filename else None
    if sum(map(bool, (text, address, chosen))) != 1:
        raise BadForm(_("Paste a text, or choose a file, or give an address: one of the three."))
    if chosen:
        name = chosen.filename or ""
        return _Found(await chosen.read(), name, name)
    if address:
        return _Found(*await run_in_threadpool(fetch, address), address)
    return _Found(text.encode(), "pasted.txt")


def _kept(practice: Practice, found: _Found) -> str:
    return practice.bring(page_of(found.data, found.name), found.origin, _("My routine"))


@router.get("/{identity}")
def show(request: Request, identity: str) -> Response:
    """What was understood, what becomes of it, and how to mend it."""
    return _show(request, identity)


def _show(request: Request, identity: str, refused: Refusal | None = None) -> Response:
    who = reader(request)
    try:
        brought = who.practice.page(identity)
    except UnknownPage:
        raise _gone() from None
    others = [one for one in who.practice.brought().values() if one.id != identity]
    session = session_of(who, brought.routine)
    shown = Shown(who=who, page=brought, others=others, session=session)
    context = {
        "routine": brought.routine,
        "origin": brought.origin,
        "summary": summary(brought, who),
        "mended": brought.routine.items != brought.original.items,
        "items": shown.items,
        "notices": shown.notices,
        "matches": match_options(who),
        "positions": position_options(),
        "new": who.standing.new,
        "limited": who.limited,
        "length": words.length(session.seconds) if session and session.steps else "",
        "changes": session.changes if session else (),
        "just_saved": request.query_params.get("saved") == "yes" and brought.routine.saved,
        "can_start": bool(session and session.steps),
        "fields": Fields({"name": brought.routine.name}, refused),
    }
    return page(request, "brought.html", context, status=422 if refused else 200)


def _gone() -> HTTPException:
    return HTTPException(404, _("There is no such page any more. Choose one from your routines."))


@router.post("/{identity}")
async def mend(request: Request, identity: str) -> Response:
    """One change of the routine."""
    form = await form_of(request)
    return await run_in_threadpool(_mended, request, identity, form)


def _mended(request: Request, identity: str, form: Form) -> Response:
    practice: Practice = request.app.state.practice
    do = form.one_of("do", CHANGES, "")
    try:
        change = CHANGES[do](form) if do else None
        if change:
            practice.mend(identity, change)
    except BadForm as error:
        return _show(request, identity, Refusal(form=form, error=error))
    except UnknownPage:
        raise _gone() from None
    if do == "save":
        return go(f"/read/{identity}?saved=yes")
    place = form.text("place")
    return go(f"/read/{identity}#item-{place}" if place.isdecimal() else f"/read/{identity}")


@router.post("/{identity}/again")
def again(request: Request, identity: str) -> Response:
    """Back to how the page has it."""
    practice: Practice = request.app.state.practice
    try:
        original = practice.page(identity).original
        practice.mend(identity, lambda now: mending.reset(now, original))
    except UnknownPage:
        raise _gone() from None
    return go(f"/read/{identity}")


@router.post("/{identity}/forget")
def forget(request: Request, identity: str) -> Response:
    """List it no more."""
    practice: Practice = request.app.state.practice
    practice.forget(identity)
    return go("/routines")


Change = Callable[[BroughtRoutine], BroughtRoutine]


def _place(form: Form) -> int:
    place = form.number("place", 0, 1000)
    if place is None:
        raise BadForm(_("It isn’t clear which exercise is meant. Choose it again."))
    return place


def _of_item(change: Callable[..., BroughtRoutine], **more: Any) -> Callable[[Form], Change]:
    return lambda form: partial(_applied, change, _place(form), more)


def _applied(
    change: Callable[..., BroughtRoutine], place: int, more: Mapping[str, Any], now: BroughtRoutine
) -> BroughtRoutine:
    return change(now, place, **more)


def _corrected(form: Form) -> Change:
    """Another match, position or dose."""
    place = _place(form)
    exercise = form.one_of("exercise", load().exercises, None)
    position = form.one_of("position", Position, None)
    dose = {
        "hold_seconds": form.number("hold_seconds", 1, MOST_HOLD),
        "repetitions": form.number("repetitions", 1, MOST_TIMES),
        "sets": form.number("sets", 1, MOST_SETS),
    }

    def change(now: BroughtRoutine) -> BroughtRoutine:
        matched = mending.matched(now, place, exercise)
        return mending.dosed(mending.placed(matched, place, position), place, **dose)

    return change


def _saved(form: Form) -> Change:
    name = form.text("name", MOST_NAME)
    return lambda now: mending.saved(mending.renamed(now, name))


CHANGES: Mapping[str, Callable[[Form], Change]] = {
    "out": _of_item(mending.left_out),
    "back": _of_item(mending.put_back),
    "up": _of_item(mending.moved, by=-1),
    "down": _of_item(mending.moved, by=1),
    "join": _of_item(mending.joined),
    "correct": _corrected,
    "save": _saved,
}
"""What a press of a button changes, by the button's value."""

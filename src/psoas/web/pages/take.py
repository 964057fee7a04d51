"""Take it with me: everything that leaves, for whom it is, and bringing a copy back."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from psoas.diary import BadExport, import_into, unpacked
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.practice import Practice
from psoas.practice.taking import NOTHING_MORE, Taken, Way, Wish, take
from psoas.sharing.fit import NothingToDo
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import page

router = APIRouter(prefix="/take")

MOST_NAME = 120
TABLES = {"days": Way.DAYS, "exercises": Way.EXERCISES}
SESSIONS = {"txt": Way.TEXT, "fit": Way.FIT}


@router.get("")
def everything(request: Request) -> Response:
    """What can leave, with one sentence on each."""
    return _show(request)


def _show(
    request: Request, done: str = "", refused: Refusal | None = None, message: str = ""
) -> Response:
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    context = {
        "message": message or (refused.message if refused else ""),
        "done": done,
        "known": not standing.new,
        "may_move": standing.may_move,
        "routines": _routines(practice),
        "record": Fields(refused=refused if refused and refused.name == "record" else None),
        "entries": practice.diary.count(),
        "most_name": MOST_NAME,
    }
    return page(request, "take.html", context, 422 if message or refused else 200)


def _routines(practice: Practice) -> list[tuple[str, str]]:
    """By id and name; a page that was only read, and not saved, is none yet."""
    waiting = {one.id for one in practice.brought().values() if not one.saved}
    known = practice.library.routines.values()
    return [(one.id, one.name) for one in known if one.id not in waiting]


@router.get("/diary.json")
def diary(request: Request) -> Response:
    """The whole diary, to come back."""
    return _sent(take(request.app.state.practice, Way.JSON))


@router.get("/{table}.csv")
def table(request: Request, table: str) -> Response:
    """The days or the exercises, for a spreadsheet."""
    if table not in TABLES:
        raise HTTPException(404)
    return _sent(take(request.app.state.practice, TABLES[table]))


@router.post("/record")
async def record(request: Request) -> Response:
    """A record for a clinic's system, with a name only where one was typed."""
    form = await form_of(request)
    return await run_in_threadpool(_record, request, form)


def _record(request: Request, form: Form) -> Response:
    practice: Practice = request.app.state.practice
    try:
        wish = Wish(name=form.text("name", MOST_NAME))
    except BadForm as error:
        return _show(request, refused=Refusal(form=form, error=error, name="record"))
    if practice.standing().new:
        return _show(request, message=_nothing_yet())
    return _sent(take(practice, Way.FHIR, wish))


@router.get("/session.{kind}")
def session(request: Request, kind: str) -> Response:
    """Today's session or a routine, as text or for a watch."""
    if kind not in SESSIONS:
        raise HTTPException(404)
    practice: Practice = request.app.state.practice
    if practice.standing().new:
        return _show(request, message=_nothing_yet())
    routine = Form(request.query_params).one_of("routine", dict(_routines(practice)), None)
    wish = Wish(routine=routine) if routine else NOTHING_MORE
    try:
        return _sent(take(practice, SESSIONS[kind], wish))
    except NothingToDo as nothing:
        return _show(request, message=str(nothing))


def _nothing_yet() -> str:
    return _("Psoas doesn’t know you yet. Answer the safety check on Today first.")


def _sent(files: Sequence[Taken]) -> Response:
    """The file to save; several of them in one ZIP."""
    file = files[0] if len(files) == 1 else _zipped(files)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, media_type=file.media_type, headers=headers)


def _zipped(files: Sequence[Taken]) -> Taken:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(ZipInfo(file.name), file.content)
    stem = files[0].name.rpartition("-")[0]
    return Taken(name=f"{stem}.zip", media_type="application/zip", content=content.getvalue())


@router.post("/import")
async def imported(request: Request) -> Response:
    """Add what a copy holds."""
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        content = await file.read() if isinstance(file, UploadFile) and file.filename else None
    return await run_in_threadpool(_import, request, content)


def _import(request: Request, content: bytes | None) -> Response:
    practice: Practice = request.app.state.practice
    if content is None:
        return _show(request, message=_("No file was chosen. Choose one and try again."))
    try:
        count = import_into(practice.diary, unpacked(content), practice.person)
    except BadExport as error:
        return _show(request, message=str(error))
    told = ngettext(
        "{count} entry is in your diary now. Those it had before stayed as they were.",
        "{count} entries are in your diary now. Those it had before stayed as they were.",
        count,
    )
    return _show(request, done=told.format(count=count))

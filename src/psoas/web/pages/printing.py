"""On paper: the report for a clinician, and a session as a sheet for the fridge."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.drawing.gallery import Gallery
from psoas.messages import gettext as _
from psoas.practice import Practice
from psoas.practice.reporting import USUAL_RANGE, report_of, todays_sheet
from psoas.progress.ranges import Range
from psoas.sharing.letters import NOT_SHOWN, can_be_printed
from psoas.sharing.report import report_pdf
from psoas.sharing.sheet import sheet_pdf
from psoas.web.chosen import Chosen
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import go, page

router = APIRouter()

LONGEST_NAME = 60
TYPE = "application/pdf"


@router.get("/report")
def asked(request: Request) -> Response:
    """What a report holds, and what may be chosen for it."""
    return _asked(request)


def _asked(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    context = {
        "new": practice.standing().new,
        "fields": Fields({"range": USUAL_RANGE.value}, refused),
        "ranges": _ranges(),
        "longest_name": LONGEST_NAME,
    }
    return page(request, "report.html", context, 422 if refused else 200)


def _ranges() -> list[tuple[str, str]]:
    return [
        (Range.TWO_WEEKS.value, _("The last two weeks")),
        (Range.SIX_WEEKS.value, _("The last six weeks")),
        (Range.ALL.value, _("Everything")),
    ]


@router.get("/report.pdf")
def report(request: Request) -> Response:
    """The report without a name; `range` says how far back it goes."""
    return _report(request, Form(request.query_params))


@router.post("/report.pdf")
async def named_report(request: Request) -> Response:
    """The report, with a name where one is given: it is in no address and is not kept."""
    return _report(request, await form_of(request))


def _report(request: Request, form: Form) -> Response:
    practice: Practice = request.app.state.practice
    if practice.standing().new:
        return go("/report")
    try:
        chosen = form.one_of("range", Range, USUAL_RANGE)
        name = _name(form)
    except BadForm as error:
        return _asked(request, Refusal(form=form, error=error))
    made = report_pdf(report_of(practice, chosen, name=name), practice.now())
    return _file(made, f"psoas-report-{practice.now():%Y-%m-%d}.pdf")


def _name(form: Form) -> str:
    """The name as it can be printed; others are asked for once more."""
    name = form.text("name", LONGEST_NAME)
    if not can_be_printed(name):
        said = _(
            "Some letters of this name can’t be printed here and would become {sign}. Write it in"
            " other letters, or leave it empty and write it on the paper by hand."
        )
        raise BadForm(said.format(sign=NOT_SHOWN), "name")
    return name


@router.get("/sheet.pdf")
def sheet(request: Request) -> Response:
    """Today's session or a routine as a sheet; the address chooses as that of Today does."""
    practice: Practice = request.app.state.practice
    if practice.standing().new:
        return go("/")
    gallery: Gallery = request.app.state.gallery
    options: dict[str, Any] = Chosen(Form(request.query_params), practice).plan_options
    made = sheet_pdf(todays_sheet(practice, gallery, options), practice.now())
    return _file(made, f"psoas-sheet-{practice.now():%Y-%m-%d}.pdf")


def _file(content: bytes, name: str) -> Response:
    """To keep rather than to show: our pages forbid a browser everything that a viewer needs."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=TYPE, headers=headers)

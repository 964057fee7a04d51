"""On paper: the report for a clinician, and a session as a sheet for the fridge."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.errors import Refused, unknown
from psoas.cli.files import STDIN
from psoas.cli.folders import data_option
from psoas.cli.places import known_practice
from psoas.cli.planning import SETTINGS
from psoas.cli.printing import json_option, print_json
from psoas.cli.writing import write_all
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.practice import Practice

RANGES = {"2-weeks": "2_weeks", "6-weeks": "6_weeks", "all": "all"}
"""As `psoas.progress.ranges.Range` has them; named here so that help is quick."""
_file = click.argument("file", default="")
_replace = click.option("--replace", is_flag=True, help="Write over a file that is already there.")


@click.command()
@_file
@click.option("--name", default="", help="Your name, if you want it on the report.")
@click.option(
    "--range",
    "chosen",
    type=click.Choice(list(RANGES)),
    default="6-weeks",
    show_default=True,
    help="How far back it goes.",
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Or from which day on."
)
@_replace
@json_option
@data_option
def report(
    file: str, name: str, chosen: str, since: datetime | None, replace: bool, as_json: bool
) -> None:
    """Write a report of two pages for a clinician, as a PDF.

    Without FILE its name is psoas-report and the day; - is standard output.
    """

    def made(practice: "Practice") -> bytes:
        from psoas.practice.reporting import report_of
        from psoas.progress.ranges import Range
        from psoas.sharing.report import report_pdf

        first = since.date() if since else None
        _check_day(first, practice.now().date())
        told = report_of(practice, Range(RANGES[chosen]), first, name)
        return report_pdf(told, practice.now())

    _print_out(file, "report", made, replace, as_json)
    _warn_of(name)


def _check_day(since: date | None, today: date) -> None:
    if since and since > today:
        raise Refused(_("That date is still to come. Choose today or a day before."))


def _warn_of(name: str) -> None:
    from psoas.sharing.letters import NOT_SHOWN, can_be_printed

    if not can_be_printed(name):
        said = _("Some letters of the name can't be printed and became {sign}.")
        click.echo(said.format(sign=NOT_SHOWN), err=True)


@click.command()
@_file
@click.option("--routine", metavar="ID", help="A routine instead of today's session.")
@click.option("--setting", type=click.Choice(SETTINGS), help="Where the session happens.")
@click.option("--minutes", type=click.IntRange(5, 20), help="How long it may take.")
@_replace
@json_option
@data_option
def sheet(
    file: str,
    routine: str | None,
    setting: str | None,
    minutes: int | None,
    replace: bool,
    as_json: bool,
) -> None:
    """Write today's session as a sheet with figures for the fridge, as a PDF.

    Without FILE its name is psoas-sheet and the day; - is standard output.
    """

    def made(practice: "Practice") -> bytes:
        from psoas.drawing.gallery import Gallery
        from psoas.library import load
        from psoas.practice.reporting import todays_sheet
        from psoas.safety.person import Setting
        from psoas.sharing.sheet import sheet_pdf

        known = practice.library.routines
        if routine and routine not in known:
            otherwise = _("Run `psoas library list` to see what there is.")
            raise unknown(_("routine"), routine, known, otherwise)
        where = Setting(setting) if setting else None
        options: dict[str, Any] = {"routine": routine, "setting": where, "minutes": minutes}
        return sheet_pdf(todays_sheet(practice, Gallery(load()), options), practice.now())

    _print_out(file, "sheet", made, replace, as_json)


def _print_out(
    file: str, what: str, made: "Callable[[Practice], bytes]", replace: bool, as_json: bool
) -> None:
    """Make it and write it."""
    if file == STDIN and (as_json or sys.stdout.isatty()):
        raise Refused(_("A PDF is nothing to read here. Name a FILE for it."))
    with known_practice() as practice:
        content = made(practice)
        named = file or f"psoas-{what}-{practice.now():%Y-%m-%d}.pdf"
    if file == STDIN:
        click.echo(content, nl=False)
        return
    write_all({Path(named): (content,)}, replace)
    if as_json:
        print_json({"file": named})
    else:
        click.echo(_("It is in {files}.").format(files=named))

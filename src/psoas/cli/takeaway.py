"""Bringing a diary back, and removing one."""

import sys

import click

from psoas.cli.errors import Refused
from psoas.cli.files import read_bytes
from psoas.cli.folders import data_option
from psoas.cli.places import diary_exists, opened_diary
from psoas.cli.printing import entries_in_words, json_option, print_json
from psoas.messages import gettext as _


@click.command("import")
@click.argument("file")
@json_option
@data_option
def import_(file: str, as_json: bool) -> None:
    """Read a diary that `psoas export` wrote; what is already here stays as it is."""
    from psoas.diary import BadExport, import_into, unpacked
    from psoas.diary.unpacking import MOST_BYTES

    content = read_bytes(file, MOST_BYTES)
    try:
        document = unpacked(content)
        with opened_diary() as diary:
            entries = import_into(diary, document)
    except BadExport as error:
        raise Refused(str(error)) from error
    if as_json:
        print_json({"events": entries})
    else:
        told = _("Your diary now holds everything in that file ({entries}).")
        click.echo(told.format(entries=entries_in_words(entries)))


@click.command()
@click.option("--yes", is_flag=True, help="Don't ask.")
@json_option
@data_option
def erase(yes: bool, as_json: bool) -> None:
    """Remove everything that Psoas knows of you from this computer, after asking."""
    entries = _erase(yes) if diary_exists() else 0
    if as_json:
        print_json({"erased": entries})
    elif entries is not None:
        gone = _("Nothing of yours is kept here any more.")
        click.echo(gone if entries else _("There was nothing."))


def _erase(yes: bool) -> int:
    with opened_diary() as diary:
        entries = diary.count()
        if not yes and not _sure(entries):
            raise Refused(_("Nothing was removed."))
        diary.erase()
    return entries


def _sure(entries: int) -> bool:
    """Ask; no answer at all is a no."""
    question = _(
        "This removes {entries} of your diary, and its backups, for good."
        " `psoas export` saves a copy first. Remove everything?"
    ).format(entries=entries_in_words(entries))
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return False

"""Taking the diary along, bringing it back, and removing it."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from psoas.cli.errors import Refused
from psoas.cli.files import STDIN, read_json
from psoas.cli.folders import data_option
from psoas.cli.places import diary_exists, opened_diary
from psoas.cli.printing import json_option, print_json
from psoas.messages import gettext as _
from psoas.messages import ngettext


@click.command()
@click.argument("file", default=STDIN)
@click.option("--replace", is_flag=True, help="Write over a file that is already there.")
@json_option
@data_option
def export(file: str, replace: bool, as_json: bool) -> None:
    """Write the whole diary as one JSON file, or to standard output where FILE is left out."""
    from psoas.diary import export as exported

    with opened_diary() as diary:
        document = exported(diary)
    if file == STDIN:
        print_json(document)
        return
    _write(Path(file), document, replace)
    entries = len(document["events"])
    if as_json:
        print_json({"file": file, "events": entries})
    else:
        told = _("Everything is in {file} ({entries}). Keep it where only you look.")
        click.echo(told.format(file=file, entries=_entries(entries)))


def _write(path: Path, document: dict[str, Any], replace: bool) -> None:
    """Write the file whole or not at all, readable by its owner alone."""
    if path.is_dir():
        raise Refused(_("{file} is a folder. Name a file in it.").format(file=path))
    if not replace and path.exists() and path.stat().st_size:
        there = _("{file} is already there. Choose another name, or add --replace.")
        raise Refused(there.format(file=path))
    part = path.with_name(f"{path.name}.part")
    try:
        opened = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(document, file, indent=1)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        closed = _("{file} can't be written. Choose another place.")
        raise Refused(closed.format(file=path)) from error


@click.command("import")
@click.argument("file")
@json_option
@data_option
def import_(file: str, as_json: bool) -> None:
    """Read a diary that `psoas export` wrote; what is already here stays as it is."""
    from psoas.diary import BadExport, import_into

    document = read_json(file)
    with opened_diary() as diary:
        try:
            entries = import_into(diary, document)
        except BadExport as error:
            raise Refused(str(error)) from error
    if as_json:
        print_json({"events": entries})
    else:
        told = _("Your diary now holds everything in that file ({entries}).")
        click.echo(told.format(entries=_entries(entries)))


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
    ).format(entries=_entries(entries))
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return False


def _entries(count: int) -> str:
    return ngettext("{n} entry", "{n} entries", count).format(n=count)

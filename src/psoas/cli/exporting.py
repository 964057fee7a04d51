"""Taking the diary or a session along, as files in other people's formats."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from psoas.cli.errors import Refused, unknown
from psoas.cli.files import STDIN
from psoas.cli.folders import data_option
from psoas.cli.places import known_practice, opened_diary, opened_practice
from psoas.cli.printing import entries_in_words, json_option, print_json
from psoas.cli.writing import write_all
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.practice import Practice
    from psoas.practice.taking import Taken, Way, Wish

JSON = "json"
WAYS = (JSON, "days", "exercises", "fhir", "fit", "text")
"""As `psoas.practice.taking.Way` has them; named here so that help is quick."""
BINARY = "fit"


@click.command()
@click.argument("file", default=STDIN)
@click.option(
    "--as",
    "way",
    type=click.Choice(WAYS),
    default=JSON,
    show_default=True,
    metavar="FORMAT",
    help="json: the whole diary, which `psoas import` reads back. days, exercises: tables (CSV)."
    " fhir: a record for a clinic's system. fit: today's session for a watch. text: the same to"
    " print or mail.",
)
@click.option("--name", help="Your name, for --as fhir; without it the record names nobody.")
@click.option(
    "--routine", metavar="ID", help="A routine instead of today's session, for --as fit and text."
)
@click.option("--replace", is_flag=True, help="Write over a file that is already there.")
@json_option
@data_option
def export(
    file: str, way: str, name: str | None, routine: str | None, replace: bool, as_json: bool
) -> None:
    """Write the whole diary to FILE, or to standard output where FILE is left out.

    --as writes it, or today's session, in the format of another program.
    """
    _check_options(file, way, name, routine, as_json)
    if way == JSON:
        _export_diary(file, replace, as_json)
    else:
        _export_other(file, way, name or "", routine, replace, as_json)


def _check_options(
    file: str, way: str, name: str | None, routine: str | None, as_json: bool
) -> None:
    """Say so where an option has no meaning for the format, rather than pass it over."""
    if name and way != "fhir":
        raise Refused(_("--name is only for --as fhir. Leave one of them out."))
    if routine and way not in ("fit", "text"):
        raise Refused(_("--routine is only for --as fit and --as text. Leave it out."))
    if as_json and file == STDIN and way not in (JSON, "fhir"):
        raise Refused(_("This format isn’t JSON. Leave out --json, or name a FILE."))


def _export_diary(file: str, replace: bool, as_json: bool) -> None:
    from psoas.diary import export as exported
    from psoas.diary import written

    with opened_diary() as diary:
        document = exported(diary)
    if file == STDIN:
        for piece in written(document):
            click.echo(piece, nl=False)
        return
    write_all({Path(file): (piece.encode() for piece in written(document))}, replace)
    entries = len(document["events"])
    if as_json:
        print_json({"file": file, "events": entries})
    else:
        told = _("Everything is in {file} ({entries}). Keep it where only you look.")
        click.echo(told.format(file=file, entries=entries_in_words(entries)))


def _export_other(
    file: str, way: str, name: str, routine: str | None, replace: bool, as_json: bool
) -> None:
    from psoas.practice.taking import OF_SOMEBODY_KNOWN, Way, Wish

    chosen, wish = Way(way), Wish(name=name, routine=routine)
    opened = known_practice if chosen in OF_SOMEBODY_KNOWN else opened_practice
    with opened() as practice:
        files = _taken(practice, chosen, wish)
    if file == STDIN:
        _print(files)
        return
    paths = _numbered(Path(file), len(files))
    whole = {path: (one.content,) for path, one in zip(paths, files, strict=True)}
    write_all(whole, replace)
    names = [str(path) for path in paths]
    if as_json:
        print_json({"files": names})
    else:
        click.echo(_("It is in {files}.").format(files=", ".join(names)))


def _taken(practice: "Practice", way: "Way", wish: "Wish") -> Sequence["Taken"]:
    from psoas.practice.taking import take
    from psoas.sharing.fit import NothingToDo

    practice.memory()  # The library then holds the person's own routines too.
    known = practice.library.routines
    if wish.routine and wish.routine not in known:
        otherwise = _("Run `psoas library list` to see what there is.")
        raise unknown(_("routine"), wish.routine, known, otherwise)
    try:
        return take(practice, way, wish)
    except NothingToDo as nothing:
        raise Refused(str(nothing)) from nothing


def _print(files: Sequence["Taken"]) -> None:
    """To standard output, byte for byte."""
    if len(files) > 1:
        raise Refused(_("This becomes several files. Name a FILE; they are numbered."))
    if files[0].name.endswith(BINARY) and sys.stdout.isatty():
        raise Refused(_("A workout is nothing to read here. Name a FILE for it."))
    click.echo(files[0].content, nl=False)


def _numbered(path: Path, count: int) -> list[Path]:
    """One name for each file: its own, or with a number before its ending."""
    if count == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(1, count + 1)]

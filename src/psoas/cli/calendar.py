"""`psoas calendar`: the times that were chosen, as a calendar file."""

from pathlib import Path

import click

from psoas.cli.errors import Refused
from psoas.cli.files import STDIN
from psoas.cli.folders import data_option
from psoas.cli.places import diary_exists, opened_practice
from psoas.cli.printing import json_option, print_json
from psoas.cli.writing import write_all
from psoas.messages import gettext as _

NO_TIMES = _("You have not chosen any times yet. Run `psoas`, and choose them on the page Times.")


@click.command()
@click.argument("file", default=STDIN)
@click.option("--replace", is_flag=True, help="Write over a file that is already there.")
@json_option
@data_option
def calendar(file: str, replace: bool, as_json: bool) -> None:
    """Write the times you chose as a calendar (iCalendar) to FILE, or to standard output.

    Written again after a change, the same entries move in your calendar and none is doubled.
    """
    if as_json and file == STDIN:
        raise Refused(_("A calendar isn’t JSON. Leave out --json, or name a FILE."))
    content = _calendar()
    if file == STDIN:
        click.echo(content, nl=False)
        return
    write_all({Path(file): [content]}, replace)
    if as_json:
        print_json({"file": file})
    else:
        click.echo(_("Your times are in {file}. Open it in your calendar.").format(file=file))


def _calendar() -> bytes:
    from psoas.practice import timing

    if not diary_exists():
        raise Refused(NO_TIMES)
    with opened_practice() as practice:
        content = timing.file(practice)
    if content is None:
        raise Refused(NO_TIMES)
    return content

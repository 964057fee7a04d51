"""The command line: thin, it decides nothing."""

import click

from psoas import __version__
from psoas.cli.calendar import calendar
from psoas.cli.checking import check, verdict
from psoas.cli.drawing import figure
from psoas.cli.errors import PlainGroup
from psoas.cli.exporting import export
from psoas.cli.folders import data_option
from psoas.cli.library import library_group
from psoas.cli.paper import report, sheet
from psoas.cli.planning import respond, script, today
from psoas.cli.reading import read
from psoas.cli.reminding import remind
from psoas.cli.serving import open_in_browser, serve, serve_at
from psoas.cli.sitting import desk
from psoas.cli.starting import start
from psoas.cli.takeaway import erase, import_

__all__ = ["main"]


@click.group("psoas", cls=PlainGroup, invoke_without_command=True)
@click.version_option(__version__, message="psoas %(version)s")
@data_option
@click.pass_context
def main(context: click.Context) -> None:
    """A companion for gentle stretching with lower back pain or sciatica.

    Without a command it opens Psoas in your browser.
    """
    if context.invoked_subcommand is None:
        serve_at(open_page=open_in_browser)


COMMANDS = (
    serve, check, verdict, today, respond, script, start, library_group, read, figure,
    report, sheet, calendar, remind, desk, export, import_, erase,
)  # fmt: skip
for command in COMMANDS:
    main.add_command(command)

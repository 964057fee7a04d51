"""`psoas remind`: for the system's timer; says something at a chosen time, and else nothing."""

from typing import TYPE_CHECKING

import click

from psoas.cli.folders import data_option
from psoas.cli.noticing import notify
from psoas.cli.places import diary_exists, opened_practice
from psoas.cli.printing import json_option, print_json
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.practice.reminding import Reminding

STOPPED = _("Reminders are off. Your times and your calendar stay as they are.")
WORDS = _("It is after {at}, the time you chose. Your session is ready when you are.")


@click.command()
@click.option("--stop", is_flag=True, help="No reminders any more, here and in the browser.")
@json_option
@data_option
def remind(stop: bool, as_json: bool) -> None:
    """Remind of a session at a time you chose, once; else say nothing.

    For cron or another timer, every five minutes. It shows a notification where the desktop has
    them, and else prints a line.
    """
    if not diary_exists():
        found = None
    elif stop:
        _stop()
        found = None
    else:
        found = _due()
    if as_json:
        print_json(_as_data(found))
    elif stop:
        click.echo(STOPPED)
    elif found:
        title, words = found.title, _words(found)
        if not notify(title, words):
            click.echo(f"{title}: {words}")


def _stop() -> None:
    from psoas.practice.reminding import stop_reminding

    with opened_practice() as practice:
        stop_reminding(practice)


def _due() -> "Reminding | None":
    """The reminder that is due, if nobody else has said it already."""
    from psoas.practice.reminding import is_reminded, remind, reminding

    with opened_practice() as practice:
        found = reminding(practice)
        if found.due is None or is_reminded(practice, found.due):
            return None
        return found if remind(practice, found.due) else None


def _words(found: "Reminding") -> str:
    return WORDS.format(at=f"{found.due.at:%H:%M}" if found.due else "")


def _as_data(found: "Reminding | None") -> dict[str, object]:
    if found is None or found.due is None:
        return {"due": False}
    said = {"title": found.title, "words": _words(found)}
    return {"due": True, "time": found.due.name, **said}

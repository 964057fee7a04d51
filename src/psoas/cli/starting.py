"""`psoas start`: the guided session in the terminal."""

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.folders import data_option
from psoas.cli.places import known_practice
from psoas.cli.planning import SETTINGS
from psoas.cli.telling import minutes as in_minutes
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.cli.guided.keyboard import Keys
    from psoas.cli.guided.player import Stop
    from psoas.practice import Practice

SESSION_DONE = _("Well done. That was today's session.")
BREAK_DONE = _("Well done. That was your break.")


@click.command()
@click.option("--setting", type=click.Choice(SETTINGS), help="Where the session happens.")
@click.option("--minutes", type=click.IntRange(5, 20), help="How long it may take.")
@data_option
def start(setting: str | None, minutes: int | None) -> None:
    """Do today's session here in the terminal.

    Keys: space pauses, n skips, b goes back, h says that something hurts, q stops. Where there is
    no keyboard it prints what to do line by line, in time.
    """
    from psoas.cli.guided.keyboard import keyboard
    from psoas.safety.person import Setting

    where = Setting(setting) if setting else None
    options = {"setting": where, "minutes": minutes, "routine": None, "full": False}
    with known_practice() as practice:
        guide(practice, options, keyboard, time.monotonic)


def guide(
    practice: "Practice",
    options: Mapping[str, Any],
    keyboard: "Callable[[], AbstractContextManager[Keys]]",
    clock: Callable[[], float],
) -> str | None:
    """One session from the questions before it to those after it; its id, if one was open."""
    from psoas.cli.guided.after import after
    from psoas.cli.guided.beginning import begin

    identity = begin(practice, options)
    if identity is None:
        return None
    stop = _play(practice, identity, keyboard, clock)
    whole = BREAK_DONE if options.get("only") else SESSION_DONE
    click.echo(whole if stop.why == "none" else _("What you did counts."))
    after(practice, identity, stop)
    click.echo(
        _("Thank you. It is kept in your diary, and the next session takes it into account.")
    )
    return identity


def _play(
    practice: "Practice",
    identity: str,
    keyboard: "Callable[[], AbstractContextManager[Keys]]",
    clock: Callable[[], float],
) -> "Stop":
    from psoas.cli.guided.journal import PracticeJournal
    from psoas.cli.guided.ledger import Ledger
    from psoas.cli.guided.player import player
    from psoas.cli.guided.screens import screen

    record = practice.session(identity)
    script = practice.script(practice.planned(record))
    about = in_minutes(script.seconds)
    click.echo(_("{title}, about {length}.").format(title=script.title, length=about))
    with keyboard() as keys, screen(moving=keys.any) as shown:
        return player(
            script,
            PracticeJournal(practice, identity),
            keys,
            shown,
            clock,
            ledger=Ledger.opened(record.done),
            start=practice.resume_at(script, record),
        ).run()

"""Every error as one plain sentence on stderr, with its exit code: 2 bad input, 1 a fault."""

import io
import os
import sys
import traceback
from collections.abc import Callable, Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from psoas.cli.folders import chosen_folder
from psoas.messages import gettext as _

BAD_INPUT, FAULT, INTERRUPTED = 2, 1, 130
LONGEST = 600
"""Characters of a message that are shown: a name in a file can be any length."""
SUGGESTIONS = 3
SHORTEST_PART = 3
DETAILS = "last-fault.txt"
"""The file in the data folder that keeps what a developer needs to know of a fault."""


class Refused(click.ClickException):
    """What was asked for can't be done as it was asked; the message says what to do."""

    exit_code = BAD_INPUT


class Broken(click.ClickException):
    """Something here is not as it should be; the message says what to do."""

    exit_code = FAULT


class PlainGroup(click.Group):
    """A command with commands under it that never shows a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit."""
        run = super().main
        _never_choke_on_a_letter()
        sys.exit(outcome(lambda: run(*args, **{**extra, "standalone_mode": False})))

    def invoke(self, ctx: click.Context) -> Any:
        """Run; an error that click doesn't know becomes one that it does."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise explained(error) from error


def outcome(command: Callable[[], Any]) -> int:
    """Run a command; the exit code, after the one sentence on stderr where there is an error."""
    try:
        returned = command()
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return FAULT
    except click.ClickException as error:
        click.echo(one_line(sentence(error)), err=True)
        return error.exit_code
    return returned if isinstance(returned, int) else 0


def sentence(error: click.ClickException) -> str:
    """What a person reads of an error."""
    if not isinstance(error, click.UsageError):
        return error.format_message()
    command = error.ctx.command_path if error.ctx else "psoas"
    see = _("Run `{command} --help` to see what it takes.").format(command=command)
    return f"{_ended(error.format_message())} {see}"


def explained(error: Exception) -> click.ClickException:
    """An error of the rooms below as an error of the command line."""
    from psoas.knowledge import BadData
    from psoas.sharing.needing import NotInstalled

    if isinstance(error, BadData):
        return Refused(_of_data(error.problems))
    if isinstance(error, NotInstalled):
        return Broken(str(error))
    return Broken(_fault(error))


def unknown(what: str, given: str, known: Collection[str], otherwise: str) -> Refused:
    """The error for an id that is not known, with those that are close to it, or `otherwise`."""
    near = get_close_matches(given, sorted(known), n=SUGGESTIONS) or _containing(given, known)
    names = _(" or ").join(f"“{name}”" for name in near)
    hint = _("Did you mean {names}?").format(names=names) if near else otherwise
    missing = _("There is no {what} called “{given}”.").format(what=what, given=given)
    return Refused(f"{missing} {hint}")


def _containing(given: str, known: Collection[str]) -> list[str]:
    """A few ids that the given text is part of; a letter or two would be part of too many."""
    long_enough = len(given) >= SHORTEST_PART
    found = [name for name in sorted(known) if given.lower() in name] if long_enough else []
    return found[:SUGGESTIONS]


def one_line(text: str) -> str:
    """A text on one line, without anything that a terminal would obey, and not endless."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    joined = " ".join(shown.split())
    return joined if len(joined) <= LONGEST else f"{joined[:LONGEST]}…"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _of_data(problems: Collection[object]) -> str:
    first, *others = map(str, problems)
    more = _(" (And {n} more like this.)").format(n=len(others)) if others else ""
    return f"{_ended(first)}{more}"


def _fault(error: Exception) -> str:
    kept = _keep_details(error)
    where = " " + _("The details are in {file}.").format(file=kept) if kept else ""
    sorry = _(
        "Psoas made a mistake here; what you saved before is safe. Try again, and if it stays so,"
        " report it."
    )
    return sorry + where


def _keep_details(error: Exception) -> Path | None:
    path = chosen_folder() / DETAILS
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
            file.writelines(traceback.format_exception(error))
    except OSError:
        return None
    return path


def _never_choke_on_a_letter() -> None:
    """Where a terminal can't show a letter, a question mark stands for it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _close_stdout() -> None:
    """Nobody reads any more: let what is still to be written go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""Where the diary lies, as the person chose it, and opening it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import click

from psoas.cli.errors import Broken, Refused
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.diary import Diary
    from psoas.practice import Practice

Command = TypeVar("Command", bound=Callable[..., Any])

FOLDER = "PSOAS_DATA"
DATABASE = "PSOAS_DATABASE_URL"
_CHOSEN = "psoas.data"

NOT_KNOWN_YET = _(
    "Psoas doesn't know you yet. Run `psoas` to begin, or name a file that describes a person with"
    " --person."
)


def _remember(context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.meta[_CHOSEN] = folder


def data_option(command: Command) -> Command:
    """The option --data; `chosen_folder` gives what it says."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        expose_value=False,
        callback=_remember,
        help=f"The folder of the diary. Without it {FOLDER} says where, else it is your computer's"
        " usual folder for such data.",
    )(command)


def chosen_folder() -> Path:
    """The folder of the diary: from --data, else the environment, else the platform's own."""
    from platformdirs import user_data_path

    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_CHOSEN) if context else None
    named = chosen or os.environ.get(FOLDER)
    return Path(named) if named else user_data_path("psoas", appauthor=False)


def database_url() -> str | None:
    """The database to use instead of a file, if the environment names one."""
    return os.environ.get(DATABASE) or None


@contextmanager
def opened_diary() -> Iterator["Diary"]:
    """The person's diary, closed afterwards; its problems become errors of the command."""
    from psoas.diary import DiaryProblem, open_diary

    try:
        diary = open_diary(chosen_folder(), database_url())
        try:
            yield diary
        finally:
            diary.close()
    except DiaryProblem as problem:
        raise Broken(str(problem)) from problem


@contextmanager
def opened_practice() -> Iterator["Practice"]:
    """The person's practice over their diary."""
    from psoas.library import load
    from psoas.practice import Practice

    with opened_diary() as diary:
        yield Practice(diary, load(), clock=now, new_id=new_id)


@contextmanager
def known_practice() -> Iterator["Practice"]:
    """The practice of a person who is known; says what to do where nobody is yet.

    A diary that isn't there is not made for this.
    """
    if not diary_exists():
        raise Refused(NOT_KNOWN_YET)
    with opened_practice() as practice:
        if practice.standing().new:
            raise Refused(NOT_KNOWN_YET)
        yield practice


def diary_exists() -> bool:
    """Whether there is a diary; a database in the environment counts as one."""
    from psoas.diary.opening import FILE

    return database_url() is not None or (chosen_folder() / FILE).exists()


def now() -> datetime:
    """The person's own time, with its zone."""
    return datetime.now().astimezone()


def new_id() -> str:
    """An id for something that happened."""
    return uuid4().hex

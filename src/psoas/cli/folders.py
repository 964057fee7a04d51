"""Where the diary lies, as the person chose it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FOLDER = "PSOAS_DATA"
DATABASE = "PSOAS_DATABASE_URL"
_CHOSEN = "psoas.data"


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

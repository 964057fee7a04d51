"""Writing files for a person: whole or not at all, never over another one unasked."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from psoas.cli.errors import Refused
from psoas.messages import gettext as _


def write_all(contents: Mapping[Path, Iterable[bytes]], replace: bool) -> None:
    """Write every file, whole or not at all; none where one of them may not be written."""
    for path in contents:
        check_free(path, replace)
    for path, content in contents.items():
        write_whole(path, content)


def check_free(path: Path, replace: bool) -> None:
    """Say so where a file is there already, or can't be one."""
    if path.is_dir():
        raise Refused(_("{file} is a folder. Name a file in it.").format(file=path))
    if not replace and path.exists() and path.stat().st_size:
        there = _("{file} is already there. Choose another name, or add --replace.")
        raise Refused(there.format(file=path))


def write_whole(path: Path, content: Iterable[bytes]) -> None:
    """Write one file from its pieces, readable by its owner alone."""
    part = path.with_name(f"{path.name}.part")
    try:
        opened = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.writelines(content)
        part.replace(path)
    except (OSError, ValueError) as error:
        part.unlink(missing_ok=True)
        closed = _("{file} can't be written. Choose another place.")
        raise Refused(closed.format(file=path)) from error

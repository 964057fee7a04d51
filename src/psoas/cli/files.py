"""Reading what a person or another program hands in as JSON; "-" is standard input."""

import json
import sys
from collections.abc import Iterable
from os import fstat
from pathlib import Path
from typing import Any, NoReturn

from psoas.cli.errors import Refused
from psoas.messages import gettext as _

STDIN = "-"
MOST = 64 * 1024 * 1024
"""Bytes; a diary of many years is smaller."""


def name_of(file: str) -> str:
    """What messages call a file."""
    return _("standard input") if file == STDIN else file


def read_json(file: str) -> object:
    """The JSON value in a file; raises `Refused` with what is wrong and how to mend it."""
    return parse_json(_text(read_bytes(file), name_of(file)), name_of(file))


def parse_json(text: str, name: str) -> object:
    """The value of a JSON text; a key that comes twice and numbers that JSON lacks are refused."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        problem = f"at line {error.lineno}, column {error.colno}: {error.msg}"
    except RecursionError:
        problem = "it is nested too deeply"
    except ValueError as error:
        problem = str(error)
    broken = _("{file} is not valid JSON ({problem}). Mend it there and try again.")
    raise Refused(broken.format(file=name, problem=problem))


def read_bytes(file: str, most: int | None = None) -> bytes:
    """The bytes of a file; raises `Refused` where it can't be read or has more than `most`."""
    most = MOST if most is None else most
    large = Refused(
        _("{file} is far too large to be meant. Choose another file.").format(file=name_of(file))
    )
    try:
        if file == STDIN:
            content = sys.stdin.buffer.read(most + 1)
        else:
            with Path(file).open("rb") as opened:
                if fstat(opened.fileno()).st_size > most:
                    raise large
                content = opened.read(most + 1)
    except (OSError, ValueError) as error:
        raise Refused(_unreadable(file, error)) from error
    if len(content) > most:
        raise large
    return content


def _unreadable(file: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        said = _("There is no file {file}. Check its name, or give “-” to read standard input.")
    elif isinstance(error, IsADirectoryError) or Path(file).is_dir():
        said = _("{file} is a folder. Name a file in it.")
    elif isinstance(error, PermissionError):
        said = _("You may not read {file}. Ask its owner, or choose another file.")
    else:
        said = _("{file} can't be read. Check its name, or choose another file.")
    return said.format(file=name_of(file))


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _("{file} is not UTF-8 text. Save it as UTF-8 and try again.")
        raise Refused(said.format(file=name)) from None


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of a key that comes twice nobody knows which one was meant."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key “{key}” is there twice")
        found[key] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"“{word}” is not a number")

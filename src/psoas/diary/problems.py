"""What can go wrong with a diary, as one plain sentence that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

_SIGNS = (
    (
        ("disk is full", "no space left", "disk full"),
        "The disk is full, so this could not be saved. Free some space and try again;"
        " what was saved before is safe.",
    ),
    (
        ("readonly", "read-only", "read only", "permission denied"),
        "The diary can't be written to. Check that you own the file {where} and may change it;"
        " what was saved before is safe.",
    ),
    (
        ("malformed", "not a database", "corrupt", "disk i/o error"),
        "The diary file {where} is damaged. Psoas has not changed it. Keep a copy of it, then put"
        " back a copy from the folder “backups” beside it, or an export of yours.",
    ),
    (
        ("locked", "busy"),
        "Another program is holding the diary {where}. Close it and try again.",
    ),
    (
        ("unable to open",),
        "The diary {where} can't be opened. Check that the folder exists and is yours.",
    ),
    (
        ("connection refused", "could not connect", "connection failed", "failed to resolve"),
        "The database in PSOAS_DATABASE_URL does not answer. Check that it runs and that the"
        " address is right.",
    ),
)
_OTHERWISE = (
    "The diary {where} could not be used ({why}). What was saved before is safe; try again, and"
    " if it stays so, keep a copy of the file."
)


class DiaryProblem(Exception):
    """The diary can't do what was asked; the message says why and what to do."""


def sentence(error: BaseException, where: str) -> str:
    """The plain sentence for an error of the database or the file system."""
    text = str(getattr(error, "orig", None) or error)
    for signs, message in _SIGNS:
        if any(sign in text.lower() for sign in signs):
            return message.format(where=where)
    return _OTHERWISE.format(where=where, why=text.splitlines()[0] if text else "no reason given")


@contextmanager
def plainly(where: str) -> Iterator[None]:
    """Turn any error of the database or the file system into a `DiaryProblem`."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise DiaryProblem(sentence(error, where)) from error

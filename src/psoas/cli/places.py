"""Opening the person's diary and their practice over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from psoas.cli.errors import Broken, Refused
from psoas.cli.folders import chosen_folder, database_url
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.diary import Diary
    from psoas.practice import Practice

NOT_KNOWN_YET = _(
    "Psoas doesn't know you yet. Run `psoas` to begin, or name a file that describes a person with"
    " --person."
)


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

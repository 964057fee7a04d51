"""Reading what a form sent. Junk is a plain sentence, never a crash and never half a change."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, TypeVar

from fastapi import Request
from starlette.datastructures import ImmutableMultiDict

from psoas.messages import gettext

T = TypeVar("T")
D = TypeVar("D")

MOST_TEXT = 500
MOST_FIELDS = 400
CLOCK = len("08:00")
"""Letters of a time of the day; a browser may add the seconds."""


class BadForm(ValueError):
    """Something in a form can't be used; the message says what to do.

    `field` is the name of the field it is about, empty where it is about the whole.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Form:
    """The fields of one form that was sent, or of an address."""

    def __init__(self, data: ImmutableMultiDict[str, Any]) -> None:
        self._data = data

    def text(self, name: str, most: int = MOST_TEXT) -> str:
        """One text, without spaces around it; empty if it was not sent."""
        sent = self.all(name)
        if len(sent) > 1:
            raise BadForm(gettext("One of the answers was given twice. Choose again."), name)
        # A browser counts a new line as one letter, and sends two.
        value = sent[0].replace("\r\n", "\n").strip() if sent else ""
        if len(value) > most:
            said = gettext("That is too long. Use {most} letters or fewer.")
            raise BadForm(said.format(most=most), name)
        return value

    def all(self, name: str) -> list[str]:
        """Every value sent under one name."""
        return [value for value in self._data.getlist(name) if isinstance(value, str)]

    def fields(self) -> list[tuple[str, str]]:
        """Every field as it was sent, to send it once more."""
        return [(n, value) for n, value in self._data.multi_items() if isinstance(value, str)]

    def names(self) -> Iterable[str]:
        """The names of the fields that were sent."""
        return self._data.keys()

    def number(self, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None if it was left empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            value = int(text)
        except ValueError:
            raise BadForm(_bounds(least, most), name) from None
        if not least <= value <= most:
            raise BadForm(_bounds(least, most), name)
        return value

    def one_of(self, name: str, allowed: Iterable[T], otherwise: D) -> T | D:
        """One of the allowed values; `otherwise` if nothing was chosen."""
        text = self.text(name)
        if not text:
            return otherwise
        for value in allowed:
            if str(value) == text:
                return value
        sentence = gettext("One of the answers is not one that can be chosen. Choose again.")
        raise BadForm(sentence, name)

    def some_of(self, name: str, allowed: Iterable[T]) -> frozenset[T]:
        """Those of the allowed values that were ticked."""
        known = {str(value): value for value in allowed}
        ticked = self.all(name)
        if any(text not in known for text in ticked):
            sentence = gettext("One of the ticks is not one that can be chosen. Choose again.")
            raise BadForm(sentence, name)
        return frozenset(known[text] for text in ticked)

    def yes_no(self, name: str) -> bool | None:
        """Yes, no, or None where nobody answered."""
        return {"yes": True, "no": False, "": None}[self.one_of(name, ("yes", "no"), "")]

    def clock(self, name: str) -> time | None:
        """A time of the day, to the minute; None if it was left empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            return datetime.strptime(text[:CLOCK], "%H:%M").time()
        except ValueError:
            raise BadForm(
                gettext("One of the times can’t be read. Write it like 08:00."), name
            ) from None

    def day(self, name: str, latest: date | None = None) -> date | None:
        """A calendar day; None if it was left empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            value = date.fromisoformat(text)
        except ValueError:
            raise BadForm(
                gettext("One of the dates can’t be read. Choose it again."), name
            ) from None
        if latest and value > latest:
            sentence = gettext("That date is still to come. Choose today or a day before.")
            raise BadForm(sentence, name)
        return value


async def form_of(request: Request) -> Form:
    """The form of a request."""
    return Form(await request.form(max_files=1, max_fields=MOST_FIELDS))


def _bounds(least: int, most: int) -> str:
    return gettext(
        "One of the numbers is not between {least} and {most}. Mend it and send again."
    ).format(least=least, most=most)

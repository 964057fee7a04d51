"""Reading what a form sent. Junk is a plain sentence, never a crash and never half a change."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from fastapi import Request
from starlette.datastructures import FormData

from psoas.web.messages import gettext

T = TypeVar("T")

MOST_TEXT = 500


class BadForm(ValueError):
    """Something in a form can't be used; the message says what to do."""


class Form:
    """The fields of one form that was sent."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def text(self, name: str, most: int = MOST_TEXT) -> str:
        """A line of text, without spaces around it; empty if it was not sent."""
        value = self._data.get(name)
        return value.strip()[:most] if isinstance(value, str) else ""

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
            raise BadForm(_bounds(least, most)) from None
        if not least <= value <= most:
            raise BadForm(_bounds(least, most))
        return value

    def one_of(self, name: str, allowed: Iterable[T], otherwise: T) -> T:
        """One of the allowed values; `otherwise` if nothing was chosen."""
        text = self.text(name)
        if not text:
            return otherwise
        for value in allowed:
            if str(value) == text:
                return value
        raise BadForm(gettext("One of the answers is not one that can be chosen. Choose again."))

    def some_of(self, name: str, allowed: Iterable[T]) -> frozenset[T]:
        """Those of the allowed values that were ticked."""
        known = {str(value): value for value in allowed}
        ticked = self.all(name)
        if any(text not in known for text in ticked):
            raise BadForm(gettext("One of the ticks is not one that can be chosen. Choose again."))
        return frozenset(known[text] for text in ticked)

    def yes_no(self, name: str) -> bool | None:
        """Yes, no, or None where nobody answered."""
        return {"yes": True, "no": False, "": None}[self.one_of(name, ("yes", "no"), "")]

    def day(self, name: str, latest: date | None = None) -> date | None:
        """A calendar day; None if it was left empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            value = date.fromisoformat(text)
        except ValueError:
            raise BadForm(gettext("One of the dates can’t be read. Choose it again.")) from None
        if latest and value > latest:
            raise BadForm(gettext("That date is still to come. Choose today or a day before."))
        return value


async def form_of(request: Request) -> Form:
    """The form of a request."""
    return Form(await request.form(max_files=1, max_fields=400))


def _bounds(least: int, most: int) -> str:
    return gettext(
        "One of the numbers is not between {least} and {most}. Mend it and send again."
    ).format(least=least, most=most)

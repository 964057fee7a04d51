"""What the fields of a form show: what is stored, or what was typed where it was refused."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from psoas.knowledge import UNKNOWN
from psoas.web.forms import BadForm, Form

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A form that was refused, and why; it is shown again as it was typed."""

    form: Form
    error: BadForm
    name: str = ""
    """Which form, on a page that has several."""

    @property
    def message(self) -> str:
        """What is wrong and what to do."""
        return str(self.error)


class Fields:
    """The values of one form's fields, and the sentence at the one that is wrong."""

    def __init__(
        self, stored: Mapping[str, object] = NOTHING, refused: Refusal | None = None
    ) -> None:
        self._stored = stored
        self._refused = refused

    @property
    def message(self) -> str:
        """Why the form was refused; empty if it was not."""
        return self._refused.message if self._refused else ""

    def one(self, name: str) -> str:
        """The value of a field that has one; empty where there is none."""
        return next(iter(self._values(name)), "")

    def some(self, name: str) -> Collection[str]:
        """All values of a field."""
        return frozenset(self._values(name))

    def wrong(self, name: str) -> str:
        """The sentence that stands at a field; empty where all is well."""
        refused = self._refused
        return refused.message if refused and refused.error.field == name else ""

    def _values(self, name: str) -> list[str]:
        if self._refused:
            return self._refused.form.all(name)
        value = self._stored.get(name)
        return [_text(one) for one in (value if isinstance(value, Set) else [value])]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value in (None, UNKNOWN) else str(value)

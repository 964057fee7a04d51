"""An article on the command line: what it tells somebody to do, as far as it says so."""

from typing import TYPE_CHECKING

import click

from psoas.cli.errors import Refused
from psoas.cli.files import name_of, read_bytes
from psoas.cli.printing import json_option, listed, print_json
from psoas.messages import gettext as _
from psoas.messages import ngettext

if TYPE_CHECKING:
    from psoas.articles.found import FoundExercise, Reading

FIELDS = {
    "position": _("position"),
    "sides": _("sides"),
    "hold_seconds": _("seconds to hold"),
    "breaths": _("breaths"),
    "repetitions": _("repetitions"),
    "sets": _("sets"),
    "times_per_day": _("times a day"),
}


@click.command()
@click.argument("file", metavar="FILE")
@json_option
def read(file: str, as_json: bool) -> None:
    """Read an article into a routine: exercises, doses, what to avoid.

    FILE is text, Markdown, HTML, PDF or DOCX; - is standard input. Nothing is fetched and nothing
    is guessed: what the page doesn't say is null, and every value tells where it stands.
    """
    from psoas.articles.data_form import as_data

    reading = _reading(file)
    if as_json:
        print_json(as_data(reading))
    else:
        click.echo(_in_words(reading))


def _reading(file: str) -> "Reading":
    from psoas.articles.formats.unreadable import UnreadablePage
    from psoas.articles.pages import page_of
    from psoas.articles.reading import read as reading_of
    from psoas.library import load

    try:
        page = page_of(read_bytes(file), name_of(file))
    except UnreadablePage as unreadable:
        raise Refused(unreadable.said(_)) from None
    return reading_of(page, load())


def _in_words(reading: "Reading") -> str:
    count = len(reading.exercises)
    found = ngettext("{n} exercise.", "{n} exercises.", count).format(n=count)
    told = [_told(number, one) for number, one in enumerate(reading.exercises, start=1)]
    lists = {
        _("To avoid:"): [one.name for one in reading.avoid],
        _("For the whole page:"): [one.value for one in reading.rules],
        _("Beware:"): [f"“{one.value}” {one.why}" for one in reading.warnings],
        _("Doesn't fit:"): [one.why for one in reading.conflicts],
    }
    parts = [f"{title}\n{listed(texts)}" for title, texts in lists.items() if texts]
    return "\n\n".join([found, *told, *parts])


def _told(number: int, one: "FoundExercise") -> str:
    """One exercise: its name, what the library calls it, what the page states, its steps."""
    name = one.name or _("without a name")
    known = one.exercise or _("not in our library")
    stated = [f"{words}: {_value(getattr(one, field))}" for field, words in FIELDS.items()
              if getattr(one, field) is not None]  # fmt: skip
    things = (
        [_("things: {things}").format(things=", ".join(one.equipment))] if one.equipment else []
    )
    lines = [*stated, *things, *(step.say for step in one.steps)]
    heading = f"{number}. {name} ({known})"
    return "\n".join([heading, listed(lines)]) if lines else heading


def _value(value: "str | tuple[int | None, int | None]") -> str:
    """A word as it is; a range in words."""
    if isinstance(value, str):
        return value.replace("_", " ")
    least, most = value
    if least is None:
        return _("up to {most}").format(most=most)
    if most is None:
        return _("at least {least}").format(least=least)
    return str(least) if least == most else _("{least} to {most}").format(least=least, most=most)

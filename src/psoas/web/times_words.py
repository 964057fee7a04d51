"""Weekdays, time zones and reminders as the page about times says them."""

from collections.abc import Iterable

from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.web.words import Options

LEADS = (0, 5, 10, 15, 30, 60)
"""Minutes before a session at which a calendar may remind."""


def weekdays() -> list[tuple[str, str, str]]:
    """Number, short name and whole name of each day, Monday first."""
    return [
        ("0", _("Mon"), _("Monday")),
        ("1", _("Tue"), _("Tuesday")),
        ("2", _("Wed"), _("Wednesday")),
        ("3", _("Thu"), _("Thursday")),
        ("4", _("Fri"), _("Friday")),
        ("5", _("Sat"), _("Saturday")),
        ("6", _("Sun"), _("Sunday")),
    ]


def leads(chosen: int | None) -> Options:
    """How long before a session a calendar may remind; none at all is a choice too."""
    known = sorted({*LEADS, *([] if chosen is None else [chosen])})
    return [("", _("No reminder")), *((str(minutes), _lead(minutes)) for minutes in known)]


def _lead(minutes: int) -> str:
    if minutes == 0:
        return _("When it begins")
    said = ngettext("{n} minute before", "{n} minutes before", minutes)
    return said.format(n=minutes)


def by_region(names: Iterable[str], chosen: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Time zones by their region; each its name and how it reads."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for name in dict.fromkeys((*names, chosen)):
        region, _slash, place = name.partition("/")
        shown = (place or region).replace("_", " ").replace("/", ", ")
        regions.setdefault(region if place else _("Other"), []).append((name, shown))
    return list(regions.items())

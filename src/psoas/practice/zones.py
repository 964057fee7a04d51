"""Which time zone this computer is in, by its IANA name."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from psoas.sharing.timezones import UnknownZone, zone_named

UNIVERSAL = "UTC"
LINK = Path("/etc/localtime")
FILE = Path("/etc/timezone")
FOLDER = "zoneinfo/"
LEFT_ASIDE = ("Etc/", "SystemV/", "US/", "posix/", "right/")
"""Names for machines, and older names of zones that have a better one."""


def zone_here(
    environment: Mapping[str, str] = os.environ, link: Path = LINK, file: Path = FILE
) -> str:
    """The zone as the environment or the system names it; universal time where neither does."""
    named = (environment.get("TZ", "").removeprefix(":"), _linked(link), _written(file))
    return next((name for name in named if _is_zone(name)), UNIVERSAL)


def _linked(link: Path) -> str:
    target = str(link.resolve())
    return target.partition(FOLDER)[2]


def _written(file: Path) -> str:
    try:
        return file.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(zone_named(name))
    except UnknownZone:
        return False


@cache
def zones() -> tuple[str, ...]:
    """The zones to choose from: those named after a place, and universal time."""
    places = (n for n in available_timezones() if "/" in n and not n.startswith(LEFT_ASIDE))
    return (*sorted(places), UNIVERSAL)

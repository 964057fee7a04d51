"""A script as plain data, for every player."""

from dataclasses import asdict
from typing import Any

from psoas.coach.moments import Script


def as_data(script: Script) -> dict[str, Any]:
    """The script as JSON values: `title`, `seconds`, `moments` with the fields of `Moment`."""
    return {
        "title": script.title,
        "seconds": round(script.seconds, 1),
        "moments": [asdict(moment) for moment in script.moments],
    }

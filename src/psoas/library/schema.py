"""The library's files as JSON Schema, for other projects that read or write such files."""

from typing import Any

from psoas.knowledge import schemas_of
from psoas.library.claims import Source
from psoas.library.entries import Cap, Disagreement, Ladder, Note, Routine
from psoas.library.exercise import Exercise

FILES = {
    "exercise": Exercise,
    "routine": Routine,
    "ladder": Ladder,
    "cap": Cap,
    "note": Note,
    "disagreement": Disagreement,
    "source": Source,
}
"""What each kind of entry is read as."""

ID_FROM_FILE_NAME = ("Exercise", "Routine")
"""What has a file to itself: its id is the file's name and not written inside."""


def schema() -> dict[str, Any]:
    """One JSON Schema (draft 2020-12): an object with one entry of each kind, by `$defs`."""
    definitions = schemas_of(FILES.values())
    for name in ID_FROM_FILE_NAME:
        _without_id(definitions[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Psoas library",
        "description": (
            "Entries of the Psoas library, written as TOML. An exercise or a routine is a file of"
            " its own, named by its id; ladders, caps, notes, disagreements and sources are lists"
            " in one file each. Holds and rests are in seconds; a range is [least, most]."
        ),
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{kind.__name__}"} for name, kind in FILES.items()},
        "additionalProperties": False,
        "$defs": definitions,
    }


def _without_id(definition: dict[str, Any]) -> None:
    del definition["properties"]["id"]
    definition["required"].remove("id")

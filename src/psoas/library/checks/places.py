"""Where things are written: every claim and every shown text, with its file and key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from itertools import chain
from typing import Any

from psoas.knowledge import Problem
from psoas.library.claims import Claim, Source
from psoas.library.loading import Library

NOT_SHOWN = frozenset(
    {"id", "source", "where", "named", "when", "offered_when", "url", "sha256", "publisher", "rule"}
)
"""Fields that hold ids and rules, or a source's own words; not texts of ours."""


@dataclass(frozen=True, slots=True)
class Written:
    """Something in the library, and where it is written."""

    file: str
    key: str
    value: Any

    def problem(self, mend: str) -> Problem:
        """Something wrong here, and what would mend it."""
        return Problem(self.file, self.key, mend)


def entries(library: Library) -> Iterator[Written]:
    """Every entry of the library with its file; the key is its id where a file holds many."""
    for exercise in library.exercises.values():
        yield Written(f"exercises/{exercise.id}.toml", "", exercise)
    for routine in library.routines.values():
        yield Written(f"routines/{routine.id}.toml", "", routine)
    for file, many in (
        ("ladders.toml", library.ladders),
        ("notes.toml", library.notes),
        ("disagreements.toml", library.disagreements),
        ("sources.toml", library.sources),
    ):
        yield from (Written(file, identity, entry) for identity, entry in many.items())


def claims(library: Library) -> Iterator[Written]:
    """Every claim of exercises, notes and disagreements, and every item of a routine as one."""
    held = (part for entry in entries(library) for part in _parts(entry))
    return chain((part for part in held if isinstance(part.value, Claim)), _routines(library))


def texts(library: Library) -> Iterator[Written]:
    """Every text that a person may be shown and that is our own."""
    for entry in entries(library):
        yield from (part for part in _parts(entry) if isinstance(part.value, str))


def _parts(whole: Written) -> Iterator[Written]:
    """Everything inside an entry that is ours to show, down to the texts."""
    value = whole.value
    yield whole
    if isinstance(value, Enum | str):
        return
    for name, inner in _inside(value):
        key = f"{whole.key}.{name}" if whole.key else name
        yield from _parts(Written(whole.file, key, inner))


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        hidden = NOT_SHOWN | ({"title"} if isinstance(value, Source) else set())
        names = [field.name for field in fields(value) if field.name not in hidden]
        return ((name, getattr(value, name)) for name in names)
    if isinstance(value, Mapping):
        return ((str(name), inner) for name, inner in value.items())
    if isinstance(value, tuple):
        return ((str(number), inner) for number, inner in enumerate(value))
    return iter(())


def _routines(library: Library) -> Iterator[Written]:
    for routine in library.routines.values():
        file = f"routines/{routine.id}.toml"
        yield Written(file, "where", Claim(source=routine.source, where=routine.where))
        for number, item in enumerate(routine.items):
            says = {"hold": item.hold, "breaths": item.breaths, "repetitions": item.repetitions}
            claim = Claim(
                source=routine.source,
                where=item.where,
                named=item.named,
                says={name: value for name, value in says.items() if value},
            )
            yield Written(file, f"items.{number}", claim)

"""The library as one object, read from the data files beside this module."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol, TypeVar

from psoas.knowledge import STRICT_KEYS, BadData, Problem, Reader, read_folder, read_toml
from psoas.library.claims import Source
from psoas.library.entries import Cap, Disagreement, Ladder, Note, Routine
from psoas.library.exercise import Exercise, Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that is written down, by id."""

    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]
    caps: Mapping[Kind, Cap]
    routines: Mapping[str, Routine]
    notes: Mapping[str, Note]
    disagreements: Mapping[str, Disagreement]
    sources: Mapping[str, Source]

    @property
    def listed(self) -> tuple[Exercise, ...]:
        """Every exercise but those that only a page of the person's own has."""
        return tuple(one for one in self.exercises.values() if one.status is not Status.UNCHECKED)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The files that hold many small entries each."""

    __pydantic_config__ = STRICT_KEYS

    ladders: tuple[Ladder, ...] = ()
    caps: Mapping[Kind, Cap] | None = None
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_HasId)


def read(folder: Path | Traversable) -> Library:
    """Read a library from a folder.

    Raises `BadData` with file, key and mend of every problem in all of its files.
    """
    reader = Reader()

    def lists(name: str) -> _Lists:
        return reader.attempt(partial(read_toml, _Lists, folder / name), _Lists())

    def listed(entries: tuple[_Entry, ...], name: str) -> dict[str, _Entry]:
        return reader.attempt(partial(_by_id, entries, name), {})

    library = Library(
        exercises=reader.attempt(partial(read_folder, Exercise, folder / "exercises"), {}),
        ladders=listed(lists("ladders.toml").ladders, "ladders.toml"),
        caps=lists("caps.toml").caps or {},
        routines=reader.attempt(partial(read_folder, Routine, folder / "routines"), {}),
        notes=listed(lists("notes.toml").notes, "notes.toml"),
        disagreements=listed(lists("disagreements.toml").disagreements, "disagreements.toml"),
        sources=listed(lists("sources.toml").sources, "sources.toml"),
    )
    reader.finish()
    return library


def _by_id(entries: Iterable[_Entry], file: str) -> dict[str, _Entry]:
    """The entries by id; raises `BadData` where two share one."""
    entries = tuple(entries)
    counted = Counter(entry.id for entry in entries)
    twice = [identity for identity, count in counted.items() if count > 1]
    if twice:
        raise BadData(Problem(file, one, "two entries have this id; rename one") for one in twice)
    return {entry.id: entry for entry in entries}


@cache
def load() -> Library:
    """The library that comes with Psoas, read once."""
    return read(files("psoas.library") / "data")

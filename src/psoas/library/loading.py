"""The library as one object, read from the data files beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from psoas.knowledge import read_folder, read_toml
from psoas.library.claims import Source
from psoas.library.entries import Cap, Disagreement, Ladder, Note, Routine
from psoas.library.exercise import Exercise, Kind


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


@dataclass(frozen=True, slots=True)
class _Lists:
    """The files that hold many small entries each."""

    ladders: tuple[Ladder, ...] = ()
    caps: Mapping[Kind, Cap] | None = None
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def read(folder: Path | Traversable) -> Library:
    """Read a library from a folder; raises `BadData` with file, key and mend."""

    def lists(name: str) -> _Lists:
        return read_toml(_Lists, folder / name)

    return Library(
        exercises=read_folder(Exercise, folder / "exercises"),
        ladders={entry.id: entry for entry in lists("ladders.toml").ladders},
        caps=lists("caps.toml").caps or {},
        routines=read_folder(Routine, folder / "routines"),
        notes={entry.id: entry for entry in lists("notes.toml").notes},
        disagreements={e.id: e for e in lists("disagreements.toml").disagreements},
        sources={entry.id: entry for entry in lists("sources.toml").sources},
    )


@cache
def load() -> Library:
    """The library that comes with Psoas, read once."""
    return read(files("psoas.library") / "data")

"""TOML and JSON into frozen dataclasses, with errors that name file, key and mend."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

T = TypeVar("T")

STRICT_KEYS = ConfigDict(extra="forbid")
"""Put as `__pydantic_config__` on a dataclass so that a misspelled key is an error."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is and what would mend it."""

    file: str
    key: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.mend}" if self.key else f"{self.file}: {self.mend}"


class BadData(ValueError):
    """A file that can't be read as what it should be; `problems` says all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(slots=True)
class Reader:
    """Reads many files and collects what is wrong in all of them before it complains."""

    problems: list[Problem] = field(default_factory=list)

    def attempt(self, read: Callable[[], T], otherwise: T) -> T:
        """What `read` gives; `otherwise`, with its problems kept, where it raises `BadData`."""
        try:
            return read()
        except BadData as bad:
            self.problems.extend(bad.problems)
            return otherwise

    def finish(self) -> None:
        """Raise `BadData` with every problem that was met, if any was."""
        if self.problems:
            raise BadData(self.problems)


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(kind: Any) -> TypeAdapter[Any]:
    """What checks data against a dataclass. Building one is slow, so each is kept."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def parse(kind: type[T], data: object, file: str) -> T:
    """Check `data` against the dataclass `kind`; raise `BadData` naming `file` where it fails."""
    try:
        value: T = adapter(kind).validate_python(data)
    except ValidationError as error:
        raise BadData(_problem(file, detail) for detail in error.errors()) from None
    return value


def read_toml(kind: type[T], path: Path | Traversable, **extra: object) -> T:
    """Read one TOML file as `kind`; `extra` keys (an id from the file's name) are added to it."""
    return _read(kind, path, path.name, extra)


def read_folder(kind: type[T], folder: Path | Traversable) -> dict[str, T]:
    """Read every TOML file of a folder as `kind`, by id: the file's name without its ending.

    Raises `BadData` with the problems of all its files, each named `folder/file.toml`.
    """
    reader = Reader()
    none: dict[str, T] = {}
    entries = [
        reader.attempt(partial(_entry, kind, file, folder.name), none)
        for file in _toml_files(folder)
    ]
    reader.finish()
    return {identity: value for entry in entries for identity, value in entry.items()}


def _entry(kind: type[T], file: Path | Traversable, folder: str) -> dict[str, T]:
    identity = file.name.removesuffix(".toml")
    return {identity: _read(kind, file, f"{folder}/{file.name}", {"id": identity})}


def _read(kind: type[T], path: Path | Traversable, name: str, extra: Mapping[str, object]) -> T:
    return parse(kind, {**_toml(path, name), **extra}, name)


def _toml_files(folder: Path | Traversable) -> list[Path | Traversable]:
    try:
        files: list[Path | Traversable] = [f for f in folder.iterdir() if f.name.endswith(".toml")]
    except OSError:
        raise BadData([Problem(folder.name, "", "this folder can't be read; add it")]) from None
    return sorted(files, key=lambda file: file.name)


def _toml(path: Path | Traversable, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadData([Problem(name, "", f"this is not valid TOML: {error}")]) from None
    except (OSError, UnicodeDecodeError):
        raise BadData([Problem(name, "", "this file can't be read as UTF-8 text")]) from None


_MENDS = {
    "missing": "this is missing; add it",
    "extra_forbidden": "this key is not known; remove it or correct its spelling",
    "unexpected_keyword_argument": "this key is not known; remove it or correct its spelling",
}


def _problem(file: str, detail: ErrorDetails) -> Problem:
    key = ".".join(str(part) for part in detail["loc"])
    mend = _MENDS.get(detail["type"]) or f"{detail['msg'][:1].lower()}{detail['msg'][1:]}"
    return Problem(file, key, mend)

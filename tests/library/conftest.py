import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from psoas.library import Library, load

Plant = Callable[[str, str, str], Path]


@pytest.fixture(scope="session")
def library() -> Library:
    """The library that comes with Psoas."""
    return load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the library's files, to damage."""
    copy = tmp_path / "data"
    shutil.copytree(str(files("psoas.library") / "data"), copy)
    return copy


@pytest.fixture
def plant(folder: Path) -> Plant:
    """Put an error into the copy: in this file, this text becomes that."""

    def put(file: str, old: str, new: str) -> Path:
        text = (folder / file).read_text("utf-8")
        assert old in text, f"{file} no longer holds “{old}”: choose another text to damage"
        (folder / file).write_text(text.replace(old, new), "utf-8")
        return folder

    return put

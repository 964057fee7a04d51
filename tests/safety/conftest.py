from importlib.resources import files

import pytest

from psoas.knowledge import read_folder
from psoas.library import Exercise, Library


@pytest.fixture(scope="session")
def library() -> Library:
    """The exercises that come with Psoas; verdicts need nothing else of the library."""
    exercises = read_folder(Exercise, files("psoas.library") / "data" / "exercises")
    return Library(
        exercises=exercises,
        ladders={},
        caps={},
        routines={},
        notes={},
        disagreements={},
        sources={},
    )

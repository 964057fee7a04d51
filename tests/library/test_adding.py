"""docs/adding-an-exercise.md shows a file that the library takes as it stands."""

import re
from pathlib import Path

from psoas.library.lint import lint
from psoas.library.loading import read

PAGE = (Path(__file__).parents[2] / "docs" / "adding-an-exercise.md").read_text("utf-8")
MARCH = "exercises/seated_march.toml"


def shown() -> str:
    return re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_example_is_a_whole_exercise(plant):
    folder = plant(
        "ladders.toml", '"pelvic_tilt", "cat_camel"', '"pelvic_tilt", "seated_march", "cat_camel"'
    )
    (folder / MARCH).write_text(shown(), "utf-8")
    library = read(folder)
    assert lint(library) == ()
    assert library.exercises["seated_march"].plannable


def test_the_files_it_names_are_there():
    root = Path(__file__).parents[2]
    named = re.findall(r"`((?:src|tests)/[^`]+)`", PAGE)
    assert len(named) >= 5
    assert all((root / name).exists() for name in named)

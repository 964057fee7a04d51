import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from psoas.drawing.palette import DARK, LIGHT
from psoas.library import load

ID = "pelvic_tilt"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def small_library(monkeypatch):
    """Two exercises are enough for a sheet."""
    known = load()
    few = {name: known.exercises[name] for name in (ID, "standing_toe_touch")}
    monkeypatch.setattr("psoas.library.load", lambda: replace(known, exercises=few))
    return few


@pytest.fixture
def file(tmp_path):
    return tmp_path / "picture"


def shown(file):
    """What is written under the pictures of an SVG."""
    found = ET.parse(file).iter("{http://www.w3.org/2000/svg}text")
    return [text.text for text in found]


def test_an_exercise_is_drawn_as_svg(run, file, small_library):
    result = run("figure", ID, "--svg", file)
    assert (result.exit_code, result.stdout) == (0, f"The picture is in {file}.\n")
    assert shown(file) == [*small_library[ID].poses]
    assert LIGHT.paper in file.read_text("utf-8")


def test_an_exercise_is_drawn_as_png(run, file):
    assert run("figure", ID, "--png", file).exit_code == 0
    assert file.read_bytes().startswith(PNG)


def test_both_files_are_written_at_once(run, tmp_path):
    one, other = tmp_path / "a.svg", tmp_path / "b.png"
    result = run("figure", ID, "--svg", one, "--png", other)
    assert result.stdout.count("The picture is in") == 2
    assert one.exists() and other.read_bytes().startswith(PNG)


def test_one_pose_alone_is_drawn(run, file, small_library):
    pose = list(small_library[ID].poses)[-1]
    assert run("figure", ID, "--svg", file, "--pose", pose).exit_code == 0
    assert shown(file) == [pose]


def test_either_side_and_dark_colours_are_drawn(run, tmp_path):
    drawn = []
    for number, wish in enumerate(([], ["--side", "left"], ["--dark"])):
        file = tmp_path / str(number)
        assert run("figure", "standing_toe_touch", "--svg", file, *wish).exit_code == 0
        drawn.append(file.read_text("utf-8"))
    assert len({*drawn}) == 3
    assert DARK.paper in drawn[2]


@pytest.mark.parametrize(("name", "start"), [("all.svg", b"<svg "), ("all.png", PNG)])
def test_all_exercises_are_drawn_on_one_sheet(run, tmp_path, small_library, name, start):
    file = tmp_path / name
    assert run("figure", "--sheet", file).exit_code == 0
    assert file.read_bytes().startswith(start)
    if name.endswith("svg"):
        assert shown(file) == [exercise.name for exercise in small_library.values()]
        assert LIGHT.crossing in file.read_text("utf-8")


def test_an_exercise_that_is_not_there_is_refused_with_what_may_be_meant(refused, file):
    assert "“pelvic_tilt”" in refused("figure", "pelvic_tild", "--svg", file)
    assert not file.exists()


def test_a_pose_that_is_not_there_is_refused(refused, file):
    told = refused("figure", ID, "--png", file, "--pose", "flying")
    assert "flying" in told and f"psoas figure {ID}" in told


@pytest.mark.parametrize("wishes", [[ID], [], ["--svg"], ["--side", "up"]])
def test_without_a_file_or_an_exercise_nothing_is_drawn(refused, wishes, file):
    assert refused("figure", *[file if wish == "--svg" else wish for wish in wishes])


def test_a_file_without_an_exercise_asks_which(refused, file):
    assert "psoas library list" in refused("figure", "--svg", file)


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(refused, tmp_path):
    told = refused("figure", ID, "--svg", tmp_path / "nowhere" / "picture.svg")
    assert "can't be written. Choose another place." in told
    assert str(tmp_path) in refused("figure", ID, "--svg", tmp_path)

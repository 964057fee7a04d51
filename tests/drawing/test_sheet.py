import re
import xml.etree.ElementTree as ET

import pytest

from psoas.body import Side
from psoas.drawing.figure import model
from psoas.drawing.palette import DARK, LIGHT
from psoas.drawing.png import png
from psoas.drawing.sheet import CELL, Cell, best_of, is_crossed, poses_of, sheet
from psoas.library import Status

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def excluded(exercise):
    return model(exercise(status=Status.EXCLUDED))


def boxes(cells):
    return {re.search('viewBox="([^"]+)"', cell.drawing)[1] for cell in cells}


def test_every_pose_has_its_name_and_its_words_and_all_have_one_frame(ours):
    cells = poses_of(ours)
    assert [cell.label for cell in cells] == ["ready", "strap_on", "leg_up"]
    assert "<title>A strap around one &lt;heel&gt;.</title>" in cells[1].drawing
    assert len(boxes(cells)) == 1


def test_the_other_side_and_the_dark_colours_are_drawn_too(ours):
    right, left, dark = poses_of(ours), poses_of(ours, side=Side.LEFT), poses_of(ours, DARK)
    assert right != left
    assert DARK.colours["skin"].own in dark[0].drawing
    assert DARK.colours["skin"].own not in right[0].drawing


def test_only_the_main_pose_of_what_is_never_offered_is_crossed_out(ours, excluded):
    crossed = [LIGHT.crossing in cell.drawing.partition("fill-opacity=\".45\"")[2]
               for cell in poses_of(excluded)]  # fmt: skip
    assert crossed == [False, False, True]
    assert is_crossed(excluded, "leg_up")
    assert not is_crossed(excluded, "ready")
    assert not is_crossed(ours, "leg_up")


def test_the_one_picture_of_an_exercise_is_called_like_it(ours):
    cell = best_of(ours)
    assert cell.label == "Stretch with a strap"
    assert "<title>Stretch with a strap</title>" in cell.drawing


def test_cells_stand_in_rows():
    cells = [Cell(drawing=f"<svg id='n{n}'></svg>", label=f"No. {n} & more") for n in range(5)]
    root = ET.fromstring(sheet(cells, 3).replace("<svg id", '<svg xmlns="" id'))
    assert int(root.get("width")) == 3 * CELL
    assert int(root.get("height")) > 2 * CELL
    assert "No. 4 &amp; more" in sheet(cells, 3)
    placed = re.findall(r'<svg x="(\d+)" y="(\d+)"', sheet(cells, 3))
    assert len(set(placed)) == 5
    assert [x for x, _ in placed[:2]] == [x for x, _ in placed[3:]]


def test_a_dark_sheet_has_dark_paper_and_light_words(ours):
    dark = sheet(poses_of(ours, DARK), 3, DARK)
    assert f'fill="{DARK.paper}"' in dark
    assert '#f1eadf">ready<' in dark
    assert f'{LIGHT.colours["eye"].own}">ready<' in sheet(poses_of(ours), 3)


def test_a_picture_becomes_a_png(ours):
    drawing = best_of(ours).drawing
    assert png(drawing).startswith(PNG)
    wide = png(drawing, width=64)
    assert wide.startswith(PNG)
    assert int.from_bytes(wide[16:20], "big") == 64

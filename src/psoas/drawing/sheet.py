"""Pictures side by side on one sheet, each with its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from psoas.body.sides import Side
from psoas.drawing.figure import Model, main_pose, picture
from psoas.drawing.palette import LIGHT, Palette
from psoas.drawing.svg import frame_around, svg
from psoas.library import Status

CELL = 320
"""Width and height of one picture on the sheet, in pixels."""

_LABEL = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One picture of a sheet and what is written under it."""

    drawing: str
    label: str


def poses_of(model: Model, palette: Palette = LIGHT, side: Side = Side.RIGHT) -> list[Cell]:
    """Every pose of an exercise, all in the same frame."""
    pictures = {name: picture(model, name, side) for name in model.poses}
    frame = frame_around(pictures.values())
    return [
        Cell(
            drawing=svg(
                found,
                frame,
                palette,
                model.exercise.poses[name].shows,
                crossed=is_crossed(model, name),
            ),
            label=name,
        )
        for name, found in pictures.items()
    ]


def is_crossed(model: Model, pose: str) -> bool:
    """Whether a pose is crossed out: what an excluded exercise is about."""
    excluded = model.exercise.status is Status.EXCLUDED
    return excluded and pose == main_pose(model.exercise)


def best_of(model: Model, palette: Palette = LIGHT) -> Cell:
    """The one picture that shows what an exercise is; an excluded one crossed out."""
    pose = main_pose(model.exercise)
    found = picture(model, pose)
    crossed = is_crossed(model, pose)
    frame = frame_around([found])
    return Cell(
        drawing=svg(found, frame, palette, model.exercise.name, crossed=crossed),
        label=model.exercise.name,
    )


def sheet(cells: Sequence[Cell], columns: int, palette: Palette = LIGHT) -> str:
    """One SVG with all cells in rows."""
    rows = -(-len(cells) // columns)
    wide, high = columns * CELL, rows * (CELL + _LABEL)
    placed = "".join(
        _placed(cell, n % columns, n // columns, palette) for n, cell in enumerate(cells)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"'
        f' viewBox="0 0 {wide} {high}">'
        f'<rect width="{wide}" height="{high}" fill="{palette.paper}"/>{placed}</svg>'
    )


def _placed(cell: Cell, column: int, row: int, palette: Palette) -> str:
    x, y = column * CELL, row * (CELL + _LABEL)
    inner = re.sub(
        r"^<svg ",
        f'<svg x="{x + 8}" y="{y + 8}" width="{CELL - 16}" height="{CELL - 16}" ',
        cell.drawing,
    )
    colour = palette.colours["eye"].own if palette is LIGHT else "#f1eadf"
    return inner + (
        f'<text x="{x + CELL / 2}" y="{y + CELL + 12}" text-anchor="middle" font-size="15"'
        f' font-family="sans-serif" fill="{colour}">{escape(cell.label)}</text>'
    )

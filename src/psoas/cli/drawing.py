"""`psoas figure`: the pictures of exercises as files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from psoas.cli.errors import Refused, unknown
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psoas.drawing.palette import Palette
    from psoas.drawing.sheet import Cell
    from psoas.library import Exercise, Library

COLUMNS = 6
"""Pictures in a row of the contact sheet."""

_file = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.command()
@click.argument("identity", metavar="[ID]", default="")
@click.option("--svg", type=_file, metavar="FILE", help="Write the poses as an SVG.")
@click.option("--png", type=_file, metavar="FILE", help="Write the poses as a PNG.")
@click.option("--sheet", type=_file, metavar="FILE", help="Write all exercises on one sheet.")
@click.option("--pose", metavar="NAME", help="Only this pose.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="Worked side.")
@click.option("--dark", is_flag=True, help="In the colours for dark surroundings.")
def figure(
    identity: str,
    svg: Path | None,
    png: Path | None,
    sheet: Path | None,
    pose: str | None,
    side: str,
    dark: bool,
) -> None:
    """Draw the figure in the poses of an exercise, or all exercises on one sheet."""
    from psoas.drawing.palette import DARK, LIGHT
    from psoas.library import load

    if not (svg or png or sheet):
        raise click.UsageError(_("Say where to: --svg FILE, --png FILE or --sheet FILE."))
    if (svg or png) and not identity:
        raise click.UsageError(_("Say which exercise; `psoas library list` shows them all."))
    known, palette = load(), DARK if dark else LIGHT
    for path in (svg, png):
        if path:
            exercise = _exercise(known, identity)
            _write(path, _cells(exercise, pose, side, palette), palette, path is png)
    if sheet:
        _write(sheet, _best(known, palette), palette, sheet.suffix == ".png", COLUMNS)


def _exercise(known: "Library", identity: str) -> "Exercise":
    found = known.exercises.get(identity)
    if found is None:
        shown = "`psoas library list` shows them all."
        raise unknown("exercise", identity, set(known.exercises), shown)
    return found


def _cells(exercise: "Exercise", pose: str | None, side: str, palette: "Palette") -> "list[Cell]":
    from psoas.body import Side
    from psoas.drawing.figure import model
    from psoas.drawing.sheet import poses_of

    cells = poses_of(model(exercise), palette, Side(side))
    if pose is None:
        return cells
    if pose not in exercise.poses:
        shown = _("`psoas figure {id}` draws them all.").format(id=exercise.id)
        raise unknown("pose", pose, set(exercise.poses), shown)
    return [cell for cell in cells if cell.label == pose]


def _best(known: "Library", palette: "Palette") -> "list[Cell]":
    from psoas.drawing.figure import model
    from psoas.drawing.sheet import best_of

    return [best_of(model(exercise), palette) for exercise in known.exercises.values()]


def _write(path: Path, cells: "Sequence[Cell]", palette: "Palette", as_png: bool,
           columns: int = 4) -> None:  # fmt: skip
    from psoas.drawing.png import png
    from psoas.drawing.sheet import sheet

    drawn = sheet(cells, min(columns, len(cells)), palette)
    try:
        path.write_bytes(png(drawn) if as_png else drawn.encode())
    except OSError as error:
        closed = _("{file} can't be written. Choose another place.")
        raise Refused(closed.format(file=path)) from error
    click.echo(_("The picture is in {file}.").format(file=path))

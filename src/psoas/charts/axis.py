"""What stands around values: days below them, numbers beside them, and what is what above them."""

from collections.abc import Callable, Sequence

from psoas.charts.chart import Step, Timeline
from psoas.charts.drawing import LETTER, LETTER_WIDTH, RIGHT, WIDTH, Plot, rule, text
from psoas.charts.words import month, number, short_day

DAYS = LETTER + 10
"""The height of the days below an axis."""
KEY_ROW = LETTER + 10
"""The height of one row of what is what."""
_MOST_LABELS = 5
_APART = 16
_MARGIN = 4.0
_MARK_ROOM = 42
_LONG = 300
"""Days; beyond, months with their year stand below an axis."""

Key = tuple[Callable[[float, float], str], str]
"""A mark, drawn around a point, and its name."""


def days_below(plot: Plot, time: Timeline, y: float) -> list[str]:
    """Some days from the first to the last column, as many as have room."""
    room = max(len(_label(time, n)) for n in (0, plot.columns - 1)) * LETTER_WIDTH + _APART
    gaps = min(_MOST_LABELS - 1, plot.columns - 1, int(plot.width / room) - 1)
    marked = {round(n * (plot.columns - 1) / (gaps or 1)) for n in range(gaps + 1)}
    return [_below(plot.middle(n), y, _label(time, n)) for n in sorted(marked)]


def _below(x: float, y: float, name: str) -> str:
    """Around its column, but inside the picture."""
    half = len(name) * LETTER_WIDTH / 2
    if x + half > WIDTH:
        return text(WIDTH - 2, y, name, "end")
    return text(x, y, name, "middle") if x >= half else text(2, y, name)


def _label(time: Timeline, column: int) -> str:
    start = time.starts[column]
    long = time.step is Step.MONTH or (time.last - time.starts[0]).days > _LONG
    return month(start) if long else short_day(start)


def levels(plot: Plot, values: Sequence[float], least: float, most: float) -> list[str]:
    """A level line for each value, with its number at the left."""
    parts: list[str] = []
    for value in values:
        y = plot.height_of((value - least) / (most - least))
        parts += [
            rule(plot.left, WIDTH - RIGHT, y),
            text(plot.left - 8, y + 6, number(value), "end"),
        ]
    return parts


def key(items: Sequence[Key], y: float = LETTER) -> tuple[float, list[str]]:
    """What is what, and where it ends: marks with their names, in as many rows as they need."""
    parts: list[str] = []
    x = _MARGIN
    for draw, name in items:
        room = _MARK_ROOM + len(name) * LETTER_WIDTH
        if x > _MARGIN and x + room > WIDTH:
            x, y = _MARGIN, y + KEY_ROW
        parts += [draw(x + 16, y - 7), text(x + _MARK_ROOM - 4, y, name)]
        x += room + _APART
    return y, parts

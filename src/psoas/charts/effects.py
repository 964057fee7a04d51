"""Which exercises go with better mornings: for each the likely range of the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from psoas.charts.chart import Chart
from psoas.charts.drawing import LETTER, WIDTH, at, mark, picture, rule, text
from psoas.charts.words import said, side, words

_ROW = LETTER + 34
_EDGE = 20
_LEAST_SIDE = 1.0
"""Points; the picture reaches at least so far to both sides of no difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How many points higher (above 0) or lower mornings were after days with an exercise."""

    exercise: str
    """Its name."""
    points: float
    low: float
    high: float
    verdict: str
    """better, worse, or cant_tell."""


def effects_chart(differences: Sequence[Difference], name: str = "effects") -> Chart:
    """A level line from the lowest to the highest likely difference, and a mark at the likeliest.

    Left of the upright line mornings were lower, right of it higher; what crosses it can't be told.
    """
    found = differences
    most = max((max(abs(one.low), abs(one.high)) for one in found), default=0.0)
    reach = max(_LEAST_SIDE, ceil(most * 2) / 2)
    sentence = said("effects" if found else "no_effects")
    height = LETTER + 12 + len(found) * _ROW
    parts = [
        *_ends(reach),
        *(part for n, one in enumerate(found) for part in _row(one, n, reach)),
    ]
    title, headings = words().titles["effects"], words().headings
    return Chart(
        svg=picture(name, title, sentence, height, parts) if found else "",
        title=title,
        sentence=sentence,
        headings=(headings["exercise"], headings["likely"], headings["between"]),
        rows=tuple((one.exercise, side(one.points), _range(one)) for one in found),
    )


def _x(points: float, reach: float) -> float:
    """Where a difference lies, none in the middle."""
    return WIDTH / 2 + points / reach * (WIDTH / 2 - _EDGE)


def _ends(reach: float) -> list[str]:
    return [
        text(0, LETTER, side(-reach)),
        text(WIDTH / 2, LETTER, "0", "middle"),
        text(WIDTH, LETTER, side(reach), "end"),
    ]


def _row(one: Difference, n: int, reach: float) -> list[str]:
    top = LETTER + 12 + n * _ROW
    y = top + LETTER + 16
    look = "likely" if one.verdict == "cant_tell" else f"likely-{one.verdict}"
    return [
        text(0, top + LETTER, one.exercise),
        f'<path class="no-effect" d="M{at(WIDTH / 2)} {at(y - 9)}v18"/>',
        rule(_x(one.low, reach), _x(one.high, reach), y, look),
        mark(_x(one.points, reach), y, 1, 7),
    ]


def _range(one: Difference) -> str:
    return said("range", low=side(one.low), high=side(one.high))

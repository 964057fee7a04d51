"""A total over time: how well things go, or of a form, with the change that matters drawn in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.charts.axis import DAYS, days_below, key, levels
from psoas.charts.chart import Chart, daily
from psoas.charts.drawing import LETTER, RIGHT, WIDTH, Plot, box, mark, picture, rule, track
from psoas.charts.words import full_day, number, said, words

_LEFT = 52
_HEIGHT = 180
_LONGEST = timedelta(days=40 * 366)
_FEW = 26
"""Marks; more of them are drawn smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The totals of one measure, and what it can have."""

    name: str
    least: float
    most: float
    more_is_better: bool
    matters: float
    """How many points' change matter to somebody who began with the first total."""
    told: Sequence[tuple[date, float]]
    """At least one, earliest first."""


def totals_chart(totals: Totals, first: date, last: date, name: str = "totals") -> Chart:
    """The totals from the first to the last day, or of the last forty years.

    Totals outside of these days are not shown, but the change is always counted from the first.
    Beyond the line drawn in, a change matters.
    """
    time = daily(max(first, last - _LONGEST), last)
    above, keys = key([(_sample, words().legend["matters"])])
    plot = Plot(left=_LEFT, top=above + 24, height=_HEIGHT, columns=len(time.starts))
    shown = [(n, value) for on, value in totals.told if (n := time.column(on)) is not None]
    points = [(plot.middle(n), plot.height_of(_share(totals, value))) for n, value in shown]
    sentence = _sentence(totals)
    steps = [totals.least + n * (totals.most - totals.least) / 4 for n in range(5)]
    parts = [
        *_beyond(plot, totals),
        *levels(plot, steps, totals.least, totals.most),
        *keys,
        track(points, "line-1"),
        *(mark(*point, 1, 6 if len(points) <= _FEW else 3.5) for point in points),
        *days_below(plot, time, plot.bottom + LETTER + 4),
    ]
    title = words().titles["function"].format(name=totals.name)
    return Chart(
        svg=picture(name, title, sentence, plot.bottom + DAYS + 4, parts),
        title=title,
        sentence=sentence,
        headings=(words().per["day"], words().headings["total"]),
        rows=tuple((full_day(on), number(value)) for on, value in totals.told),
    )


def _share(totals: Totals, value: float) -> float:
    return (value - totals.least) / (totals.most - totals.least)


def _beyond(plot: Plot, totals: Totals) -> list[str]:
    """The band in which a total is better by a change that matters; none where there is no room."""
    start = totals.told[0][1]
    better = start + totals.matters if totals.more_is_better else start - totals.matters
    if not totals.least <= better <= totals.most:
        return []
    line = plot.height_of(_share(totals, better))
    top = plot.top if totals.more_is_better else line
    bottom = line if totals.more_is_better else plot.bottom
    end = WIDTH - RIGHT
    return [
        box(plot.left, top, end - plot.left, bottom - top, "matters"),
        rule(plot.left, end, line, "matters-edge"),
    ]


def _sample(x: float, y: float) -> str:
    return box(x - 14, y - 10, 28, 20, "matters") + rule(x - 14, x + 14, y + 10, "matters-edge")


def _sentence(totals: Totals) -> str:
    first, last = totals.told[0][1], totals.told[-1][1]
    sentence = "total" if len(totals.told) > 1 else "total_once"
    matters = number(totals.matters)
    return said(sentence, name=totals.name, first=number(first), last=number(last), matters=matters)

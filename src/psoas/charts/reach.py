"""How far down each leg it was felt: a strip for each leg, hanging down like the leg itself."""

from collections.abc import Mapping, Sequence
from datetime import date

from psoas.charts.axis import DAYS, days_below
from psoas.charts.chart import Chart, Line, Step, Timeline
from psoas.charts.drawing import LETTER, RIGHT, WIDTH, Plot, box, picture, rule, text
from psoas.charts.words import joined, said, words

_LEFT = 152
_ZONE = 27
"""The height of one part of the leg."""
_HEAD = LETTER + 14
"""The height of the name above a strip."""


def reach_chart(
    time: Timeline,
    left: Mapping[date, int],
    right: Mapping[date, int],
    change: str = "unknown",
    name: str = "reach",
) -> Chart:
    """The furthest part of each leg, 0 (none) to 5 (the foot), by the first day of its column.

    Drawing back are bars that grow shorter. `change`: drawing_back, same, spreading or unknown, as
    judged elsewhere. Where nothing was said there is nothing; a short line on top: felt nowhere.
    """
    legs = [
        Line(name=words().headings["left"], told=left),
        Line(name=words().headings["right"], told=right),
    ]
    sentence = _sentence(time, legs, change)
    zones = len(words().zones.names) - 1
    plots = [
        Plot(
            left=_LEFT,
            top=_HEAD + n * (zones * _ZONE + _HEAD),
            height=zones * _ZONE,
            columns=len(time.starts),
        )
        for n in range(len(legs))
    ]
    parts = [
        part for plot, leg in zip(plots, legs, strict=True) for part in _strip(plot, time, leg)
    ]
    below = plots[-1].bottom
    parts += days_below(plots[-1], time, below + LETTER + 4)
    title = words().titles["reach"]
    return Chart(
        svg=picture(name, title, sentence, below + DAYS + 4, parts),
        title=title,
        sentence=sentence,
        headings=(time.per, *(leg.name for leg in legs)),
        rows=_rows(time, legs),
    )


def _strip(plot: Plot, time: Timeline, leg: Line) -> list[str]:
    parts = [text(plot.left, plot.top - 10, leg.name, look="strong")]
    for n, zone in enumerate(words().zones.names[1:], 1):
        lower = plot.top + n * _ZONE
        parts += [
            rule(plot.left, WIDTH - RIGHT, lower),
            text(plot.left - 8, lower - 6, zone, "end"),
        ]
    bars = ((n, leg.told[start]) for n, start in enumerate(time.starts) if start in leg.told)
    return [*parts, *(_bar(plot, n, int(zone)) for n, zone in bars)]


def _bar(plot: Plot, column: int, zone: int) -> str:
    """A bar down to the zone, with a stronger end; a short line where it was felt nowhere."""
    gap = min(2.0, plot.column_width / 8)
    x, width = plot.edge(column) + gap, plot.column_width - 2 * gap
    if not zone:
        return box(x, plot.top, width, 3, "nowhere")
    end = plot.top + zone * _ZONE
    return box(x, plot.top, width, zone * _ZONE, "reach") + box(x, end - 5, width, 5, "reach-end")


def _sentence(time: Timeline, legs: Sequence[Line], change: str) -> str:
    told = [_summary(leg) for leg in legs]
    if not any(told):
        return said("nothing")
    furthest = "" if time.step is Step.DAY else said(f"furthest_{time.step}")
    return joined([said(change), *told, furthest])


def _summary(leg: Line) -> str:
    zones = [leg.told[on] for on in sorted(leg.told)]
    if not zones:
        return ""
    ends = {"first": zones[0], "last": zones[-1], "most": max(zones)}
    shown = {key: _zone(zone) for key, zone in ends.items()}
    return said("leg" if len(zones) > 1 else "leg_once", name=leg.name, **shown)


def _rows(time: Timeline, legs: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (time.name(start), *(_cell(leg, start) for leg in legs))
        for start in time.starts
        if any(start in leg.told for leg in legs)
    )


def _cell(leg: Line, start: date) -> str:
    return _zone(leg.told[start]) if start in leg.told else ""


def _zone(zone: float) -> str:
    return words().zones.names[int(zone)]

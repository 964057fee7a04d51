"""Pain over time: up to three lines, flares as bands, and where Psoas changed something."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from psoas.charts.axis import DAYS, KEY_ROW, Key, days_below, key, levels
from psoas.charts.chart import Chart, Line, Step, Timeline
from psoas.charts.drawing import LETTER, Plot, box, diamond, mark, picture, rule, track
from psoas.charts.words import counted, joined, number, said, words

MOST_PAIN = 10
_LEFT = 40
_HEIGHT = 220
_LANE = 26
"""Below the axis, for changes."""

Days = tuple[date, date]
"""The first and the last day of something."""


def pain_chart(
    time: Timeline,
    lines: Sequence[Line],
    flares: Sequence[Days] = (),
    changes: Sequence[date] = (),
    name: str = "pain",
) -> Chart:
    """Pain from 0 to 10. A line breaks where nothing was said.

    `lines`: one to three, each with a look of its own, told apart without colour. `flares` are
    bands, and `changes` days on which Psoas changed something; what lies outside isn't shown.
    """
    bands = [band for flare in flares if (band := time.columns(*flare))]
    changed = sorted({n for on in changes if (n := time.column(on)) is not None})
    sentence = _sentence(time, lines, len(bands), len(changed))
    rows = _key(lines, bool(bands), bool(changed))
    plot = Plot(left=_LEFT, top=len(rows) * KEY_ROW + 14, height=_HEIGHT, columns=len(time.starts))
    lane = _LANE if changed else 4
    parts = [
        *(_band(plot, *band) for band in bands),
        *levels(plot, (0, 2, 4, 6, 8, 10), 0, MOST_PAIN),
        *key(rows, LETTER),
        *(part for n, line in enumerate(lines, 1) for part in _line(plot, time, line, n)),
        *(diamond(plot.middle(n), plot.bottom + 15) for n in changed),
        *days_below(plot, time, plot.bottom + lane + LETTER),
    ]
    title = words().titles["pain"]
    return Chart(
        svg=picture(name, title, sentence, plot.bottom + lane + DAYS, parts),
        title=title,
        sentence=sentence,
        headings=(time.per, *(line.name for line in lines), words().headings["marked"]),
        rows=_rows(time, lines, bands, changed),
    )


def _sentence(time: Timeline, lines: Sequence[Line], flares: int, changes: int) -> str:
    told = [_summary(line) for line in lines]
    mean = f"mean_{time.step}"
    also = [
        said(mean) if any(told) and time.step is not Step.DAY else "",
        counted("one_flare", "flares", flares),
        counted("one_change", "changes", changes),
    ]
    return joined([joined(told, said("nothing")), *also])


def _summary(line: Line) -> str:
    values = [line.told[on] for on in sorted(line.told)]
    if not values:
        return ""
    ends = {"first": values[0], "last": values[-1], "least": min(values), "most": max(values)}
    shown = {key: number(value) for key, value in ends.items()}
    return said("series" if len(values) > 1 else "once", name=line.name, **shown)


def _key(lines: Sequence[Line], flares: bool, changes: bool) -> list[list[Key]]:
    legend = words().legend
    first: list[Key] = [(partial(_sample, n), line.name) for n, line in enumerate(lines, 1)]
    second: list[Key] = [(_flare_sample, legend["flare"])] if flares else []
    if changes:
        second.append((diamond, legend["change"]))
    return [row for row in (first, second) if row]


def _sample(look: int, x: float, y: float) -> str:
    return track([(x - 16, y), (x + 16, y)], f"line-{look}") + mark(x, y, look, 5)


def _flare_sample(x: float, y: float) -> str:
    return box(x - 14, y - 10, 28, 20, "flare")


def _band(plot: Plot, first: int, last: int) -> str:
    x, end = plot.edge(first), plot.edge(last + 1)
    edges = rule(x, end, plot.top, "flare-edge")
    return box(x, plot.top, end - x, plot.height, "flare") + edges


def _line(plot: Plot, time: Timeline, line: Line, look: int) -> list[str]:
    """Its runs, broken where a column has nothing, and a mark at each value."""
    place = _placed(plot)
    told = [(n, line.told.get(start)) for n, start in enumerate(time.starts)]
    points = [None if value is None else place(n, value) for n, value in told]
    size = max(2.2, min(4.5, plot.column_width / 3))
    tracks = [track(run, f"line-{look}") for run in _runs(points)]
    return [*tracks, *(mark(*point, look, size) for point in points if point)]


def _placed(plot: Plot) -> Callable[[int, float], tuple[float, float]]:
    return lambda column, value: (plot.middle(column), plot.height_of(value / MOST_PAIN))


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return runs


def _rows(
    time: Timeline, lines: Sequence[Line], bands: Sequence[tuple[int, int]], changed: Sequence[int]
) -> tuple[tuple[str, ...], ...]:
    rows = []
    for n, start in enumerate(time.starts):
        cells = [_cell(line, start) for line in lines]
        flare = any(first <= n <= last for first, last in bands)
        marked = _marked(flare, n in changed)
        if any(cells) or marked:
            rows.append((time.name(start), *cells, marked))
    return tuple(rows)


def _cell(line: Line, start: date) -> str:
    value = line.told.get(start)
    return "" if value is None else number(value)


def _marked(flare: bool, change: bool) -> str:
    legend = words().legend
    names = [legend["flare"]] if flare else []
    return "; ".join([*names, legend["change"]] if change else names)

"""Pain over time: up to three lines, flares as bands, and where Psoas changed something."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from psoas.charts.axis import DAYS, Key, days_below, key, levels
from psoas.charts.chart import Chart, Line, Step, Timeline
from psoas.charts.drawing import LETTER, Plot, arrow, box, mark, picture, rule, track
from psoas.charts.words import counted, joined, number, said, words

MOST_PAIN = 10
_LEFT = 40
_HEIGHT = 220
_LANE = 20
"""The height of a row of arrowheads below the axis."""

Days = tuple[date, date]
"""The first and the last day of something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """What is marked besides the lines, by columns."""

    flares: Sequence[tuple[int, int]]
    eased: Sequence[int]
    more: Sequence[int]

    def heading(self) -> tuple[str, ...]:
        """The heading of what is marked; none where nothing is."""
        anything = self.flares or self.eased or self.more
        return (words().headings["marked"],) if anything else ()

    def names(self, column: int) -> list[str]:
        """What is marked at a column."""
        legend = words().legend
        flare = any(first <= column <= last for first, last in self.flares)
        told = {"flare": flare, "eased": column in self.eased, "more": column in self.more}
        return [legend[name] for name, so in told.items() if so]


def pain_line(kind: str, told: Mapping[date, float]) -> Line:
    """A line by what it is: before, after, waking, back or leg."""
    return Line(name=words().lines[kind], told=told)


def pain_chart(
    time: Timeline,
    lines: Sequence[Line],
    flares: Sequence[Days] = (),
    eased: Iterable[date] = (),
    more: Iterable[date] = (),
    name: str = "pain",
) -> Chart:
    """Pain from 0 to 10. A line breaks where nothing was said.

    `lines`: one to three, each with a look of its own, told apart without colour. `flares` are
    bands; `eased` are days on which Psoas made something easier, `more` those on which it added a
    little. What lies outside of the time isn't shown.
    """
    marked = _Marked(
        flares=[band for flare in flares if (band := time.columns(*flare))],
        eased=_columns(time, eased),
        more=_columns(time, more),
    )
    sentence = _sentence(time, lines, marked)
    above, keys = key(_key(lines, marked))
    plot = Plot(left=_LEFT, top=above + 24, height=_HEIGHT, columns=len(time.starts))
    below, arrows = _arrows(plot, marked)
    parts = [
        *(_band(plot, *band) for band in marked.flares),
        *levels(plot, (0, 2, 4, 6, 8, 10), 0, MOST_PAIN),
        *keys,
        *(part for n, line in enumerate(lines, 1) for part in _line(plot, time, line, n)),
        *arrows,
        *days_below(plot, time, below + LETTER + 2),
    ]
    title = words().titles["pain"]
    return Chart(
        svg=picture(name, title, sentence, below + DAYS + 2, parts),
        title=title,
        sentence=sentence,
        headings=(time.per, *(line.name for line in lines), *marked.heading()),
        rows=_rows(time, lines, marked),
    )


def _columns(time: Timeline, days: Iterable[date]) -> list[int]:
    return sorted({n for on in days if (n := time.column(on)) is not None})


def _arrows(plot: Plot, marked: _Marked) -> tuple[float, list[str]]:
    """A row of arrowheads each for what was eased and what was added, and where they end."""
    y, parts = plot.bottom + 6, []
    size = max(3.0, min(8.0, plot.column_width / 2))
    for up, columns in ((False, marked.eased), (True, marked.more)):
        if columns:
            parts += [arrow(plot.middle(n), y + _LANE / 2 + 2, up, size) for n in columns]
            y += _LANE
    return y, parts


def _sentence(time: Timeline, lines: Sequence[Line], marked: _Marked) -> str:
    told = [_summary(line) for line in lines]
    grouped = any(told) and time.step is not Step.DAY
    also = [
        said(f"mean_{time.step}") if grouped else "",
        counted("one_flare", "flares", len(marked.flares)),
        said("eased", when=time.often(len(marked.eased))) if marked.eased else "",
        said("more", when=time.often(len(marked.more))) if marked.more else "",
    ]
    return joined([joined(told, said("nothing")), *also])


def _summary(line: Line) -> str:
    values = [line.told[on] for on in sorted(line.told)]
    if not values:
        return ""
    ends = {"first": values[0], "last": values[-1], "least": min(values), "most": max(values)}
    shown = {key: number(value) for key, value in ends.items()}
    name = line.name[0].upper() + line.name[1:]
    return said("series" if len(values) > 1 else "once", name=name, **shown)


def _key(lines: Sequence[Line], marked: _Marked) -> list[Key]:
    legend = words().legend
    keys: list[Key] = [(partial(_sample, n), line.name) for n, line in enumerate(lines, 1)]
    if marked.flares:
        keys.append((_flare_sample, legend["flare"]))
    if marked.eased:
        keys.append((partial(arrow, up=False), legend["eased"]))
    if marked.more:
        keys.append((partial(arrow, up=True), legend["more"]))
    return keys


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


def _rows(time: Timeline, lines: Sequence[Line], marked: _Marked) -> tuple[tuple[str, ...], ...]:
    rows = []
    for n, start in enumerate(time.starts):
        cells = [_cell(line, start) for line in lines]
        names = marked.names(n)
        told = ("; ".join(names),) if marked.heading() else ()
        if any(cells) or names:
            rows.append((time.name(start), *cells, *told))
    return tuple(rows)


def _cell(line: Line, start: date) -> str:
    value = line.told.get(start)
    return "" if value is None else number(value)

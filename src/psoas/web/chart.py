"""Pain over time as a picture: SVG made from points, readable without colour.

The same points stand in a table beside it; the picture is for who can see it at a glance.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape

from psoas.messages import gettext
from psoas.practice.history import Pain

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 42, 14, 16, 40
MOST_PAIN = 10
MOST_LABELS = 5


def pain_chart(
    points: Sequence[Pain],
    first: date,
    last: date,
    flares: Sequence[tuple[date, date]] = (),
    step: int = 1,
) -> str:
    """The chart from `first` to `last` as SVG text.

    `step` is how many days a point stands for: a line breaks where more than that lies between.
    `flares` are marked as bands, each from its first to its last day.
    """
    scale = _scale(first, last)
    shown = sorted((p for p in points if first <= p.on <= last), key=lambda point: point.on)
    parts = [
        _words(shown),
        *(_band(scale, max(start, first), min(end, last)) for start, end in flares),
        *_grid(),
        *_days(scale, first, last),
        *_series(shown, scale, "back", step),
        *_series(shown, scale, "leg", step),
        *_waking(shown, scale),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="chart-title chart-words">{"".join(parts)}</svg>'
    )


Scale = Callable[[date], float]


def _scale(first: date, last: date) -> Scale:
    """Where a day lies from left to right; a single day lies in the middle."""
    days = (last - first).days
    room = WIDTH - LEFT - RIGHT

    def x(on: date) -> float:
        share = (on - first).days / days if days else 0.5
        return round(LEFT + share * room, 1)

    return x


def _y(pain: float) -> float:
    room = HEIGHT - TOP - BOTTOM
    return round(HEIGHT - BOTTOM - pain / MOST_PAIN * room, 1)


def _words(points: Sequence[Pain]) -> str:
    title = gettext("Pain over time, from 0 to 10")
    told = [
        _summary(gettext("Back"), [p.back for p in points]),
        _summary(gettext("Leg"), [p.leg for p in points]),
        _summary(gettext("On waking"), [p.waking for p in points]),
    ]
    words = " ".join(filter(None, told)) or gettext("Nothing was said in this time.")
    return (
        f'<title id="chart-title">{escape(title)}</title>'
        f'<desc id="chart-words">{escape(words)}</desc>'
    )


def _summary(name: str, values: Sequence[float | None]) -> str:
    said = [value for value in values if value is not None]
    if not said:
        return ""
    text = gettext("{name}: {first} at first, {last} at the end, between {least} and {most}.")
    ends = {"first": said[0], "last": said[-1], "least": min(said), "most": max(said)}
    return text.format(name=name, **{key: number(value) for key, value in ends.items()})


def number(value: float) -> str:
    """A pain score without a needless nought: `3`, `3.4`."""
    return f"{value:.1f}".removesuffix(".0")


def _grid() -> list[str]:
    return [
        f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{_y(pain)}" y2="{_y(pain)}"/>'
        f'<text x="{LEFT - 10}" y="{_y(pain) + 5}" text-anchor="end">{pain}</text>'
        for pain in (0, 2, 4, 6, 8, 10)
    ]


def _days(scale: Scale, first: date, last: date) -> list[str]:
    span = (last - first).days
    count = min(MOST_LABELS - 1, span) or 1
    marked = [first + timedelta(days=round(n * span / count)) for n in range(count + 1)]
    return [_day(scale(on), on, first, last) for on in dict.fromkeys(marked)]


def _day(x: float, on: date, first: date, last: date) -> str:
    """The outer labels stay inside the picture."""
    anchor = "middle"
    if first < last:
        anchor = {first: "start", last: "end"}.get(on, anchor)
    text = f"{on:%b %Y}" if (last - first).days > 400 else f"{on.day} {on:%b}"
    return f'<text x="{x}" y="{HEIGHT - 12}" text-anchor="{anchor}">{text}</text>'


def _series(points: Sequence[Pain], scale: Scale, name: str, step: int) -> list[str]:
    """A line through the points, broken where days are missing, and a mark at each."""
    said = [(p.on, value) for p in points if (value := getattr(p, name)) is not None]
    lines = [_path(run, scale, name) for run in _runs(said, step) if len(run) > 1]
    return [*lines, *(_mark(scale(on), _y(value), name) for on, value in said)]


def _runs(said: Sequence[tuple[date, float]], step: int) -> list[list[tuple[date, float]]]:
    runs: list[list[tuple[date, float]]] = []
    for entry in said:
        joined = runs and (entry[0] - runs[-1][-1][0]).days <= step
        if joined:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _path(run: Sequence[tuple[date, float]], scale: Scale, name: str) -> str:
    points = " ".join(f"{scale(on)},{_y(value)}" for on, value in run)
    return f'<polyline class="{name}" points="{points}"/>'


def _mark(x: float, y: float, name: str) -> str:
    """Round for the back, square for the leg."""
    if name == "back":
        return f'<circle class="dot-back" cx="{x}" cy="{y}" r="4.5"/>'
    return f'<rect class="dot-leg" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>'


def _waking(points: Sequence[Pain], scale: Scale) -> list[str]:
    """An open triangle for each morning."""
    return [
        f'<path class="dot-waking" d="M{scale(p.on)} {_y(p.waking) - 5.5:.1f}l5 9h-10z"/>'
        for p in points
        if p.waking is not None
    ]


def _band(scale: Scale, start: date, end: date) -> str:
    if start > end:
        return ""
    x, width = scale(start), max(6.0, scale(end) - scale(start))
    height = HEIGHT - TOP - BOTTOM
    return (
        f'<rect class="flare" x="{x}" y="{TOP}" width="{width:.1f}" height="{height}">'
        f"<title>{escape(gettext('A flare'))}</title></rect>"
    )

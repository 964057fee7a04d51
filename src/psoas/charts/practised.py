"""Days with practice: a calm calendar. Days add up; none is missed, and none follows another."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta

from psoas.charts.axis import DAYS, Key, days_below, key, levels
from psoas.charts.chart import Chart, Step, Table, Timeline
from psoas.charts.drawing import LETTER, Plot, at, box, picture, text
from psoas.charts.words import joined, said, short_day, words

_LEFT = 62
_CELL = 34
_WEEK = 7
_WIDEST = 92
_BARS = 140
_LONGEST_MONTH = 31


def practised_chart(time: Timeline, done: Set[date], name: str = "practised") -> Chart:
    """The days on which something was done.

    Day by day as a calendar with a column for each week; in longer times the number of days in
    each week or month.
    """
    columns = Counter(time.column(on) for on in done)
    counts = {start: columns[n] for n, start in enumerate(time.starts)}
    total = sum(counts.values())
    sentence = _sentence(time, total)
    daily = time.step is Step.DAY
    height, parts = _calendar(time, counts) if daily else _bars(time, counts)
    title, per = words().titles["days"], words().headings["days"]
    return Chart(
        svg=picture(name, title, sentence, height, parts),
        title=title,
        sentence=sentence,
        headings=(time.per, words().legend["practised"] if daily else per),
        rows=_rows(time, counts, daily),
    )


def _sentence(time: Timeline, total: int) -> str:
    if not total:
        return said("nothing_done")
    told = said("one_day" if total == 1 else "days", days=total, of=time.days)
    return told if time.step is Step.DAY else joined([told, said(f"each_{time.step}")])


def _rows(time: Timeline, counts: Mapping[date, int], daily: bool) -> Table:
    yes = words().legend["practised"]
    return tuple(
        (time.name(start), yes if daily else str(count)) for start, count in counts.items() if count
    )


def _calendar(time: Timeline, counts: Mapping[date, int]) -> tuple[float, list[str]]:
    """A row for each day of the week and a column for each week."""
    monday = time.starts[0] - timedelta(days=time.starts[0].weekday())
    weeks = (time.last - monday).days // _WEEK + 1
    above, keys = key(_key())
    plot = Plot(left=_LEFT, top=above + 20, height=_WEEK * _CELL, columns=weeks)
    width = min(_WIDEST, plot.column_width)
    parts = [*keys, *_weekdays(plot)]
    for on, count in counts.items():
        if on < (time.since or on):
            continue
        week, day = divmod((on - monday).days, _WEEK)
        middle = plot.left + (week + 0.5) * width, plot.top + (day + 0.5) * _CELL
        parts.append((_done if count else _not_done)(*middle))
    below = plot.bottom + LETTER + 4
    every = -(-weeks // 5)
    parts += [
        text(plot.left + (week + 0.5) * width, below, _week(monday, week), "middle")
        for week in range(0, weeks, every)
    ]
    return plot.bottom + DAYS + 4, parts


def _week(monday: date, week: int) -> str:
    return short_day(monday + timedelta(days=week * _WEEK))


def _key() -> Sequence[Key]:
    legend = words().legend
    return [(_done, legend["practised"]), (_not_done, legend["not_practised"])]


def _weekdays(plot: Plot) -> list[str]:
    return [
        text(plot.left - 10, plot.top + day * _CELL + LETTER, name, "end")
        for day, name in enumerate(words().weekdays.names)
    ]


def _done(x: float, y: float) -> str:
    return f'<circle class="done" cx="{at(x)}" cy="{at(y)}" r="11"/>'


def _not_done(x: float, y: float) -> str:
    return f'<circle class="not-done" cx="{at(x)}" cy="{at(y)}" r="3"/>'


def _bars(time: Timeline, counts: Mapping[date, int]) -> tuple[float, list[str]]:
    """The days of each week or month, upright."""
    most, marks = (_WEEK, (0, 3, 7)) if time.step is Step.WEEK else (_LONGEST_MONTH, (0, 15, 31))
    plot = Plot(left=_LEFT - 18, top=22, height=_BARS, columns=len(time.starts))
    gap = min(2.0, plot.column_width / 6)
    parts = levels(plot, marks, 0, most)
    for n, count in enumerate(counts.values()):
        high = plot.height_of(count / most)
        if count:
            width = plot.column_width - 2 * gap
            parts.append(box(plot.edge(n) + gap, high, width, plot.bottom - high, "bar"))
    parts += days_below(plot, time, plot.bottom + LETTER + 4)
    return plot.bottom + DAYS + 4, parts

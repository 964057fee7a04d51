"""Minutes of practice by what they were for, as level bars."""

from collections.abc import Sequence

from psoas.charts.chart import Chart
from psoas.charts.drawing import LETTER, RIGHT, WIDTH, box, picture, text
from psoas.charts.words import said, words

_BAR = 14
_ROW = LETTER + _BAR + 16
_TOP = 4


def minutes_chart(goals: Sequence[tuple[str, float]], name: str = "minutes") -> Chart:
    """Minutes for each goal, in the order given; each bar against the longest."""
    most = max((minutes for _goal, minutes in goals), default=0.0)
    sentence = _sentence(goals)
    parts = [part for n, goal in enumerate(goals) for part in _bar(_TOP + n * _ROW, *goal, most)]
    title = words().titles["minutes"]
    return Chart(
        svg=picture(name, title, sentence, _TOP + len(goals) * _ROW, parts) if goals else "",
        title=title,
        sentence=sentence,
        headings=(words().headings["goal"], words().headings["minutes"]),
        rows=tuple((goal, _whole(minutes)) for goal, minutes in goals),
    )


def _bar(y: float, goal: str, minutes: float, most: float) -> list[str]:
    """The name and the minutes above, the bar below."""
    right = WIDTH - RIGHT
    share = minutes / most if most else 0.0
    top = y + LETTER + 6
    return [
        text(0, y + LETTER - 2, goal),
        text(right, y + LETTER - 2, _whole(minutes), "end", "strong"),
        box(0, top, right, _BAR, "trough", 3),
        box(0, top, max(3.0, share * right), _BAR, "bar", 3),
    ]


def _sentence(goals: Sequence[tuple[str, float]]) -> str:
    if not goals:
        return said("nothing_done")
    goal, minutes = max(goals, key=lambda pair: pair[1])
    total = sum(minutes for _goal, minutes in goals)
    return said("minutes", total=_whole(total), name=goal, minutes=_whole(minutes))


def _whole(minutes: float) -> str:
    """Whole minutes; what is less than one isn't nothing."""
    return "<1" if 0 < minutes < 0.5 else f"{minutes:.0f}"

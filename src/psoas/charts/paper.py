"""Charts for paper: with colours of their own, for what prints them knows no page's style."""

from functools import cache
from importlib.resources import files

from psoas.charts.chart import Chart

LETTER = 16
"""The height of letters in a picture 600 wide."""


def on_paper(chart: Chart, letter: int = LETTER, font: str = "sans-serif") -> str:
    """The picture with its colours, for light paper; empty where there is none.

    `letter` is the height of its letters where the picture is 600 wide, up to 24.
    """
    letters = f"text {{ font-family: {font}; font-size: {letter}px; }}"
    return chart.svg.replace("><title", f"><style>{letters}{colours()}</style><title", 1)


@cache
def colours() -> str:
    """The style of every class that charts use."""
    file = files("psoas.charts") / "data" / "paper.css"
    return file.read_text(encoding="utf-8")

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from psoas.charts.chart import Step, Timeline, daily
from psoas.charts.drawing import WIDTH

FIRST = date(2026, 3, 2)
SVG = "{http://www.w3.org/2000/svg}"


def on(day):
    """So many days after the first."""
    return FIRST + timedelta(days=day)


def days(count):
    return daily(FIRST, on(count - 1))


def weeks(count):
    starts = tuple(on(7 * n) for n in range(count))
    return Timeline(starts=starts, last=starts[-1] + timedelta(days=6), step=Step.WEEK)


def months(count):
    starts = tuple(date(2016 + n // 12, n % 12 + 1, 1) for n in range(count))
    return Timeline(starts=starts, last=starts[-1], step=Step.MONTH)


class Seen:
    """A picture as it is drawn."""

    def __init__(self, svg):
        self.root = ElementTree.fromstring(svg)
        self.width, self.height = map(float, self.root.get("viewBox").split()[2:])

    def of(self, look):
        return [each for each in self.root.iter() if each.get("class") == look]

    def words(self):
        return [each.text for each in self.root.iter(f"{SVG}text")]

    def first(self, tag):
        return self.root.find(f"{SVG}{tag}").text

    def beyond(self):
        """What lies outside of the picture."""
        return [each.attrib for each in self.root.iter() if not self._inside(each)]

    def _inside(self, each):
        places = {name: float(each.get(name, 0)) for name in ("x", "y", "cx", "cy")}
        ends = (
            places["x"] + float(each.get("width", 0)),
            places["y"] + float(each.get("height", 0)),
        )
        points = [float(n) for pair in each.get("points", "").split() for n in pair.split(",")]
        across = [places["x"], places["cx"], ends[0], *points[::2]]
        down = [places["y"], places["cy"], ends[1], *points[1::2]]
        return all(-0.1 <= x <= WIDTH + 0.1 for x in across) and all(
            -0.1 <= y <= self.height + 0.1 for y in down
        )


@pytest.fixture
def seen():
    """Reads a chart's picture; fails where it isn't well-formed or something lies outside."""

    def read(chart):
        picture = Seen(chart.svg)
        assert picture.beyond() == []
        assert picture.root.get("role") == "img"
        assert picture.first("title") == chart.title
        assert picture.first("desc") == chart.sentence
        assert all(len(row) == len(chart.headings) for row in chart.rows)
        assert not re.search(r"style=|#[0-9a-f]{3}", chart.svg)
        return picture

    return read

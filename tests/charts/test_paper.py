import re
from importlib.resources import files
from pathlib import Path

import pytest
from tests.charts.conftest import FIRST, Seen, days

from psoas.charts.pain import pain_chart, pain_line
from psoas.charts.paper import colours, on_paper

ROOT = Path(__file__).parents[2]


@pytest.fixture
def chart():
    return pain_chart(days(5), [pain_line("before", {FIRST: 3})])


def classes(style):
    """Every class that a style has a rule for."""
    return {*re.findall(r"\.([a-z][a-z0-9-]+)", re.sub(r"\{[^}]*\}", "", style))}


def test_on_paper_a_chart_brings_its_own_colours(chart):
    style = Seen(on_paper(chart, 12, "Some Font")).root.find("{http://www.w3.org/2000/svg}style")
    assert "font-size: 12px" in style.text
    assert "Some Font" in style.text
    assert colours() in style.text
    assert "var(" not in style.text


def test_the_picture_itself_has_no_style_of_its_own(chart):
    assert "<style" not in chart.svg


def test_paper_and_pages_know_the_same_classes():
    page = (ROOT / "browser/src/style/charts.css").read_text()
    paper = files("psoas.charts").joinpath("data/paper.css").read_text()
    of_charts = page[page.index(".chart text") :]
    known = classes(of_charts) - {"chart", "chart-card"}
    assert known == classes(paper)


def test_nothing_has_nothing_on_paper():
    from psoas.charts.minutes import minutes_chart

    assert on_paper(minutes_chart([])) == ""

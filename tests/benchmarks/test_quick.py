"""Each figure can be taken, and stands beside a baseline; how fast it is, no test says."""

import re
import sys
from contextlib import redirect_stdout
from io import StringIO

import benchmarks.__main__ as command
import pytest
from benchmarks import articles
from benchmarks.table import Row, per_second

FIGURES = (
    r"verdicts on all \d+ exercises",
    r"articles read from text",
    r"articles read from HTML",
    r"the worst of 20 broken pages",
    r"the most memory that they took",
    "plan a day, empty diary",
    "plan a day, diary of four weeks",
    "from its snapshot",
    r"FHIR bundle of four weeks \(\d+ kB\)",
    r"FHIR bundle of two weeks \(\d+ kB\)",
    r"table of days of four weeks \(\d+ kB\)",
    r"copy of four weeks \(\d+ kB\)",
    "bring the copy of four weeks back",
    r"the page Progress, diary of two weeks \(\d+ kB\)",
    r"the page Progress, diary of four weeks \(\d+ kB\)",
    "the page Progress, diary of four weeks, all of it shown",
    r"calendar feed of five sessions a week, chosen anew 120 times",
    r"calendar feed of five sessions a week, chosen once \(\d+ kB\)",
    "psoas today .*from cold",
    r"pages per second of / ",
    r"pages per second of /library ",
    "forward kinematics, frames one at a time",
    "forward kinematics, frames 1,000 together",
    "the largest clip",
    "script of a frame of the figure, .*, median",
    "script of a frame of the figure, .*, 90th percentile",
)


@pytest.fixture(scope="module")
def printed():
    """What `python -m benchmarks --quick` prints."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as out:
        patch.setattr(sys, "argv", ["benchmarks", "--quick"])
        command.main()
    return out.getvalue()


@pytest.mark.parametrize("figure", FIGURES)
def test_each_figure_is_printed_beside_a_baseline_of_the_same_run(printed, figure):
    block = next(block for block in printed.split("\n\n") if re.search(figure, block))
    assert re.search(r"beside .+\d", block)
    assert re.search(r"times over +[\d,]+\.\d\d", block)


def test_without_annotated_pages_there_is_no_score(monkeypatch, tmp_path):
    monkeypatch.setattr(articles, "SCORE", tmp_path / "score.py")
    assert list(articles.scores()) == []


def test_where_they_are_the_score_is_what_their_program_says(monkeypatch, tmp_path):
    score = tmp_path / "score.py"
    score.write_text("import sys; print(sys.argv[1:])")
    monkeypatch.setattr(articles, "SCORE", score)
    (told,) = articles.scores()
    assert str(tmp_path) in told
    assert "read {file} --json" in told


def test_a_limit_says_whether_it_is_kept():
    quick = Row(what="a", seconds=0.001, baseline="b", baseline_seconds=0.0005, limit=0.020)
    slow = Row(what="a", seconds=0.030, baseline="b", baseline_seconds=0.0005, limit=0.020)
    assert list(quick.lines())[-1].endswith("20.00 ms, kept")
    assert list(slow.lines())[-1].endswith("20.00 ms, NOT kept")


def test_a_figure_is_so_many_times_its_baseline():
    row = Row(what="a", seconds=0.002, baseline="b", baseline_seconds=0.0005, shown=per_second)
    first, second, third = row.lines()
    assert first.split() == ["a", "500", "a", "second"]
    assert second.split()[-3:] == ["2,000", "a", "second"]
    assert third.split() == ["times", "over", "4.00"]

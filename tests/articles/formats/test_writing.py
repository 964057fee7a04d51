import pytest

from psoas.articles.formats.writing import Lines


@pytest.fixture
def lines():
    return Lines(1000)


def test_a_line_is_written_with_single_blanks(lines):
    lines.add("Lie  on\n")
    lines.add(" your back ")
    assert lines.text() == "Lie on your back"


def test_headings_stand_alone(lines):
    lines.add("Before")
    lines.heading(2)
    lines.add("Bridge", bold=True)
    lines.end_block()
    lines.add("Lift")
    assert lines.text() == "Before\n\n## Bridge\n\nLift"


def test_no_heading_is_deeper_than_six(lines):
    lines.heading(9)
    lines.add("Bridge")
    assert lines.text() == "###### Bridge"


def test_items_are_indented_by_the_lists_they_stand_in(lines):
    for marker, depth, words in (("1.", 0, "Lie"), ("-", 1, "softly"), ("", 0, "2. Lift")):
        lines.item(marker, depth)
        lines.add(words)
    assert lines.text() == "1. Lie\n  - softly\n2. Lift"


def test_lists_within_lists_without_end_are_not_indented_without_end(lines):
    lines.item("-", 500)
    lines.add("Lift")
    assert lines.text() == " " * 12 + "- Lift"


def test_a_mark_waits_for_its_words(lines):
    lines.item("-", 0)
    lines.end_line()
    lines.add("Lift")
    assert lines.text() == "- Lift"


def test_cells_stand_in_one_line(lines):
    for words in ("Bridge", "", "10 times"):
        lines.add(words)
        lines.end_cell()
    assert lines.text() == "Bridge | | 10 times"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("Cat ", True), (" ", False), ("and cow", True)], "**Cat and cow**"),
        ([("Cat", True), (" and cow", False)], "Cat and cow"),
        ([("x" * 81, True)], "x" * 81),
        ([("2*3", True)], "2*3"),
    ],
)
def test_a_short_line_all_in_bold_is_marked(lines, pieces, text):
    for words, bold in pieces:
        lines.add(words, bold=bold)
    assert lines.text() == text


def test_nothing_is_taken_beyond_the_limit():
    lines = Lines(10)
    for _ in range(1000):
        lines.add("four")
    assert lines.full
    assert lines.text() == "four" * 3

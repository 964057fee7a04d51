import sys
from datetime import timedelta

import pytest
from tests.plan.people import SETTLED
from tests.sharing.printed import printed as read_back

from psoas.cli.places import now, opened_practice
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags


@pytest.fixture
def known(folder):
    """Somebody who may do most things."""

    def describe(*raised):
        with opened_practice() as practice:
            practice.describe(SETTLED)
            replies = {
                flag: Reply.YES if flag in raised else Reply.NO for flag in load_flags().by_id
            }
            practice.answer("full", {flag: Answer(reply=one) for flag, one in replies.items()})

    describe()
    return describe


def test_a_report_is_written_for_its_owner_alone(run, known, tmp_path):
    file = tmp_path / "mine.pdf"
    result = run("report", file, "--name", "Sam Okafor", "--range", "all")
    assert result.exit_code == 0, result.stderr
    assert str(file) in result.stdout
    assert file.stat().st_mode & 0o077 == 0
    paper = read_back(file.read_bytes())
    assert len(paper.pages) == 2
    assert "Sam Okafor" in paper.pages[0]


def test_without_a_name_the_file_is_called_by_its_day(printed, known, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for what in ("report", "sheet"):
        named = f"psoas-{what}-{now():%Y-%m-%d}.pdf"
        assert printed(what, "--json") == {"file": named}
        assert (tmp_path / named).read_bytes().startswith(b"%PDF")


def test_standard_output_takes_the_bytes_and_nothing_else(run, refused, known):
    assert run("sheet", "-").stdout_bytes.startswith(b"%PDF")
    assert "Name a FILE" in refused("sheet", "-", "--json")


def test_it_never_writes_over_a_file_unasked(refused, run, known, tmp_path):
    file = tmp_path / "mine.pdf"
    file.write_text("precious")
    assert "--replace" in refused("report", file)
    assert run("report", file, "--replace").exit_code == 0


def test_a_report_begins_on_the_day_that_is_asked_for(run, refused, known, tmp_path):
    today = now().date()
    assert run("report", tmp_path / "a.pdf", "--since", today).exit_code == 0
    later = today + timedelta(days=1)
    assert "still to come" in refused("report", tmp_path / "b.pdf", "--since", later)
    assert not (tmp_path / "b.pdf").exists()
    refused("report", tmp_path / "b.pdf", "--since", "yesterday")


def test_letters_that_cant_be_printed_are_told(run, known, tmp_path):
    result = run("report", tmp_path / "mine.pdf", "--name", "李明")
    assert result.exit_code == 0
    assert "became □" in result.stderr


def test_a_routine_is_printed_and_an_unknown_one_refused(run, refused, known, tmp_path):
    file = tmp_path / "mine.pdf"
    assert run("sheet", file, "--routine", "yoga-six").exit_code == 0
    assert read_back(file.read_bytes()).count("H1") == 1
    assert "yoga-six" in refused("sheet", tmp_path / "b.pdf", "--routine", "yoga-sex")


def test_a_sheet_fits_where_and_how_long(run, known, tmp_path):
    short, file = tmp_path / "short.pdf", tmp_path / "mine.pdf"
    assert run("sheet", short, "--minutes", "5", "--setting", "desk").exit_code == 0
    assert run("sheet", file).exit_code == 0
    headings = [read_back(each.read_bytes()).count("H2") for each in (short, file)]
    assert headings[0] < headings[1]


def test_under_an_open_danger_sign_the_sheet_lists_no_exercise(run, known, tmp_path):
    known("ces_saddle")
    file = tmp_path / "mine.pdf"
    assert run("sheet", file).exit_code == 0
    paper = read_back(file.read_bytes())
    assert "Get help now" in paper.text
    assert not paper.pictures


def test_of_somebody_unknown_there_is_nothing_to_print(refused):
    for what in ("report", "sheet"):
        assert "doesn't know you yet" in refused(what)


def test_where_the_package_is_missing_one_sentence_says_what_to_do(
    run, known, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "typst", None)
    for what in ("report", "sheet"):
        result = run(what, tmp_path / "mine.pdf")
        assert result.exit_code != 0
        assert "install psoas[report]" in result.stderr
        assert result.stderr.count("\n") == 1
    assert not (tmp_path / "mine.pdf").exists()

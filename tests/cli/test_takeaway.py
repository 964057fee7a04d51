import json

import pytest
from tests.diary.copies import REFUSED

from psoas.cli.places import opened_practice
from psoas.diary.unpacking import MOST_BYTES
from psoas.plan.events import EventKind


@pytest.fixture
def diary(folder):
    """A diary with two entries."""
    with opened_practice() as practice:
        for theme in ("dark", "light"):
            practice.record(EventKind.SETTINGS, {"theme": theme})


def test_a_round_trip_loses_nothing(run, printed, diary, tmp_path, monkeypatch):
    file = tmp_path / "mine.json"
    assert run("export", file).exit_code == 0
    assert file.stat().st_mode & 0o077 == 0
    before = printed("export")
    assert json.loads(file.read_text()) == before
    monkeypatch.setenv("PSOAS_DATA", str(tmp_path / "elsewhere"))
    assert printed("import", file, "--json") == {"events": 2}
    assert printed("export", "-") == before
    assert "2 entries" in run("import", file).stdout
    assert printed("export") == before


def test_an_export_never_writes_over_a_file_unasked(run, refused, diary, tmp_path):
    file = tmp_path / "mine.json"
    file.write_text("precious")
    assert "--replace" in refused("export", file)
    assert file.read_text() == "precious"
    assert run("export", file, "--replace").exit_code == 0
    assert len(json.loads(file.read_text())["events"]) == 2


def test_an_export_says_where_it_is(printed, diary, tmp_path):
    file = tmp_path / "mine.json"
    assert printed("export", file, "--json") == {"file": str(file), "events": 2}


def test_an_export_that_cant_be_written_leaves_nothing_behind(refused, diary, tmp_path):
    assert "is a folder" in refused("export", tmp_path)
    refused("export", tmp_path / "no" / "such" / "folder.json")
    assert not list(tmp_path.glob("**/*.part"))


@pytest.mark.parametrize("wrong", REFUSED)
def test_a_file_that_is_no_copy_is_refused_and_changes_nothing(
    run, refused, printed, diary, folder, tmp_path, monkeypatch, wrong
):
    file = tmp_path / "copy.json"
    monkeypatch.setenv("PSOAS_DATA", str(tmp_path / "elsewhere"))
    with opened_practice() as practice:
        practice.record(EventKind.MORNING, {"pain": 3})
    run("export", file)
    monkeypatch.setenv("PSOAS_DATA", str(folder))
    before = printed("export")
    file.write_bytes(REFUSED[wrong](file.read_bytes()))
    refused("import", file)
    assert printed("export") == before
    assert len(before["events"]) == 2


def test_a_file_that_is_ten_times_too_large_is_refused_unread(refused, printed, diary, tmp_path):
    before, file = printed("export"), tmp_path / "large.json"
    with file.open("wb") as opened:
        opened.truncate(10 * MOST_BYTES)
    assert "far too large" in refused("import", file)
    assert printed("export") == before


def test_standard_input_is_read_as_a_copy_too(run, refused, printed, diary):
    copy = run("export").stdout
    assert printed("import", "-", "--json", given=copy) == {"events": 2}
    assert "damaged" in refused("import", "-", given=copy[:99])


def test_erasing_asks_first(run, refused, printed, diary):
    result = run("erase", given="n\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2 entries" in result.stderr and "Nothing was removed." in result.stderr
    assert run("erase", given="").exit_code == 2
    assert len(printed("export")["events"]) == 2
    assert "Nothing of yours" in run("erase", given="y\n").stdout
    assert printed("export")["events"] == []


def test_erasing_can_be_told_not_to_ask(printed, diary):
    assert printed("erase", "--yes", "--json") == {"erased": 2}
    assert printed("erase", "--yes", "--json") == {"erased": 0}


def test_where_nothing_is_nothing_is_made(run, folder):
    assert run("erase").stdout == "There was nothing.\n"
    assert not folder.exists()


def test_a_damaged_diary_is_one_sentence(run, folder):
    folder.mkdir()
    (folder / "diary.db").write_bytes(b"not a diary at all " * 500)
    for command in (["export"], ["today"], ["erase", "--yes"], ["serve", "--no-browser"]):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "damaged" in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_folder_that_is_a_file_is_told(run, refused, tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("")
    assert "--data" in refused("export", "--data", file)
    monkeypatch.setenv("PSOAS_DATA", str(file))
    result = run("export")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_data_names_the_folder_before_or_after_the_command(run, tmp_path, folder):
    for words in (["--data", tmp_path / "a", "export"], ["export", "--data", tmp_path / "b"]):
        assert run(*words).exit_code == 0
    assert (tmp_path / "a" / "diary.db").exists()
    assert (tmp_path / "b" / "diary.db").exists()
    assert not folder.exists()


def test_a_database_that_is_not_there_is_one_sentence(run, monkeypatch):
    monkeypatch.setenv("PSOAS_DATABASE_URL", "nonsense")
    result = run("export")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "PSOAS_DATABASE_URL" in result.stderr


def test_erasing_removes_what_is_kept_of_a_fault_too(run, diary, folder):
    (folder / "last-fault.txt").write_text("words of the diary")
    assert run("erase", "--yes").exit_code == 0
    assert not (folder / "last-fault.txt").exists()

import os
import subprocess
import sys

import click
import pytest

from psoas.cli.errors import LONGEST, PlainGroup, one_line


def command_that(action):
    group = PlainGroup("psoas")
    group.add_command(click.Command("do", callback=action))
    return group


def exit_of(action, capsys):
    with pytest.raises(SystemExit) as exit_:
        command_that(action).main(["do"], prog_name="psoas")
    return exit_.value.code, capsys.readouterr()


def test_a_fault_is_one_sentence_and_its_details_are_kept_in_the_folder(capsys, folder):
    def fail():
        raise ZeroDivisionError("nobody should read this")

    code, output = exit_of(fail, capsys)
    assert code == 1
    assert output.err.startswith("Psoas made a mistake here")
    assert "nobody should read this" not in output.err
    kept = folder / "last-fault.txt"
    assert "nobody should read this" in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0


def test_a_fault_is_told_even_where_nothing_can_be_written(capsys, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PSOAS_DATA", str(tmp_path / "file"))

    def fail():
        raise ZeroDivisionError

    code, output = exit_of(fail, capsys)
    assert code == 1
    assert "details" not in output.err


def test_interrupting_is_quiet(capsys):
    def interrupt():
        raise KeyboardInterrupt

    code, output = exit_of(interrupt, capsys)
    assert code == 130
    assert (output.out + output.err).strip() == ""


def test_a_message_is_one_line_without_control_characters():
    assert one_line("a\nb\x1b[31mc") == "a b [31mc"
    assert len(one_line("x" * 10_000)) == LONGEST + 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "Did you mean"),
        (["check"], "--answers"),
        (["check", "--nonsense"], "--nonsense"),
        (["library"], "psoas library --help"),
        (["today", "--minutes", "many"], "--minutes"),
        (["serve", "--port", "70000"], "--port"),
    ],
)
def test_wrong_use_is_told_with_where_to_look(refused, arguments, says):
    assert says in refused(*arguments)


def test_a_reader_that_goes_away_is_no_drama():
    script = f"{sys.executable} -m psoas verdict --all --json | head -c 10"
    result = subprocess.run(
        script, shell=True, capture_output=True, text=True, timeout=120, env=os.environ
    )
    assert result.stdout.startswith("{")
    assert result.stderr == ""

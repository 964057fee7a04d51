import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from psoas.cli import main
from psoas.safety.flags import load_flags


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The diary of each test lies in a folder of its own."""
    place = tmp_path / "diary"
    monkeypatch.setenv("PSOAS_DATA", str(place))
    monkeypatch.delenv("PSOAS_DATABASE_URL", raising=False)
    return place


@pytest.fixture
def run():
    """Run a command in this process."""

    def run(*arguments, given=None):
        return CliRunner().invoke(main, [str(one) for one in arguments], input=given)

    return run


@pytest.fixture
def printed(run):
    """The JSON object that a command prints, and nothing else."""

    def printed(*arguments, given=None):
        result = run(*arguments, given=given)
        assert result.exit_code == 0, result.stderr
        assert result.stderr == ""
        return json.loads(result.stdout)

    return printed


@pytest.fixture
def refused(run):
    """The one sentence with which a command refuses bad input."""

    def refused(*arguments, given=None):
        result = run(*arguments, given=given)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        return result.stderr

    return refused


@pytest.fixture
def psoas():
    """The command as it is installed, in a process of its own."""
    command = Path(sys.executable).with_name("psoas")

    def psoas(*arguments, given=""):
        words = [str(command), *map(str, arguments)]
        return subprocess.run(
            words, input=given, capture_output=True, text=True, timeout=120, env=os.environ
        )

    return psoas


@pytest.fixture
def write(tmp_path):
    """A file with some JSON, or with a text as it is."""

    def write(content, name="given.json"):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return write


@pytest.fixture
def answers():
    """A safety check on which everything was answered no."""
    return {"flags": dict.fromkeys(load_flags().by_id, "no"), "on": "2026-03-02"}


@pytest.fixture
def described(answers):
    """A person, as a file gives one."""
    return {
        "on": "2026-03-02",
        "age": 45,
        "where": ["back", "left_thigh"],
        "pain": 3,
        "irritability": "low",
        "eases": "unknown",
        "conditions": [],
        "equipment": ["chair", "mat"],
        "lie_on": ["floor", "bed"],
        "place": "home",
        "minutes": 10,
        "times_per_day": 1,
        "check": answers,
    }

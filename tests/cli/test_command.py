"""The command as it is installed, in a process of its own."""

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from psoas.cli.places import opened_practice
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person_file import person_from_json

COMMANDS = [
    ["check", "--answers", "-", "--json"],
    ["today", "--person", "-", "--json"],
    ["respond", "--input", "-", "--json"],
    ["script", "--session", "-", "--json"],
    ["import", "-"],
]


def test_one_object_on_standard_output(psoas, answers, described):
    for words, given in (
        (["check", "--answers", "-"], answers),
        (["today", "--person", "-"], described),
        (["respond", "--input", "-"], {"pain_during": 9}),
        (["verdict", "childs_pose", "--condition", "knee_oa"], {}),
        (["library", "list"], {}),
    ):
        result = psoas(*words, "--json", given=json.dumps(given))
        assert (result.returncode, result.stderr) == (0, ""), words
        assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_junk_is_one_sentence_and_exit_code_2(psoas, words):
    result = psoas(*words, given='{"flags": ')
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_it_starts_without_what_it_does_not_need(described, tmp_path):
    person = tmp_path / "person.json"
    person.write_text(json.dumps(described))
    script = (
        "import sys\n"
        "from psoas.cli import main\n"
        "try:\n"
        f"    main(['today', '--person', {str(person)!r}, '--json'])\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'sqlalchemy', 'alembic', 'fastapi', 'uvicorn', 'rich', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120
    )
    assert result.stderr == "[]\n"


def test_the_version_and_the_module_work_too(psoas):
    told = subprocess.run(
        [sys.executable, "-m", "psoas", "--version"], capture_output=True, text=True, timeout=120
    )
    assert told.stdout == psoas("--version").stdout


def test_a_terminal_without_curly_quotes_is_no_fault(psoas, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert psoas("library", "list").returncode == 0
    result = psoas("verdict", "pigeon_pos")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


@pytest.fixture
def known(described):
    """A diary of someone who has told about their back and answered the check."""
    del described["check"], described["on"]
    no = Answer(reply=Reply.NO)
    with opened_practice() as practice:
        practice.describe(person_from_json(described, "person"))
        practice.answer("full", dict.fromkeys(load_flags().by_id, no))


def test_what_the_diary_knows_is_planned_and_written_out(psoas, known):
    session = json.loads(psoas("today", "--json").stdout)
    script = json.loads(psoas("script", "--json").stdout)
    assert session["steps"][0]["exercise"] == script["moments"][0]["exercise"]
    assert json.loads(psoas("today", "--json", "--minutes", "5").stdout)["seconds"] <= 6 * 60


@pytest.fixture
def ctrl_c_is_heard():
    """Programs that are started in the background would ignore Ctrl-C, and so would theirs."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
@pytest.mark.usefixtures("ctrl_c_is_heard")
def test_a_session_without_a_keyboard_is_printed_in_time_until_ctrl_c(psoas, known):
    command = Path(sys.executable).with_name("psoas")
    words = [str(command), "start", "--minutes", "5"]
    with subprocess.Popen(words, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, text=True) as session:
        try:
            title, first = (session.stdout.readline() for _ in range(2))
            session.send_signal(signal.SIGINT)
            _, err = session.communicate(timeout=60)
        finally:
            session.kill()
    assert "minutes." in title and first.startswith("0:00  First: ")
    assert (session.returncode, err.strip()) == (130, "")
    kept = json.loads(psoas("export").stdout)["events"]
    assert kept[-1]["kind"] == "session_started"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
@pytest.mark.usefixtures("ctrl_c_is_heard")
def test_it_serves_until_ctrl_c_and_leaves_quietly():
    command = Path(sys.executable).with_name("psoas")
    words = [str(command), "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(words, stdout=PIPE, stderr=PIPE, text=True) as server:
        try:
            address = server.stdout.readline().split()[3]
            with urllib.request.urlopen(address, timeout=60) as page:
                assert page.status == 200
            server.send_signal(signal.SIGINT)
            out, err = server.communicate(timeout=60)
        finally:
            server.kill()
    assert (server.returncode, out, err) == (0, "", "")

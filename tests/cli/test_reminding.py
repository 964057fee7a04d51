import sys
from datetime import UTC, datetime, time, timedelta

import pytest

from psoas.cli import noticing, reminding
from psoas.cli.places import opened_practice
from psoas.plan.events import EventKind
from psoas.practice.timing import choose
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person_file import person_from_json
from psoas.sharing.timetable import Slot, Timetable

TEN = datetime(2026, 3, 2, 10, 1, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """Set the person's clock."""

    def at(moment):
        monkeypatch.setattr("psoas.cli.places.now", lambda: moment)

    return at


@pytest.fixture
def punctual(described, at):
    """Someone at ten on a Monday, who had chosen ten o'clock the day before."""
    del described["check"], described["on"]
    at(TEN - timedelta(days=1))
    timetable = Timetable(
        slots=(Slot(weekday=0, at=time(10)),), zone="UTC", starts=TEN.date(),
        chosen_at=TEN - timedelta(days=1),
    )  # fmt: skip
    with opened_practice() as practice:
        practice.describe(person_from_json(described, "person"))
        no = Answer(reply=Reply.NO)
        practice.answer("full", dict.fromkeys(load_flags().by_id, no))
        choose(practice, timetable, {"remind": True})
    at(TEN)


class Desktop(list):
    """What a desktop has shown; there is none until a test says so."""

    is_there = False

    def __call__(self, *words):
        if self.is_there:
            self.append(words)
        return self.is_there


@pytest.fixture
def desktop(monkeypatch):
    desktop = Desktop()
    monkeypatch.setattr(reminding, "notify", desktop)
    return desktop


def silent(result):
    return (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_chosen_time_is_said_once(run, punctual, desktop):
    result = run("remind")
    assert result.exit_code == 0
    assert result.stdout == (
        "Time to move: It is after 10:00, the time you chose. Your session is ready when you are.\n"
    )
    assert silent(run("remind"))


def test_where_there_is_a_desktop_it_shows_it_and_prints_nothing(run, punctual, desktop):
    desktop.is_there = True
    assert silent(run("remind"))
    assert [title for title, _words in desktop] == ["Time to move"]


def test_what_the_browser_has_said_is_not_said_again(run, punctual, desktop):
    from psoas.practice.reminding import remind
    from psoas.practice.reminding import reminding as due_now

    with opened_practice() as practice:
        assert remind(practice, due_now(practice).due)
    assert silent(run("remind"))


def test_of_two_timers_one_is_silent(run, punctual, desktop, monkeypatch):
    monkeypatch.setattr("psoas.practice.reminding.is_reminded", lambda *_: False)
    assert run("remind").stdout
    assert silent(run("remind"))


def test_at_any_other_time_it_is_silent(run, punctual, desktop, at):
    at(TEN + timedelta(hours=3))
    assert silent(run("remind"))


def test_nobody_and_nothing_chosen_are_silent_and_make_no_diary(run, desktop, folder):
    assert silent(run("remind"))
    assert not folder.exists()
    with opened_practice():
        pass
    assert silent(run("remind"))


def test_one_command_stops_it(run, punctual, desktop):
    assert "Reminders are off" in run("remind", "--stop").stdout
    assert silent(run("remind"))


def test_with_json_it_says_whether_one_is_due(printed, punctual, desktop):
    told = printed("remind", "--json")
    assert (told["due"], told["time"], told["title"]) == (True, "2026-03-02T10:00", "Time to move")
    assert printed("remind", "--json") == {"due": False}


class TestDesktop:
    """How a notification is shown."""

    @pytest.fixture
    def asked(self, monkeypatch):
        """The commands that would have been run, where both programs are there."""
        commands = []
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

        def notify(platform, environment, title="-t", words='"; do shell script "x"'):
            monkeypatch.setattr(sys, "platform", platform)
            said = noticing.notify(title, words, lambda c: not commands.append(c), environment)
            return said, commands[-1] if commands else None

        return notify

    def test_on_linux_with_a_desktop(self, asked):
        said, command = asked("linux", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/x"})
        assert said
        assert command == ["notify-send", "--app-name=Psoas", "--", "-t", '"; do shell script "x"']

    def test_on_a_mac_the_words_are_no_part_of_the_script(self, asked):
        said, command = asked("darwin", {})
        assert said
        assert command[-2:] == ["-t", '"; do shell script "x"']
        assert "shell" not in command[2]

    def test_without_a_desktop_there_is_none(self, asked):
        assert asked("linux", {}) == (False, None)
        assert asked("win32", {}) == (False, None)

    def test_a_program_that_is_missing_or_fails_shows_nothing(self):
        assert not noticing.run(["/nowhere/at/all"])
        assert not noticing.run([sys.executable, "-c", "raise SystemExit(3)"])
        assert noticing.run([sys.executable, "-c", ""])


def test_a_reminder_is_kept_in_the_diary(run, punctual, desktop):
    run("remind")
    with opened_practice() as practice:
        [event] = practice.happened([EventKind.REMINDED])
    assert event.data["time"] == "2026-03-02T10:00"

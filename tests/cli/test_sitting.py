import os
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from psoas.cli import busy as busy_module
from psoas.cli import sitting as desk_module
from psoas.cli.busy import Busy, busy, what_can_be_known
from psoas.cli.errors import Refused
from psoas.cli.places import opened_diary
from psoas.cli.sitting import sit
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person_file import person_from_json

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Sitting:
    """Somebody at a desk, and the time on their clock."""

    def __init__(self, diary):
        self.now, self.calls, ids = NINE, [], count()
        self.practice = Practice(diary, load(), lambda: self.now, lambda: f"id-{next(ids)}")
        self.started = []
        self.open = True

    def sleep(self, seconds):
        assert 0 < seconds <= 300
        self.now += timedelta(seconds=seconds)

    def busy(self):
        return self.calls.pop(0) if self.calls else None

    def start(self, practice, options):
        self.started.append((options["only"], self.now - NINE))
        practice.nothing_new()
        check_in = {"back": 3, "leg": 0, "left": 0, "right": 0, "painkiller": False}
        session = practice.begin(check_in, options).session if self.open else None
        if session:
            practice.enough(practice.session(session))
        return session

    def sits(self):
        sit(self.practice, self.sleep, self.busy, self.start)

    def told(self):
        return [e.data["what"] for e in self.practice.happened([EventKind.DESK_BREAK])]


@pytest.fixture
def sitting(described, folder, monkeypatch):
    """Somebody who may do most things and sits down at nine."""
    del described["check"], described["on"]
    monkeypatch.setattr(desk_module, "notify", lambda *_: False)
    with opened_diary() as diary:
        sitting = Sitting(diary)
        sitting.practice.describe(person_from_json(described, "person"))
        no = Answer(reply=Reply.NO)
        sitting.practice.answer("full", dict.fromkeys(load_flags().by_id, no))
        yield sitting


@pytest.fixture
def typing(monkeypatch):
    """Type these keys, one for each question, and then leave."""

    def typing(*keys):
        rest = list(keys)

        def typed(question):
            if not rest:
                raise EOFError
            return rest.pop(0)

        monkeypatch.setattr("builtins.input", typed)

    return typing


def minutes(life):
    return (life.now - NINE) / timedelta(minutes=1)


def test_a_break_comes_after_the_minutes_set_and_is_guided(sitting, typing, capsys):
    typing("b", "n")
    sitting.sits()
    said = capsys.readouterr().out
    assert "A short break every 45 minutes." in said
    assert "Time for a break: Seated figure-4 stretch" in said
    assert sitting.started == [("seated_figure_4", timedelta(minutes=45))]
    assert said.endswith("No more breaks today. They start again tomorrow.\n")
    assert minutes(sitting) == 90
    assert sitting.told() == ["done", "not_today"]


def test_what_is_put_off_comes_back_as_another_one_half_an_hour_later(sitting, typing, capsys):
    typing("x", "l", "n")
    sitting.sits()
    said = capsys.readouterr().out
    assert said.index("Seated figure-4") < said.index("Seated crossed-leg knee pull")
    assert minutes(sitting) == 75
    assert sitting.told() == ["later", "not_today"]


def test_during_a_call_it_waits_and_says_why_once(sitting, typing, capsys):
    sitting.calls = [Busy.MICROPHONE, Busy.MICROPHONE, Busy.CAMERA]
    typing("n")
    sitting.sits()
    said = capsys.readouterr().out
    assert said.count("so the break waits") == 1
    assert minutes(sitting) == 48


def test_a_walk_is_told_as_done(sitting, typing, capsys, monkeypatch):
    monkeypatch.setattr("psoas.practice.desking.break_sessions", lambda *_: {})
    typing("d", "n")
    sitting.sits()
    assert "Stand up and walk a little" in capsys.readouterr().out
    assert sitting.told() == ["done", "not_today"]


def test_where_nobody_can_type_it_says_so(sitting, typing):
    typing()
    with pytest.raises(Refused, match="Nobody is here"):
        sitting.sits()
    assert sitting.told() == []


def test_what_is_not_open_after_all_is_put_off(sitting, typing):
    sitting.open = False
    typing("b", "n")
    sitting.sits()
    assert sitting.told() == ["later", "not_today"]


def test_it_is_guided_as_any_session(sitting, typing, monkeypatch):
    seen = []
    monkeypatch.setattr("psoas.cli.starting.guide", lambda *how: seen.append(how) or "id")
    assert desk_module._start(sitting.practice, {"only": "x"}) == "id"
    assert seen[0][:2] == (sitting.practice, {"only": "x"})


def test_a_danger_sign_ends_it_at_once(sitting, capsys):
    flags = dict.fromkeys(load_flags().by_id, Answer(reply=Reply.NO))
    sitting.practice.answer("full", flags | {"ces_saddle": Answer(reply=Reply.YES)})
    sitting.sits()
    assert "safety check comes first" in capsys.readouterr().out
    assert minutes(sitting) == 0


def test_in_quiet_hours_it_waits_for_their_end(sitting, typing):
    quiet = {"quiet_from": "09:30", "quiet_until": "11:00"}
    sitting.practice.record(EventKind.SETTINGS, quiet)
    typing("n")
    sitting.sits()
    assert 120 <= minutes(sitting) <= 125


def test_the_command_keeps_the_minutes(run, described, monkeypatch, sitting):
    seen = []
    monkeypatch.setattr(desk_module, "sit", lambda practice, *_: seen.append(practice))
    assert run("desk", "--minutes", 30).exit_code == 0
    assert run("desk").exit_code == 0
    assert sitting.practice.setting("desk_minutes") == 30
    assert len(seen) == 2


def test_nobody_known_is_told_how_to_begin(refused):
    assert "doesn't know you yet" in refused("desk")


def test_too_short_a_time_is_refused(refused):
    assert "30<=x<=60" in refused("desk", "--minutes", 5)


class TestBusy:
    """What a computer tells of calls and of not being disturbed."""

    @pytest.fixture
    def asked(self, tmp_path):
        """The answer of a computer whose programs print these words."""

        def asked(**prints):
            return busy(lambda command: prints.get(command[0], ""), tmp_path)

        return asked

    def test_nothing_speaks_against_it(self, asked):
        assert asked() is None
        assert asked(pactl="\n", gsettings="true\n") is None

    def test_a_program_that_records(self, asked):
        assert asked(pactl="61\t0\t84\tPipeWire\ts16le\n") is Busy.MICROPHONE

    @pytest.mark.parametrize(("state", "found"), [("RUNNING", Busy.MICROPHONE), ("CLOSED", None)])
    def test_a_sound_card_that_records(self, asked, tmp_path, state, found):
        card = tmp_path / "proc/asound/card0/pcm0c/sub0"
        card.mkdir(parents=True)
        (card / "status").write_text(f"state: {state}\nowner_pid: 1\n")
        playing = tmp_path / "proc/asound/card0/pcm0p/sub0"
        playing.mkdir(parents=True)
        (playing / "status").write_text("state: RUNNING\n")
        assert asked() is found

    def test_a_camera_that_is_open(self, asked, tmp_path):
        files = tmp_path / "proc/4711/fd"
        files.mkdir(parents=True)
        (files / "0").symlink_to("/dev/null")
        assert asked() is None
        (files / "7").symlink_to("/dev/video0")
        assert asked() is Busy.CAMERA

    def test_what_cannot_be_read_is_passed_over(self, asked, tmp_path):
        (tmp_path / "proc/1").mkdir(parents=True)
        (tmp_path / "proc/1/fd").write_text("no folder")
        (tmp_path / "proc/asound/card0/pcm0c/sub0/status").mkdir(parents=True)
        assert asked() is None

    def test_notifications_that_are_off(self, asked):
        assert asked(gsettings="false\n") is Busy.NOT_DISTURBED

    def test_each_reason_is_a_sentence(self):
        assert {reason.words for reason in Busy} == {
            "The microphone is in use, so the break waits.",
            "The camera is in use, so the break waits.",
            "You don’t want to be disturbed, so the break waits.",
        }

    @pytest.mark.parametrize(
        ("platform", "said"), [("linux", "GNOME"), ("darwin", "can’t be known")]
    )
    def test_it_says_what_can_be_known(self, monkeypatch, platform, said):
        monkeypatch.setattr(busy_module.sys, "platform", platform)
        assert said in what_can_be_known()

    def test_a_program_that_is_missing_or_fails_says_nothing(self, monkeypatch):
        assert busy_module.answer_of(["no-such-program"]) == ""
        assert busy_module.answer_of(["false"]) == ""
        assert busy_module.answer_of(["echo", "yes"]) == "yes\n"

        def broken(*_, **__):
            raise OSError(os.strerror(12))

        monkeypatch.setattr("subprocess.run", broken)
        assert busy_module.answer_of(["echo", "yes"]) == ""

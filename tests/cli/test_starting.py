from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from tests.cli.guided.short_session import FakeTime

from psoas.cli.errors import Refused
from psoas.cli.places import opened_diary
from psoas.cli.starting import guide
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.practice.desking import break_options, is_break
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags
from psoas.safety.person_file import person_from_json

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
OPTIONS = {"setting": None, "minutes": 5, "routine": None, "full": False}
LATER = timedelta(hours=2)


class Life:
    """A person's diary, and the time on their clock."""

    def __init__(self, diary):
        self.now = MONDAY
        ids = count()
        self.practice = Practice(diary, load(), lambda: self.now, lambda: f"id-{next(ids)}")

    def kinds(self, kind):
        return [dict(e.data) for e in self.practice.diary.events(kinds=[kind])]


@pytest.fixture
def life(described, folder):
    """Someone who has told about their back and answered the check, two hours ago."""
    del described["check"], described["on"]
    with opened_diary() as diary:
        life = Life(diary)
        life.practice.describe(person_from_json(described, "person"))
        no = Answer(reply=Reply.NO)
        life.practice.answer("full", dict.fromkeys(load_flags().by_id, no))
        life.now += LATER
        yield life


@pytest.fixture
def answering(monkeypatch):
    """Type these lines at the questions, and nothing after them."""

    def answering(*lines):
        rest = list(lines)

        def typed(question):
            if not rest:
                raise EOFError
            return rest.pop(0)

        monkeypatch.setattr("builtins.input", typed)
        return rest

    return answering


def start(life, *presses, **options):
    time = FakeTime(presses)
    return guide(life.practice, {**OPTIONS, **options}, time.keyboard, time.clock)


def done_once(life):
    """One session done, so that the next asks the short question."""
    start(life)
    life.now += LATER


def test_a_session_from_check_in_to_response(life, answering, capsys):
    left = answering("3", "", "2", "4", "1", "1")
    start(life)
    assert left == []
    output = capsys.readouterr().out
    assert "0:00  First: " in output and "Well done." in output
    (check_in,) = life.kinds(EventKind.CHECKED_IN)
    assert (check_in["back"], check_in["leg"], check_in["left"]) == (3, "unknown", "unknown")
    (response,) = life.kinds(EventKind.RESPONDED)
    assert (response["pain"], response["left"], response["right"]) == (2, 3, 0)
    assert response["neuro"] == "none"
    (ended,) = life.kinds(EventKind.SESSION_ENDED)
    assert (ended["completed"], ended["why"]) == (100, "none")
    done = life.kinds(EventKind.EXERCISE_DONE)
    assert done and all(one["completed"] == 100 for one in done)


def test_a_break_at_the_desk_is_one_exercise_and_is_called_a_break(life, answering, capsys):
    answering()
    identity = start(life, **break_options("seated_figure_4"))
    assert "Well done. That was your break." in capsys.readouterr().out
    done = life.kinds(EventKind.EXERCISE_DONE)
    assert {one["exercise"] for one in done} == {"seated_figure_4"}
    assert is_break(life.practice, identity)


def test_where_nobody_answers_everything_stays_unknown(life, answering):
    answering()
    start(life)
    assert life.kinds(EventKind.CHECKED_IN)[0]["back"] == "unknown"
    assert life.kinds(EventKind.RESPONDED) == []


def test_what_was_described_minutes_ago_is_not_asked_again(life, answering):
    life.now -= LATER
    left = answering("2", "", "", "")
    start(life)
    assert left == []
    assert life.kinds(EventKind.CHECKED_IN)[0]["back"] == 3


def test_the_short_question_must_be_answered(life, answering):
    answering()
    done_once(life)
    with pytest.raises(Refused, match="nobody answered"):
        start(life)
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 1


def test_nothing_new_is_written_down_and_the_session_starts(life, answering):
    answering()
    done_once(life)
    answering("what?", "n")
    start(life)
    assert life.kinds(EventKind.CHECK_ANSWERED)[-1]["scope"] == "short"
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 2


def test_a_danger_sign_opens_no_session_and_shows_what_to_do(life, answering, capsys):
    answering()
    done_once(life)
    first, *others = load_flags().groups
    flags = load_flags().of_group(first)
    contexts = len(flags[0].contexts)
    answering("y", "s", "y", *["n"] * contexts, *["n"] * (len(flags) - 1), *["n"] * len(others))
    start(life)
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 1
    assert life.practice.standing().clearance.flags[0].id == flags[0].id
    output = capsys.readouterr().out
    assert "Get help now" in output and "No session is open" in output


def test_after_two_weeks_the_whole_check_is_asked(life, answering):
    life.now += timedelta(days=15)
    answering(*["n"] * len(load_flags().groups))
    start(life)
    assert [check["scope"] for check in life.kinds(EventKind.CHECK_ANSWERED)] == ["full", "full"]
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 1


def test_a_session_that_was_broken_off_goes_on_where_it_was(life, answering, capsys):
    answering()
    with pytest.raises(KeyboardInterrupt):
        interrupted(life, after=150)
    before = life.kinds(EventKind.EXERCISE_DONE)
    assert before and not life.kinds(EventKind.SESSION_ENDED)
    life.now += timedelta(minutes=10)
    start(life)
    assert "Going on where you were." in capsys.readouterr().out
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 1
    parts = [(one["step"], one["side"]) for one in life.kinds(EventKind.EXERCISE_DONE)]
    assert len(parts) == len(set(parts))


def test_hours_later_what_was_done_was_enough_and_a_fresh_one_starts(life, answering, capsys):
    answering()
    with pytest.raises(KeyboardInterrupt):
        interrupted(life, after=150)
    life.now += LATER
    answering("n")
    start(life)
    assert "What you did counts" in capsys.readouterr().out
    first, second = life.kinds(EventKind.SESSION_ENDED)
    assert first["enough"] and first["session"] != second["session"]
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 2


def interrupted(life, after):
    class Closing(FakeTime):
        def read(self, seconds):
            if self.seconds > after:
                raise KeyboardInterrupt
            return super().read(seconds)

    time = Closing()
    guide(life.practice, OPTIONS, time.keyboard, time.clock)


def test_stopping_because_of_pain_is_written_down(life, answering):
    answering("3", "2", "", "", "", "")
    start(life, (60, "q"), (61, "2"))
    (ended,) = life.kinds(EventKind.SESSION_ENDED)
    assert (ended["why"], ended["enough"]) == ("pain", False)


def test_something_that_is_too_much_is_eased_or_left_out(life, answering):
    answering()
    start(life, (60, "h"), (61, "3"), (70, " "))
    (hurt,) = life.kinds(EventKind.HURT)
    assert hurt["what"] == "too_much"
    assert len(life.kinds(EventKind.SESSION_ENDED)) == 1


def test_chest_pain_ends_it_with_what_to_do_now(life, answering, capsys):
    answering()
    start(life, (60, "h"), (61, "6"))
    assert life.kinds(EventKind.SESSION_ENDED)[0]["why"] == "worried"
    assert life.kinds(EventKind.RESPONDED) == []
    assert "Get help now" in capsys.readouterr().out


def test_a_numb_saddle_afterwards_asks_at_once_and_shows_what_to_do(life, answering, capsys):
    answering("3", "", "2", "1", "1", "4")
    start(life)
    assert life.kinds(EventKind.RESPONDED)[0]["neuro"] == "saddle"
    assert "Get help now" in capsys.readouterr().out


def test_a_slip_of_the_finger_is_asked_again(life, answering, capsys):
    left = answering("11", "three", "3", "", "", "9", "1", "", "")
    start(life)
    assert left == []
    assert life.kinds(EventKind.CHECKED_IN)[0]["back"] == 3
    assert life.kinds(EventKind.RESPONDED)[0]["left"] == 0
    output = capsys.readouterr().out
    assert "Type a number from 0 to 10" in output and "Type a number from 1 to 6" in output


def worse_session(life, answering, neuro="1"):
    """A session after which the pain was higher; `neuro` is the answer about tingling."""
    answering("2", "", "4", "", "", neuro)
    start(life)


def test_next_time_it_asks_whether_a_worse_session_has_settled(life, answering):
    worse_session(life, answering)
    life.now += LATER
    left = answering("3", "n", "3", "", "2", "", "", "1")
    start(life)
    assert left == []
    (settled,) = life.kinds(EventKind.SETTLED)
    first = life.kinds(EventKind.RESPONDED)[0]
    assert settled == {"session": first["session"], "minutes": 60, "neuro": "unknown"}


def test_what_became_of_tingling_is_asked_where_there_was_some(life, answering):
    worse_session(life, answering, neuro="2")
    life.now += LATER
    answering("2", "1", "n")
    start(life)
    (settled,) = life.kinds(EventKind.SETTLED)
    assert (settled["minutes"], settled["neuro"]) == (15, "transient")


def test_tingling_that_stays_asks_about_danger_signs_at_once(life, answering, capsys):
    worse_session(life, answering, neuro="2")
    life.now += LATER
    answering("5", "3", "s", "y", *["n"] * 10)
    start(life)
    assert len(life.kinds(EventKind.SESSION_STARTED)) == 1
    assert "Speak to someone today or tomorrow" in capsys.readouterr().out


def test_what_is_left_open_is_not_stored_and_asked_again(life, answering):
    worse_session(life, answering)
    life.now += timedelta(days=1)
    with pytest.raises(Refused, match="nobody answered"):
        answering()
        start(life)
    assert life.kinds(EventKind.SETTLED) == life.kinds(EventKind.MORNING) == []
    assert life.practice.standing().morning_wanted


def test_the_next_day_it_asks_how_it_was_on_waking(life, answering):
    answering()
    start(life)
    life.now += timedelta(days=1)
    left = answering("5", "1", "2", "n", "3", "", "2", "", "", "1")
    start(life)
    assert left == []
    (morning,) = life.kinds(EventKind.MORNING)
    assert morning == {"pain": 5, "left": 3, "right": 1, "up_under_1h": False}


def test_on_waking_it_may_reach_elsewhere_than_described(life, answering):
    answering()
    start(life)
    life.now += timedelta(days=1)
    answering("5", "2", "5", "", "1", "n")
    start(life)
    (morning,) = life.kinds(EventKind.MORNING)
    assert morning == {"pain": 5, "left": 4, "right": "unknown", "up_under_1h": True}

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.cli.guided.short_session import SCRIPT, FakeTime

from psoas.cli.guided.player import ASLEEP, said_between
from psoas.coach import Script
from psoas.practice import Act

LEFT = {"step": 0, "exercise": "exercise_0", "side": "left", "seconds": 20, "completed": 100}
RIGHT = {**LEFT, "side": "right"}
WALK = {"step": 1, "exercise": "exercise_1", "side": "both", "seconds": 60, "completed": 100}


def ended(completed, why="none", enough=False):
    return ("session_ended", {"completed": completed, "why": why, "enough": enough})


def test_a_session_that_nobody_touches_is_played_to_its_end(play, shown, kept):
    assert play().why == "none"
    assert shown.said == [
        (0, "First."),
        (10, "Hold."),
        (20, "Half."),
        (30, "Now the right."),
        (40, "Hold again."),
        (60, "Walk."),
        (120, "That was it."),
    ]
    assert kept.events == [
        ("exercise_done", LEFT),
        ("exercise_done", RIGHT),
        ("exercise_done", WALK),
        ended(100),
    ]


def test_a_pause_neither_stretches_nor_loses_a_hold(play, shown, kept):
    play((15, " "), (500, " "))
    assert kept.events[0] == ("exercise_done", LEFT)
    assert kept.events[-1] == ended(100)
    assert [text for _, text in shown.said].count("Hold.") == 1
    assert any(view.paused for view in shown.views)


def test_a_skipped_exercise_is_left_out_and_what_was_done_of_it_counts(play, kept):
    play((20, "n"))
    assert kept.events == [
        ("exercise_done", {**LEFT, "seconds": 10, "completed": 50}),
        ("exercise_skipped", {"step": 0, "exercise": "exercise_0"}),
        ("exercise_done", WALK),
        ended(70),
    ]


def test_skipping_the_ending_ends_it(play, kept):
    play((121, "n"))
    assert kept.events[-1] == ended(100)
    assert all(kind != "exercise_skipped" for kind, _ in kept.events)


def test_back_begins_this_side_again(play, shown, kept):
    play((50, "b"))
    said = [text for _, text in shown.said]
    assert said.count("Hold again.") == 2
    assert said.count("Hold.") == 1
    assert kept.events[-1] == ended(100)


def test_what_was_done_before_counts_after_going_on(play, kept):
    play(start=60)
    assert kept.events == [("exercise_done", WALK), ended(60)]


@pytest.mark.parametrize(
    ("key", "why", "enough"), [("1", "none", True), ("2", "pain", False), ("4", "time", False)]
)
def test_stopping_asks_why_and_keeps_what_was_done(play, kept, key, why, enough):
    assert play((20, "q"), (25, key)).why == why
    assert kept.events == [
        ("exercise_done", {**LEFT, "seconds": 10, "completed": 50}),
        ended(10, why, enough),
    ]


def test_one_can_think_better_of_stopping(play, kept):
    play((20, "q"), (25, "x"), (60, " "))
    assert kept.events[-1] == ended(100)


def test_what_hurts_is_left_out_and_the_rest_waits_until_the_person_is_ready(play, shown, kept):
    play((15, "h"), (20, "1"), (100, " "))
    assert kept.events == [
        ("exercise_done", {**LEFT, "seconds": 5, "completed": 25}),
        ("hurt", {"what": "sharp", "exercise": "exercise_0"}),
        ("exercise_skipped", {"step": 0, "exercise": "exercise_0"}),
        ("exercise_done", WALK),
        ended(65),
    ]
    assert (60, "Left out. Press space when you are ready.") in shown.said


def test_what_hurts_goes_on_as_the_rules_change_it(play, shown, kept):
    gentler = tuple(replace(m, say=f"Gentler: {m.say}") for m in SCRIPT.moments)
    script = Script(title="Eased", moments=gentler)
    kept.act = Act(act="ease", say="Ease off.", script=script, resume_at=40)
    play((15, "h"), (20, "3"), (30, " "))
    said = [text for _, text in shown.said]
    assert said[-3:] == ["Gentler: Hold again.", "Gentler: Walk.", "Gentler: That was it."]
    assert "Now the right." not in said
    assert kept.events[-1] == ended(85)


@pytest.mark.parametrize(
    ("act", "key", "why"), [("end", "4", "interrupted"), ("card", "6", "worried")]
)
def test_what_hurts_can_end_it(play, kept, act, key, why):
    kept.act = Act(act=act, say="Stop here.", card="emergency")
    stop = play((15, "h"), (20, key))
    assert (stop.why, stop.act) == (why, kept.act)
    assert kept.events[-1] == ended(5, why)


def test_a_wrong_key_leaves_everything_as_it_is(play, kept):
    play((12, "x"), (15, "h"), (16, "x"), (20, " "))
    assert [kind for kind, _ in kept.events].count("hurt") == 0
    assert kept.events[-1] == ended(100)


def test_time_that_the_computer_slept_is_not_counted(shown, kept):
    from psoas.cli.guided.player import player

    class Sleepy(FakeTime):
        def read(self, seconds):
            if 14 < self.seconds < 15:
                self.seconds += 100 * ASLEEP
            return super().read(seconds)

    time = Sleepy()
    player(SCRIPT, kept, time, shown, time.clock).run()
    assert kept.events[0] == ("exercise_done", LEFT)
    assert time.seconds > SCRIPT.seconds + 100 * ASLEEP - 1


def test_everything_is_said_once_however_time_is_cut():
    whole = said_between(SCRIPT, 0, SCRIPT.seconds)
    cuts = [0, 0.1, 10, 20, 20.5, 60, SCRIPT.seconds]
    pieces = [said_between(SCRIPT, a, b) for a, b in pairwise(cuts)]
    assert [text for piece in pieces for text in piece] == whole

import pytest

from psoas.body import Side
from psoas.coach import MomentKind, Playback, chapters, position_at, resume_at, write

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


@pytest.fixture
def script(library, planned, session):
    return write(session(planned("stretch", LEFT, RIGHT), planned("rest", hold=60)), library)


@pytest.fixture
def playing(script):
    return Playback(script=script).play(100)


def starts(script):
    return [chapter.start for chapter in chapters(script)]


def test_the_position_is_a_moment_and_the_seconds_in_it(script):
    second = script.moments[1]
    assert position_at(script, second.start + 2) == (second, 2)
    assert position_at(script, -5) == (script.moments[0], 0)
    last = script.moments[-1]
    assert position_at(script, 1e6) == (last, last.seconds)


def test_every_side_of_every_exercise_is_a_chapter(script):
    assert [(c.step, c.side) for c in chapters(script)] == [(0, LEFT), (0, RIGHT), (1, BOTH)]


def test_it_goes_on_at_the_first_side_that_is_not_done(script):
    assert resume_at(script, []) == 0
    assert resume_at(script, [(0, LEFT)]) == starts(script)[1]
    assert resume_at(script, [(0, LEFT), (0, RIGHT), (1, BOTH)]) == script.seconds


def test_time_runs_by_the_clock(playing):
    assert playing.position(112.5) == 12.5
    assert not playing.is_over(112.5)


def test_a_clock_set_back_takes_nothing_back(playing):
    assert playing.position(50) == 0


def test_it_ends_with_the_script(playing, script):
    assert playing.position(1e6) == script.seconds
    assert playing.is_over(1e6)


def test_a_pause_neither_stretches_nor_loses_anything(playing):
    paused = playing.pause(110)
    assert paused.is_paused
    assert paused.position(5000) == 10
    assert paused.play(5000).position(5003) == 13


def test_playing_again_while_it_plays_changes_nothing(playing):
    assert playing.play(110).position(115) == playing.position(115)


def test_skip_leaves_the_exercise_out_whichever_side_it_is_on(playing, script):
    assert playing.skip(110).position(110) == starts(script)[2]
    assert playing.seek(starts(script)[1], 110).skip(110).position(110) == starts(script)[2]


def test_skip_in_the_last_exercise_goes_to_the_ending_and_then_to_the_end(playing, script):
    ending = playing.seek(starts(script)[2], 110).skip(110)
    assert position_at(script, ending.position(110))[0].kind is MomentKind.END
    assert ending.skip(110).is_over(110)


def test_skip_keeps_a_pause(playing):
    assert playing.pause(110).skip(110).is_paused


def test_back_goes_to_the_beginning_of_this_side(playing, script):
    second = starts(script)[1]
    assert playing.seek(second + 9, 110).back(110).position(110) == second


def test_back_just_after_a_beginning_goes_one_further(playing, script):
    second = starts(script)[1]
    assert playing.seek(second + 2, 110).back(110).position(110) == 0
    assert playing.back(101).position(101) == 0


def test_it_never_goes_outside_the_script(playing, script):
    assert playing.seek(-3, 110).position(110) == 0
    assert playing.seek(1e6, 110).position(110) == script.seconds

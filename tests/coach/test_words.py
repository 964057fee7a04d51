import pytest

from psoas.coach import Words, words_for
from psoas.coach.words import count_word, duration, speech_seconds, times


@pytest.mark.parametrize(
    ("done", "words"),
    [(0, Words.FULL), (4, Words.FULL), (5, Words.SHORT), (20, Words.SHORT), (21, Words.COUNTS)],
)
def test_there_are_fewer_words_the_more_sessions_are_done(done, words):
    assert words_for(done) is words


def test_what_the_person_chose_stands():
    assert words_for(500, Words.FULL) is Words.FULL


def test_a_calm_voice_says_five_words_in_two_seconds():
    assert speech_seconds("One two three four five") == 2
    assert speech_seconds("One two three four five", rate=2) == 1


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [(1, "1 second"), (30, "30 seconds"), (60, "1 minute"), (150, "2 minutes 30 seconds")],
)
def test_durations_are_spoken_in_whole_minutes_where_there_are_some(seconds, spoken):
    assert duration(seconds) == spoken


def test_counts_are_spoken():
    assert [times(1), times(2), times(10)] == ["once", "twice", "10 times"]
    assert [count_word(3), count_word(16)] == ["Three", "16"]

"""Whether it is right about people whose truth is known; docs/progress.md has larger numbers."""

from functools import partial

import pytest
from tools.progress_simulations import (
    ever_told,
    half_do_something,
    nothing_works,
    one_does,
    try_exercises,
    try_trend,
)

TEN_WEEKS = 70


@pytest.fixture(scope="module")
def unchanged():
    return try_trend(200, 1, days=TEN_WEEKS)


@pytest.fixture(scope="module")
def without_effects():
    return try_exercises(60, 2, nothing_works, days=TEN_WEEKS, told=0.9)


def test_intervals_of_the_trend_hold_the_truth_about_nine_times_in_ten(unchanged):
    changing = try_trend(150, 3, days=TEN_WEEKS, change=-2.0)
    assert 0.85 <= (unchanged.covered + changing.covered) / 2 <= 0.95


def test_no_more_than_one_in_twenty_is_told_of_a_change_that_isnt_there(unchanged):
    assert unchanged.said.get("better", 0) <= 0.05
    assert unchanged.said.get("worse", 0) <= 0.05


def test_few_are_misled_who_look_again_and_again():
    assert ever_told(60, 4, weeks=12).get("better", 0) <= 0.1


def test_a_large_change_is_seen_in_most_people_within_half_a_year():
    assert try_trend(40, 5, days=182, change=-3.0).said["better"] > 0.5
    assert try_trend(40, 6, days=182, change=2.5).said["worse"] > 0.5


def test_intervals_of_exercises_hold_the_truth_about_nine_times_in_ten():
    found = try_exercises(60, 7, half_do_something, days=TEN_WEEKS, told=0.9)
    assert 0.85 <= found.covered <= 0.95


def test_where_nothing_works_nothing_is_said_to(without_effects):
    assert without_effects.said.get("better", 0) <= 0.05
    assert without_effects.said.get("worse", 0) <= 0.05


def test_a_harmful_exercise_is_noticed_in_most_people_within_ten_weeks():
    found = try_exercises(60, 8, partial(one_does, 1.5), days=TEN_WEEKS, told=0.9)
    assert found.said["noticed"] > 0.5

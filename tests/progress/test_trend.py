from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.progress.days import Day
from psoas.progress.telling import trend_told
from psoas.progress.trend import Told, Verdict, is_it_helping, pain_told
from psoas.progress.trend_rules import trend_rules

FIRST = date(2026, 3, 2)


def on(day):
    return FIRST + timedelta(days=day)


def told(values, missing=()):
    return [Told(on=on(n), value=v) for n, v in enumerate(values) if n not in missing]


def wobbling(levels, size=1.0, seed=1):
    """Whole numbers about these levels."""
    noise = np.random.default_rng(seed).normal(0, size, len(levels))
    return [int(min(10, max(0, round(v)))) for v in np.array(levels) + noise]


def helping(values, day=None, missing=()):
    return is_it_helping(told(values, missing), on(len(values) - 1 if day is None else day))


def falling(days, start, end):
    return list(np.linspace(start, end, days))


def test_with_nothing_told_it_is_too_early_and_says_until_when():
    trend = is_it_helping([], FIRST)
    assert trend.verdict is Verdict.TOO_EARLY
    assert trend.possible_on == on(27)


def test_the_day_it_names_is_the_day_on_which_it_answers():
    values = wobbling([5] * 28)
    early = helping(values[:10])
    assert early.because == "few"
    assert early.possible_on == on(27)
    assert helping(values[:27]).change is None
    assert helping(values).change is not None


def test_too_early_is_told_with_the_day():
    verdict, sentence = trend_told(helping(wobbling([5] * 10)))
    assert verdict == "Too early to say."
    assert "from 29 March 2026" in sentence


def test_a_clear_fall_is_better():
    trend = helping(wobbling(falling(70, 7, 3)))
    assert trend.verdict is Verdict.BETTER
    assert trend.possible_on is None
    assert trend.change.high < 0


def test_a_clear_rise_is_worse():
    assert helping(wobbling(falling(70, 3, 6))).verdict is Verdict.WORSE


def test_the_same_level_is_no_clear_change():
    trend = helping(wobbling([5] * 70))
    assert (trend.verdict, trend.because) == (Verdict.NO_CLEAR_CHANGE, "steady")


def test_a_bad_first_week_is_not_called_getting_better():
    assert helping(wobbling([9] * 7 + [5] * 63)).because == "steady"


def test_words_and_sentences_know_every_answer():
    assert set(trend_rules().verdicts) == {verdict.value for verdict in Verdict}


@pytest.mark.parametrize(
    ("levels", "size", "because"),
    [
        ([5] * 30 + [4.2] * 33, 0.4, "little_less"),
        ([5] * 30 + [5.7] * 33, 0.4, "little_more"),
        ([5] * 30 + [5.6] * 33, 1.6, "no_better"),
        ([6] * 24 + [4.3] * 18, 2.4, "maybe_better"),
        ([3] * 24 + [5.2] * 18, 2.6, "maybe_worse"),
        ([5] * 63, 4.0, "varied"),
        ([5] * 35, 3.0, "wide"),
    ],
)
def test_every_answer_has_its_sentence(levels, size, because):
    """Of some made-up person with these levels."""
    found = (helping(wobbling(levels, size, seed)) for seed in range(200))
    trend = next(one for one in found if one.because == because)
    assert trend_told(trend)[1]


def test_a_small_change_is_not_called_better_however_sure():
    trend = helping(wobbling([5] * 33 + [4] * 51, 0.2))
    assert trend.change.less > trend_rules().looking.sure_to_say
    assert trend.verdict is Verdict.NO_CLEAR_CHANGE


def test_before_six_weeks_a_wide_interval_is_too_early_with_a_day():
    trend = helping(wobbling([5] * 35, 3.0))
    assert trend.verdict is Verdict.TOO_EARLY
    assert on(34) < trend.possible_on <= on(41)


def test_silence_of_late_is_too_early_and_says_how_many_days_are_missing():
    values = wobbling([5] * 60)
    trend = helping(values, missing=range(40, 58))
    assert trend.because == "silent"
    assert trend.possible_on == on(59 + 3)


def test_a_silent_start_is_made_up_for_by_the_days_after_it():
    trend = helping(wobbling([5] * 80), missing=range(2, 30))
    assert trend.before.first == on(30)


def test_with_too_few_days_between_start_and_now_it_is_too_early():
    assert helping(wobbling([5] * 60), missing=range(1, 50)).because == "few"
    assert helping(wobbling([5] * 60), missing=[n for n in range(45) if n % 9]).because == "few"


def test_days_later_than_today_are_not_looked_at():
    values = wobbling([5] * 40 + [0] * 40)
    assert helping(values, day=39) == helping(values[:40])


def test_the_order_in_which_days_are_given_is_nothing():
    values = told(wobbling(falling(50, 6, 4)))
    assert is_it_helping(values[::-1], on(49)) == is_it_helping(values, on(49))


def test_of_two_values_on_one_day_the_greater_counts():
    values = told(wobbling([5] * 50))
    assert is_it_helping([*values, *told([0] * 50)], on(49)) == is_it_helping(values, on(49))


def test_the_pain_of_a_day_is_the_worse_of_back_and_leg_at_check_in():
    days = [Day(on=on(0), back=3, leg=5, waking=9), Day(on=on(1), waking=4)]
    assert pain_told(days) == (Told(on=on(0), value=5),)


whole_numbers = st.integers(0, 10)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | whole_numbers, max_size=120), st.integers(-5, 20))
def test_whatever_is_told_there_is_an_answer_and_a_sentence(values, later):
    known = [Told(on=on(n), value=v) for n, v in enumerate(values) if v is not None]
    today = on(len(values) + later)
    trend = is_it_helping(known, today)
    assert "{" not in trend_told(trend)[1]
    assert (trend.possible_on is None) or trend.possible_on > today
    assert (trend.possible_on is None) == (trend.verdict is not Verdict.TOO_EARLY)


def test_ten_years_are_compared_by_four_weeks():
    trend = helping(wobbling([6] * 1800 + [3] * 1850))
    assert trend.verdict is Verdict.BETTER
    assert (trend.days, trend.before.first, trend.now.last) == (28, on(7), on(3649))


@pytest.mark.parametrize(("before", "matters"), [(2, 1), (5, 1.5), (6, 1.8), (9, 2), (0, 1)])
def test_what_matters_is_30_per_cent_or_2_points_and_at_least_a_step(before, matters):
    assert trend_rules().matters.for_the_better(before) == pytest.approx(matters)

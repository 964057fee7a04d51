from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.progress.days import Day
from psoas.progress.exercises import GoesWith, exercises_and_mornings
from psoas.progress.mornings import mornings_of
from psoas.progress.telling import exercise_told

FIRST = date(2026, 3, 2)
NAMES = ("bridge", "twist", "walk", "clam")


def on(day):
    return FIRST + timedelta(days=day)


def diary(days=84, seed=5, shares=None, **effects):
    """Mornings about 4, moved by what was done the day before."""
    rng = np.random.default_rng(seed)
    found, after = [], 0.0
    for number in range(days):
        draws = zip(NAMES, rng.random(len(NAMES)), strict=True)
        done = [name for name, draw in draws if draw < (shares or {}).get(name, 0.5)]
        pain = round(4 + after + rng.normal(0, 0.8))
        found.append(Day(on=on(number), waking=pain, back=pain, seconds=dict.fromkeys(done, 60)))
        after = sum(effects.get(name, 0.0) for name in done)
    return found


def told(days, name, today=None):
    found = exercises_and_mornings(days, today or days[-1].on)
    return next(one for one in found if one.exercise == name)


def test_an_exercise_that_goes_with_worse_mornings_is_named():
    found = told(diary(twist=1.5), "twist")
    assert found.verdict is GoesWith.WORSE
    assert 0.3 < found.low < 1.5 < found.high < 2.5


def test_an_exercise_that_goes_with_better_mornings_is_named():
    assert told(diary(walk=-1.5), "walk").verdict is GoesWith.BETTER


def test_otherwise_it_cant_tell():
    found = exercises_and_mornings(diary(), on(83))
    assert [one.exercise for one in found] == sorted(NAMES)
    assert {one.verdict for one in found} == {GoesWith.CANT_TELL}
    assert {one.because for one in found} == {"unclear"}


def test_what_is_done_too_rarely_or_always_isnt_judged():
    days = diary(shares={"twist": 0.02, "walk": 0.98}, twist=3.0)
    assert told(days, "twist").because == "too_few_with"
    assert told(days, "walk").because == "too_few_without"
    assert told(days, "twist").change is None


def test_what_is_always_done_together_isnt_told_apart():
    days = [
        Day(
            on=d.on,
            waking=d.waking,
            back=d.back,
            seconds={**d.seconds, **({"stretch": 60} if "twist" in d.seconds else {})},
        )
        for d in diary(twist=1.5)
    ]
    assert {told(days, name).because for name in ("twist", "stretch")} == {"together"}


def test_few_days_are_no_evidence():
    assert all(one.change is None for one in exercises_and_mornings(diary(15), on(14)))
    assert exercises_and_mornings([], FIRST) == ()


def test_only_the_last_half_year_counts():
    old = diary(84, twist=1.5)
    assert exercises_and_mornings(old, on(84 + 200)) == ()


def test_days_later_than_today_are_not_looked_at():
    days = diary(84, twist=1.5)
    assert exercises_and_mornings(days, on(50)) == exercises_and_mornings(days[:51], on(50))


pain = st.none() | st.integers(0, 10)
some_days = st.lists(
    st.tuples(pain, pain, st.frozensets(st.sampled_from(NAMES)), st.none() | st.booleans()),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(some_days, st.integers(1, 3))
def test_whatever_is_told_every_exercise_has_a_finding_and_a_sentence(told_days, times):
    days = [
        Day(on=on(n), waking=waking, back=back, seconds=dict.fromkeys(done, 60), up_under_1h=soon)
        for n, (waking, back, done, soon) in enumerate(told_days * times)
    ]
    for one in exercises_and_mornings(days, on(200)):
        assert "{" not in exercise_told(one)[1]
        assert one.change is None or one.low <= one.change <= one.high


def test_a_row_needs_pain_that_day_and_the_next_morning():
    days = [
        Day(on=on(0), waking=4, seconds={"walk": 60}),
        Day(on=on(1), waking=5),
        Day(on=on(2), leg=6, up_under_1h=True),
        Day(on=on(3), waking=3, up_under_1h=True),
        Day(on=on(5), waking=2),
        Day(on=on(6)),
    ]
    rows = mornings_of(days, 100, on(6))
    assert rows.after.tolist() == [5, 3]
    assert rows.exercises == ("walk",)
    assert rows.done.tolist() == [[1], [0]]
    assert rows.beside[1][:3].tolist() == [6, 5, 0]


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (diary(twist=1.5), "twist"),
        (diary(walk=-1.5), "walk"),
        (diary(), "clam"),
        (diary(shares={"walk": 0.98}), "walk"),
        (diary(shares={"walk": 0.02}), "walk"),
    ],
)
def test_every_finding_has_its_sentence(days, name):
    verdict, sentence = exercise_told(told(days, name))
    assert verdict and "{" not in sentence

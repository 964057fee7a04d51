from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Place, Position, Surface
from psoas.library import Cap, Dose, Exercise, Kind, Quality, Rung, Sides, Status
from psoas.plan import dose
from psoas.plan.session import Amount
from psoas.safety.person import Irritability, Person

CAPS = {
    Kind.STATIC: Cap(
        hold=30, hold_from_65=60, repetitions=4, sets=1, floor_hold=5, floor_repetitions=1
    ),
    Kind.SLIDER: Cap(hold=3, repetitions=10, sets=2, floor_repetitions=3),
    Kind.MOVEMENT: Cap(hold=5, repetitions=10, sets=2, floor_repetitions=3),
    Kind.STRENGTH: Cap(repetitions=15, sets=3, floor_repetitions=3),
    Kind.WALKING: Cap(minutes=30, times_per_day=4, floor_minutes=2),
    Kind.EASE: Cap(minutes=10, floor_minutes=1),
    Kind.INFORMATION: Cap(),
}
CALF = frozenset({Place.LEFT_BELOW_KNEE})


def exercise(kind: Kind, **measures) -> Exercise:
    return Exercise(
        id="some_exercise",
        name="Some exercise",
        summary="Something to do.",
        kind=kind,
        status=Status.OK,
        quality=Quality.DRAFT,
        position=Position.SUPINE,
        surfaces=(Surface.FLOOR,),
        sides=Sides.BOTH,
        muscles=(),
        ladder=Rung(name="ladder", level=1),
        dose=Dose(**measures),
    )


def person(irritability: str, pain: int | None = 2, **facts) -> Person:
    return Person(irritability=Irritability(irritability), back_pain=pain, **facts)


def amount(hold: int, repetitions: int = 1, sets: int = 1) -> Amount:
    return Amount(hold_seconds=hold, repetitions=repetitions, sets=sets)


LONG = exercise(Kind.STATIC, start_hold=30, hold=(30, 30), start_repetitions=3)


@pytest.mark.parametrize(
    ("irritability", "pain", "hold"),
    [
        ("high", 2, 10), ("unknown", 2, 10), ("moderate", 2, 15), ("low", 2, 20),
        ("no_leg_symptoms", 3, 30), ("no_leg_symptoms", 4, 20), ("no_leg_symptoms", 5, 20),
        ("no_leg_symptoms", 6, 10), ("no_leg_symptoms", None, 10), ("low", 6, 10),
    ],
)  # fmt: skip
def test_a_first_hold_goes_by_irritability_and_resting_pain(irritability, pain, hold):
    start = dose.start_amount(LONG, person(irritability, pain), CAPS)
    assert start == amount(hold, 2)


def test_pain_today_counts_before_usual_pain():
    start = dose.start_amount(LONG, person("no_leg_symptoms", 1), CAPS, resting_pain=7)
    assert start.hold_seconds == 10


def test_no_leg_symptoms_said_by_someone_who_has_them_is_read_as_high():
    start = dose.start_amount(LONG, person("no_leg_symptoms", where=CALF), CAPS)
    assert start.hold_seconds == 10


def test_a_start_never_exceeds_the_exercises_own_start():
    short = exercise(Kind.STATIC, start_hold=5, hold=(5, 20), repetitions=(1, 2))
    assert dose.start_amount(short, person("low"), CAPS) == amount(5, 1)


def test_a_hold_that_the_exercise_does_not_start_itself_starts_at_its_least():
    ranged = exercise(Kind.STATIC, hold=(15, 30))
    assert dose.start_amount(ranged, person("low"), CAPS) == amount(15, 2)
    assert dose.start_amount(exercise(Kind.STATIC), person("low"), CAPS) == amount(20, 2)


def test_a_slider_starts_by_irritability():
    slider = exercise(Kind.SLIDER, hold=(1, 3), start_repetitions=10)
    assert dose.start_amount(slider, person("high"), CAPS) == amount(1, 5)
    assert dose.start_amount(slider, person("low"), CAPS) == amount(1, 10)


def test_movements_and_strength_start_at_their_own_repetitions():
    press = exercise(Kind.MOVEMENT, start_hold=2, repetitions=(6, 10))
    assert dose.start_amount(press, person("low"), CAPS) == amount(2, 6)
    assert dose.start_amount(exercise(Kind.STRENGTH), person("low"), CAPS) == amount(2, 5)


def test_walking_and_rest_start_in_minutes():
    walk = exercise(Kind.WALKING, start_minutes=5, minutes=(2, 30))
    rest = exercise(Kind.EASE, minutes=(2, 10))
    assert dose.start_amount(walk, person("high"), CAPS) == amount(300)
    assert dose.start_amount(rest, person("high"), CAPS) == amount(120)
    assert dose.start_amount(exercise(Kind.WALKING), person("high"), CAPS) == amount(120)
    assert dose.start_amount(exercise(Kind.INFORMATION), person("high"), CAPS) == amount(60)


@pytest.mark.parametrize(
    ("irritability", "nerve", "level", "slider"),
    [
        ("high", 1, 0, 5), ("unknown", 1, 0, 5), ("moderate", 2, 1, 8), ("low", 2, 2, 10),
        ("no_leg_symptoms", 3, 3, 0),
    ],
)  # fmt: skip
def test_nerve_load_is_allowed_by_irritability(irritability, nerve, level, slider):
    assert dose.nerve_allowance(person(irritability)) == dose.NerveAllowance(
        max_nerve=nerve, max_level=level, slider_repetitions=slider
    )


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        (Kind.STATIC, (10, 2), (15, 2)), (Kind.STATIC, (28, 2), (30, 2)),
        (Kind.STATIC, (30, 2), (30, 3)), (Kind.SLIDER, (2, 5), (2, 7)),
        (Kind.SLIDER, (2, 9), (2, 10)), (Kind.SLIDER, (2, 10), (2, 6, 2)),
        (Kind.SLIDER, (2, 10, 2), (2, 10, 2)), (Kind.MOVEMENT, (2, 5), (2, 6)),
        (Kind.MOVEMENT, (2, 10), (2, 6, 2)), (Kind.STRENGTH, (3, 14), (3, 15)),
        (Kind.STRENGTH, (3, 15), (3, 8, 2)), (Kind.STRENGTH, (3, 15, 2), (3, 11, 3)),
        (Kind.WALKING, (300,), (360,)), (Kind.WALKING, (1200,), (1440,)),
        (Kind.WALKING, (1800,), (960, 1, 2)), (Kind.WALKING, (1800, 1, 4), (1800, 1, 4)),
        (Kind.EASE, (120,), (120,)), (Kind.INFORMATION, (60,), (60,)),
    ],
)  # fmt: skip
def test_progress_is_one_step_of_one_thing(kind, now, then):
    assert dose.progressed(amount(*now), exercise(kind), CAPS, 45) == amount(*then)


def test_a_static_hold_at_its_most_is_due_for_the_next_level():
    assert dose.progressed(amount(30, 4), exercise(Kind.STATIC), CAPS, None) is None


def test_holds_grow_longer_from_65_on():
    assert dose.progressed(amount(30, 2), LONG, CAPS, 65) == amount(35, 2)
    assert dose.progressed(amount(30, 2), LONG, CAPS, 64) == amount(30, 3)


def test_a_hold_grows_no_longer_than_the_exercises_own_longest():
    twist = exercise(Kind.STATIC, start_hold=5, hold=(10, 20))
    assert dose.progressed(amount(20, 2), twist, CAPS, 70) == amount(20, 3)


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        (Kind.STATIC, (30, 2), (20, 2)), (Kind.STATIC, (10, 2), (5, 2)),
        (Kind.STATIC, (5, 2), (5, 1)), (Kind.STATIC, (5, 1), (5, 1)),
        (Kind.STATIC, (4, 2), (4, 1)), (Kind.SLIDER, (2, 10), (2, 7)),
        (Kind.SLIDER, (2, 10, 2), (2, 7, 2)), (Kind.SLIDER, (2, 2, 2), (2, 2, 1)),
        (Kind.MOVEMENT, (2, 4), (2, 3)), (Kind.STRENGTH, (2, 10), (2, 7)),
        (Kind.WALKING, (600,), (420,)), (Kind.WALKING, (120,), (120,)),
        (Kind.WALKING, (150,), (120,)), (Kind.EASE, (300,), (180,)),
    ],
)  # fmt: skip
def test_a_step_back_is_seven_tenths_rounded_down(kind, now, then):
    assert dose.regressed(amount(*now), exercise(kind), CAPS) == amount(*then)


def test_half_a_dose_is_rounded_down():
    assert dose.halved(amount(420), exercise(Kind.EASE), CAPS) == amount(180)


def test_a_whole_share_changes_nothing():
    assert dose.scaled(amount(17, 3), 1.0, LONG, CAPS) == amount(17, 3)


@pytest.mark.parametrize(
    ("best", "start", "step", "limit"),
    [(600, 200, 0, 720), (0, 200, 0, 200), (20, 10, 35, 55), (105, 0, 0, 126)],
)
def test_a_week_rises_by_a_fifth_at_most(best, start, step, limit):
    assert dose.weekly_limit(best, start, step) == limit


kinds = st.sampled_from([kind for kind in Kind if kind is not Kind.INFORMATION])
amounts = st.builds(amount, st.integers(1, 2000), st.integers(1, 20), st.integers(1, 4))
ages = st.none() | st.integers(18, 99)


def components(value: Amount) -> tuple[int, int, int]:
    return value.hold_seconds, value.repetitions, value.sets


@settings(max_examples=60, deadline=None)
@given(kinds, amounts, st.floats(0, 1))
def test_less_is_never_more_of_anything(kind, before, share):
    some = exercise(kind)
    after = dose.scaled(before, share, some, CAPS)
    assert all(a <= b for a, b in zip(components(after), components(before), strict=True))
    assert dose.scaled(after, share, some, CAPS).seconds <= after.seconds


@settings(max_examples=60, deadline=None)
@given(kinds, amounts, ages)
def test_stepping_back_ends_at_the_floor(kind, before, age):
    some = exercise(kind)
    now = dose.capped(before, some, CAPS, age)
    for _ in range(20):
        now = dose.regressed(now, some, CAPS)
    assert dose.at_floor(now, some, CAPS)


@settings(max_examples=60, deadline=None)
@given(kinds, amounts, ages)
def test_progress_stays_within_the_caps_and_never_shrinks(kind, before, age):
    some = exercise(kind)
    now = dose.capped(before, some, CAPS, age)
    then = dose.progressed(now, some, CAPS, age)
    if then is not None:
        assert dose.capped(then, some, CAPS, age) == then
        assert then.seconds >= now.seconds


def test_a_slider_is_never_held_longer_than_three_seconds():
    slider = exercise(Kind.SLIDER, start_hold=30, start_repetitions=5)
    now = dose.start_amount(slider, person("low"), CAPS)
    while (then := dose.progressed(now, slider, CAPS, 70)) != now:
        assert then is not None and then.hold_seconds <= 3
        now = then


def test_a_capped_amount_is_cut_to_every_cap():
    assert dose.capped(amount(90, 9, 3), LONG, CAPS, 40) == amount(30, 4, 1)
    assert dose.capped(replace(amount(90), sets=9), exercise(Kind.WALKING), CAPS, 40).sets == 4

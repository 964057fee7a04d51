from dataclasses import replace

import pytest

from psoas.library import Kind, load
from psoas.plan.dose import capped, progressed, start_amount
from psoas.plan.limits import caps_for
from psoas.plan.planned import Amount
from psoas.safety.person import Person

LIBRARY = load()
BENDY = Person(age=40, conditions=frozenset({"hypermobility"}))
IRRITABLE = Person(age=40, conditions=frozenset({"acute_irritable_nerve_root"}))
STENOSIS = Person(age=70, conditions=frozenset({"spinal_stenosis"}))


def most(exercise, person):
    """The most of an exercise that a person may do."""
    known = LIBRARY.exercises[exercise]
    huge = Amount(hold_seconds=10_000, repetitions=100, sets=10)
    return capped(huge, known, caps_for(known, person, LIBRARY), person.age)


def test_without_a_condition_the_caps_are_those_of_the_kind():
    known = LIBRARY.exercises["supine_figure_4"]
    assert caps_for(known, Person(age=40), LIBRARY) is LIBRARY.caps


@pytest.mark.parametrize(
    ("exercise", "person", "expected"),
    [
        ("chair_hamstring", BENDY, Amount(hold_seconds=15, repetitions=4)),
        ("seated_sciatic_slider", IRRITABLE, Amount(hold_seconds=2, repetitions=5)),
        ("walking_bouts", IRRITABLE, Amount(hold_seconds=300, repetitions=1, sets=4)),
        ("prone_lying", IRRITABLE, Amount(hold_seconds=60)),
        ("glute_bridge", IRRITABLE, Amount(hold_seconds=10_000, repetitions=5)),
        ("standing_twist", STENOSIS, Amount(hold_seconds=55, repetitions=4)),
    ],
)
def test_a_condition_tightens_the_caps_as_its_words_say(exercise, person, expected):
    found = most(exercise, person)
    if LIBRARY.exercises[exercise].kind is Kind.STRENGTH:
        found = replace(found, hold_seconds=10_000)
    assert found == expected


def test_the_dose_starts_and_grows_within_it():
    known = LIBRARY.exercises["chair_hamstring"]
    caps = caps_for(known, BENDY, LIBRARY)
    amount = start_amount(known, BENDY, caps)
    for _ in range(20):
        assert amount.hold_seconds <= 15
        amount = progressed(amount, known, caps, BENDY.age) or amount


def test_of_several_conditions_the_tightest_counts():
    both = Person(age=40, conditions=frozenset({"hypermobility", "acute_irritable_nerve_root"}))
    assert most("supine_figure_4", both).hold_seconds == 10

from datetime import date

import pytest

from psoas.body import Place, Position, Side, Surface, Zone
from psoas.plan.planned import Amount, PlannedStep
from psoas.safety.person import (
    Advice,
    AdviceKind,
    Eases,
    Irritability,
    Person,
    Setting,
)
from psoas.web import words


def ids(options):
    return {str(identity) for identity, _text in options}


@pytest.mark.parametrize(
    ("options", "known"),
    [
        (words.places(), Place),
        (words.zones(), [str(int(zone)) for zone in Zone]),
        (words.legs(), ["left", "right"]),
        (words.irritabilities(), Irritability),
        (words.eases(), Eases),
        (words.settings(), Setting),
        (words.advice_kinds(), AdviceKind),
        (words.equipment(), words.EQUIPMENT),
        (words.lie_on(), [Surface.FLOOR, Surface.BED]),
    ],
)
def test_everything_that_can_be_chosen_has_a_name(options, known):
    assert ids(options) == {str(one) for one in known}
    texts = [text for _identity, text in options]
    assert all(texts)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(40, "40 seconds"), (89, "89 seconds"), (90, "2 minutes"), (60 * 61, "61 minutes")],
)
def test_a_length_is_rounded_as_people_say_it(seconds, said):
    assert words.length(seconds) == said


def test_a_day_is_written_out():
    assert words.day(date(2026, 3, 2)) == "2 March 2026"


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ((Side.BOTH,), ""),
        ((Side.LEFT,), "left side"),
        ((Side.RIGHT, Side.LEFT), "each side, right first"),
    ],
)
def test_a_step_says_its_sides(sides, said):
    amount = Amount(hold_seconds=10, repetitions=2, sets=1)
    step = PlannedStep(
        exercise="x",
        sides=sides,
        amount=amount,
        seconds=20,
        position=Position.SUPINE,
        surface=Surface.FLOOR,
    )
    assert words.sides(step) == said


def test_what_was_not_said_of_the_body_is_called_so():
    facts = dict(words.body_facts(Person()))
    assert facts["Where"] == "nothing"
    assert facts["Back pain at rest"] == "not said"
    assert dict(words.body_facts(Person(back_pain=3)))["Back pain at rest"] == "3 of 10"


@pytest.mark.parametrize(
    ("age", "said"), [(None, "I’d rather not say"), (50, "50 to 64"), (57, "57")]
)
def test_an_age_is_its_band_or_itself(age, said):
    assert dict(words.health_facts(Person(age=age)))["Age"] == said


def test_conditions_are_named():
    known = dict(words.health_facts(Person(conditions=frozenset({"glaucoma"}))))
    assert "Glaucoma" in known["Conditions"]


def test_advice_is_told_with_all_that_was_written_down():
    advice = Advice(
        id="a",
        kind=AdviceKind.DO,
        exercise="pelvic_tilt",
        who="Sam",
        given_on=date(2026, 3, 2),
        until=date(2026, 4, 2),
        hold=20,
        repetitions=3,
        words="Slowly.",
    )
    assert words.advice(advice, "Pelvic tilt") == (
        "Do this one, as written below: Pelvic tilt. Hold 20 seconds. 3 repetitions."
        " Sam, 2 March 2026. Until 2 April 2026. “Slowly.”"
    )


def test_advice_of_which_little_was_written_down_says_so():
    bare = Advice(id="a", kind=AdviceKind.AVOID, exercise="x")
    assert words.advice(bare, "X") == "Don’t do this one: X."
    named = Advice(id="a", kind=AdviceKind.AVOID, exercise="x", who="Sam")
    assert words.advice(named, "X").endswith("Sam, a day not written down.")

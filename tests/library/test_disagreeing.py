import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.library import Ruling, load
from psoas.library.disagreeing import CONDITION_NAMES, RULING_NAMES, decided, ruling_rule

IRRITABILITY = st.sampled_from(["high", "moderate", "low", "no_leg_symptoms", "unknown"])
ANSWERS = {
    **{name: st.booleans() for name in sorted(CONDITION_NAMES)},
    "leg_symptoms": st.sampled_from([True, False, "unknown"]),
    "age": st.none() | st.integers(18, 110),
    "irritability": IRRITABILITY,
}
FACTS = st.fixed_dictionaries({}, optional=ANSWERS)
CALM = {"leg_symptoms": False, "irritability": "no_leg_symptoms", "age": 40}


def for_whom(library, disagreement, **facts):
    return decided(library.disagreements[disagreement], CALM | facts).applies_to


def test_without_leg_symptoms_the_reach_is_still_never_as_told(library):
    ruling = decided(library.disagreements["c01"], CALM)
    assert ruling.applies_to == "everyone else"
    assert ruling.decision.startswith("Never as told")


def test_leg_symptoms_come_before_other_conditions(library):
    facts = {"leg_symptoms": True, "osteoporosis": True}
    assert for_whom(library, "c01", **facts).startswith("leg symptoms")


def test_a_condition_has_its_ruling(library):
    assert for_whom(library, "c05", spinal_stenosis=True).startswith("spinal stenosis")


def test_unknown_leg_symptoms_count_as_leg_symptoms(library):
    assert for_whom(library, "c15", leg_symptoms=None) == "leg symptoms"
    assert for_whom(library, "c15", leg_symptoms="unknown") == "leg symptoms"


def test_nothing_said_is_read_cautiously(library):
    ruling = decided(library.disagreements["c06"], {})
    assert ruling.applies_to.startswith("leg symptoms that are easily stirred")


@pytest.mark.parametrize(("age", "older"), [(64, False), (65, True), (None, False)])
def test_holds_grow_longer_from_65(library, age, older):
    assert (for_whom(library, "c07", age=age) == "65 or older") is older


def test_a_ruling_may_say_all_its_words():
    for name in RULING_NAMES - {"known"}:
        ruling = Ruling(applies_to="", when=f"known({name})", decision="")
        assert ruling_rule(ruling)({name: 1, "known": bool})


@given(facts=FACTS, number=st.integers(1, 27))
def test_everyone_has_a_ruling_on_everything(facts, number):
    disagreement = load().disagreements[f"c{number:02}"]
    assert decided(disagreement, facts) in disagreement.rulings


@given(facts=FACTS)
def test_with_leg_symptoms_nobody_is_told_that_a_nerve_stretch_is_fine(facts):
    ruling = decided(load().disagreements["c03"], facts | {"leg_symptoms": True})
    assert ruling.applies_to != "no leg symptoms"

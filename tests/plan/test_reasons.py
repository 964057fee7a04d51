import re

import pytest
from tests.plan.people import LIBRARY

from psoas.plan.planned import Amount
from psoas.plan.planning import planning
from psoas.plan.reasons import dose_in_words, sentences, why


def test_a_reason_carries_its_rule_and_what_it_rests_on():
    reason = why("sore_level")
    assert (reason.rule, reason.source) == ("plan.sore_level", "our judgement")


def test_a_reason_fills_in_its_words():
    assert why("no_equipment", things="a strap").text == (
        "It needs a strap, and you have none to hand here."
    )


def test_no_sentence_promises_anything():
    forbidden = r"\b(treat|reliev|relief|cure|heal|realign|decompress|pain-free|proven)"
    assert not [s.text for s in sentences().values() if re.search(forbidden, s.text, re.I)]


def test_every_written_goal_and_rule_has_its_sentence():
    named = [*planning().goals, *planning().leave_out]
    assert all(entry.reason in sentences() for entry in named)


@pytest.mark.parametrize(
    ("exercise", "amount", "words"),
    [
        ("supine_figure_4", Amount(hold_seconds=15, repetitions=2), "2 × 15 seconds"),
        ("glute_bridge", Amount(hold_seconds=2, repetitions=8, sets=2), "2 sets of 8 times"),
        ("glute_bridge", Amount(hold_seconds=2), "1 time"),
        ("walking_bouts", Amount(hold_seconds=300), "5 minutes"),
        ("diaphragm_breathing", Amount(hold_seconds=60), "1 minute"),
    ],
)
def test_a_dose_is_said_in_words(exercise, amount, words):
    assert dose_in_words(LIBRARY.exercises[exercise], amount) == words

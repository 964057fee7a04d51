from datetime import date

from psoas.plan.given import amount_of, cut_dose
from psoas.plan.memory import SessionRecord
from psoas.plan.planned import Amount


def record(*rules):
    dose = {"hold_seconds": 10, "repetitions": 2, "sets": 1}
    step = {"exercise": "walk", "because": [{"rule": rule} for rule in rules], **dose}
    return SessionRecord(id="s", on=date(2026, 3, 2), plan={"steps": [step]})


def test_a_cut_dose_is_told():
    given = cut_dose(record("plan.dose_learned", "plan.dose_shortened"), "walk")
    assert amount_of(given) == Amount(hold_seconds=10, repetitions=2)


def test_a_whole_dose_and_a_share_of_it_are_no_cut():
    assert cut_dose(record("plan.dose_learned"), "walk") is None
    assert cut_dose(record("plan.dose_halved"), "walk") is None
    assert cut_dose(record("plan.dose_shortened"), "other") is None
    assert amount_of(None) is None

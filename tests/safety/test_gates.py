from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from psoas.safety.conditions import load_conditions
from psoas.safety.gates import advise_clinician, many_conditions, open_gates
from psoas.safety.person import GateAnswer, Person

TODAY = date(2026, 3, 2)
GATED = sorted(identity for identity, each in load_conditions().items() if each.gate)
UNGATED = sorted(identity for identity, each in load_conditions().items() if not each.gate)
SURGERY = [
    "hip_replacement_anterior",
    "hip_replacement_posterior",
    "knee_replacement",
    "recent_other_surgery",
    "recent_spine_surgery",
]


def answered(
    condition: str,
    *,
    on: date = TODAY,
    cleared: bool | None = None,
    weeks: int | None = None,
    facts: Iterable[str] = (),
    denied: Iterable[str] = (),
) -> GateAnswer:
    return GateAnswer(
        condition=condition,
        on=on,
        cleared=cleared,
        weeks=weeks,
        facts=frozenset(facts),
        denied=frozenset(denied),
    )


def opened(condition: str, *answers: GateAnswer, on: date = TODAY, age: int | None = None) -> bool:
    person = Person(conditions=frozenset({condition}), gates=answers, age=age)
    return open_gates(person, on) == (condition,)


@pytest.mark.parametrize("condition", GATED)
def test_unanswered_is_open(condition: str) -> None:
    assert opened(condition)
    assert opened(condition, answered(condition))


@pytest.mark.parametrize("condition", UNGATED)
def test_a_condition_without_a_gate_is_never_open(condition: str) -> None:
    assert not opened(condition)


@pytest.mark.parametrize("condition", GATED)
def test_cleared_closes_every_gate(condition: str) -> None:
    assert not opened(condition, answered(condition, cleared=True))
    assert opened(condition, answered(condition, cleared=False))


@pytest.mark.parametrize("condition", GATED)
def test_a_recorded_assessment_closes_every_gate(condition: str) -> None:
    person = Person(conditions=frozenset({condition}))
    assert open_gates(person, TODAY, cleared={condition}) == ()


@pytest.mark.parametrize("condition", SURGERY)
def test_weeks_are_counted_on_from_the_day_of_the_answer(condition: str) -> None:
    answer = answered(condition, weeks=10)
    assert opened(condition, answer, on=TODAY + timedelta(days=13))
    assert not opened(condition, answer, on=TODAY + timedelta(days=14))


def test_a_clock_set_back_takes_no_weeks_away() -> None:
    answer = answered("knee_replacement", weeks=12)
    assert not opened("knee_replacement", answer, on=TODAY - timedelta(days=70))


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        ("spondylolisthesis", {"under_25", "slip_over_half"}),
        ("osteoporosis", {"spine_fracture"}),
        ("pregnancy_t1", {"told_not_to_exercise"}),
        ("pregnancy_t2", {"told_not_to_exercise"}),
        ("pregnancy_t3", {"told_not_to_exercise"}),
        ("hypertension", {"reading_180_110"}),
        ("acute_irritable_nerve_root", {"severe", "worsening"}),
    ],
)
def test_it_closes_when_everything_it_asks_is_denied(condition: str, asked: set[str]) -> None:
    assert not opened(condition, answered(condition, denied=asked))
    for word in asked:
        assert opened(condition, answered(condition, denied=asked - {word}))
        assert opened(condition, answered(condition, denied=asked - {word}, facts={word}))


@pytest.mark.parametrize(("age", "is_open"), [(24, True), (25, False), (None, True)])
def test_the_age_answers_whether_one_is_under_25(age: int | None, is_open: bool) -> None:
    answer = answered("spondylolisthesis", denied={"slip_over_half"})
    assert opened("spondylolisthesis", answer, age=age) is is_open


def test_the_latest_answer_counts() -> None:
    before = answered("osteoporosis", on=TODAY - timedelta(days=30), denied={"spine_fracture"})
    now = answered("osteoporosis", facts={"spine_fracture"})
    assert opened("osteoporosis", before, now)
    assert opened("osteoporosis", now, before)


@pytest.mark.parametrize(("count", "many"), [(0, False), (3, False), (4, True)])
def test_more_than_three_conditions_are_many(count: int, many: bool) -> None:
    person = Person(conditions=frozenset(UNGATED[:count]))
    assert many_conditions(person) is many
    assert advise_clinician(person, TODAY) is many


def test_an_open_gate_is_enough_to_advise_a_clinician() -> None:
    person = Person(conditions=frozenset({"osteoporosis"}))
    assert advise_clinician(person, TODAY)
    assert not advise_clinician(person, TODAY, cleared={"osteoporosis"})

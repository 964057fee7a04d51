from pathlib import Path

import pytest

from psoas.knowledge import BadData
from psoas.library import Library
from psoas.safety.conditions import (
    WORDS,
    NotKnown,
    condition,
    load_conditions,
    read_conditions,
    words_of,
)

HEAD = 'label = "Label"\nask = "Question?"\nbasis = "Judgement"\n'


@pytest.fixture
def problem_of(tmp_path: Path):
    def read(text: str) -> str:
        (tmp_path / "sore.toml").write_text(HEAD + text, "utf-8")
        with pytest.raises(BadData) as error:
            read_conditions(tmp_path)
        return str(error.value)

    return read


def test_there_are_twenty_five_conditions() -> None:
    assert len(load_conditions()) == 25


def test_every_condition_asks_a_question_in_plain_words() -> None:
    assert all(each.ask.endswith("?") for each in load_conditions().values() if not each.gate)
    assert all("?" in each.ask and each.label and each.basis for each in load_conditions().values())


def test_every_gate_asks_whether_a_clinician_has_cleared_it() -> None:
    gates = [each.gate for each in load_conditions().values() if each.gate]
    assert len(gates) == 12
    assert all("cleared" in gate.questions for gate in gates)


def test_every_named_exception_is_in_the_library(library: Library) -> None:
    named = {e.exercise for each in load_conditions().values() for e in each.exceptions}
    assert named <= library.exercises.keys()


def test_rules_carry_far_more_than_exceptions_do() -> None:
    every = load_conditions().values()
    assert sum(len(each.exceptions) for each in every) < 10 < sum(len(e.rules) for e in every)


def test_only_pregnancies_say_so() -> None:
    pregnant = {identity for identity, each in load_conditions().items() if each.pregnancy}
    assert pregnant == {"pregnancy_t1", "pregnancy_t2", "pregnancy_t3"}


def test_rules_know_the_loads_and_a_few_words_of_an_exercise(library: Library) -> None:
    words = dict(zip(WORDS, words_of(library.exercises["cat_camel"]), strict=True))
    assert words["lumbar_flexion"] == 1
    assert (words["kind"], words["position"]) == ("movement", "quadruped")
    assert (words["ladder"], words["level"]) == ("movement", 2)


def test_an_unknown_condition_is_named_with_the_nearest() -> None:
    with pytest.raises(NotKnown, match="no condition called “osteoporose”; did you mean “osteop"):
        condition("osteoporose")


def test_an_unknown_condition_may_have_no_near_one() -> None:
    with pytest.raises(NotKnown, match=r"no condition called “xyzzy”\.$"):
        condition("xyzzy")


def test_a_misspelled_load_names_file_and_key(problem_of) -> None:
    said = problem_of('[[rules]]\nwhen = "nerves >= 2"\nverdict = "avoid"\nwhy = "Pulls"\n')
    assert "sore.toml: rules.0.when" in said
    assert "nerves" in said


def test_a_modify_needs_a_how(problem_of) -> None:
    said = problem_of('[[rules]]\nwhen = "nerve >= 2"\nverdict = "modify"\nwhy = "Pulls"\n')
    assert "sore.toml: rules.0.how" in said


def test_an_avoid_takes_no_how(problem_of) -> None:
    text = '[[exceptions]]\nexercise = "a"\nverdict = "avoid"\nhow = "Slowly"\nwhy = "Pulls"\n'
    assert "sore.toml: exceptions.0.how" in problem_of(text)


def test_only_an_avoiding_rule_gives_way_to_an_observed_response(problem_of) -> None:
    said = problem_of(
        '[[rules]]\nwhen = "nerve >= 2"\nverdict = "modify"\nhow = "Slowly"\nwhy = "Pulls"\n'
        '[rules.observed]\neases = "bending"\nhow = "Small"\nwhy = "It eases"\n'
    )
    assert "sore.toml: rules.0.observed" in said


def test_a_gate_speaks_only_of_what_it_asks(problem_of) -> None:
    said = problem_of(
        '[gate]\nask = "Sure?"\ncloses_when = "tired == \'no\'"\n[gate.questions]\nweeks = "How?"\n'
    )
    assert "sore.toml: gate.closes_when" in said


def test_a_misspelled_key_is_an_error(problem_of) -> None:
    assert "sore.toml: gates: this key is not known" in problem_of("gates = 1\n")

import re
from pathlib import Path

import pytest

from psoas.knowledge import BadData
from psoas.library import Library
from psoas.library.wording import forbidden_words
from psoas.safety.conditions import (
    UNLIMITED,
    WORDS,
    NotKnown,
    Rule,
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


def plain_texts() -> list[str]:
    every = [e for each in load_conditions().values() for e in (*each.rules, *each.exceptions)]
    seen = [rule.observed for each in load_conditions().values() for rule in each.rules]
    entries = [*every, *(observed for observed in seen if observed)]
    return [text for e in entries for text in (e.plain_how, e.plain_why) if text]


def limited() -> list[Rule]:
    return [
        rule
        for each in load_conditions().values()
        for rule in each.rules
        if rule.at_most != UNLIMITED or re.search(r"at most\b|less than \d", rule.plain_how)
    ]


def seconds_said(text: str) -> list[int]:
    counts = re.findall(r"(\d+) (second|minute)", text)
    return [int(count) * (60 if unit == "minute" else 1) for count, unit in counts]


def test_what_a_text_limits_is_limited_in_numbers_too() -> None:
    for rule in limited():
        said, most = rule.plain_how, rule.at_most
        assert most != UNLIMITED, said
        total = (most.hold or 0) * (most.repetitions or 1) * (most.sets or 1)
        assert not seconds_said(said) or total <= max(seconds_said(said)) * (most.repetitions or 1)
        times = re.search(r"(\d+) (?:small ones |times )?at most", said)
        assert not (most.repetitions and times) or most.repetitions == int(times[1]), said


def test_plain_texts_are_short_sentences_that_a_voice_can_say() -> None:
    for text in plain_texts():
        assert text.endswith(".") and text[0].isupper(), text
        assert not re.search(r"[/;_%~]|\d-\d|\d s\b", text), text
        assert all(len(each.split()) <= 22 for each in re.split(r"(?<=[.:]) ", text)), text
        assert not forbidden_words(text), text


JARGON = """
    abdom acute adduct aggrav annulus asymmetr compress contra demand dislocat exten flex fractur
    inver lax lumbar mid- neutral pelvic periph pivot prone provo quad rotat sensiti shear supine
    sustain symptom tension torsion transfer vertebra
"""


def test_plain_texts_have_no_word_that_only_clinicians_use() -> None:
    for text in plain_texts():
        words = re.findall(r"[a-z-]+", text.lower())
        assert not [word for word in words if word.startswith(tuple(JARGON.split()))], text


def test_every_gate_asks_whether_a_clinician_has_cleared_it() -> None:
    gates = [each.gate for each in load_conditions().values() if each.gate]
    assert len(gates) == 12
    assert all("cleared" in gate.questions for gate in gates)


def test_every_named_exception_is_in_the_library(library: Library) -> None:
    named = {e.exercise for each in load_conditions().values() for e in each.exceptions}
    assert named <= library.exercises.keys()


def test_rules_carry_far_more_than_exceptions_do() -> None:
    every = load_conditions().values()
    assert sum(len(each.exceptions) for each in every) < 12 < sum(len(e.rules) for e in every)


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


def rule(verdict: str, *, when: str = "nerve >= 2", table: str = "rules", **texts: str) -> str:
    """A rule of a condition's file; it says why unless `texts` says otherwise."""
    said = {"when": when, "verdict": verdict, "why": "Pulls", "plain_why": "It pulls.", **texts}
    return f"[[{table}]]\n" + "".join(f'{key} = "{text}"\n' for key, text in said.items() if text)


HOW = {"how": "Slowly", "plain_how": "Go slowly."}


def test_a_misspelled_load_names_file_and_key(problem_of) -> None:
    said = problem_of(rule("avoid", when="nerves >= 2"))
    assert "sore.toml: rules.0.when" in said
    assert "nerves" in said


@pytest.mark.parametrize("texts", [{}, {"how": "Slowly"}, {"plain_how": "Go slowly."}])
def test_a_modify_says_how_in_clinical_and_in_plain_words(problem_of, texts) -> None:
    assert "sore.toml: rules.0.how" in problem_of(rule("modify", **texts))


def test_an_avoid_takes_no_how(problem_of) -> None:
    text = rule("avoid", table="exceptions", when="", exercise="a", **HOW)
    assert "sore.toml: exceptions.0.how" in problem_of(text)


def test_every_rule_says_why_in_plain_words(problem_of) -> None:
    assert "sore.toml: rules.0.plain_why" in problem_of(rule("avoid", plain_why=""))


def test_only_an_avoiding_rule_gives_way_to_an_observed_response(problem_of) -> None:
    observed = '[rules.observed]\neases = "bending"\nhow = "Small"\nwhy = "It eases"\n'
    plain = 'plain_how = "Go small."\nplain_why = "It eases."\n'
    said = problem_of(rule("modify", **HOW) + observed + plain)
    assert "sore.toml: rules.0.observed" in said


def test_a_gate_speaks_only_of_what_it_asks(problem_of) -> None:
    said = problem_of(
        '[gate]\nask = "Sure?"\ncloses_when = "tired == \'no\'"\n[gate.questions]\nweeks = "How?"\n'
    )
    assert "sore.toml: gate.closes_when" in said


def test_a_misspelled_key_is_an_error(problem_of) -> None:
    assert "sore.toml: gates: this key is not known" in problem_of("gates = 1\n")

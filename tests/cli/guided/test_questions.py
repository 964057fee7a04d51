import pytest

from psoas.cli.guided import questions
from psoas.knowledge import UNKNOWN
from psoas.safety.clearance import Reply
from psoas.safety.flags import load_flags


@pytest.fixture
def typed(monkeypatch):
    def typed(*lines):
        rest = iter(lines)

        def read(question):
            try:
                return next(rest)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", read)

    return typed


@pytest.mark.parametrize(
    ("lines", "value"),
    [(["0"], 0), (["10"], 10), ([" 4 "], 4), ([""], UNKNOWN), ([], UNKNOWN), (["-1", "7"], 7)],
)
def test_a_number_is_what_was_typed_or_unknown(typed, lines, value):
    typed(*lines)
    assert questions.number("Pain?", 10) == value


def test_a_choice_is_the_word_of_its_number(typed):
    typed("0", "2")
    assert questions.choice("Which?", [("a", "A"), ("b", "B")]) == "b"
    assert questions.choice("Which?", [("a", "A")]) == UNKNOWN


def test_what_must_be_answered_is_never_taken_as_answered(typed):
    typed("maybe", "")
    with pytest.raises(questions.NotAnswered):
        questions.yes_no_unsure("Any of these?")


def test_a_group_without_anything_is_no_to_each_of_it(typed):
    flags = load_flags()
    typed(*["n"] * len(flags.groups))
    answers = questions.check_answered(flags, flags.by_id)
    assert answers.keys() == flags.by_id.keys()
    assert {answer.reply for answer in answers.values()} == {Reply.NO}


def test_what_helps_to_answer_stands_beside_the_question(typed, capsys):
    flags = load_flags()
    helped = next(flag for flag in flags.by_id.values() if flag.help and not flag.contexts)
    typed("s", "n")
    questions.check_answered(flags, [helped.id])
    assert f"{helped.question}\n{helped.help}" in capsys.readouterr().out


def test_only_the_groups_of_what_is_asked_are_asked(typed):
    flags = load_flags()
    one = next(flag for flag in flags.by_id.values() if flag.contexts)
    typed("s", "u", "y", *["n"] * (len(one.contexts) - 1))
    answers = questions.check_answered(flags, [one.id])
    assert answers.keys() == {one.id}
    assert answers[one.id].reply is Reply.UNSURE
    assert answers[one.id].context == {one.contexts[0].id}


def test_not_sure_of_a_context_is_kept(typed):
    flags = load_flags()
    one = next(flag for flag in flags.by_id.values() if flag.contexts)
    typed("s", "y", *["u"] * len(one.contexts))
    answer = questions.check_answered(flags, [one.id])[one.id]
    assert answer.unsure_context == {context.id for context in one.contexts}


def test_leaving_off_in_the_middle_is_no_check(typed):
    flags = load_flags()
    typed("n", "n")
    with pytest.raises(questions.NotAnswered):
        questions.check_answered(flags, flags.by_id)

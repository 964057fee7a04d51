import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.knowledge import UNKNOWN, BadRule, expression, known

NAMES = ("nerve", "irritability", "known")


def holds(text, **values):
    return expression(text, NAMES)({"known": known, **values})


@pytest.mark.parametrize(
    ("rule", "nerve", "answer"),
    [
        ("nerve >= 2", 2, True),
        ("nerve >= 2", 1, False),
        ("not nerve == 3", 3, False),
        ("1 < nerve <= 3", 2, True),
        ("nerve in (1, 3)", 2, False),
        ("nerve > -1 and (nerve < 1 or nerve == 3)", 3, True),
        ("True", 0, True),
        (" known(nerve) ", UNKNOWN, False),
        ("known(nerve) and nerve >= 2", 2, True),
    ],
)
def test_a_rule_answers(rule, nerve, answer):
    assert holds(rule, nerve=nerve) is answer


@pytest.mark.parametrize(
    "rule",
    [
        "nerve.real",
        "nerve[0]",
        "nerve + 1",
        "(lambda: 1)()",
        "[nerve for nerve in (1,)]",
        "nerve if nerve else 1",
        "known(value=nerve)",
        "known(*nerve)",
        "'a'(nerve)",
        "known(nerve)(nerve)",
        "f'{nerve}'",
        "(nerve := 1)",
        "nerve is 1",
        "{nerve: 1}",
    ],
)
def test_a_rule_can_only_compare(rule):
    with pytest.raises(BadRule, match="may only compare"):
        expression(rule, NAMES)


@pytest.mark.parametrize("rule", ["", "nerve >=", "import os", "a = 1", "(" * 500, "\0"])
def test_what_is_no_rule_is_told(rule):
    with pytest.raises(BadRule, match="can't be read"):
        expression(rule, NAMES)


@pytest.mark.parametrize("rule", ["nerv >= 2", "__import__('os')", "open", "known(age)"])
def test_an_unknown_name_is_told(rule):
    with pytest.raises(BadRule, match="not known here"):
        expression(rule, NAMES)


def test_unknown_is_not_an_answer():
    assert not known(UNKNOWN)
    assert all(map(known, (0, False, None, "none")))


NAMES_IN_RULES = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
WORD = st.sampled_from(
    ["nerve", "irritability", "age", "open", "known", "(", ")", "not", "and", "or", ">=", "==",
     "in", "1", "'high'", ".", "[", "]", ",", "+", "lambda", ":", "if", "else", "for", "*", "="]
)  # fmt: skip


@given(st.lists(WORD, max_size=9).map(" ".join) | st.text(max_size=12))
def test_any_text_is_a_rule_or_a_bad_rule(text):
    try:
        expression(text, NAMES)
    except BadRule:
        return
    assert set(compile(text.strip(), "rule", "eval").co_names) <= set(NAMES)


@given(NAMES_IN_RULES.filter(lambda name: name not in NAMES))
def test_no_name_but_those_offered_is_accepted(name):
    with pytest.raises(BadRule):
        expression(f"{name} == 1", NAMES)

import pytest

from psoas.safety.conditions import LOADS, load_conditions
from psoas.web.rule_words import load_name, rule_in_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("lumbar_flexion >= 3", "bending the low back 3 or more"),
        ("balance == 2 and not lying_on_back", "balance 2 and not lying on the back"),
        ("balance < 3 or kneeling > 1", "balance less than 3 or kneeling more than 1"),
        ("balance <= 1", "balance 1 or less"),
        ("lumbar_extension == 0", "no arching the low back"),
        ("kind != 'slider'", "kind of exercise: not slider"),
        ("not (kneeling and on_floor)", "not (kneeling and down on the floor)"),
    ],
)
def test_a_rule_reads_as_words(rule, words):
    assert rule_in_words(rule) == words


def test_every_rule_of_every_condition_can_be_read():
    rules = [rule.when for condition in load_conditions().values() for rule in condition.rules]
    assert not [rule for rule in rules if "_" in rule_in_words(rule)]


def test_every_load_has_a_name():
    assert not [name for name in LOADS if "_" in load_name(name)]

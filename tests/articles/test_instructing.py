import pytest

from psoas.articles.instructing import core, is_instruction, moves_the_body
from psoas.articles.plain import plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Lie on your back.",
        "While breathing out, slowly lift one leg.",
        "You want to sit as upright as possible.",
        "To perform this stretch, stand tall.",
        "On all fours, round your back.",
        "The hips should be lifted off the floor.",
        "Start by lying on your side.",
    ],
)
def test_a_step(sentence):
    assert is_instruction(plain(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The nerve passes below it.",
        "Go to the emergency room.",
        "Many people sit all day.",
        "Take our quiz.",
        "",
    ],
)
def test_no_step(sentence):
    assert not is_instruction(plain(sentence))


def test_only_so_many_lead_ins_are_taken_off():
    assert core("then, now, slowly, gently, softly, lift") == "softly, lift"


def test_a_step_that_moves_the_body_names_a_part_of_it():
    assert moves_the_body("lift your hips") and not moves_the_body("hold for ten seconds")

import pytest

from psoas.articles.formats.letters import plain, with_plain_bullet


def test_marks_of_typesetting_become_plain_letters():
    assert plain("ﬁnger\u00ad\u200bs, ﬂat ﬀ ﬃ ﬄ\u00a0x\N{NON-BREAKING HYPHEN}y\0") == (
        "fingers, flat ff ffi ffl x-y"
    )


@pytest.mark.parametrize("bullet", ["•", "• ", "● ", "\uf0b7 ", "✓ ", "➢", "· ", "o   "])
def test_a_drawn_bullet_becomes_a_dash(bullet):
    assert with_plain_bullet(f"  {bullet}Lift") == "  - Lift"


@pytest.mark.parametrize("line", ["- Lift", "over there", "o no", "1. Lift", "•"])
def test_other_lines_stay(line):
    assert with_plain_bullet(line) == line

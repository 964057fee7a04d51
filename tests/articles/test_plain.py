from hypothesis import given
from hypothesis import strategies as st

from psoas.articles.plain import plain


@given(st.text())
def test_no_letter_moves(text):
    assert len(plain(text)) == len(text)


def test_quotes_dashes_and_capitals_are_one():
    assert plain("Don’t – HOLD × 3") == "don't - hold x 3"


def test_a_capital_that_would_grow_stays():
    assert plain("İ hold") == "İ hold"

from hypothesis import given
from hypothesis import strategies as st

from psoas.articles.quoting import LONGEST, quoted

TEXT = "Lie down. Hold it for 20 seconds, then rest! Swap legs.\n- Next one\n"


def test_a_value_is_shown_with_its_sentence():
    start = TEXT.index("20")
    assert quoted(TEXT, start, start + 10) == "Hold it for 20 seconds, then rest!"


def test_a_line_ends_a_sentence_and_its_mark_is_left_away():
    start = TEXT.index("Next")
    assert quoted(TEXT, start, start + 4) == "Next one"


def test_a_sentence_goes_on_over_a_line_that_was_broken_to_fit():
    text = "Rest well. Hold it for 20\nseconds on each side. Then rest.\n"
    start = text.index("20")
    assert quoted(text, start, start + 2) == "Hold it for 20 seconds on each side."


@given(st.text(max_size=600), st.integers(0, 600), st.integers(0, 600))
def test_a_quote_is_bounded_and_on_one_line(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    said = quoted(text, start, end)
    assert len(said) <= LONGEST + 2
    assert "\n" not in said

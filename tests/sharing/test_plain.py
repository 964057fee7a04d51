import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.sharing.plain import one_line, plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("a\0\x07\x1b[31mb\x85", "a[31mb"),
        ("half \ud83e a letter", "half  a letter"),
        ("not a letter: \ufffe\uffff", "not a letter: "),
        ("Übung – 伸ばす 🧘", "Übung – 伸ばす 🧘"),
    ],
)
def test_what_any_file_can_hold_is_kept(text, kept):
    assert plain(text) == kept


@given(st.text(st.characters()))
def test_it_can_always_be_written_and_is_done_at_once(text):
    plain(text).encode()
    assert plain(plain(text)) == plain(text)
    assert "\n" not in one_line(text)

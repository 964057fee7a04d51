import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.articles.formats.decoding import charset_of, decoded, known

SAID = "Knie zur Brust – für “10” Sekunden"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_usual_way_of_writing_is_read(encoding):
    assert decoded(SAID.encode(encoding)) == SAID


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_bytes_each_are_known_without_their_mark(encoding):
    assert decoded("Lie on your back.".encode(encoding)) == "Lie on your back."


def test_what_is_told_counts_unless_the_bytes_say_otherwise():
    assert decoded("бэк".encode("koi8-r"), "KOI8-R") == "бэк"
    assert decoded(b"\xef\xbb\xbf\xc3\xa9", "koi8-r") == "é"


def test_a_few_broken_bytes_do_not_spoil_the_others():
    text = "für zehn Züge " * 20
    assert decoded(b"\xff" + text.encode()) == "\N{REPLACEMENT CHARACTER}" + text


@pytest.mark.parametrize(
    "name", ["punycode", "utf-7", "zip", "rot13", "idna", "iso-8859-12", "", None]
)
def test_what_is_no_encoding_of_the_web_is_not_believed(name):
    assert known(name) is None


@pytest.mark.parametrize("name", ["ISO-8859-1", "latin1", "us-ascii", " Windows-1252 "])
def test_the_western_names_mean_what_browsers_take_them_for(name):
    assert known(name) == "cp1252"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (
            b"<META http-equiv=Content-Type content='text/html; charset=windows-1250'>",
            "windows-1250",
        ),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<p>charset=x", None),
    ],
)
def test_a_page_of_the_web_names_its_encoding_in_its_head(head, told):
    assert charset_of(head) == told


@given(st.binary(max_size=300), st.none() | st.text(max_size=20))
def test_any_bytes_become_some_text(data, told):
    assert isinstance(decoded(data, told), str)

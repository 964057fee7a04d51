import pytest
from tests.articles.making import docx, p, pdf

from psoas.articles.formats import limits
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.pages import page_of

TEXT = "Knee hug\r\n\r\nLie on your back – slowly.\r\n"


@pytest.fixture(params=[b"", b" \n\t\r\n", "\ufeff".encode(), b"<html><body></body></html>"])
def nothing(request):
    return request.param


def test_a_text_file_is_read_as_it_is_given():
    page = page_of(TEXT.encode(), "back.txt")
    assert (page.text, page.kind, page.title, page.cut) == (TEXT, "txt", "", False)


def test_lines_that_end_as_on_old_macs_end_as_today_without_moving():
    assert page_of(b"Bridge\rLift\r").text == "Bridge\nLift\n"


def test_markdown_is_known_by_its_headings_or_its_name():
    assert page_of(b"# Bridge\n\nLift.").kind == "md"
    assert page_of(b"Bridge", "bridge.MD").kind == "md"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(["Bridge"]), "pdf"),
        (docx(p("Bridge")), "docx"),
        (b"<!DOCTYPE html><p>Bridge", "html"),
        (b"Bridge", "txt"),
    ],
)
@pytest.mark.parametrize("name", ["", "page.txt", "page.pdf", "page.docx", "page.html"])
def test_what_a_file_holds_counts_and_not_its_name(data, kind, name):
    page = page_of(data, name)
    assert (page.kind, page.text) == (kind, "Bridge")


def test_a_text_without_words_is_told_plainly(nothing):
    with pytest.raises(UnreadablePage, match="no words"):
        page_of(nothing)


def test_where_nothing_was_read_of_too_much_it_says_so(monkeypatch):
    monkeypatch.setattr(limits, "PDF_WORK", 5)
    with pytest.raises(UnreadablePage, match="so many pieces"):
        page_of(pdf(["Bridge"]))


def test_more_than_five_megabytes_are_not_read():
    page_of(b"x" * limits.BYTES_IN)
    with pytest.raises(UnreadablePage, match="5 MB"):
        page_of(b"x" * (limits.BYTES_IN + 1))


def test_of_a_very_long_text_the_beginning_is_read_and_the_page_says_so():
    page = page_of(b"Lie on your back.\n" * 30_000)
    assert page.cut
    assert limits.CHARACTERS_OUT - 20 < len(page.text) <= limits.CHARACTERS_OUT
    assert page.text.endswith("back.\n")


def test_one_endless_line_is_cut_where_the_limit_is():
    page = page_of(b"a\n" + b"x" * 1_000_000)
    assert (len(page.text), page.cut) == (limits.CHARACTERS_OUT, True)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\0" * 1000, b"MZ\x90\0\x03\0\0\0" * 9])
def test_what_is_no_text_is_not_taken_for_text(data):
    with pytest.raises(UnreadablePage, match="doesn't look like text"):
        page_of(data, "back.txt")


def test_an_error_can_be_said_in_another_language():
    error = UnreadablePage("{n} pages of {what}", n=2, what="this")
    assert str(error) == "2 pages of this"
    assert error.said({"{n} pages of {what}": "{n} Seiten: {what}"}.__getitem__) == "2 Seiten: this"

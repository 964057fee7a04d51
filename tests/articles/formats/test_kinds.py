import pytest

from psoas.articles.formats.kinds import packed_kind, text_kind
from psoas.articles.formats.unreadable import UnreadablePage


@pytest.mark.parametrize("beginning", [b"%PDF-1.7", b"\n\n%PDF-1.4", b"x" * 1000 + b"%PDF-"])
def test_a_pdf_is_known_by_its_first_bytes(beginning):
    assert packed_kind(beginning) == "pdf"


def test_a_pdf_begins_early():
    assert packed_kind(b"About the sign %PDF- " + b"x" * 10) == "pdf"
    assert packed_kind(b"x" * 2000 + b"%PDF-") is None


@pytest.mark.parametrize("beginning", [b"\x89PNG", b"\xff\xd8\xff\xe0", b"GIF89a", b"BM\0"])
def test_of_a_picture_it_is_said_what_to_do(beginning):
    with pytest.raises(UnreadablePage, match=r"picture.*type them"):
        packed_kind(beginning)


@pytest.mark.parametrize("beginning", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1"])
def test_of_an_old_kind_of_document_it_is_said_what_to_do(beginning):
    with pytest.raises(UnreadablePage, match="Save it as PDF or as Word"):
        packed_kind(beginning)


@pytest.mark.parametrize(
    ("beginning", "name", "kind"),
    [
        ("<html><p>Bridge", "", "html"),
        ("<%@ page %>\n<!DOCTYPE html PUBLIC", "x.txt", "html"),
        ("<?xml version='1.0'?><html>", "", "html"),
        ("Menu\n<body>Bridge", "x.html", "html"),
        ("Menu\n<body>Bridge", "", "txt"),
        ("<p>One</p><p>Two</p><li>Three</li>", "", "html"),
        ("One<p>two</p>", "x.htm", "html"),
        ("One<p>two</p>", "", "txt"),
        ("# One\n<p>a</p><p>b</p><p>c</p>", "x.md", "md"),
        ("#Bridge", "", "txt"),
        ("pain < 3 and > 1", "", "txt"),
    ],
)
def test_kinds_of_text_are_told_apart(beginning, name, kind):
    assert text_kind(beginning, name) == kind

"""From the bytes of a file to the plain text of a page, whatever kind of file it is."""

import re
from dataclasses import replace

from psoas.articles.formats import decoding, limits
from psoas.articles.formats.docx_page import docx_page
from psoas.articles.formats.html_page import html_page
from psoas.articles.formats.kinds import Kind, packed_kind, text_kind
from psoas.articles.formats.pdf_page import pdf_page
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.page import Page

BEGINNING = 20_000
"""Characters that tell what kind of text it is."""
NOT_TEXT = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\N{REPLACEMENT CHARACTER}]")
MOST_NOT_TEXT = 50
"""One in so many may be no letter, and it is still taken for text."""


def page_of(data: bytes, name: str = "") -> Page:
    """The text of a file and its kind; `name` only helps where the bytes leave it open.

    The text of a text file is the file as given, so that places in it fit; of the other kinds it is
    written out in lines, with `#` before headings, and `-` or a number before the items of lists.
    Raises `UnreadablePage` with one plain sentence where there is nothing to read.
    """
    if len(data) > limits.BYTES_IN:
        raise UnreadablePage(
            "This is more than 5 MB, and Psoas doesn't read that much at once. Copy the part that"
            " you want and paste it."
        )
    page = _packed(data) or _text(data, name)
    if not page.text.strip() and page.cut:
        raise UnreadablePage(
            "This is made of so many pieces that Psoas can't read it. Paste its text instead."
        )
    if not page.text.strip():
        raise UnreadablePage(
            "There are no words to read in this. If it is a scan or a picture, type or paste what"
            " it says."
        )
    return _bounded(page)


def _packed(data: bytes) -> Page | None:
    kind = packed_kind(data)
    if kind is Kind.PDF:
        return pdf_page(data)
    return docx_page(data) if kind is Kind.DOCX else None


def _text(data: bytes, name: str) -> Page:
    kind = text_kind(decoding.decoded(data[:BEGINNING]), name)
    if kind is Kind.HTML:
        return html_page(decoding.decoded(data, decoding.charset_of(data)))
    text = with_line_ends(decoding.decoded(data))
    beginning = text[:BEGINNING]
    if sum(1 for _ in NOT_TEXT.finditer(beginning)) * MOST_NOT_TEXT > len(beginning):
        raise UnreadablePage(
            "This doesn't look like text. Psoas reads text, Markdown, pages of the web, PDF and"
            " Word (.docx)."
        )
    return Page(text=text, kind=kind)


def with_line_ends(text: str) -> str:
    """A text whose lines end as on old Macs, as one of today; nothing moves."""
    return text if "\n" in text else text.replace("\r", "\n")


def _bounded(page: Page) -> Page:
    """The page without what is beyond the limit; it ends at the end of a line where it can."""
    if len(page.text) <= limits.CHARACTERS_OUT:
        return page
    text = page.text[: limits.CHARACTERS_OUT]
    whole_lines = text.rfind("\n") + 1
    shortened = text[:whole_lines] if whole_lines > limits.CHARACTERS_OUT // 2 else text
    return replace(page, text=shortened, cut=True)

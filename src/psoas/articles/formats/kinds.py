"""What a file is: by what it holds; its name only decides where that leaves it open."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from psoas.articles.formats.unreadable import UnreadablePage


class Kind(StrEnum):
    """What a page was before it was plain text."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


PDF_WITHIN = 1024
"""Bytes before which a PDF begins; some have a line of something else first."""
ZIP = b"PK\x03\x04", b"PK\x05\x06"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"

MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown"})
HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})
HTML_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
HTML_BLOCK_ENDS = re.compile(r"</(?:p|div|li|ul|ol|h[1-6]|section|article|t[dhr])>", re.IGNORECASE)
HTML_FROM = 3
"""Ends of blocks that make a text a piece of a page of the web."""
MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


def packed_kind(data: bytes) -> Kind | None:
    """PDF or Word by the first bytes; None for what may be text.

    Raises `UnreadablePage` for pictures and old formats, saying what to do.
    """
    if b"%PDF-" in data[:PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(ZIP):
        return Kind.DOCX
    if data.startswith(PICTURES):
        raise UnreadablePage(
            "This is a picture, and Psoas can't read the words in it. Paste or type them instead."
        )
    if data.startswith((OLD_WORD, RICH_TEXT)):
        raise UnreadablePage(
            "Psoas doesn't read this kind of file, or it has a password. Save it as PDF or as Word"
            " (.docx) without one, or paste its text."
        )
    return None


def text_kind(beginning: str, name: str) -> Kind:
    """Plain text, Markdown or a page of the web, by the first characters."""
    ending = PurePosixPath(name).suffix.lower()
    if _is_html(beginning, ending):
        return Kind.HTML
    marked = ending in MARKDOWN_NAMES or MARKDOWN_HEADING.search(beginning)
    return Kind.MARKDOWN if marked else Kind.TEXT


def _is_html(beginning: str, ending: str) -> bool:
    opens = beginning.lstrip().startswith("<")
    if HTML_DOCUMENT.search(beginning) and (opens or ending in HTML_NAMES):
        return True
    blocks = sum(1 for _ in HTML_BLOCK_ENDS.finditer(beginning))
    enough = 1 if ending in HTML_NAMES else HTML_FROM
    return blocks >= enough and ending not in MARKDOWN_NAMES

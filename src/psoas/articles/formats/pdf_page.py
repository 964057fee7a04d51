"""A PDF as plain lines, without what repeats on every page."""

import io
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from psoas.articles.formats import limits
from psoas.articles.formats.kinds import Kind
from psoas.articles.formats.letters import plain, with_plain_bullet
from psoas.articles.formats.printed import unhyphenated, without_repeats
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.page import Page

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

LIMITS: dict[str, int] = {
    "maximum_declared_stream_length": limits.BYTES_IN,
    "array_based_stream_maximum_output_length": limits.PDF_PAGE_BYTES,
    "lzw_maximum_output_length": limits.PDF_PAGE_BYTES,
    "run_length_maximum_output_length": limits.PDF_PAGE_BYTES,
    "zlib_maximum_output_length": limits.PDF_PAGE_BYTES,
    "zlib_maximum_recovery_input_length": limits.MEGABYTE,
    "stream_decoding_work_maximum_length": 2 * limits.PDF_PAGE_BYTES,
    "stream_parsing_work_maximum_count": limits.PDF_PARTS,
    "page_tree_maximum_entries": limits.PDF_OBJECTS,
    "page_tree_maximum_page_entries": limits.PDF_OBJECTS,
    "array_maximum_element_count": limits.PDF_OBJECTS,
    "dictionary_maximum_element_count": limits.PDF_OBJECTS,
    "xform_maximum_invocations_per_extraction": limits.PDF_FORMS,
}
"""What `pypdf` keeps to by itself, and stops with an error."""
SHOWS_TEXT = (b"Tj", b"TJ", b"'", b'"')
MOVES_BY, MOVES_TO, NEXT_LINE = (b"Td", b"TD"), b"Tm", b"T*"
MOVES = (*MOVES_BY, MOVES_TO)
"""Their last operand says how far up, or where."""
A_FULL_LINE = 10
"""Pieces of text; putting more of them together takes longer and longer."""
MADE_BY_WORD = "Microsoft Word - "
TITLE_LENGTH = 300


class _TooMuch(Exception):
    """More is drawn than is looked at."""


class _Drawing:
    """Counts the work that the drawing of the whole file is, and stops it at the limit."""

    def __init__(self) -> None:
        self.work = 0
        self._in_line = 0
        self._height: object = None

    @property
    def too_much(self) -> bool:
        """Whether the limit was reached."""
        return self.work > limits.PDF_WORK

    def count(self, operator: bytes, operands: Sequence[object], *_places: object) -> None:
        """One operator more."""
        self.work += 1
        if operator in SHOWS_TEXT:
            pieces = operands[0] if operands else ()
            many = len(pieces) if isinstance(pieces, list) else 1
            self._in_line += many
            self.work += many * (limits.PDF_WORK_OF_TEXT + self._in_line // A_FULL_LINE)
        elif self._begins_a_line(operator, operands):
            self._in_line = 0
        if self.too_much:
            raise _TooMuch

    def _begins_a_line(self, operator: bytes, operands: Sequence[object]) -> bool:
        """Whether what follows stands higher or lower than what was shown before."""
        if operator in MOVES and operands:
            height, self._height = self._height, operands[-1]
            return operands[-1] != 0 if operator in MOVES_BY else operands[-1] != height
        return operator == NEXT_LINE


def pdf_page(data: bytes) -> Page:
    """The words of a PDF; its title is the one that its properties tell."""
    try:
        from pypdf import Configuration, apply_configuration
    except ModuleNotFoundError as missing:
        raise UnreadablePage(
            "To read PDF files, Psoas needs one more package: install psoas[articles], or paste the"
            " text of the file."
        ) from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with apply_configuration(Configuration().with_overwrites(**LIMITS)):
        reader, pages = _opened(data)
        texts, cut = _texts(pages[: limits.PDF_PAGES])
        return Page(
            text=_as_lines(texts),
            title=_title(reader),
            kind=Kind.PDF,
            cut=cut or len(pages) > limits.PDF_PAGES,
        )


def _opened(data: bytes) -> tuple["PdfReader", list["PageObject"]]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            reader.decrypt("")
        return reader, list(reader.pages)
    except Exception as broken:  # whatever a broken file makes a parser stumble over
        raise UnreadablePage(
            "This PDF is broken or has a password, so it can't be read. Save it anew, without a"
            " password, or paste its text."
        ) from broken


def _texts(pages: list["PageObject"]) -> tuple[list[str], bool]:
    """The words of each page that can be read, and whether there were too many."""
    drawing, texts, room = _Drawing(), list[str](), limits.CHARACTERS_OUT
    for page in pages:
        if room < 0 or drawing.too_much:
            break
        text = _text(page, drawing)
        texts.append(text)
        room -= len(text)
    return texts, drawing.too_much or room < 0


def _text(page: "PageObject", drawing: _Drawing) -> str:
    """The words of a page; none where it is broken, though the others may be whole."""
    from pypdf.errors import LimitReachedError

    try:
        contents = page.get_contents()
        if contents is None or len(contents.get_data()) > limits.PDF_PAGE_BYTES:
            return ""
        return page.extract_text(visitor_operand_before=drawing.count)
    except LimitReachedError:
        drawing.work += limits.PDF_WORK + 1
    except Exception:  # whatever a broken page makes a parser stumble over
        drawing.work += limits.PDF_PARTS  # as much as it may have cost
    return ""


def _as_lines(texts: list[str]) -> str:
    pages = [[with_plain_bullet(plain(line).strip()) for line in each.splitlines()]
             for each in texts]  # fmt: skip
    return unhyphenated("\n".join(line for page in without_repeats(pages) for line in page))


def _title(reader: "PdfReader") -> str:
    try:
        told = reader.metadata and reader.metadata.title
    except Exception:  # a title is not worth a file
        return ""
    return " ".join((told or "").removeprefix(MADE_BY_WORD).split())[:TITLE_LENGTH]

"""A Word file as plain lines: headings, items with their numbers, and rows of tables, in order."""

from dataclasses import dataclass, field

from psoas.articles.formats import limits
from psoas.articles.formats.docx_parts import NUMBERING, STYLES, broken_file, parts_of
from psoas.articles.formats.docx_styles import Numbering, Styles, off, small
from psoas.articles.formats.kinds import Kind
from psoas.articles.formats.writing import Lines
from psoas.articles.formats.xml_events import BadXml, Taker, go_through
from psoas.articles.page import Page

UNREAD = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText"})
"""What is told twice, was struck out, or is an instruction to Word."""
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NO_LIST = ("", "0")
"""What a paragraph says that is in no list."""


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    list_id: str = ""
    level: int | None = None
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    """Words, and whether they are bold."""


def docx_page(data: bytes) -> Page:
    """The words of a Word file."""
    parts = parts_of(data)
    styles, numbering = Styles(), Numbering()
    document = _Document(styles, numbering)
    try:
        go_through_if_there(parts.get(STYLES), styles)
        go_through_if_there(parts.get(NUMBERING), numbering)
        whole = go_through(parts["document"], document)
    except BadXml as broken:
        raise broken_file() from broken
    return Page(text=document.lines.text(), kind=Kind.DOCX, cut=document.lines.full or not whole)


def go_through_if_there(part: bytes | None, taker: Taker) -> None:
    """Tell each event of a part that a file may lack."""
    if part:
        go_through(part, taker)


class _Document:
    """Writes out the paragraphs and tables of a document as they come."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.lines = Lines(limits.CHARACTERS_OUT)
        self._styles = styles
        self._numbering = numbering
        self._open: list[_Paragraph] = []
        self._row: list[list[_Paragraph]] = []
        self._tables = 0
        self._unread = 0
        self._in_words = False
        self._in_run = False
        self._bold = False

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        self._unread += name in UNREAD
        if name == "p":
            self._open.append(_Paragraph())
        elif name == "r":
            self._in_run, self._bold = True, False
        elif name == "tbl":
            self._tables += 1
        elif name == "tc" and self._tables == 1:
            self._row.append([])
        elif self._open:
            self._property(self._open[-1], name, given)

    def _property(self, paragraph: _Paragraph, name: str, given: dict[str, str]) -> None:
        value = given.get("val", "")
        if name == "pStyle":
            paragraph.style = value
        elif name == "numId":
            paragraph.list_id = value
        elif name == "ilvl":
            paragraph.level = small(value)
        elif self._in_run:
            self._in_a_run(name, given)

    def _in_a_run(self, name: str, given: dict[str, str]) -> None:
        self._in_words = name == "t"
        if name == "b":
            self._bold = not off(given)
        self.say(SIGNS.get(name, ""))

    def end(self, name: str) -> None:
        """An element ends."""
        self._unread -= name in UNREAD
        self._in_words = False
        if name == "p" and self._open:
            self._keep(self._open.pop())
        elif name == "r":
            self._in_run = False
        elif name == "tbl":
            self._tables -= 1
            self.lines.end_block()
        elif name == "tr" and self._tables == 1:
            self._write_row()

    def words(self, text: str) -> None:
        """Words, of the document or between its elements."""
        if self._in_words:
            self.say(text)

    def say(self, text: str) -> None:
        """Words that stand on the page."""
        if text and self._open and not self._unread:
            self._open[-1].pieces.append((text, self._bold))

    def _keep(self, paragraph: _Paragraph) -> None:
        if self._row:
            self._row[-1].append(paragraph)
        else:
            self._write(paragraph)

    def _write_row(self) -> None:
        """In one line, unless a cell has several paragraphs; then each in its own."""
        cells = [[each for each in cell if _said(each)] for cell in self._row]
        self._row = []
        if any(len(cell) > 1 for cell in cells):
            for paragraph in (each for cell in cells for each in cell):
                self._write(paragraph)
            return
        for cell in cells:
            for paragraph in cell:
                self._add(paragraph)
            self.lines.end_cell()
        self.lines.end_line()

    def _write(self, paragraph: _Paragraph) -> None:
        list_id, level = self._listed(paragraph)
        heading = self._styles.heading(paragraph.style)
        if not _said(paragraph):
            return
        if heading:
            self.lines.heading(heading)
        elif list_id not in NO_LIST:
            self.lines.item(self._numbering.marker(list_id, level), level)
            self._add(paragraph)
            self.lines.end_line()
            return
        else:
            self.lines.end_block()
        self._add(paragraph)
        self.lines.end_block()

    def _listed(self, paragraph: _Paragraph) -> tuple[str, int]:
        """The list that a paragraph belongs to, by itself or by its style, and its level."""
        list_id, level = self._styles.list_of(paragraph.style)
        own = paragraph.level
        return paragraph.list_id or list_id, level if own is None else own

    def _add(self, paragraph: _Paragraph) -> None:
        for words, bold in paragraph.pieces:
            if words == "\n":
                self.lines.end_line()
            self.lines.add(words, bold=bold)


def _said(paragraph: _Paragraph) -> bool:
    return any(words.strip() for words, _bold in paragraph.pieces)

"""A PDF read back by another library: its text, and what a screen reader is told of it."""

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw


@dataclass
class Printed:
    """What somebody gets who opens the file."""

    pages: list[str]
    """The text of each, on one line."""
    elements: list[tuple[str, str]]
    """What a screen reader finds, in its order: a type such as H1, and its alternative text."""
    language: str
    title: str

    @property
    def text(self):
        return " ".join(self.pages)

    @property
    def pictures(self):
        """The alternative text of each picture."""
        return [alt for kind, alt in self.elements if kind == "Figure"]

    def count(self, kind):
        return [each for each, _ in self.elements].count(kind)


def printed(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return Printed(
            pages=[_text(page) for page in document],
            elements=[element for page in document for element in _elements(page)],
            language=_words(raw.FPDFCatalog_GetLanguage, document.raw),
            title=document.get_metadata_value("Title"),
        )
    finally:
        document.close()


def _text(page):
    text = page.get_textpage().get_text_bounded().replace("\u200b", "")
    return " ".join(text.replace("\ufffe", "").split())


def _elements(page):
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _below(raw.FPDF_StructTree_GetChildAtIndex(tree, number))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _below(element):
    if not element:
        return
    kind = _words(raw.FPDF_StructElement_GetType, element)
    yield kind, _words(raw.FPDF_StructElement_GetAltText, element)
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _below(raw.FPDF_StructElement_GetChildAtIndex(element, number))


def _words(ask, of):
    length = ask(of, None, 0)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(of, ctypes.cast(buffer, ask.argtypes[1]), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")

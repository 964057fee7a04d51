"""The tree of a page of the web: its article, as `trafilatura` finds it, and all its words."""

import logging
import re

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from psoas.articles.formats import limits
from psoas.articles.formats.writing import Lines

Element = etree._Element

UNREAD = re.compile(
    "script|style|noscript|template|nav|footer|aside|head|svg|iframe|object|canvas|audio|video"
    "|select|option|button|textarea|input"
)
"""What is no part of what a page says."""
BLOCKS = frozenset({"p", "table", "blockquote", "pre", "figure"})
"""An empty line follows them, as it does a heading or a list."""
LINES = re.compile(
    "div|section|article|main|header|tr|br|hr|form|fieldset|address|figcaption|body|caption|center"
    "|details|summary|dt|dd|li|p|table|blockquote|pre|figure"
)
"""They stand in lines of their own."""
LISTS = frozenset({"ul", "ol", "dl"})
CELLS = frozenset({"td", "th"})
BOLD = frozenset({"b", "strong"})
SAME = {"item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote", "code": "pre"}
"""What `trafilatura` calls them."""
HEADING = re.compile(r"h[1-6]")
NUMBERED = re.compile(r"\s*\(?\d{1,3}[.):]")
NO_LETTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a tree may come with but doesn't take: `&#1;` and the like."""
TITLE_LENGTH = 300

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def parsed(source: str) -> html.HtmlElement | None:
    """The tree of a page; None where there is none to be made of it."""
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.LxmlError:
        return None
    for element in tree.iter():
        if len(element.attrib) > limits.ATTRIBUTES:
            element.attrib.clear()
    for ordered in tree.iter("ol"):
        _number(ordered)
    return tree


def _number(ordered: Element) -> None:
    """Write the numbers into the items, where a browser would show them."""
    number = _whole(ordered.get("start"), 1)
    for item in ordered.iterchildren("li"):
        number = _whole(item.get("value"), number)
        if not NUMBERED.match(item.text or ""):
            item.text = f"{number}. {NO_LETTER.sub('', item.text or '')}"
        number += 1


def _whole(told: str | None, otherwise: int) -> int:
    whole = told is not None and told.isascii() and told.isdecimal() and len(told) <= 3
    return int(told) if whole and told else otherwise


def title(tree: html.HtmlElement) -> str:
    """The title that the page's head tells."""
    found = tree.xpath("//meta[@property='og:title']/@content | //title/text()")
    words = (" ".join(str(each).split()) for each in found)
    return next((each[:TITLE_LENGTH] for each in words if each), "")


def article(tree: html.HtmlElement) -> str:
    """The main text of the page; nothing where none is found or the page is very large."""
    if _is_large(tree):
        return ""
    found = bare_extraction(
        tree,
        output_format="txt",
        favor_recall=True,
        include_comments=False,
        include_formatting=True,
        fast=True,
    )
    return written(found.body) if isinstance(found, Document) else ""


def _is_large(tree: html.HtmlElement) -> bool:
    """Whether telling its article apart would cost too much."""
    elements = depth = depths = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        depths += depth
    return elements > limits.ELEMENTS_FOR_ARTICLE or depths > 2 * limits.DEPTHS_FOR_ARTICLE


def written(tree: Element) -> str:
    """Everything that a tree says, line by line."""
    writer = _Writer()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if unread(element):
            walk.skip_subtree()
        elif event == "start":
            writer.start(element)
        else:
            writer.end(element)
        if event == "end":
            writer.go_on(element)
    return writer.lines.text()


class _Writer:
    """Goes through a tree once, from the start to the end of each element."""

    def __init__(self) -> None:
        self.lines = Lines(limits.CHARACTERS_OUT)
        self._lists: list[str] = []
        self._bold = 0

    def start(self, element: Element) -> None:
        """What stands before the words of an element, and its first words."""
        tag = name_of(element)
        self._bold += tag in BOLD
        if HEADING.fullmatch(tag):
            self.lines.heading(int(tag[1]))
        elif tag == "li":
            self._item(element)
        elif tag in LISTS:
            self.lines.end_line()
            self._lists.append(tag)
        elif LINES.fullmatch(tag):
            self.lines.end_line()
        self._say(element.text)

    def _item(self, element: Element) -> None:
        kind = self._lists[-1] if self._lists else "ul"
        marked = kind != "ul" or NUMBERED.match(element.text or "")
        self.lines.item("" if marked else "-", max(0, len(self._lists) - 1))

    def end(self, element: Element) -> None:
        """What stands after an element."""
        tag = name_of(element)
        self._bold -= tag in BOLD
        if tag in LISTS:
            self._lists.pop()
        if tag in CELLS:
            self.lines.end_cell()
        elif HEADING.fullmatch(tag) or (tag in BLOCKS | LISTS and not self._lists):
            self.lines.end_block()
        elif LINES.fullmatch(tag):
            self.lines.end_line()

    def _say(self, words: str | None) -> None:
        if words:
            self.lines.add(words, bold=bool(self._bold))

    def go_on(self, element: Element) -> None:
        """The words after an element."""
        self._say(element.tail)


def name_of(element: Element) -> str:
    """The name of an element in HTML, whoever made the tree."""
    tag, rend = str(element.tag), element.get("rend") or ""
    if tag in ("head", "list") and rend:
        return rend
    return "b" if tag == "hi" and rend == "#b" else SAME.get(tag, tag)


def unread(element: Element) -> bool:
    """Whether nothing in an element is part of what the page says."""
    return UNREAD.fullmatch(name_of(element)) is not None or "hidden" in element.attrib

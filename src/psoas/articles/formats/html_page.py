"""A page of the web as plain lines: its article where one is found, else all that it says."""

import html
import re

from psoas.articles.formats import limits
from psoas.articles.formats.kinds import Kind
from psoas.articles.formats.letters import plain
from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.page import Page

LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\b[^<>]{1000,}>?")
"""A tag that carries a picture within it, or a hundred attributes; its name is enough."""
UNSAID = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
HEADING = re.compile(r"^(?:#+ |\*\*)", re.MULTILINE)
ON_THE_SERVER = re.compile(r"<[%?][^<>]*>")
"""What was meant for the program that made the page."""
NEARLY_ALL = 0.85
"""Of a page that is nearly all article, nothing is taken away."""
ONLY_A_BIT = 0.3
"""Of a page's prose; then it isn't the article but a part of it."""
LONGEST_IN_MENU = 40
"""Characters of a line."""
MOST_OF_THE_WORDS = 0.2
"""Menus and adverts can be the greater part of a page."""


def html_page(source: str) -> Page:
    """The page; its title is the one that its head tells."""
    try:
        from psoas.articles.formats import html_tree
    except ModuleNotFoundError as missing:
        raise UnreadablePage(
            "To read pages of the web, Psoas needs one more package: install psoas[articles], or"
            " paste the text of the page."
        ) from missing
    shorter, cut = within_limits(source)
    words = without_tags(shorter)
    tree = html_tree.parsed(shorter)
    if tree is None:
        return Page(text=words, kind=Kind.HTML, cut=cut)
    article = html_tree.article(tree) if len(shorter) <= limits.SOURCE_FOR_ARTICLE else ""
    candidates = (article, html_tree.written(tree), words)
    return Page(text=chosen(*candidates), title=html_tree.title(tree), kind=Kind.HTML, cut=cut)


def chosen(article: str, everything: str, words: str) -> str:
    """The article, unless it is only a bit of the page, or lost its headings.

    The tree ends early where a page is nested without end; then the bare words are better.
    """
    if len(everything) < MOST_OF_THE_WORDS * len(words):
        return words
    nearly_all = len(article) > NEARLY_ALL * len(everything)
    only_a_bit = prose(article) <= ONLY_A_BIT * prose(everything)
    lost = HEADING.search(everything) and not HEADING.search(article)
    return everything if nearly_all or only_a_bit or lost else article


def prose(text: str) -> int:
    """The characters of a page in lines that are longer than those of a menu."""
    return sum(len(line) for line in text.splitlines() if len(line) > LONGEST_IN_MENU)


def within_limits(source: str) -> tuple[str, bool]:
    """The source with no more tags than are looked at, and whether any were left out."""
    shorter = UNSAID.sub("", ON_THE_SERVER.sub("", source.replace("\0", "")))
    shorter = LONG_TAG.sub(r"<\1>", shorter)
    parts = shorter.split("<", limits.HTML_TAGS + 1)
    cut = len(parts) > limits.HTML_TAGS + 1
    return "<".join(parts[:-1]) if cut else shorter, cut


def without_tags(source: str) -> str:
    """The words of a page so broken that it is no tree."""
    words = plain(html.unescape(TAG.sub("\n", source)))
    return "\n".join(line for line in map(str.strip, words.splitlines()) if line)

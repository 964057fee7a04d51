"""A page as the reader gets it: plain text and where it came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The plain text of an article. Every span of a reading is an offset into `text`."""

    text: str
    title: str = ""
    """What the page calls itself; empty where it doesn't say."""
    kind: str = "txt"
    """What it was read from: txt, md, html, pdf or docx."""
    cut: bool = False
    """Whether it was too long to be read to its end."""

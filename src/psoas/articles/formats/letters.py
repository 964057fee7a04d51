"""Letters that only show how a page was set, as plain ones."""

import re

UNSEEN = re.compile("[\N{SOFT HYPHEN}\u200b\u200c\u200d\u2060\ufeff\0-\x08\x0e-\x1f\x7f]")
"""Soft hyphens, marks of no width, and what is no letter at all."""
SINGLE = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)
BULLET = re.compile(
    r"^(\s*)(?:[•◦‣∙●○◆◇■□▪▫▸►▶➢➤✓✔✦❖★☆\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc]\s*|·\s+|o\s{2,})(?=\S)"
)
"""Marks before an item; those from \\uf000 on are what fonts of symbols leave."""


def plain(text: str) -> str:
    """A text without ligatures, soft hyphens and other marks of typesetting."""
    return UNSEEN.sub("", text).translate(SINGLE)


def with_plain_bullet(line: str) -> str:
    """A line whose drawn bullet, if it has one, is a `-`."""
    return BULLET.sub(r"\1- ", line)

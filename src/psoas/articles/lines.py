"""Lines of a page: their words, and the signs before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_HASHES = re.compile(r"(#{1,6})[ \t]+")
_BOLD = re.compile(r"(\*\*|__|\*|_)(?!\s)([^*_]{2,90}?)(?<!\s)\1:?$")
_BULLET = re.compile(
    r"(?:[•▪◦●○‣∙·►➤✔✓■□☐☑☒❏❑◻✗✘✕❌✖⛔🚫✅]|\[[ xX]?\](?=\s)"
    r"|[–-](?=\s|$|[A-Z])|[*+](?=\s|$)|[oO](?=\s{2}))[ \t]*"
)
_NUMBER = re.compile(
    r"""(?: \# | (?:step|exercise|move|stretch|pose|ex|slide)\.?\ \#? )?
        (?: \(?\d{1,2}[.):](?!\d)                      # 3)
          | \d{1,2}\ ?(?:of|/)\ ?\d{1,3}(?:[.:]|\ [–—|-](?=\s))  # Stretch 3 of 7 —
          | [A-H]\d{1,2}[.):](?=\s+[A-Z])              # A3.
          | \d{1,2}\ [–—|-](?=\s+[A-Z][a-z])           # 3 –
          | (?<=\#)\d{1,2}(?=\s+[A-Z])                 # #3
          | \(?[A-Ha-h][.)](?=\s+[A-Z])                # c)
          | \d{1,2}(?=$)
        )[ \t]*""",
    re.IGNORECASE | re.VERBOSE,
)
_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"[-=_*~ ]{3,}$")


class Line(NamedTuple):
    """One line; `start` is where its words begin, after blanks and signs."""

    number: int
    start: int
    content: str
    """Its words; empty for a blank line, a rule, or a marker alone."""
    marker: str = ""
    heading: int = 0
    """1 to 6 where it is marked as a heading, else 0."""
    indent: int = 0
    spoken: bool = False
    """Whether it stands between lines with a time before them."""


BOLD = 7
"""The level of a line in bold: below every heading with hashes."""


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text, from the first to the last."""
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield _line(number, start, line)
        start += len(line) + 1


def _line(number: int, start: int, line: str) -> Line:
    """One line without its signs; only the first few of nested quotes and blanks are taken off."""
    at = _skipped(line, 0, _QUOTE)
    indent = len(line[:at]) + len(line[at:]) - len(line[at:].lstrip())
    at = indent
    content = line[at:].rstrip()
    if _RULE.match(content) and content != "---":
        return Line(number=number, start=start + at, content="")
    if _ROW.fullmatch(content):
        return _row(number, start + at, content)
    hashes = _HASHES.match(content)
    marker, at, content = (
        _marker(line, at, content) if not hashes else ("", *_cut(at, content, hashes))
    )
    bold = _BOLD.match(content)
    if bold and len(bold[1]) == 1 and bold[2][-1] in ".!?":  # a remark in italics
        bold = None
    level = len(hashes[1]) if hashes else BOLD if bold else 0
    if bold:
        at, content = at + bold.start(2), bold[2].rstrip(" :")
    return Line(
        number=number,
        start=start + at,
        content=content,
        marker=marker,
        heading=level,
        indent=indent,
    )


def _row(number: int, start: int, content: str) -> Line:
    """A row of a table, as an item of a list; the line under its head is none."""
    inner = content[1:-1]
    at = start + 1 + len(inner) - len(inner.lstrip())
    told = "" if set(inner) <= set("|-: ") else inner.strip()
    return Line(number=number, start=at, content=told, marker="|" if told else "")


def _skipped(line: str, at: int, pattern: re.Pattern[str]) -> int:
    found = pattern.match(line, at)
    return found.end() if found else at


def _marker(line: str, at: int, content: str) -> tuple[str, int, str]:
    """The marker of a line, and where its words begin; of a bullet and a number the number."""
    first = _BULLET.match(content) or _NUMBER.match(content)
    if not first or not first[0]:
        return "", at, content
    start, rest = _cut(at, content, first)
    if not rest and any(map(str.isalpha, first[0])):  # “Stretch #1:” by itself is a heading
        return "", at, content
    again = _BULLET.match(rest) or (None if _NUMBER.match(content) else _NUMBER.match(rest))
    if again and rest[again.end() :]:
        start, rest = _cut(start, rest, again)
        first = again if again.re is _NUMBER else first
    return first[0].strip(), start, rest


def _cut(at: int, content: str, found: re.Match[str]) -> tuple[int, str]:
    return at + found.end(), content[found.end() :]

"""Where the articles lie at hand, each claim is read where it points.

The articles are not shipped. A file is taken for an article if its hash is the one in
sources.toml; what is not at hand is not checked.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from psoas.knowledge import Problem
from psoas.library.checks.places import Written, claims
from psoas.library.claims import Claim
from psoas.library.loading import Library

UNITS = {
    "hold": r"seconds?",
    "breaths": r"breaths?",
    "repetitions": r"times?",
    "sets": r"times?",
    "times_per_day": r"times? (a|per) day",
    "times_per_week": r"times? (a|per) week",
}
WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 10: "ten"}
APOSTROPHES = str.maketrans("", "", "'\u2018\u2019")


def articles_at_hand(library: Library, folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The lines of each source whose very text lies in the folder, by source id."""
    by_hash = {source.sha256: source.id for source in library.sources.values() if source.sha256}
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.iterdir()):
        content = file.read_bytes() if file.is_file() else b""
        source = by_hash.get(hashlib.sha256(content).hexdigest())
        if source:
            found[source] = tuple(content.decode("utf-8").splitlines())
    return found


def claims_are_written_there(library: Library, folder: Path) -> Iterator[Problem]:
    """Line counts are right; the lines hold text, the name and the numbers of the claim."""
    articles = articles_at_hand(library, folder)
    for identity, lines in articles.items():
        if len(lines) != library.sources[identity].lines:
            yield Problem("sources.toml", identity, f"the text has {len(lines)} lines; correct it")
    for written in claims(library):
        article = articles.get(written.value.source)
        if article and written.value.line_range:
            yield from _read(written, article)


def _read(written: Written, article: tuple[str, ...]) -> Iterator[Problem]:
    claim: Claim = written.value
    first, last = claim.line_range or (1, 0)
    there = plain(" ".join(article[first - 1 : last]))
    if not there:
        yield written.problem(f"{claim.where} of “{claim.source}” is empty; correct the lines")
        return
    if plain(claim.named) not in there:
        yield written.problem(f"“{claim.named}” is not written in {claim.where}; correct either")
    for name, number in _numbers(claim):
        if not _says(plain(" ".join(article)), name, number):
            yield written.problem(f"“{claim.source}” nowhere says {name} {number}; correct it")


def plain(text: str) -> str:
    """Only words and numbers, small, one space between; apostrophes gone."""
    return " ".join(re.findall(r"[\w#]+", text.translate(APOSTROPHES).casefold()))


def _numbers(claim: Claim) -> Iterator[tuple[str, int]]:
    """The numbers that a text must spell out; once is seldom said."""
    for name, value in claim.says.items():
        if name in UNITS:
            values = value if isinstance(value, tuple) else (value,)
            yield from ((name, v) for v in values if isinstance(v, int) and v > 1)


def _says(text: str, name: str, number: int) -> bool:
    """Whether the text has the number, as digits or a word, close before its unit.

    One article gives its dose in one place for all its exercises, so the whole text is searched.
    """
    spelled = f"{number}|{WORDS.get(number, number)}"
    between = r"(?: (?:\d+|to|or|\w+)){0,3}?"
    once = rf"\b(?:{spelled})\b{between} {UNITS[name]}\b"
    twice = r"|\btwice\b" if number == 2 and UNITS[name].startswith("times") else ""
    return re.search(once + twice, text) is not None

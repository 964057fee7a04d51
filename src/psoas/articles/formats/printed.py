"""What a printed page adds to its words: running heads, page numbers, hyphens at line ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

EDGE = 2
"""Lines from the top and from the bottom in which something may repeat."""
LONGEST_REPEAT = 90
"""Characters of a running head or foot."""
OFTEN = 0.6
"""Share of the pages on which it stands."""
PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE
)
NUMBER_AT_END = re.compile(
    r"(?:\b(?:page|p\.)\s*)?\b\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
NEVER_A_HEAD = re.compile(
    r"[.!?]$|\b(?:hold|repeat|times?|reps?|repetitions?|seconds?|secs?|minutes?|sets?|breaths?)\b",
    re.IGNORECASE,
)
"""A sentence, or how long and how often: on a print-out of exercises that repeats in earnest."""

HYPHENATED = re.compile(r"\b(\w{2,40})-\n([a-z]{2,40})")
KEEP_THEIR_HYPHEN = re.compile(
    "side|half|well|self|one|two|three|four|low|long|short|cross|single|double|all|non|straight"
    "|mid|left|right|hip|knee|toe|heel|full|semi|ankle|back|face|hand|foot"
)
"""First halves of words that are written with a hyphen anyway: side-lying, half-kneeling."""


def without_repeats(pages: list[list[str]]) -> list[list[str]]:
    """The lines of each page; a running head or foot is kept where it stands first."""
    counted = Counter(head for page in pages for head in {_head(line) for line in _edges(page)})
    often = max(2, OFTEN * len(pages))
    repeated = {head for head, times in counted.items() if head and times >= often}
    seen: set[str] = set()
    return [list(_kept(page, repeated, seen)) for page in pages]


def _edges(page: list[str]) -> Iterator[str]:
    said = [line for line in page if line]
    yield from said[:EDGE]
    yield from said[max(EDGE, len(said) - EDGE) :]


def _head(line: str) -> str:
    """A line as it would be on every page: without its page number; nothing if it is no head."""
    if len(line) > LONGEST_REPEAT or NEVER_A_HEAD.search(line):
        return ""
    return NUMBER_AT_END.sub("", line).strip(" -–—|·").casefold()


def _kept(page: list[str], repeated: set[str], seen: set[str]) -> Iterator[str]:
    edges = set(_edges(page))
    for line in page:
        head = _head(line) if line in edges else ""
        if (line in edges and PAGE_NUMBER.fullmatch(line)) or head in seen:
            continue
        if head in repeated:
            seen.add(head)
        yield line


def unhyphenated(text: str) -> str:
    """A text whose words are whole again; a hyphen that belongs to a word stays."""
    words = set(_words(text))

    def whole(found: re.Match[str]) -> str:
        first, rest = found[1], found[2]
        kept = f"{first}-{rest}"
        hyphen = KEEP_THEIR_HYPHEN.fullmatch(first.lower()) or kept.lower() in words
        return kept if hyphen and f"{first}{rest}".lower() not in words else first + rest

    return HYPHENATED.sub(whole, text)


def _words(text: str) -> Iterable[str]:
    return (found[0].lower() for found in re.finditer(r"\w+(?:-\w+)*", text))

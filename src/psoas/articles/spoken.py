"""Spoken text: what a film says, with the time before its lines and no ends of sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from psoas.articles.dose_words import DOSES
from psoas.articles.instructing import WORDS
from psoas.articles.lines import Line
from psoas.articles.plain import plain

FEWEST = 4
"""So many lines with a time before them are spoken."""
RUN_ON = 150
"""Letters without an end of a sentence that are no longer one sentence."""
LOOK_BACK = 12
"""Letters before a number in which the word that leads to it is looked for."""
LONGEST_LEAD = 120
"""Letters in which speech turns to a clause, or that only lead to one."""
MOST_CLAUSES = 400
"""Clauses of one run of words that are looked at."""

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{3})?(?!\d|\s?[ap]\.?m)"
_STAMP = re.compile(
    rf"(?:[A-Z][\w.'’ -]{{0,30}}?\s*[\[(]{_TIME}[\])]\s*:?|[\[(]?{_TIME}[\])]?"
    rf"(?:\s*-+>\s*{_TIME})?:?)(?:\s+|$)"
)
_DOSE = re.compile(
    rf"(?:(?:another|a full|about) )?(?:\d{{1,3}}|{'|'.join(DOSES.worth)}|a)(?:[ -][a-z]+){{0,2}}"
    r" (?:seconds?|minutes?|breaths|times|reps|(?:on )?(?:each|per) (?:side|leg|way|arm))\b"
)
_LEADS_TO_DOSE = re.compile(
    r"\b(?:for|in|about|another|full|of|do|doing|than|hold|holding|to|that's|up|least|the|a|take|taking"
    rf"|last|every|or|{'|'.join(DOSES.worth)}|\d+)$"
)
_STOP = re.compile(r"[.!?;:]")
_END = re.compile(r"[.!?;:][\"')”’]*$")
_LATER = re.compile(r"(?<=[a-z0-9,]) +(?=[a-z0-9'])")


def without_times(lines: Sequence[Line]) -> list[Line]:
    """Lines without the times before them; a line of nothing but a time is no line at all."""
    found = [_STAMP.match(line.content) for line in lines]
    if sum(stamp is not None for stamp in found) < FEWEST:
        return list(lines)
    return list(_spoken(lines, found))


def _spoken(lines: Sequence[Line], found: Sequence[re.Match[str] | None]) -> Iterator[Line]:
    """Lines with their times cut off; what stands between two times is spoken too."""
    begun = False
    for line, stamp in zip(lines, found, strict=True):
        begun = begun or stamp is not None
        cut = stamp.end() if stamp else 0
        words = line.content[cut:]
        if words or stamp is None:
            yield line._replace(start=line.start + cut, content=words, spoken=begun)


def clauses(text: str, start: int, end: int, *, spoken: bool) -> list[tuple[int, int]]:
    """A stretch of a text, cut before each order where it runs on without an end."""
    whole = (start, end)
    if not (spoken or end - start >= RUN_ON) or _END.search(text[start:end].rstrip()):
        return [whole]
    said = plain(text[start:end])
    cuts = islice(_cuts(said), MOST_CLAUSES)
    return list(pairwise([start, *(start + cut for cut in cuts), end]))


def _cuts(said: str) -> Iterator[int]:
    """Where clauses of their own begin; “okay so now” begins only one."""
    last = 0
    for gap in _LATER.finditer(said):
        if _turns(said, gap.end()) and not _only_leads(said[last : gap.start()]):
            yield gap.end()
            last = gap.end()


def _only_leads(said: str) -> bool:
    """Whether words only lead to what comes after them."""
    return len(said) <= LONGEST_LEAD and WORDS.only_leads.fullmatch(said) is not None


def _turns(said: str, at: int) -> bool:
    """Whether a clause of its own begins at a word: “and bring …”, “okay now …”, “ten times”."""
    if WORDS.spoken_turn.match(said, at, at + LONGEST_LEAD):
        return True
    told = _DOSE.match(said, at)
    return told is not None and not _LEADS_TO_DOSE.search(said[max(0, at - LOOK_BACK) : at - 1])


def runs_on(text: str) -> bool:
    """Whether a text is speech without ends: so long, and hardly a full stop in it."""
    return len(text) >= RUN_ON and RUN_ON * len(_STOP.findall(text)) < len(text)

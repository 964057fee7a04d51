"""What a clause holds of a thing: whether its words, each of which says no, leave a no together."""

import re
from collections.abc import Iterator

from psoas.articles.avoid_words import WORDS
from psoas.articles.things import IsThing, Place, things_from

LONGEST_NAME = 5
"""Words of a sentence without a verb that is nothing but a name."""
MOST_CLAUSES = 12
"""Clauses of a sentence that are looked at."""
LONGEST_LEAD = 60
"""Characters before a thing in which it is looked for what it belongs to."""

_CLAUSE_END = re.compile(
    r"[.!?;:()|]|,\s|\s-+\s|\s(?=(?:because|which|but|although|though|whereas|until|unless|so that"
    r"|so|as (?:it|they|the|this|that)|since|who|if|when|while)\s)"
)
_POINTS = re.compile(
    r"(?:so |and |but |please )*(?:it|they|that|those|this|these|both|never|avoid|don't|do not|not"
    r"|leave|skip)\b"
)
_NAMED = re.compile(r"[a-z-]+(?:ing|s)\b(?!')")
_SUBJECT = re.compile(r" (?:is|are|was|were)\b")
_NOUN_FOLLOWS = re.compile(
    r"\b(?:the|an?|of|for|on|to|from|in|doing|any|no|more|some|at|heavy|my|your|his|her|our|this)"
    r"(?: [a-z-]+)? $"
)
"""How a noun or an activity looks, and not an order."""


def refuses(said: str) -> bool:
    """Whether a clause says no: an odd number of its words do, harm counted once."""
    if WORDS.says_neither.search(said):
        return False
    count = sum(1 for _ in WORDS.denies.finditer(said)) + sum(
        1 for _ in WORDS.leaves.finditer(said)
    )
    return (count + (WORDS.harming.search(said) is not None)) % 2 == 1


def introduces(said: str) -> bool:
    """Whether a line before a list says no to what stands in it."""
    return WORDS.collects.search(said) is not None and refuses(said)


def lists_itself(said: str) -> bool:
    """Whether a line names what it warns against: “Skip: box jumps”."""
    return WORDS.label.match(said) is not None


def may_refuse(said: str) -> bool:
    """Whether a text has any word that says no."""
    return any(one.search(said) for one in (WORDS.denies, WORDS.leaves, WORDS.harming))


def is_silent(said: str) -> bool:
    """Whether a clause holds nothing of what it names."""
    telling = may_refuse(said) or WORDS.says_neither.search(said) or WORDS.praises.search(said)
    return not telling


def refused_subject(said: str, following: str, is_thing: IsThing) -> list[Place]:
    """The subject of a sentence of which it, or the next sentence, first says no."""
    points = _POINTS.match(following) or WORDS.leaves.search(following)
    goes_on = points and not WORDS.condition.search(following) and refuses(following)
    if not (goes_on or may_refuse(said)):
        return []
    end = WORDS.subject_end.search(said)
    if end is None and len(said.split()) > LONGEST_NAME:
        return []
    told = end.start() if end else _first_stop(said)
    subject = things_from(said[:told], 0, is_thing)
    if not subject:
        return []
    start = subject[-1][1]
    for begin, finish in _clauses(said, start):
        if not is_silent(said[begin:finish]):
            return subject if refuses(said[begin:finish]) else []
    return subject if goes_on else []


def refused_objects(said: str, is_thing: IsThing) -> Iterator[Place]:
    """The things that stand in clauses which say no."""
    if not may_refuse(said):
        return
    for begin, end in _clauses(said, 0):
        if refuses(said[begin:end]):
            yield from _things_in(said, begin, end, is_thing)


def _things_in(said: str, begin: int, end: int, is_thing: IsThing) -> Iterator[Place]:
    """The first things that a clause names, whatever stands before them."""
    for found in WORDS.movement.finditer(said[:end]):
        lead = said[max(begin, found.start() - LONGEST_LEAD) : found.start()]
        named = (
            _NAMED.match(said, found.start(), end)
            or _NOUN_FOLLOWS.search(lead)
            or _SUBJECT.match(said, found.end(), end)
        )
        if found.start() >= begin and named and not WORDS.belongs.search(lead):
            things = things_from(said, found.start(), is_thing)
            yield from things
            if things:
                return


def _first_stop(said: str) -> int:
    stop = _CLAUSE_END.search(said)
    return stop.start() if stop else len(said)


def _clauses(said: str, start: int) -> list[Place]:
    """The clauses of a sentence from a place on."""
    cuts = [*_CLAUSE_END.finditer(said, start)][:MOST_CLAUSES]
    begins = [start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(said)]
    return [(a, b) for a, b in zip(begins, ends, strict=True) if said[a:b].strip()]

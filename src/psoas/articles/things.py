"""Words that name a thing to avoid: a movement, a posture, a habit; and lists of them."""

import re
from collections.abc import Callable
from typing import TypeAlias

from psoas.articles.avoid_words import WORDS

MOST_THINGS = 12
"""Things of one list."""
LONGEST_THING = 18
"""Words of one thing."""
LONGEST_LISTED = 5
"""Words of what stands in a list of things and isn't known for one."""
ENOUGH_KNOWN = 2
"""So many things make a list in which what isn't known counts too."""

Place: TypeAlias = tuple[int, int]
"""Where something begins and ends in a plain sentence."""
IsThing: TypeAlias = Callable[[str], bool]

_BETWEEN = re.compile(
    r"[,;]?\s+(?:and|or|nor)\s+(?:no\s+|also\s+|any\s+|that\s+|o[nf]f?\s+(?=any|the|\w+s\b))?"
    r"|[,;]\s+(?:no\s+|also\s+|off\s+)?|(?<=:)\s*no\s+|\s\+\s"
)
_STOP = re.compile(r"[.!?:;()|]|\s-+\s")
_GERUND = re.compile(r"(?:(?!the |your |my |a |this )[a-z-]+ )?([a-z-]+ing)\b")
_OPENERS = re.compile(
    r"(?:(?:and|but|so|also|both|then|now|sadly|please|even|or|yes|no|ok|okay|well|oh|plus|why|that"
    r"|because|for (?:me|instance|example)|in (?:fact|my case|particular)"
    r"|(?:has|makes|gets|lets) you|involves|requires|\d{1,2}:\d\d|[*>•-]+)\s+)*"
)
_ASIDE = re.compile(
    r"(?:for (?:instance|example)|too|also|in particular|however|though|sadly|alas|in my case)?"
)
_BROKEN_OFF = re.compile(r".*\b(?:that|think|find|found|say|said|says|but|because|since|as) ")


def names_movement(what: str) -> bool:
    """Whether words name a movement, a posture or a habit, and nothing vague."""
    words = what.strip()
    if WORDS.no_name.fullmatch(words) or WORDS.other_clause.match(words):
        return False
    gerund = _GERUND.match(words)
    active = gerund is not None and gerund[1] not in WORDS.still
    return active or WORDS.movement.search(words) is not None


def things_from(
    said: str, start: int, is_thing: IsThing, *, sure: bool = False, listed: bool = False
) -> list[Place]:
    """The things of a list that begins at a place.

    None where the first words name none, unless it is `sure` that they do, or that a list stands
    there. What isn't known counts between things that are, and after them at the sentence's end.
    """
    stop = _stop(said, start)
    chunks = _chunks(said, start, stop)
    known = [is_thing(said[begin:end]) for begin, end in chunks]
    known[:1] = [sure or one for one in known[:1]]
    if not any(known[:1]) and not (listed and sum(known) >= ENOUGH_KNOWN):
        return []
    found: list[Place] = []
    for place, (begin, end) in enumerate(chunks):
        words = len(said[begin:end].split())
        if known[place] and words <= LONGEST_THING:
            found.append((begin, end))
        elif words > LONGEST_LISTED:
            break
        elif found and said[found[-1][1] : begin].strip() in ("and", "or"):
            found[-1] = (found[-1][0], end)
        elif any(known[place:]) or (sum(known) >= ENOUGH_KNOWN and said[stop:].strip(".! ") == ""):
            found.append((begin, end))
    return found


def things_before(said: str, end: int, is_thing: IsThing) -> list[Place]:
    """The things of a list that ends at a place, as the subject of a sentence does."""
    begins = [stop.end() for stop in _STOP.finditer(said, 0, end)]
    found: list[Place] = []
    aside = said[:end].rstrip().endswith(",")
    for chunk in reversed(_chunks(said, begins[-1] if begins else 0, end)):
        begin = _begin(said, *chunk)
        what = said[begin : chunk[1]]
        if is_thing(what) and not _tells_something(what):
            found.append((begin, chunk[1]))
            if begin != chunk[0]:
                break
        elif found or not (aside or _ASIDE.fullmatch(what.strip())):
            break
        aside = False
    return found[::-1]


def _begin(said: str, start: int, end: int) -> int:
    """Where the words of a thing begin behind what only leads to it."""
    cut = _BROKEN_OFF.match(said, start, end)
    opened = _OPENERS.match(said, cut.end() if cut else start, end)
    return opened.end() if opened else start


def _tells_something(what: str) -> bool:
    """Whether words are a sentence of their own."""
    return WORDS.subject_end.search(what) is not None


def _stop(said: str, start: int) -> int:
    """Where a list that begins at a place ends."""
    sign = _STOP.search(said, start)
    end = sign.start() if sign else len(said)
    cut = WORDS.end.search(said, start + 1, end)
    return cut.start() if cut else end


def _chunks(said: str, start: int, end: int) -> list[Place]:
    """The parts of a list; a pair is one thing: “bending and twisting”."""
    cuts = [*_BETWEEN.finditer(said, start, end)][:MOST_THINGS]
    if len(cuts) == 1 and cuts[0][0][0] not in ",;:+":
        cuts = []
    begins = [start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), end]
    return [(a, b) for a, b in zip(begins, ends, strict=True) if said[a:b].strip()]

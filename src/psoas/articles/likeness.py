"""How like a page's steps are to what each exercise is known by, whatever words they use.

The words of the steps are taken for their groups (“hug”, “draw” and “gather” are one), and in each
clause every movement is paired with what it moves or where. What few exercises share counts more.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt

from psoas.articles.known import STRANGERS
from psoas.articles.matching import BY_STEPS, CONTAINED, LONGEST_STEPS, Match, Matcher
from psoas.articles.plain import plain
from psoas.articles.wordlists import read_words
from psoas.body import Position
from psoas.knowledge import STRICT_KEYS

LIKE, VERY_LIKE = 0.25, 0.5
"""How like steps must be to an exercise that is known by nothing else."""
CLEARLY, VERY_CLEARLY = 1.1, 1.8
"""How many times as like as the second likest the likest must be."""
PASSABLY, BARELY = 0.6, 0.5
"""The share of its patterns that such steps must hold, and that very like ones must."""
LIKE_ONLY = 0.55
"""How sure an exercise is that is known only by likeness."""
MOST_CLAUSES = 40
MOST_GROUPS = 12
"""Clauses of the steps, and groups of a clause, that are looked at."""
UNKNOWN = 0.15
"""What a feature counts that every exercise has."""

_CLAUSE = re.compile(r"[.;:!?,]|\b(?:and|then|until|while)\b")
_WORD = re.compile(r"[a-z]+")
_FOURS = re.compile(r"\bhands and knees\b")
_ENDS = (("ing", ""), ("ing", "e"), ("ies", "y"), ("es", ""), ("ed", ""), ("ed", "e"), ("s", ""))
_MOVES = frozenset({
    "pull", "lift", "lower", "bend", "sway", "turn", "straighten", "cross", "slide", "open",
    "round", "tilt", "squeeze", "reach", "breathe", "backwards", "shift", "rest",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Profiles:
    """All of `data/profiles.toml`."""

    __pydantic_config__ = STRICT_KEYS

    groups: Mapping[str, tuple[str, ...]]
    told: Mapping[str, str]

    @cached_property
    def group_of(self) -> Mapping[str, str]:
        """The group of each word."""
        return {word: group for group, words in self.groups.items() for word in words}

    @cached_property
    def features(self) -> Mapping[str, frozenset[str]]:
        """The features of each exercise."""
        return {identity: features(said) for identity, said in self.told.items()}

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each feature counts: more where few exercises have it."""
        times = Counter(one for found in self.features.values() for one in found)
        return {one: (log(len(self.told) / n) + UNKNOWN) ** 2 for one, n in times.items()}

    @cached_property
    def unseen(self) -> float:
        """What a feature counts that no exercise has: half as much as one of a single one."""
        return max(self.weights.values()) / 4

    @cached_property
    def sizes(self) -> Mapping[str, float]:
        """How much the features of each exercise count together."""
        return {identity: self.size(found) for identity, found in self.features.items()}

    def size(self, found: Collection[str]) -> float:
        """How much features count together."""
        return sum(self.weights.get(one, self.unseen) for one in found)


PROFILES = read_words(Profiles, "profiles")


def by_likeness(matcher: Matcher, name: str | None, steps: str, position: Position | None) -> Match:
    """The exercise that steps in other words than the known ones are clearly likest to.

    It must fit them passably by its own patterns too, and no name may say that it is another.
    """
    named = matcher.by_name(name or "")
    if max(named.values(), default=0.0) > CONTAINED or STRANGERS & named.keys():
        return Match()
    said = plain(steps)[:LONGEST_STEPS]
    known = matcher.candidates(position)
    likest_ones = likest(said, [one for one in known if one not in STRANGERS])
    (best, one), (second, _) = (*likest_ones, (0.0, ""), (0.0, ""))[:2]
    if best < max(LIKE, CLEARLY * second):
        return Match()
    sure = best >= VERY_LIKE and best >= VERY_CLEARLY * second
    share = matcher.by_steps(one, said, position) or 0.0
    if share < (BARELY if sure else PASSABLY) or _strange(matcher, known, said, position, share):
        return Match()
    return Match(exercise=one, match=LIKE_ONLY)


def _strange(
    matcher: Matcher, known: Collection[str], said: str, position: Position | None, share: float
) -> bool:
    """Whether steps fit something that the library lacks, and better than by a share."""
    shares = (matcher.by_steps(one, said, position) for one in known if one in STRANGERS)
    return any(told is not None and told >= BY_STEPS and told > share for told in shares)


def likest(said: str, among: Collection[str]) -> list[tuple[float, str]]:
    """Exercises with how like each is to plain steps, from 0 to 1, the likest first."""
    mine = features(said)
    size = PROFILES.size(mine)
    return sorted(((_likeness(mine, size, identity), identity) for identity in among), reverse=True)


def _likeness(mine: frozenset[str], size: float, identity: str) -> float:
    yours = PROFILES.features.get(identity, frozenset())
    shared = PROFILES.size(mine & yours)
    return shared / sqrt(size * PROFILES.sizes[identity]) if shared else 0.0


def features(said: str) -> frozenset[str]:
    """The groups of the words of a text, and the movements of each clause beside the rest of it."""
    clauses = _CLAUSE.split(_FOURS.sub("fours", plain(said)))[:MOST_CLAUSES]
    found: set[str] = set()
    for clause in clauses:
        groups = list(dict.fromkeys(filter(None, map(_group, _WORD.findall(clause)))))[:MOST_GROUPS]
        moves = [group for group in groups if group in _MOVES]
        found.update(groups)
        found.update(f"{move} {other}" for move in moves for other in groups if other != move)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _group(word: str) -> str:
    """The group of a word in any of its forms; empty where it belongs to none."""
    known = PROFILES.group_of
    forms = [word, *(word[: -len(end)] + put for end, put in _ENDS if word.endswith(end))]
    return next((known[form] for form in forms if form in known), "")

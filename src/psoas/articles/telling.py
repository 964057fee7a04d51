"""What a page tells of an exercise beside its dose: starting position, sides, things used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Among, Pattern
from psoas.articles.remembering import remembered
from psoas.articles.wordlists import any_of, compiled, one_of, read_words
from psoas.body import Position
from psoas.knowledge import STRICT_KEYS

LOOK_BACK = 24
"""Characters before a word in which its “not” is looked for."""
LOOK_FOR_LIKENESS = 48
"""Characters before a thing in which “like” is looked for."""
MOST_THINGS = 8


@dataclass(frozen=True, kw_only=True)
class PositionWords:
    """Words that make a position something else than a start."""

    __pydantic_config__ = STRICT_KEYS

    not_start: tuple[str, ...]
    only_like: tuple[str, ...]
    pose_start: tuple[str, ...]
    over_all: tuple[str, ...]
    on_chair: tuple[str, ...]
    chair_titles: tuple[str, ...]
    sitting: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SideWords:
    """How pages speak of the two sides."""

    __pydantic_config__ = STRICT_KEYS

    each: tuple[str, ...]
    one: tuple[str, ...]
    both: tuple[str, ...]
    not_sides: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class EquipmentWords:
    """Things, and words that make them no equipment."""

    __pydantic_config__ = STRICT_KEYS

    things: tuple[str, ...]
    not_used: tuple[str, ...]
    not_used_after: tuple[str, ...]
    likeness: tuple[str, ...]
    use: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ToldWords:
    """All of `data/told.toml`, as patterns."""

    __pydantic_config__ = STRICT_KEYS

    positions: Mapping[Position, tuple[str, ...]]
    position_words: PositionWords
    sides: SideWords
    equipment: EquipmentWords

    @cached_property
    def position_patterns(self) -> Among[Position]:
        """One pattern for each position."""
        return Among((position, one_of(words)) for position, words in self.positions.items())

    @cached_property
    def side_patterns(self) -> Mapping[str, Pattern]:
        """One pattern for each way of speaking of sides."""
        words = self.sides
        return {
            "each": one_of(words.each),
            "one": one_of(words.one),
            "both": one_of(words.both),
            "not_sides": one_of(words.not_sides),
        }

    @cached_property
    def thing(self) -> Pattern:
        """A thing that may be used."""
        return any_of(self.equipment.things)

    @cached_property
    def using(self) -> Pattern:
        """A sentence that speaks of using something."""
        return any_of(self.equipment.use)

    @cached_property
    def not_start(self) -> Pattern:
        """What stands before a position that is no start."""
        return compiled(rf"\b(?:{'|'.join(self.position_words.not_start)})\b[^.;,]*$")

    @cached_property
    def chair_title(self) -> Pattern:
        """A title of a page whose exercises are done on a chair."""
        return one_of(self.position_words.chair_titles)

    @cached_property
    def sitting(self) -> Pattern:
        """A word for sitting, or for a seat."""
        return one_of(self.position_words.sitting)

    @cached_property
    def only_like(self) -> Pattern:
        """Words in a position that make it only what something is like."""
        return one_of(self.position_words.only_like)

    @cached_property
    def pose_start(self) -> Pattern:
        """A pose in which an exercise starts."""
        return one_of(self.position_words.pose_start)

    @cached_property
    def over_all(self) -> Pattern:
        """Words that say in which position several exercises are done."""
        return one_of(f"(?:{words})" for words in self.position_words.over_all)

    @cached_property
    def on_chair(self) -> Pattern:
        """A word that means a chair where it is said of several exercises."""
        return any_of(self.position_words.on_chair)

    @cached_property
    def not_used(self) -> Pattern:
        """What stands right before a thing that isn't used."""
        return compiled(rf"\b(?:{'|'.join(self.equipment.not_used)})(?: an?| the| any)? $")

    @cached_property
    def likeness(self) -> Pattern:
        """What makes all that comes after it in a clause a mere likeness."""
        return compiled(rf"\b(?:{'|'.join(self.equipment.likeness)})\b[^.;,]*$")

    @cached_property
    def other_side(self) -> Pattern:
        """A sentence that tells nothing but the other side."""
        return one_of(self.sides.alone)

    @cached_property
    def not_used_after(self) -> Pattern:
        """What stands right after a word that is no thing here."""
        return compiled(rf" (?:{'|'.join(self.equipment.not_used_after)})\b")


WORDS = read_words(ToldWords, "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value and where in the text it was read."""

    value: str
    start: int
    end: int


@remembered
def position_in(said: str) -> Said | None:
    """The position that a plain text tells first; None where it tells none, or a pose instead."""
    found = [
        Said(value=position.value, start=hit.start(), end=hit.end())
        for position, pattern in WORDS.position_patterns.likely(said)
        if (hit := _first_start(pattern, said))
    ]
    if not found:
        return None
    first = min(found, key=lambda one: (one.start, -one.end))
    pose = WORDS.pose_start.search(said)
    return None if pose and pose.start() < first.start else first


def _first_start(pattern: Pattern, said: str) -> re.Match[str] | None:
    hits = pattern.finditer(said)
    return next((hit for hit in hits if not _is_no_start(said, hit)), None)


def _is_no_start(said: str, hit: re.Match[str]) -> bool:
    at = hit.start()
    return (
        WORDS.only_like.search(hit[0]) is not None
        or WORDS.not_start.search(said[max(0, at - LOOK_BACK) : at]) is not None
    )


def position_over(said: str) -> Said | None:
    """The position that words over several exercises, or a sentence of all of them, say."""
    if not WORDS.over_all.fullmatch(said.strip(" :.-")):
        return None
    sits = WORDS.on_chair.search(said)
    chair = Said(value=Position.SEATED_CHAIR.value, start=0, end=len(said)) if sits else None
    return position_in(said) or chair


@remembered
def sides_in(said: str) -> Said | None:
    """How the sides are told: each, both or none; None where one side is told and no other."""
    patterns = WORDS.side_patterns
    blind = patterns["not_sides"].sub(lambda found: " " * len(found[0]), said)
    each, both = patterns["each"].search(blind), patterns["both"].search(blind)
    if each and not (both and both.start() <= each.start() < both.end()):
        return Said(value="each", start=each.start(), end=each.end())
    if both:
        return Said(value="both", start=both.start(), end=both.end())
    if patterns["one"].search(blind):
        return None
    return Said(value="none", start=0, end=0)


def only_other_side(said: str) -> bool:
    """Whether a plain sentence tells nothing but to do the other side: “Now the left.”"""
    return WORDS.other_side.fullmatch(said.strip()) is not None


def _is_likeness(said: str, at: int) -> bool:
    """Whether a thing is only what something is like: “flat like a table”."""
    return WORDS.likeness.search(said[max(0, at - LOOK_FOR_LIKENESS) : at]) is not None


def equipment_in(said: str) -> tuple[Said, ...]:
    """The things that a plain text says to use, each once, in their order."""
    found: dict[str, Said] = {}
    for hit in WORDS.thing.finditer(said):
        before = said[max(0, hit.start() - LOOK_BACK) : hit.start()]
        unused = WORDS.not_used.search(before) or WORDS.not_used_after.match(said, hit.end())
        if not (unused or _is_likeness(said, hit.start())) and len(found) < MOST_THINGS:
            thing = Said(value=" ".join(hit[0].split()), start=hit.start(), end=hit.end())
            found.setdefault(thing.value, thing)
    return tuple(found.values())

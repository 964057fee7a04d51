"""What a section states of its exercise: every value with the place in the page that says it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from psoas.articles.blocks import Block
from psoas.articles.dose_words import DOSES
from psoas.articles.doses import FIELDS, Range
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.section import Section
from psoas.articles.sentences import Sentence
from psoas.articles.telling import WORDS as TOLD_WORDS
from psoas.articles.telling import Said, equipment_in, position_in, position_over, sides_in

Value: TypeAlias = str | Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One stated value; `start` and `end` are the quote's offsets into the page."""

    field: str
    value: Value
    start: int
    end: int


def word_of(claims: Iterable[Claim], field: str) -> str | None:
    """The first word that claims state of a field; None where they state none."""
    found = (claim.value for claim in claims if claim.field == field)
    return next((value for value in found if isinstance(value, str)), None)


def range_of(claims: Iterable[Claim], field: str) -> Range | None:
    """The first range that claims state of a field; None where they state none."""
    found = (claim.value for claim in claims if claim.field == field)
    return next((value for value in found if not isinstance(value, str)), None)


def things_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The things that claims say are used."""
    found = (claim.value for claim in claims if claim.field == "equipment")
    return tuple(value for value in found if isinstance(value, str))


def claims_of(section: Section, shared: Iterable[Claim] = ()) -> tuple[Claim, ...]:
    """All that a section states, then what the page states once for all and the section doesn't."""
    own = [
        *_doses(_with_name(section)),
        *_position(section),
        *_sides(section),
        *_equipment(section),
    ]
    stated = {claim.field for claim in own}
    if DOSES.never_held.search(section.told):
        stated.add("hold_seconds")
    return (*own, *(claim for claim in shared if claim.field not in stated))


def _with_name(section: Section) -> list[Sentence]:
    """The steps, and after them the heading where it holds a dose."""
    heading = section.heading
    if heading is None or not section.named_dose:
        return list(section.steps)
    named = Sentence(text=heading.text, start=heading.start, end=heading.end)
    return [*section.steps, named]


def shared_doses(sentences: Iterable[Sentence]) -> tuple[Claim, ...]:
    """The doses that sentences for all exercises state; the first of each field counts."""
    return tuple(_doses(sentences))


def position_of_group(section: Section) -> Claim | None:
    """The position that a part of the page without steps says of the exercises below it."""
    heading = [section.heading] if section.heading else []
    over = [*(one for block in heading for one in block.sentences), *section.sentences]
    found = ((one, position_over(one.said)) for one in over)
    return next(
        (_at("position", told.value, one, told.start, told.end) for one, told in found if told),
        None,
    )


def claims_of_chair(titles: Iterable[Block]) -> tuple[Claim, ...]:
    """What a title that speaks of exercises on a chair says of those that begin by sitting."""
    for title in titles:
        if found := TOLD_WORDS.chair_title.search(plain(title.text)):
            start, end = found.span()
            return (
                _of_heading("position", title, Said(value="seated_chair", start=start, end=end)),
                _of_heading("equipment", title, Said(value="chair", start=start, end=end)),
            )
    return ()


def sits(section: Section) -> bool:
    """Whether the first steps of a section speak of sitting, and not on the floor."""
    first = " ".join(step.said for step in section.steps[:2])
    return TOLD_WORDS.sitting.search(first) is not None and section.position is None


def _doses(sentences: Iterable[Sentence]) -> list[Claim]:
    found: dict[str, Claim] = {}
    for sentence in sentences:
        for told in sentence.doses:
            claim = Claim(
                field=told.field,
                value=told.value,
                start=sentence.start + told.start,
                end=sentence.start + told.end,
            )
            before = found.setdefault(told.field, claim)
            if told.grows and before is not claim:
                found[told.field] = _grown(before, claim)
    return [found[field] for field in FIELDS if field in found]


def _grown(before: Claim, claim: Claim) -> Claim:
    """A dose from its start to its aim."""
    low, high = before.value[0], claim.value[1]
    if isinstance(low, int) and isinstance(high, int) and low <= high:
        return Claim(field=before.field, value=(low, high), start=before.start, end=claim.end)
    return before


def _position(section: Section) -> list[Claim]:
    """The first position of the steps; the name's where the steps tell none.

    What comes after a movement and its dose is the way to something else.
    """
    moved = False
    for sentence in section.steps:
        if told := sentence.position:
            return [_at("position", told.value, sentence, told.start, told.end)]
        moved = moved or sentence.moves
        if moved and sentence.doses:
            break
    return _position_of_name(section)


def _position_of_name(section: Section) -> list[Claim]:
    heading = section.heading
    counts = section.steps or section.named_dose
    told = position_in(plain(heading.text)) if heading and counts else None
    return [_of_heading("position", heading, told)] if heading and told else []


def _sides(section: Section) -> list[Claim]:
    """How the sides are told, quoted from the sentence in which the words for it end."""
    told = section.sides
    if told is None or told.value != "each":
        by_name = sides_in(section.named_dose)
        if by_name and by_name.value == "each" and section.heading:
            return [_of_heading("sides", section.heading, by_name)]
    if told is None:
        return []
    lengths = [len(step.said.rstrip(".")) + 2 for step in section.steps]
    ends = list(accumulate(lengths))
    place = min(bisect_left(ends, told.end), len(ends) - 1)
    sentence, at = section.steps[place], ends[place] - lengths[place]
    start, end = max(0, told.start - at), min(told.end - at, len(sentence.said))
    return [_at("sides", told.value, sentence, start, end)]


def _equipment(section: Section) -> list[Claim]:
    named: dict[str, Claim] = {}
    for sentence in section.where_used:
        for told in equipment_in(sentence.said):
            claim = _at("equipment", told.value, sentence, told.start, told.end)
            named.setdefault(told.value, claim)
    heading = section.heading
    name = plain(heading.text) if heading and not named else ""
    told_by_name = equipment_in(name) if NAMES.exercise_word.search(name) else ()
    return [
        *named.values(),
        *(_of_heading("equipment", heading, told) for told in told_by_name if heading),
    ]


def _of_heading(field: str, heading: Block, told: Said) -> Claim:
    start, end = heading.start + told.start, heading.start + told.end
    return Claim(field=field, value=told.value, start=start, end=end)


def _at(field: str, value: Value, sentence: Sentence, start: int, end: int) -> Claim:
    return Claim(field=field, value=value, start=sentence.start + start, end=sentence.start + end)

"""A page into a reading: text, blocks, sections, what they state, and which exercises they are."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, takewhile

from psoas.articles.avoiding import avoided
from psoas.articles.blocks import Block, blocks
from psoas.articles.claims import (
    Claim,
    claims_of,
    claims_of_chair,
    position_of_group,
    range_of,
    shared_doses,
    sits,
    things_of,
    word_of,
)
from psoas.articles.conflicts import conflicts
from psoas.articles.found import Avoided, FoundExercise, FoundStep, LeftOut, PageWarning, Reading
from psoas.articles.headings import headed
from psoas.articles.instructing import core, is_instruction
from psoas.articles.likeness import by_likeness
from psoas.articles.matching import CONTAINED, Match, Matcher
from psoas.articles.page import Page
from psoas.articles.rules import rules
from psoas.articles.section import Part, Section, asks, is_for_all
from psoas.articles.sections import sections
from psoas.articles.sentences import MOST_SENTENCES, Sentence
from psoas.articles.shunned import without_shunned
from psoas.articles.warnings import warnings
from psoas.body import Position
from psoas.library import Library

MOST_CHARACTERS = 200_000
"""Characters of a page that are read: a book's chapter; what comes after is left out."""
MOST_EXERCISES = 100
MOST_LINES = 8000
"""The same for exercises, and for lines, of which many are blank or wrapped."""
GOES_ON = frozenset({"times_per_day", "repetitions", "sets"})
"""What a sentence tells that goes on with what was said of all exercises: “Repeat three times.”"""
LONGEST_FRONT = 60
MOST_FRONT_WORDS = 5
"""Letters and words of a name at the front of a step."""
NO_EXERCISE = "no exercise: too little says what to do, from which position and how much"
TOO_LONG = "too long: Psoas reads the beginning of a page, not what comes after it"


def read(page: Page, library: Library) -> Reading:
    """What a page tells somebody to do, as far as it says so."""
    text = _beginning(page.text)
    matcher = Matcher.of(library)
    found = headed(blocks(text), matcher.sure_of)
    kept = tuple(_few(found))
    parts = sections(kept, matcher)
    stop = _stop(text, len(kept) < len(found), kept, parts)
    shared = shared_doses(one for part in parts for one in _for_all(part))
    told = warnings(parts)
    parts = tuple(_without_pushing(part, told) for part in parts)
    parts, against = _settled(text, parts, matcher)
    exercises = tuple(_exercises(parts, shared, matcher, _Lines(text)))
    return Reading(
        text=page.text,
        title=page.title or _title(parts),
        exercises=exercises,
        avoid=against,
        rules=rules(parts, told),
        warnings=told,
        conflicts=conflicts(exercises, against, library),
        left_out=tuple(_left_out(parts, page, stop)),
    )


def _settled(
    text: str, parts: tuple[Section, ...], matcher: Matcher
) -> tuple[tuple[Section, ...], tuple[Avoided, ...]]:
    """The sections, none an exercise that the page refuses elsewhere, and all that it refuses."""
    against = avoided(text, parts, matcher)
    kept = without_shunned(parts, against, matcher)
    return kept, against if kept == parts else avoided(text, kept, matcher)


def _beginning(text: str) -> str:
    """As much of a text as is read."""
    return "\n".join(text[:MOST_CHARACTERS].split("\n", MOST_LINES)[:MOST_LINES])


def _few(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks until there are enough sentences."""
    told = 0
    for block in found:
        if told >= MOST_SENTENCES:
            return
        yield block
        told += len(block.sentences)


def _stop(text: str, cut: bool, kept: tuple[Block, ...], parts: tuple[Section, ...]) -> int:
    """Where reading ended: at the end of the text, or before what would have been too much."""
    if len(told := _told(parts)) > MOST_EXERCISES:
        return told[MOST_EXERCISES].span[0]
    full = kept and len(kept[-1].sentences) >= MOST_SENTENCES
    return kept[-1].sentences[-1].end if cut or full else len(text)


def _told(parts: tuple[Section, ...]) -> list[Section]:
    """The exercises of a page, the mere names among them."""
    return [part for part in parts if part.part in (Part.EXERCISE, Part.NAMED)]


def _for_all(part: Section) -> Iterator[Sentence]:
    """What is said for all exercises; how often and how many right after is said for them too."""
    last: Sentence | None = None
    told = (one for block in part.blocks if not asks(block) for one in block.sentences)
    for sentence in told:
        fields = {one.field for one in sentence.doses}
        goes_on = last is not None and sentence.start - last.end <= 1
        if is_for_all(sentence, outside=part.part is not Part.EXERCISE) or (
            goes_on and len(fields) == 1 and fields <= GOES_ON
        ):
            yield sentence
            last = sentence


def _without_pushing(part: Section, told: tuple[PageWarning, ...]) -> Section:
    """A section without the sentences that call to push on: they are shown, and never a step."""
    spans = {(one.start, one.end) for one in told if one.kind == "push"}
    return replace(part, never=frozenset(spans)) if spans else part


def _left_out(parts: tuple[Section, ...], page: Page, stop: int) -> Iterator[LeftOut]:
    """Parts that sound like steps and are no exercise, and what is too long to be read."""
    for part in parts:
        if part.part is Part.OTHER and part.steps:
            start, end = part.span
            yield LeftOut(
                text=part.title or part.steps[0].text, why=NO_EXERCISE, start=start, end=end
            )
    if page.cut or stop < len(page.text):
        yield LeftOut(text="", why=TOO_LONG, start=stop, end=len(page.text))


def _title(parts: tuple[Section, ...]) -> str:
    first = parts[0] if parts else Section()
    return first.title or ""


class _Lines:
    """Which line of a text an offset is on, from 1."""

    def __init__(self, text: str) -> None:
        self.starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def of(self, start: int, end: int) -> str:
        """The lines from one offset to another, like 7 or 7-9."""
        first, last = (
            bisect_right(self.starts, start),
            bisect_right(self.starts, max(start, end - 1)),
        )
        return str(first) if first == last else f"{first}-{last}"


def _exercises(
    parts: tuple[Section, ...], shared: tuple[Claim, ...], matcher: Matcher, lines: _Lines
) -> Iterator[FoundExercise]:
    found = [
        (part, _exercise(part, claims_of(part, (*shared, *over)), matcher, lines))
        if part.part is Part.EXERCISE
        else (part, _named(part, matcher))
        for part, over in list(_below_groups(parts))[:MOST_EXERCISES]
    ]
    told = {one.exercise for part, one in found if part.part is Part.EXERCISE}
    for part, one in found:
        if part.part is Part.EXERCISE or one.exercise not in told:
            yield one
            told.add(one.exercise)


def _below_groups(parts: tuple[Section, ...]) -> Iterator[tuple[Section, tuple[Claim, ...]]]:
    """The exercises of a page, each with the position that a heading over a group of them says."""
    over: tuple[Claim, ...] = ()
    titles = takewhile(lambda part: part.part is not Part.EXERCISE, parts)
    chair = claims_of_chair(part.heading for part in titles if part.heading)
    for part in parts:
        if part.part in (Part.EXERCISE, Part.NAMED):
            told = {claim.field for claim in over}
            more = (claim for claim in chair if sits(part) and claim.field not in told)
            yield part, (*over, *more)
        else:
            said = position_of_group(part)
            over = (said,) if said else ()


def _named(part: Section, matcher: Matcher) -> FoundExercise:
    match = matcher.match(part.name, "", None)
    start, end = part.span
    return FoundExercise(
        name=part.name, exercise=match.exercise, match=match.match, start=start, end=end
    )


def _front_name(part: Section, matcher: Matcher) -> str | None:
    """The name with which the first step of a nameless exercise begins: “clams, on my side”."""
    first = core(part.steps[0].said) if part.steps else ""
    front = first[:LONGEST_FRONT].split(",")[0].split(":")[0].split(" - ")[0]
    sure = len(front.split()) <= MOST_FRONT_WORDS and matcher.sure_of(front) > CONTAINED
    return front if sure and not is_instruction(front) else None


def _match(part: Section, matcher: Matcher, lies: Position | None, sides: str | None) -> Match:
    """Which exercise it is: by its steps, else by all that is told of it, else by likeness."""
    match = matcher.match(part.name or _front_name(part, matcher), part.said, lies, sides)
    if match.exercise is None and part.steps and part.told != part.said:
        match = matcher.match(part.name, part.told, lies, sides)
    if match.exercise is None and part.steps:
        match = by_likeness(matcher, part.name, part.said, lies)
    return match


def _exercise(
    part: Section, claims: tuple[Claim, ...], matcher: Matcher, lines: _Lines
) -> FoundExercise:
    position, sides = word_of(claims, "position"), word_of(claims, "sides")
    lies = Position(position) if position else None
    match = _match(part, matcher, lies, sides)
    start, end = part.span
    return FoundExercise(
        name=part.name,
        exercise=match.exercise,
        match=match.match,
        position=position,
        sides=sides,
        equipment=things_of(claims),
        hold_seconds=range_of(claims, "hold_seconds"),
        breaths=range_of(claims, "breaths"),
        repetitions=range_of(claims, "repetitions"),
        sets=range_of(claims, "sets"),
        times_per_day=range_of(claims, "times_per_day"),
        steps=tuple(_step(sentence, lines) for sentence in part.steps),
        claims=claims,
        start=start,
        end=end,
    )


def _step(sentence: Sentence, lines: _Lines) -> FoundStep:
    return FoundStep(
        say=" ".join(sentence.text.split()),
        start=sentence.start,
        end=sentence.end,
        lines=lines.of(sentence.start, sentence.end),
    )

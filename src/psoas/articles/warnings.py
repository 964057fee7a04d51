"""Sentences that nobody should follow as they stand: promises, calls to push on, broken words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from psoas.articles.blocks import Block
from psoas.articles.found import PageWarning
from psoas.articles.naming import NAMES
from psoas.articles.patterns import Among, Pattern
from psoas.articles.plain import plain
from psoas.articles.section import Part, Section
from psoas.articles.sentences import Sentence
from psoas.articles.telling import position_in
from psoas.articles.wordlists import compiled, one_of, read_words
from psoas.knowledge import STRICT_KEYS

LONGEST = 600
"""Characters of a sentence that are looked at."""
FEWEST_WORDS = 5
"""Shorter lines without an end are titles and labels."""
MOST = 60
"""Warnings that are told of one page."""


@dataclass(frozen=True, kw_only=True)
class WarningKind:
    """One kind of sentence to be pointed out; its patterns are over plain text."""

    __pydantic_config__ = STRICT_KEYS

    kind: str
    why: str
    patterns: tuple[str, ...]
    with_: str = ""
    unless: str = ""

    @cached_property
    def pattern(self) -> Pattern:
        """Any of the patterns."""
        return one_of(self.patterns)

    @cached_property
    def companion(self) -> Pattern:
        """What must stand in the same sentence."""
        return compiled(self.with_)

    @cached_property
    def exception(self) -> Pattern:
        """What takes it back."""
        return compiled(self.unless)

    def holds(self, said: str) -> bool:
        """Whether a plain sentence is of this kind."""
        if not self.pattern.search(said):
            return False
        beside = not self.with_ or self.companion.search(said) is not None
        return beside and not (self.unless and self.exception.search(said))


@dataclass(frozen=True, kw_only=True)
class WarningWords:
    """All of `data/warnings.toml`."""

    __pydantic_config__ = STRICT_KEYS

    warning: tuple[WarningKind, ...]
    against_name: str
    two_starts: str
    both_and_other: str
    breaks_off: str
    dangling: tuple[str, ...]
    twice: str
    limbs_together: str
    other_limb: str
    asking: tuple[str, ...]

    @cached_property
    def by_pattern(self) -> Among[WarningKind]:
        """Every kind beside its pattern."""
        return Among((warning, warning.pattern) for warning in self.warning)

    @cached_property
    def asks(self) -> Pattern:
        """How a question begins that only asks."""
        return one_of(self.asking)

    @cached_property
    def hangs(self) -> Pattern:
        """What no sentence ends with."""
        return compiled(rf"\b(?:{'|'.join(self.dangling)})$")

    @cached_property
    def together(self) -> Pattern:
        """Both limbs do it."""
        return compiled(self.limbs_together)

    @cached_property
    def other(self) -> Pattern:
        """It is to be done with the other limb."""
        return compiled(self.other_limb)


WORDS = read_words(WarningWords, "warnings")


def warnings(sections: tuple[Section, ...]) -> tuple[PageWarning, ...]:
    """Everything on a page that should be pointed out, in its order."""
    found = [one for section in sections for one in _in_section(section)]
    found += _headings_used_twice(sections)
    return tuple(sorted(found, key=lambda one: one.start)[:MOST])


def _in_section(section: Section) -> Iterator[PageWarning]:
    if section.heading:
        for sentence in section.heading.sentences:
            yield from _in_sentence(sentence)
    for sentence in section.sentences:
        yield from _in_sentence(sentence)
    if section.part is Part.EXERCISE:
        yield from _against_name(section)
        yield from _two_starts(section)
        yield from _both_and_other(section)
    yield from _broken_off(section)


def _broken_off(section: Section) -> Iterator[PageWarning]:
    """Sentences that end in the middle: without a stop, with a word that asks for more."""
    for block in section.blocks:
        last = block.sentences[-1] if block.sentences else None
        if last and len(last.said.split()) >= FEWEST_WORDS and WORDS.hangs.search(last.said):
            yield _warning("broken", WORDS.breaks_off, last)


def _in_sentence(sentence: Sentence) -> Iterator[PageWarning]:
    said = sentence.said[:LONGEST]
    if said.endswith("?") and WORDS.asks.match(said):
        return
    kinds = set[str]()
    for warning, _ in WORDS.by_pattern.likely(said):
        if warning.kind not in kinds and warning.holds(said):
            kinds.add(warning.kind)
            yield _warning(warning.kind, warning.why, sentence)


def _warning(kind: str, why: str, quoted: Sentence | Block) -> PageWarning:
    return PageWarning(kind=kind, value=quoted.text, why=why, start=quoted.start, end=quoted.end)


def _against_name(section: Section) -> Iterator[PageWarning]:
    """A heading that names another position than its own steps."""
    heading = section.heading
    named = position_in(plain(heading.text)) if heading else None
    told = section.steps[0].position if section.steps else None
    if heading and named and told and _differ(named.value, told.value):
        warning = _warning("contradiction", WORDS.against_name, heading)
        yield replace(warning, end=section.steps[0].end)


_LIKE = ({"seated_chair", "seated_floor"}, {"quadruped", "kneeling"})


def _differ(one: str, other: str) -> bool:
    return one != other and {one, other} not in _LIKE


def _two_starts(section: Section) -> Iterator[PageWarning]:
    """A first step that lies down and a second that sits or stands, with nothing between them."""
    if len(section.steps) > 1:
        first, second = section.steps[:2]
        lying, up = first.position, second.position
        glued = second.start - first.end < 1 and first.end > 0
        if lying and up and glued and _differ(lying.value, up.value):
            yield _warning("broken", WORDS.two_starts, first)


def _both_and_other(section: Section) -> Iterator[PageWarning]:
    """Both legs do it, and then the other leg is to do it too."""
    if WORDS.together.search(section.said):
        for step in section.steps:
            if WORDS.other.search(step.said):
                yield _warning("contradiction", WORDS.both_and_other, step)


def _headings_used_twice(sections: tuple[Section, ...]) -> list[PageWarning]:
    """Headings over two parts: one of the two may stand over another exercise's steps."""
    named = [s.heading for s in sections if s.heading and s.part in (Part.EXERCISE, Part.NAMED)]
    named = [one for one in named if NAMES.exercise_word.search(plain(one.text))]
    times = Counter(plain(heading.text) for heading in named)
    return [
        _warning("contradiction", WORDS.twice, heading)
        for heading in named
        if times[plain(heading.text)] > 1
    ]

"""What a page warns against: below a heading that says so, or in a sentence that does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.found import Avoided
from psoas.articles.headings import WORDS as SECTION_WORDS
from psoas.articles.matching import Matcher
from psoas.articles.mentions import mentions
from psoas.articles.patterns import Among, Pattern
from psoas.articles.plain import plain
from psoas.articles.section import Part, Section
from psoas.articles.sentences import Sentence
from psoas.articles.wordlists import any_of, compiled, one_of, read_words
from psoas.knowledge import STRICT_KEYS

LONGEST_ITEM = 16
"""Words of a list item that names a thing to avoid."""
LONGEST_THING = 8
"""Words of a thing in a list."""
LONGEST_SENTENCE = 600
MOST = 40
"""Things to avoid that are told of one page."""

_BETWEEN = re.compile(
    r"[,;]?\s+(?:and|or|nor)\s+(?:no\s+|also\s+|any\s+)?|[,;]\s+(?:no\s+)?|(?<=:)\s*no\s+"
)
_LIST_END = re.compile(
    r"[.!?(]|\b(?:because|since|as (?:it|they|this|the|these)|if|until|when|while|so that|which)\b"
)


@dataclass(frozen=True, kw_only=True)
class AvoidWords:
    """All of `data/avoiding.toml`, as patterns over plain text."""

    __pydantic_config__ = STRICT_KEYS

    sentences: tuple[str, ...]
    lists: tuple[str, ...]
    ends: tuple[str, ...]
    movements: tuple[str, ...]
    pronouns: tuple[str, ...]
    vague: tuple[str, ...]
    other: tuple[str, ...]
    refusals: tuple[str, ...]
    questions: tuple[str, ...]

    @cached_property
    def warning(self) -> Among[str]:
        """Sentences that warn, with the thing in the group “what”."""
        shape = r"(?P<what>[^.,;:!?()]{3,90})"
        lazy = r"(?P<what>[^.,;:!?()]{3,90}?)"
        return Among(
            (one, compiled(one.replace("{what_lazy}", lazy).replace("{what}", shape)))
            for one in self.sentences
        )

    @cached_property
    def list_follows(self) -> Pattern:
        """Words after which a list of things to avoid stands."""
        return one_of(self.lists)

    @cached_property
    def end(self) -> Pattern:
        """Where the name of a thing ends."""
        return any_of(self.ends)

    @cached_property
    def movement(self) -> Pattern:
        """A word for a movement."""
        return any_of(self.movements)

    @cached_property
    def refusal(self) -> Pattern:
        """An answer that says no."""
        return one_of(self.refusals)

    @cached_property
    def asks(self) -> Pattern:
        """What stands before the thing in a question."""
        return compiled(rf"(?:{'|'.join(self.questions)}) ")

    @cached_property
    def no_name(self) -> Pattern:
        """What is no name by itself: a pronoun, or something vague."""
        return any_of(self.vague)

    @cached_property
    def pronoun(self) -> Pattern:
        """What stands for something named before."""
        return any_of(self.pronouns)

    @cached_property
    def speaks_of_other(self) -> Pattern:
        """A sentence that recommends instead of warning."""
        return one_of(self.other)


WORDS = read_words(AvoidWords, "avoiding")


def avoided(sections: tuple[Section, ...], matcher: Matcher) -> tuple[Avoided, ...]:
    """Everything that a page warns against, each once, in the page's order."""
    found: dict[str, Avoided] = {}
    for section in sections:
        for one in _in_section(section, matcher):
            key = one.exercise or " ".join(plain(one.name).split())
            found.setdefault(key, one)
    return tuple(found.values())[:MOST]


def _in_section(section: Section, matcher: Matcher) -> Iterator[Avoided]:
    warned = section.part is Part.AVOID
    if warned and section.heading and not _is_warning(section.heading):
        yield _named(section.heading, section, matcher)
    elif section.heading:
        yield from _in_block(section.heading, replace(section, part=Part.OTHER), matcher)
    for block in section.blocks:
        if warned and block.kind is BlockKind.ITEM and len(block.text.split()) <= LONGEST_ITEM:
            yield _item(block, section, matcher)
        else:
            yield from _in_block(block, section, matcher)


def _in_block(block: Block, section: Section, matcher: Matcher) -> Iterator[Avoided]:
    found = block.sentences
    for sentence, following in zip(found, [*found[1:], None], strict=False):
        if following and sentence.said.endswith("?") and WORDS.refusal.match(following.said):
            yield from _refused(sentence, following, matcher)
        else:
            yield from _in_sentence(sentence, section, matcher)


def _refused(question: Sentence, answer: Sentence, matcher: Matcher) -> Iterator[Avoided]:
    """What a question names whose answer is no."""
    start = WORDS.asks.match(question.said)
    at = start.end() if start else 0
    name = question.text[at:].strip(" ?")
    if WORDS.movement.search(plain(name)):
        yield Avoided(
            name=name,
            exercise=_exercise(name, matcher),
            why=answer.text,
            start=question.start + at,
            end=answer.end,
        )


def _is_warning(heading: Block) -> bool:
    return SECTION_WORDS.avoid_heading.search(plain(heading.text)) is not None


def _named(heading: Block, section: Section, matcher: Matcher) -> Avoided:
    """What a heading below a warning names, with the first sentence below it as the reason."""
    first = section.sentences[0].text if section.sentences else ""
    return Avoided(
        name=heading.text,
        exercise=_exercise(heading.text, matcher),
        why=first,
        start=heading.start,
        end=heading.end,
    )


def _item(block: Block, section: Section, matcher: Matcher) -> Avoided:
    name, _, why = block.text.partition(":")
    over = section.heading.text if section.heading else ""
    return Avoided(
        name=name.strip(),
        exercise=_exercise(name, matcher),
        why=why.strip() or over,
        start=block.start,
        end=block.end,
    )


def _exercise(name: str, matcher: Matcher) -> str | None:
    return matcher.match(name, "", None).exercise


def _in_sentence(sentence: Sentence, section: Section, matcher: Matcher) -> Iterator[Avoided]:
    """The things that one sentence warns against."""
    said = sentence.said[:LONGEST_SENTENCE]
    if "?" in said[-2:] and section.part is not Part.AVOID:
        return
    for _, pattern in WORDS.warning.likely(said):
        for found in pattern.finditer(said):
            yield from _warned(found, sentence, section, matcher)
    if listed := WORDS.list_follows.search(said):
        yield from _listed(sentence, listed.end(), section, matcher)
    if section.part is Part.AVOID and not WORDS.speaks_of_other.search(said):
        yield from _named_below_warning(sentence, section, matcher)


def _named_below_warning(
    sentence: Sentence, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """What a sentence below a warning names: known exercises, or a mere list of things."""
    said = sentence.said[:LONGEST_SENTENCE]
    chunks = _chunks(said, 0)
    moving = [chunk for chunk in chunks if WORDS.movement.search(said, *chunk)]
    if len(chunks) > 2 and 2 * len(moving) >= len(chunks):
        yield from _listed(sentence, 0, section, matcher)
    else:
        for mention in mentions(said, matcher):
            yield _at(sentence, mention.start, mention.end, mention.exercise)


def _chunks(said: str, start: int) -> list[tuple[int, int]]:
    """The parts of a list, as places in the sentence, up to where the list ends."""
    stop = _LIST_END.search(said, start)
    end = stop.start() if stop else len(said)
    cuts = [*_BETWEEN.finditer(said, start, end)]
    begins = [start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), end]
    return [(a, b) for a, b in zip(begins, ends, strict=True) if said[a:b].strip()]


def _listed(
    sentence: Sentence, start: int, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """The things of a list that begins at a place in a sentence."""
    for begin, end in _chunks(sentence.said[:LONGEST_SENTENCE], start):
        what = sentence.said[begin:end]
        if len(what.split()) <= LONGEST_THING and _tells_movement(what.strip(), section):
            exercise = _exercise(what, matcher)
            yield _at(sentence, begin, end, exercise)


def _warned(
    found: re.Match[str], sentence: Sentence, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """What a warning names; where it only says “this”, the section's own exercise."""
    start, end = found.span("what")
    said = sentence.said
    if cut := WORDS.end.search(said, start + 1, end):
        end = cut.start()
    what = said[start:end].strip()
    if WORDS.pronoun.match(what):
        if section.heading and len(what.split()) <= 3 and matcher.by_name(section.heading.text):
            yield _named(section.heading, section, matcher)
        return
    known = list(mentions(what, matcher))
    for mention in known:
        yield _at(sentence, start + mention.start, start + mention.end, mention.exercise)
    if end == found.end("what") and said[end : end + 1] == ",":
        yield from _listed(sentence, end + 1, section, matcher)
    if not known and _tells_movement(what, section):
        yield _at(sentence, start, start + len(said[start:end].rstrip()), None)


def _tells_movement(what: str, section: Section) -> bool:
    """Whether words name a movement; a caution inside an exercise's steps is no such thing."""
    inside = section.part is Part.EXERCISE
    vague = WORDS.no_name.fullmatch(what) or not WORDS.movement.search(what)
    return not inside and not vague


def _at(sentence: Sentence, start: int, end: int, exercise: str | None) -> Avoided:
    name = sentence.text[start:end].strip()
    return Avoided(
        name=name, exercise=exercise, why=sentence.text, start=sentence.start, end=sentence.end
    )

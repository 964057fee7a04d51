"""What a page warns against: below a heading that says so, or in a sentence that does."""

import re
from collections.abc import Iterator
from dataclasses import replace

from psoas.articles.avoid_words import WORDS
from psoas.articles.blocks import Block, BlockKind
from psoas.articles.found import Avoided
from psoas.articles.headings import WORDS as SECTION_WORDS
from psoas.articles.matching import Matcher
from psoas.articles.mentions import mentions
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.refusing import refused
from psoas.articles.section import Part, Section
from psoas.articles.sentences import Sentence
from psoas.articles.warnings import WORDS as WARNING_WORDS

LONGEST_ITEM = 16
"""Words of a list item that names a thing to avoid."""
LONGEST_THING = 8
"""Words of a thing in a list."""
LONGEST_WITH_NAME = 5
"""Words of a thing that holds one name and says more of it: “deep lunges”."""
LONGEST_SENTENCE = 600
MOST = 40
"""Things to avoid that are told of one page."""

_BETWEEN = re.compile(
    r"[,;]?\s+(?:and|or|nor)\s+(?:no\s+|also\s+|any\s+)?|[,;]\s+(?:no\s+)?|(?<=:)\s*no\s+"
)
_QUOTES = " \t\n\"'\u201c\u201d\u2018\u2019"
_VERB = re.compile(r"\b(?:it|this|that|which|they|who)\s$")
"""Before a name that is a verb: “it twists the knee”."""
_LIST_END = re.compile(
    r"[.!?(]|\b(?:because|since|as (?:it|they|this|the|these)|if|until|when|while|so that|which)\b"
)


def avoided(sections: tuple[Section, ...], matcher: Matcher) -> tuple[Avoided, ...]:
    """Everything that a page warns against, each once, in the page's order."""
    found: dict[str, Avoided] = {}
    told = [one for section in sections for one in _in_section(section, matcher)]
    for one in sorted([*told, *refused(sections, matcher)], key=lambda one: one.start):
        key = one.exercise or " ".join(plain(one.name).split())
        found.setdefault(key, one)
    return tuple(found.values())[:MOST]


def _in_section(section: Section, matcher: Matcher) -> Iterator[Avoided]:
    warned = section.part is Part.AVOID
    if warned and section.heading and not _is_warning(section.heading):
        if _names_something(section.heading, matcher):
            yield _named(section.heading, section, matcher)
    elif section.heading:
        yield from _in_block(section.heading, replace(section, part=Part.OTHER), matcher)
    for block in section.blocks:
        if warned and _is_item(block):
            yield _item(block, section, matcher)
        else:
            yield from _in_block(block, section, matcher)


def _in_block(block: Block, section: Section, matcher: Matcher) -> Iterator[Avoided]:
    for sentence in block.sentences:
        yield from _in_sentence(sentence, section, matcher)


def _is_item(block: Block) -> bool:
    """Whether a block below a warning is an item that names a thing to avoid."""
    short = block.kind is BlockKind.ITEM and len(block.text.split()) <= LONGEST_ITEM
    return short and not _is_notice(block)


def _is_notice(block: Block) -> bool:
    """Whether a line names nothing: a promise, a copyright, a question, a word to the reader."""
    said = plain(block.text)
    promised = any(kind.holds(said) for kind, _ in WARNING_WORDS.by_pattern.likely(said))
    return promised or said.rstrip().endswith("?") or WORDS.notice.match(said) is not None


def _names_something(heading: Block, matcher: Matcher) -> bool:
    """Whether a heading below a warning names what may be avoided."""
    said = plain(heading.text)
    movement = WORDS.movement.search(said) or NAMES.exercise_word.search(said)
    return not _is_notice(heading) and bool(movement or matcher.by_name(heading.text))


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
    if given_up := WORDS.quit_list_follows.search(said):
        outside = replace(section, part=Part.OTHER)
        yield from _listed(sentence, given_up.end(), outside, matcher)
    elif listed := WORDS.list_follows.search(said):
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
            if not _VERB.search(said, 0, mention.start):
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
        if len(what.split()) <= LONGEST_THING and _tells_movement(what.strip(), section, sentence):
            exercise = _exercise(what, matcher)
            yield _at(sentence, begin, end, exercise)


def _warned(
    found: re.Match[str], sentence: Sentence, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """What a warning names; where it only says “this”, the section's own exercise."""
    start, end = found.span("what")
    said = sentence.said
    if WORDS.negated.search(said, 0, found.start()) or _is_no_thing(said, start):
        return
    if cut := WORDS.end.search(said, start + 1, end):
        end = cut.start()
    what = said[start:end].strip()
    if WORDS.pronoun.match(what):
        if section.heading and len(what.split()) <= 3 and matcher.by_name(section.heading.text):
            yield _named(section.heading, section, matcher)
        return
    yield from _things(what, start, sentence, section, matcher)
    if end == found.end("what") and said[end : end + 1] == ",":
        yield from _listed(sentence, end + 1, section, matcher)


def _is_no_thing(said: str, start: int) -> bool:
    """Whether what stands where a thing would is the subject of a clause, or nothing."""
    return (
        WORDS.end.match(said, start) is not None
        or WORDS.other_clause.match(said, start) is not None
    )


def _things(
    what: str, start: int, sentence: Sentence, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """The exercises that a warning names, or else the movement that it tells."""
    known = list(mentions(what, matcher))
    if len(known) == 1 and len(what.split()) <= LONGEST_WITH_NAME:
        yield _at(sentence, start, start + len(what), known[0].exercise)
    elif known:
        for mention in known:
            yield _at(sentence, start + mention.start, start + mention.end, mention.exercise)
    elif _tells_movement(what, section, sentence):
        yield _at(sentence, start, start + len(what), None)


def _tells_movement(what: str, section: Section, sentence: Sentence) -> bool:
    """Whether words name a movement; a caution inside an exercise's steps is no such thing."""
    inside = section.part is Part.EXERCISE and not _stands_below(sentence, section)
    vague = WORDS.no_name.fullmatch(what) or not WORDS.movement.search(what)
    return not inside and not vague


def _stands_below(sentence: Sentence, section: Section) -> bool:
    """Whether a sentence stands in a paragraph of its own below the last step."""
    last = section.span[1]
    return any(
        last <= block.start <= sentence.start < block.end and block.after_gap
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH
    )


def _at(sentence: Sentence, start: int, end: int, exercise: str | None) -> Avoided:
    name = sentence.text[start:end].strip(_QUOTES)
    return Avoided(
        name=name, exercise=exercise, why=sentence.text, start=sentence.start, end=sentence.end
    )

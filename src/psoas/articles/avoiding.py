"""What a page warns against: below a heading that says so, or in a sentence that does."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from psoas.articles.attitude import introduces, refused_objects, refused_subject
from psoas.articles.avoid_columns import warned_cells
from psoas.articles.avoid_words import WORDS
from psoas.articles.blocks import Block, BlockKind
from psoas.articles.found import Avoided
from psoas.articles.headings import WORDS as SECTION_WORDS
from psoas.articles.matching import CONTAINED, Matcher
from psoas.articles.mentions import mentions
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.refusals import (
    blames_named,
    named_before,
    one_more,
    refused_things,
    refuses_named,
)
from psoas.articles.refusing import refused
from psoas.articles.section import Part, Section
from psoas.articles.sentences import Sentence
from psoas.articles.things import IsThing, Place, names_movement, things_from
from psoas.articles.warnings import WORDS as WARNING_WORDS

LONGEST_ITEM = 16
"""Words of a list item that names a thing to avoid."""
LONGEST_BARE = 6
"""Words of a sentence that is nothing but a thing."""
MERE_LIST = 2
"""A sentence below a warning with more things is a mere list of them."""
LONGEST_WITH_NAME = 5
"""Words of a thing that holds one name and says more of it: “deep lunges”."""
LONGEST_SENTENCE = 600
_MODIFIER = re.compile(r"(?:^|and |or |, )(?P<word>(?!for |like |with |of |by |to |in )[a-z-]+ )$")
_PART = re.compile(r";\s+(?:and\s+|or\s+)?")
"""Between the parts of a list that stand in one sentence."""
CROSSES = frozenset("❌✗✘✖✕☒🚫⛔")
"""Markers that say no."""
MOST = 40
"""Things to avoid that are told of one page."""

_QUOTES = " \t\n\"'\u201c\u201d\u2018\u2019"
_VERB = re.compile(r"\b(?:it|this|that|which|they|who)\s$")
"""Before a name that is a verb: “it twists the knee”."""


def avoided(text: str, sections: tuple[Section, ...], matcher: Matcher) -> tuple[Avoided, ...]:
    """Everything that a page warns against, each once, in the page's order."""
    found: dict[str, Avoided] = {}
    told = [one for section in sections for one in _in_section(section, matcher)]
    told += [*refused(sections, matcher), *_in_columns(text, matcher)]
    for one in sorted(told, key=lambda one: one.start):
        key = one.exercise or " ".join(plain(one.name).split())
        found.setdefault(key, one)
    return tuple(found.values())[:MOST]


def _in_section(section: Section, matcher: Matcher) -> Iterator[Avoided]:
    warned = section.part is Part.AVOID
    if warned and section.heading and (section.refused or not _is_warning(section.heading)):
        if section.refused or _names_something(section.heading, matcher):
            yield _named(section.heading, section, matcher)
    elif section.heading:
        yield from _in_block(section.heading, replace(section, part=Part.OTHER), matcher)
    over: Block | None = None
    for block in section.blocks:
        over = _introduction(block, over)
        crossed = block.marker in CROSSES or (over and block.kind is BlockKind.ITEM)
        if crossed and _is_named_thing(block, section, matcher):
            yield _item(block, over, matcher)
        elif warned and _is_item(block):
            yield _item(block, section.heading, matcher)
        else:
            if warned and _begins_with_thing(block):
                yield _at(block.sentences[0], 0, len(block.sentences[0].text.rstrip(".")), None)
            yield from _in_block(block, section, matcher)


def _begins_with_thing(block: Block) -> bool:
    """Whether a paragraph below a warning begins with nothing but a thing: “Stay in bed.”"""
    said = block.sentences[0].said if block.sentences else ""
    bare = said.endswith(".") and len(said.split()) <= LONGEST_BARE
    return bare and names_movement(said.rstrip(".")) and not WORDS.subject_end.search(said)


def _introduction(block: Block, over: Block | None) -> Block | None:
    """The line that warns of the list in which a block stands, or the block where it is one."""
    if block.kind is BlockKind.ITEM:
        return over
    last = block.sentences[-1] if block.sentences else None
    if last is None or not last.said.endswith(":"):
        return None
    warns = SECTION_WORDS.avoid_heading.search(last.said) or introduces(last.said)
    return block if warns else None


def _is_named_thing(block: Block, section: Section, matcher: Matcher) -> bool:
    """Whether an item of a list that is warned of names a thing and no caution."""
    said = plain(block.text)
    first = block.sentences[:1] if _is_item(block) else ()
    return any(_Things(section, one, matcher)(said) for one in first)


def _in_columns(text: str, matcher: Matcher) -> Iterator[Avoided]:
    """What stands in a column of a table that warns."""
    for cell, head in warned_cells(text):
        yield Avoided(
            name=cell.text,
            exercise=_exercise(cell.text, matcher),
            why=head.text,
            start=cell.start,
            end=cell.end,
        )


def _in_block(block: Block, section: Section, matcher: Matcher) -> Iterator[Avoided]:
    before: Sentence | None = None
    warned = False
    following = [*block.sentences[1:], None]
    for sentence, after in zip(block.sentences, following, strict=False):
        found = list(_in_sentence(sentence, before, section, matcher))
        if not found:
            found = list(_disliked(sentence, after, section, matcher))
        if warned and not found:
            found = list(_added(sentence, section, matcher))
        yield from found
        before, warned = (
            sentence,
            bool(found) or WORDS.names_follow.search(sentence.said) is not None,
        )


def _is_item(block: Block) -> bool:
    """Whether a block below a warning is an item that names a thing to avoid."""
    short = block.kind is BlockKind.ITEM and len(block.text.split()) <= LONGEST_ITEM
    return short and not _is_notice(block) and not WORDS.caution.match(plain(block.text))


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


def _item(block: Block, over: Block | None, matcher: Matcher) -> Avoided:
    name, _, why = block.text.partition(":")
    return Avoided(
        name=name.strip(),
        exercise=_exercise(name, matcher),
        why=why.strip() or (over.text if over else ""),
        start=block.start,
        end=block.end,
    )


def _exercise(name: str, matcher: Matcher) -> str | None:
    """The exercise that a name surely means: “sitting up and reaching” is no sit-up."""
    sure = matcher.sure_of(name) > CONTAINED
    return matcher.match(name, "", None).exercise if sure else None


def _in_sentence(
    sentence: Sentence, before: Sentence | None, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """The things that one sentence warns against; `before` is the sentence before it."""
    said = sentence.said[:LONGEST_SENTENCE]
    if "?" in said[-2:] and section.part is not Part.AVOID:
        return
    is_thing = _Things(section, sentence, matcher)
    is_name = is_thing.named if is_thing.inside else None
    refused = [*refused_things(said, is_thing, is_name), *_listed(said, is_thing)]
    yield from (one for place in refused for one in _named_at(sentence, place, matcher))
    at = refuses_named(said)
    if at is None and not refused:
        at = blames_named(said)
    if at is not None:
        yield from _pointed_back(at, sentence, before, section, matcher)
    if section.part is Part.AVOID and not WORDS.speaks_of_other.search(said):
        yield from _named_below_warning(sentence, matcher)


def _listed(said: str, is_thing: IsThing) -> Iterator[Place]:
    """The things of a list that a sentence says to avoid."""
    if label := WORDS.label.match(said):
        yield from things_from(said, label.end(), is_thing, sure=True)
    follows = WORDS.quit_list_follows.search(said) or WORDS.list_follows.search(said)
    if follows:
        for start in (follows.end(), *(cut.end() for cut in _PART.finditer(said, follows.end()))):
            yield from things_from(said, start, is_thing, listed=True)


def _disliked(
    sentence: Sentence, after: Sentence | None, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """The things of which a sentence holds nothing good, in whatever words."""
    said = sentence.said[:LONGEST_SENTENCE]
    is_thing = _Things(section, sentence, matcher)
    if is_thing.inside or said.endswith("?"):
        return
    following = after.said if after else ""
    places = refused_subject(said, following, is_thing) or refused_objects(said, is_thing)
    for place in places:
        yield from _named_at(sentence, place, matcher)


def _added(sentence: Sentence, section: Section, matcher: Matcher) -> Iterator[Avoided]:
    """What a sentence adds to what the one before warned against."""
    said = sentence.said[:LONGEST_SENTENCE]
    for place in one_more(said, _Things(section, sentence, matcher)):
        yield from _named_at(sentence, place, matcher)


def _pointed_back(
    at: int, sentence: Sentence, before: Sentence | None, section: Section, matcher: Matcher
) -> Iterator[Avoided]:
    """What was named before a place: in the sentence, in the one before, or in the name."""
    is_thing = _Things(section, sentence, matcher)
    for told, end in ((sentence, at), (before, LONGEST_SENTENCE)):
        places = told and named_before(told.said[:end], is_thing)
        if told and places:
            for place in places:
                for one in _named_at(told, place, matcher):
                    yield replace(one, why=sentence.text, end=sentence.end)
            return
    if section.heading and not is_thing.inside and matcher.by_name(section.heading.text):
        yield _named(section.heading, section, matcher)


def _named_below_warning(sentence: Sentence, matcher: Matcher) -> Iterator[Avoided]:
    """What a sentence below a warning names: known exercises, or a mere list of things."""
    said = sentence.said[:LONGEST_SENTENCE]
    things = list(things_from(said, 0, names_movement))
    if len(things) > MERE_LIST:
        yield from (one for place in things for one in _named_at(sentence, place, matcher))
    else:
        for mention in mentions(said, matcher):
            if not _VERB.search(said, 0, mention.start):
                yield _at(sentence, mention.start, mention.end, mention.exercise)


def _named_at(sentence: Sentence, place: Place, matcher: Matcher) -> Iterator[Avoided]:
    """The exercises that are named at a place, or else the movement that is told there."""
    start, end = place
    what = sentence.said[start:end].rstrip()
    known = list(mentions(what, matcher))
    short = len(what.split()) <= LONGEST_WITH_NAME
    if known and short and len(known) == 1:
        yield _at(sentence, start, start + len(what), known[0].exercise)
    elif not any(" " in what[one.start : one.end] for one in known) and len(known) < 2:
        yield _at(sentence, start, start + len(what), _exercise(what, matcher))
    else:
        after = 0
        for mention in known:
            begin = _with_modifier(what, after, mention.start)
            yield _at(sentence, start + begin, start + mention.end, mention.exercise)
            after = mention.end


def _with_modifier(what: str, after: int, start: int) -> int:
    """Where a name begins with the one word that tells more of it: “heavy squats”."""
    lead = _MODIFIER.search(what[:start], after)
    return lead.start("word") if lead else start


class _Things:
    """Whether words of a sentence name a thing to avoid."""

    def __init__(self, section: Section, sentence: Sentence, matcher: Matcher) -> None:
        self.matcher = matcher
        self.inside = section.part is Part.EXERCISE and not _stands_below(sentence, section)
        """Whether the sentence stands among the steps of an exercise, as a caution does."""

    def __call__(self, what: str) -> bool:
        return names_movement(what) or self.named(what)

    def named(self, what: str) -> bool:
        """Whether words name a known exercise."""
        return next(mentions(what, self.matcher), None) is not None


def _stands_below(sentence: Sentence, section: Section) -> bool:
    """Whether a sentence stands in a paragraph of its own below the last step."""
    below = section.paragraphs_below
    place = bisect_right(below, sentence.start, key=attrgetter("start")) - 1
    return place >= 0 and sentence.start < below[place].end


def _at(sentence: Sentence, start: int, end: int, exercise: str | None) -> Avoided:
    name = sentence.text[start:end].strip(_QUOTES)
    return Avoided(
        name=name, exercise=exercise, why=sentence.text, start=sentence.start, end=sentence.end
    )

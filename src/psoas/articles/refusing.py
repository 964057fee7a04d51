"""What a page warns against by an answer: a question names it, and the answer says no."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from psoas.articles.attitude import refuses
from psoas.articles.avoid_words import WORDS
from psoas.articles.blocks import Block
from psoas.articles.found import Avoided
from psoas.articles.headings import WORDS as SECTION_WORDS
from psoas.articles.matching import Matcher
from psoas.articles.mentions import mentions
from psoas.articles.plain import plain
from psoas.articles.section import Section
from psoas.articles.sentences import Sentence

LONGEST_NAME = 6
"""Words of a question that is nothing but a name: “Sit-ups?”"""
LONGEST_ANSWER = 12
"""Words of a sentence that names what to leave out."""
MOST_ANSWERS = 3
"""Sentences of an answer that are looked at."""
LONGEST_SIGNATURE = 5
"""Words of a line between a question and its answer: who asks."""

_YES = re.compile(
    r"\W*(?:a[.:] )?(?:yes|yep|yeah|sure|of course|certainly|absolutely(?! not)|by all means)\b"
)
_OPEN = re.compile(r"\b(?:what|which|anything|things?|ones?|exercises|moves|stretches|should)\b")
"""In a question that others can answer with a name."""


def refused(sections: tuple[Section, ...], matcher: Matcher) -> Iterator[Avoided]:
    """What questions name whose answers say no, within a block and from one block to the next."""
    blocks = [one for section in sections for one in _blocks(section)]
    yield from _left(blocks, matcher)
    for block in blocks:
        for question, answer in pairwise(block.sentences):
            if question.said.endswith("?") and _says_no(question, answer):
                yield from _asked(question, answer, matcher)
    for asking, no in _answered(blocks):
        for sentence in asking.sentences:
            if _says_no(sentence, no):
                yield from _asked(sentence, no, matcher)


def _says_no(question: Sentence, answer: Sentence) -> bool:
    """Whether an answer refuses what a question asks for; “should I stop?” turns a no round."""
    if (
        _YES.match(answer.said)
        or refuses(question.said)
        or WORDS.says_neither.search(question.said)
    ):
        return False
    plainly = WORDS.refusal.match(answer.said) is not None
    only_named = len(question.said.split()) <= LONGEST_NAME
    return plainly or (only_named and refuses(answer.said))


def _left(blocks: list[Block], matcher: Matcher) -> Iterator[Avoided]:
    """What answers name to the question what to leave out."""
    for question, answers in _asked_what_not(blocks):
        for answer in answers:
            yield from _answered_with(question, answer, matcher)


def _asked_what_not(blocks: list[Block]) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Questions that ask what to leave out, each with the sentences that answer it."""
    for at, block in enumerate(blocks):
        asking = (place for place, one in enumerate(block.sentences) if _asks_what_not(one.said))
        for place in islice(asking, 1):
            after = block.sentences[place + 1 :] or _below(blocks, at)
            yield block.sentences[place], after[:MOST_ANSWERS]


def _asks_what_not(said: str) -> bool:
    warns = said.endswith("?") and SECTION_WORDS.avoid_heading.search(said)
    return bool(warns and _OPEN.search(said))


def _below(blocks: list[Block], at: int) -> tuple[Sentence, ...]:
    """The sentences of the block below one, past a line that only says who speaks."""
    following = blocks[at + 1 : at + 3]
    if len(following) > 1 and _is_signature(following[0]):
        following = following[1:]
    return following[0].sentences if following else ()


def _answered_with(question: Sentence, answer: Sentence, matcher: Matcher) -> Iterator[Avoided]:
    """The movement that an answer names, if it is little more than its name."""
    speaker = WORDS.speaker.match(answer.said)
    start = speaker.end() if speaker else 0
    what = answer.text[start:].strip(" \"'“”.!")
    short = len(what.split()) <= LONGEST_ANSWER
    if short and WORDS.movement.search(plain(what)) and not WORDS.notice.match(plain(what)):
        yield Avoided(
            name=what,
            exercise=matcher.match(what, "", None).exercise,
            why=question.text,
            start=answer.start,
            end=answer.end,
        )


def _blocks(section: Section) -> Iterator[Block]:
    if section.heading:
        yield section.heading
    yield from section.blocks


def _answered(blocks: list[Block]) -> Iterator[tuple[Block, Sentence]]:
    """Blocks that ask, each with the first sentence of the block that answers."""
    for place, block in enumerate(blocks):
        answers = _below(blocks, place) if "?" in block.text else ()
        if answers:
            yield block, answers[0]


def _is_signature(block: Block) -> bool:
    """Whether a line between a question and its answer only says who asks."""
    return len(block.text.split()) <= LONGEST_SIGNATURE and not WORDS.refusal.match(
        plain(block.text)
    )


def _asked(question: Sentence, answer: Sentence, matcher: Matcher) -> Iterator[Avoided]:
    """What a question names: known exercises, or the movement that it asks for."""
    named = [(one.start, one.end, one.exercise) for one in mentions(question.said, matcher)]
    for start, end, exercise in named or _movement(question, matcher):
        yield Avoided(
            name=question.text[start:end].strip(),
            exercise=exercise,
            why=answer.text,
            start=question.start + start,
            end=answer.end,
        )


def _movement(question: Sentence, matcher: Matcher) -> list[tuple[int, int, str | None]]:
    """The movement after the words of a question, as a place in it; none where it names none."""
    said = question.said
    asks = WORDS.asks.search(said)
    start = asks.end() if asks else 0
    end = len(said.rstrip(" ?."))
    if cut := WORDS.end.search(said, start + 1, end):
        end = cut.start()
    what = said[start:end]
    short = asks is not None or len(what.split()) <= LONGEST_NAME
    if not short or not WORDS.movement.search(plain(what)):
        return []
    return [(start, end, matcher.match(what, "", None).exercise)]

"""What a page warns against by an answer: a question names it, and the answer says no."""

from collections.abc import Iterator
from itertools import pairwise

from psoas.articles.avoid_words import WORDS
from psoas.articles.blocks import Block
from psoas.articles.found import Avoided
from psoas.articles.matching import Matcher
from psoas.articles.mentions import mentions
from psoas.articles.plain import plain
from psoas.articles.section import Section
from psoas.articles.sentences import Sentence

LONGEST_NAME = 6
"""Words of a question that is nothing but a name: “Sit-ups?”"""
LONGEST_SIGNATURE = 5
"""Words of a line between a question and its answer: who asks."""


def refused(sections: tuple[Section, ...], matcher: Matcher) -> Iterator[Avoided]:
    """What questions name whose answers say no, within a block and from one block to the next."""
    blocks = [one for section in sections for one in _blocks(section)]
    for block in blocks:
        for question, answer in pairwise(block.sentences):
            if question.said.endswith("?") and WORDS.refusal.match(answer.said):
                yield from _asked(question, answer, matcher)
    for asking, no in _answered(blocks):
        if WORDS.refusal.match(no.said):
            for sentence in asking.sentences:
                yield from _asked(sentence, no, matcher)


def _blocks(section: Section) -> Iterator[Block]:
    if section.heading:
        yield section.heading
    yield from section.blocks


def _answered(blocks: list[Block]) -> Iterator[tuple[Block, Sentence]]:
    """Blocks that ask, each with the first sentence of the block that answers."""
    for place, block in enumerate(blocks):
        following = blocks[place + 1 : place + 3]
        if len(following) > 1 and _is_signature(following[0]):
            following = following[1:]
        if "?" in block.text and following and following[0].sentences:
            yield block, following[0].sentences[0]


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

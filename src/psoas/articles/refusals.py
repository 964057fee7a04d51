"""What one sentence refuses: the things that it names, or what was named before it."""

from collections.abc import Iterator

from psoas.articles.avoid_words import WORDS
from psoas.articles.things import IsThing, Place, things_before, things_from

LONGEST_PRONOUN = 3
"""Words of what only stands for something else."""


def refused_things(said: str, is_thing: IsThing, is_name: IsThing | None) -> list[Place]:
    """The things that a plain sentence refuses, by the words before, after or around them.

    Among the steps of an exercise an order not to do something is a caution: there it counts only
    for an exercise of its own, as `is_name` knows it; elsewhere that is None.
    """
    kept: list[Place] = []
    for start, end in (
        *_after_words(said, is_name or is_thing),
        *(() if is_name else _after_orders(said, is_thing)),
        *_before_words(said, is_thing),
        *_between_words(said, is_thing),
    ):
        if not any(start < other_end and other < end for other, other_end in kept):
            kept.append((start, end))
    return kept


def _after_words(said: str, is_thing: IsThing) -> Iterator[Place]:
    for found in WORDS.thing_follows.finditer(said):
        start = thing_at(said, found.end())
        if not (is_negated(said, found.start()) or WORDS.caution.match(said, start)):
            yield from things_from(said, start, is_thing)


def _after_orders(said: str, is_thing: IsThing) -> Iterator[Place]:
    for found in WORDS.order_follows.finditer(said):
        start = found.end()
        if not (is_negated(said, found.start()) or WORDS.caution.match(said, start)):
            yield from things_from(said, start, is_thing, sure=True)


def _before_words(said: str, is_thing: IsThing) -> Iterator[Place]:
    for found in WORDS.thing_before.finditer(said):
        if not is_negated(said, found.start()):
            yield from things_before(said, found.start(), is_thing)


def _between_words(said: str, is_thing: IsThing) -> Iterator[Place]:
    for _, pattern in WORDS.thing_inside.likely(said):
        for found in pattern.finditer(said):
            start, end = thing_at(said, found.start("what")), found.end("what")
            if not is_negated(said, found.start()) and is_thing(said[start:end]):
                yield start, end
                yield from _more(said, found.end(), is_thing)


def one_more(said: str, is_thing: IsThing) -> list[Place]:
    """The things that a sentence adds to those that the sentence before refused."""
    follows, before = WORDS.one_more_follows.match(said), WORDS.one_more_before.search(said)
    if follows:
        return things_from(said, thing_at(said, follows.end()), is_thing)
    return things_before(said, before.start(), is_thing) if before else []


def _more(said: str, start: int, is_thing: IsThing) -> Iterator[Place]:
    """What a sentence adds: “leave those out, also the leg press”."""
    if said[start : start + 6] in (", also", ", plus"):
        yield from things_from(said, thing_at(said, start + 7), is_thing)


def thing_at(said: str, start: int) -> int:
    """Where a thing begins behind what may stand before it: “any kind of”."""
    filler = WORDS.filler.match(said, start)
    return filler.end() if filler else start


def is_negated(said: str, at: int) -> bool:
    """Whether what stands before a refusal turns it round, or makes it no order."""
    before = said[max(0, at - 40) : at]
    order = said[at : at + 6].startswith(("do not", "don't", "dont ", "never "))
    return bool(WORDS.negated.search(before) or (order and WORDS.declared.search(before)))


def refuses_named(said: str) -> int | None:
    """Where a sentence refuses what was named before it: “leave those out”; else None."""
    back = None if WORDS.condition.search(said) else WORDS.refers_back.search(said)
    return back.start() if back and not is_negated(said, back.start()) else None


def blames_named(said: str) -> int | None:
    """Where a sentence says only ill of what was named before it: “it made me worse”; else None."""
    if WORDS.condition.search(said):
        return None
    for found in WORDS.thing_before.finditer(said):
        subject = _subject(said[: found.start()])
        pronoun = WORDS.pronoun.fullmatch(subject) is not None
        if (pronoun or not subject) and not is_negated(said, found.start()):
            return found.start() - len(subject) - 1 if subject else 0
    return None


def _subject(before: str) -> str:
    """What stands right before a verb, without what leads to it."""
    clause = before.replace(";", ",").rsplit(",", 1)[-1].strip()
    return clause.removeprefix("and ").removeprefix("but ").removeprefix("so ").strip()


def named_before(said: str, is_thing: IsThing) -> list[Place]:
    """The things that a sentence, or its beginning, is about: its subject, or what somebody did."""
    end = WORDS.subject_end.search(said)
    subject = things_from(said[: end.start()], 0, is_thing) if end else []
    if subject:
        return subject
    for told in WORDS.tells.finditer(said):
        if found := things_from(said, told.end(), is_thing):
            return found
    return []

"""What the page itself refuses elsewhere is none of its exercises, unless it is taught there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from psoas.articles.blocks import Block
from psoas.articles.found import Avoided
from psoas.articles.matching import CONTAINED, Matcher
from psoas.articles.naming import simple_name
from psoas.articles.plain import plain
from psoas.articles.run_in import RUN_IN_LEVEL
from psoas.articles.section import Part, Section
from psoas.articles.section_words import WORDS

TAUGHT = 3
"""Steps that move the body, told without a dose."""
FEWEST = 2
"""So many numbers of a series that are refused elsewhere make it a series to avoid."""


def without_shunned(
    parts: Sequence[Section], against: Sequence[Avoided], matcher: Matcher
) -> tuple[Section, ...]:
    """The sections of a page, those to avoid that the page refuses outside of them.

    A numbered series of which two or more are refused elsewhere, or that is as long as a title
    which warns says, is one to avoid as a whole, unless most of it is really taught.
    """
    refused = [_is_refused(section, against, matcher) for section in parts]
    shunned = {n for n, no in enumerate(refused) if no and not _orders(parts[n])}
    warned = _counts_that_warn(parts)
    for run in _series(parts):
        bad = sum(refused[n] for n in run) >= FEWEST or _numbers(parts, run) in warned
        if bad and 2 * sum(_is_taught(parts[n]) for n in run) < len(run):
            shunned.update(run)
    return tuple(
        replace(section, part=Part.AVOID) if place in shunned else section
        for place, section in enumerate(parts)
    )


def _is_refused(section: Section, against: Sequence[Avoided], matcher: Matcher) -> bool:
    """Whether something outside of a section refuses what its name means."""
    name = section.name if section.part in (Part.EXERCISE, Part.NAMED) else None
    if not name:
        return False
    start, end = _extent(section)
    outside = [one for one in against if not start <= one.start < end]
    return any(_means(name, one, matcher) for one in outside)


def _extent(section: Section) -> tuple[int, int]:
    start, end = section.span
    return start, max([end, *(block.end for block in section.blocks)])


def _means(name: str, one: Avoided, matcher: Matcher) -> bool:
    """Whether a name means the thing: the same words, or surely the same exercise."""
    mine, refused = simple_name(name), simple_name(one.name)
    if mine and mine == refused:
        return True
    return matcher.by_name(name).get(one.exercise or "", 0.0) > CONTAINED


def _orders(section: Section) -> bool:
    """Whether a step of a section orders to move, or to lie, sit or stand."""
    orders = (step for step in section.steps if step.instructs)
    return any(step.moves or step.position for step in orders)


def _is_taught(section: Section) -> bool:
    """Whether a section has steps that are orders, and a dose or several of them."""
    moving = sum(step.moves and step.instructs for step in section.steps)
    measured = any(step.doses for step in section.steps)
    return moving >= TAUGHT or (moving > 0 and measured)


def _series(parts: Sequence[Section]) -> Iterator[list[int]]:
    """The places of sections whose numbers go up by one; fronts of paragraphs stand among them."""
    run: list[int] = []
    last = 0
    for place, section in enumerate(parts):
        heading = section.heading
        inner = heading is None or (heading.level == RUN_IN_LEVEL and not _begins(heading))
        if inner and last:
            run.append(place)
        elif not inner:
            number = _number(section)
            if number != last + 1:
                yield run
                run, last = [], 0
            if number == last + 1:
                run.append(place)
                last += 1
    yield run


def _begins(heading: Block) -> bool:
    """Whether a name at the front of a paragraph is not just what a number heads."""
    return heading.after_gap or bool(heading.marker)


def _numbers(parts: Sequence[Section], run: Iterable[int]) -> int:
    """How many numbers a series has."""
    return sum(_number(parts[place]) is not None for place in run)


def _number(section: Section) -> int | None:
    digits = "".join(filter(str.isdigit, section.heading.marker)) if section.heading else ""
    return int(digits) if 0 < len(digits) <= 2 else None


def _counts_that_warn(parts: Iterable[Section]) -> frozenset[int]:
    """How many exercises the titles that warn speak of: “9 exercises that wreck a back”."""
    titles = (plain(section.title or "") for section in parts)
    firsts = (said.split()[0] for said in titles if said and WORDS.avoid_heading.search(said))
    return frozenset(int(first) for first in firsts if first.isdecimal() and len(first) <= 2)

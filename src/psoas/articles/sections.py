"""Blocks into sections: one candidate exercise each, judged, and parted where there are several."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from psoas.articles.attitude import introduces, lists_itself
from psoas.articles.blocks import Block, BlockKind
from psoas.articles.joining import joined
from psoas.articles.judging import ENOUGH, evidence, is_exercise, is_other, mostly_steps
from psoas.articles.known import CATCH_ALL
from psoas.articles.listing import LISTED
from psoas.articles.matching import CONTAINED, Matcher
from psoas.articles.naming import NAMES
from psoas.articles.parting import parted
from psoas.articles.plain import plain
from psoas.articles.run_in import RUN_IN_LEVEL
from psoas.articles.section import Part, Section, asks, is_for_all
from psoas.articles.section_words import WORDS, is_label

TAUGHT = 3
"""Steps that move the body below a name that isn't warned against."""
FEWEST_SIBLINGS = 2
SIBLING = 2
"""What counts that numbers of the same list are exercises."""


def sections(blocks: Iterable[Block], matcher: Matcher) -> tuple[Section, ...]:
    """The sections of a page whose headings are found, in order, each judged."""
    grouped = _without_doubles(list(_grouped(blocks, matcher)), matcher)
    judged = joined(_with_siblings(list(_judged(grouped, matcher))), matcher)
    return tuple(part for section in judged for part in parted(section, matcher))


def _with_siblings(judged: list[Section]) -> list[Section]:
    """Sections in which a mark counts an exercise where most of its like do."""
    counted = [section for section in judged if section.part is not Part.AVOID]
    marks = Counter(map(_mark, counted))
    exercises = Counter(_mark(one) for one in counted if one.part is Part.EXERCISE)
    alike = {
        mark
        for mark, told in exercises.items()
        if mark and told >= FEWEST_SIBLINGS and 2 * told >= marks[mark]
    }
    return [
        replace(section, part=Part.EXERCISE)
        if _mark(section) in alike and _nearly(section)
        else section
        for section in judged
    ]


def _mark(section: Section) -> str:
    """What stands before its name: a kind of bullet, “1” for every number, else how it looks."""
    heading = section.heading
    if heading is None:
        return ""
    looks = f"{heading.level} {heading.text.isupper()}"
    return "1" if heading.numbered else heading.marker or looks


def _is_plain(section: Section) -> bool:
    """Whether neither a bullet nor a number stands before its name."""
    return section.heading is not None and not section.heading.marker


def _nearly(section: Section) -> bool:
    """Whether little is missing for an exercise: it moves somebody, or says how much."""
    if section.part is not Part.OTHER or not section.steps or is_other(section):
        return False
    if _is_plain(section) and any(is_for_all(one, outside=True) for one in section.sentences):
        return False
    moving = any(step.moves for step in section.steps) and mostly_steps(section)
    return moving or evidence(section, known=False) >= ENOUGH - SIBLING


def _grouped(blocks: Iterable[Block], matcher: Matcher) -> Iterator[Section]:
    """A section for every heading that is no mere label and no caption below a name."""
    heading: Block | None = None
    below: list[Block] = []
    for block in blocks:
        if (asks(block) or block.opens) and (heading or below):
            yield Section(heading=heading, blocks=tuple(below))
            heading, below = None, [block]
        elif block.kind is not BlockKind.HEADING:
            below.append(block)
        elif not (heading or below) or not _belongs(block, heading, below, matcher):
            if heading or below:
                yield Section(heading=heading, blocks=tuple(below))
            heading, below = block, []
    if heading or below:
        yield Section(heading=heading, blocks=tuple(below))


def _belongs(block: Block, heading: Block | None, below: list[Block], matcher: Matcher) -> bool:
    """Whether a heading is part of the section above it: a label, or a caption below a name."""
    if block.level == LISTED or block.refused or block.recommended:
        return False
    if is_label(block.text):
        return not (heading and _turns(heading, block))
    plainer = not (below or block.strong or block.marker or block.level == RUN_IN_LEVEL)
    return (
        heading is not None
        and plainer
        and bool(matcher.by_name(heading.text))
        and not matcher.by_name(block.text)
    )


def _turns(heading: Block, block: Block) -> bool:
    """Whether a label turns from what to leave to what to do."""
    warns = WORDS.avoid_heading.search(plain(heading.text))
    return bool(warns and WORDS.recommend_heading.search(plain(block.text)))


def _without_doubles(grouped: list[Section], matcher: Matcher) -> list[Section]:
    """Sections without a heading that only announces the next one's exercise, as a caption may."""
    kept = []
    for section, following in zip(grouped, [*grouped[1:], None], strict=False):
        mine = matcher.by_name(section.name or "").keys() - CATCH_ALL
        both = mine & matcher.by_name(following.name or "").keys() if following else ()
        if not both or section.steps or section.refused:
            kept.append(section)
    return kept


def _judged(grouped: list[Section], matcher: Matcher) -> Iterator[Section]:
    """Each section with what it is; below a heading that warns, exercises are to be avoided."""
    over: Block | None = None
    for section, following in zip(grouped, [*grouped[1:], None], strict=False):
        over = _warning_over(section, over)
        part = _part(section, over is not None or section.refused, matcher)
        if part is Part.EXERCISE and _is_group(section, following, matcher):
            part = Part.OTHER
        yield replace(section, part=part)
        if _warns_of_next(section):
            over = section.heading or section.blocks[0]


def _is_group(section: Section, following: Section | None, matcher: Matcher) -> bool:
    """Whether a heading only stands over the headings below it, with no exercise of its own."""
    heading, below = section.heading, following.heading if following else None
    if heading is None or below is None or not (heading.strong and below.strong):
        return False
    measured = any(step.doses for step in section.steps)
    return heading.level < below.level and not measured and not matcher.by_name(heading.text)


def _warns_of_next(section: Section) -> bool:
    """Whether a section says to leave out what stands in the next ones."""
    last = section.sentences[-1].said if section.sentences else ""
    announces = last.endswith(":") and introduces(last)
    return announces or any(WORDS.avoid_intro.search(one.said) for one in section.sentences)


def _warning_over(section: Section, over: Block | None) -> Block | None:
    """The heading that warns of this section, if one does."""
    heading = section.heading
    if heading is None:
        return over
    said = plain(heading.text)
    if heading.recommended or WORDS.closing_heading.search(said):
        return None
    if WORDS.avoid_heading.search(said) and not lists_itself(said):
        return heading
    if over is None or _ends_warning(said, heading, over, section):
        return None
    return over


def _ends_warning(said: str, heading: Block, over: Block, section: Section) -> bool:
    higher = heading.strong and over.strong and heading.level <= over.level
    doses_told = any(step.doses for step in section.steps)
    taught = sum(step.moves for step in section.steps) >= TAUGHT
    group = WORDS.recommend_heading.search(said) is not None and not heading.numbered
    taught = taught and not heading.numbered
    return higher or doses_told or taught or (group and not section.steps)


def _part(section: Section, warned: bool, matcher: Matcher) -> Part:
    if warned:
        return Part.AVOID
    known = bool(section.name and matcher.by_name(section.name))
    if is_exercise(section, matcher, known=known):
        return Part.EXERCISE
    sure = matcher.sure_of(section.name or "") > CONTAINED
    told = sure or NAMES.exercise_word.search(plain(section.name or "")) is not None
    return Part.NAMED if known and told and not is_other(section) else Part.OTHER

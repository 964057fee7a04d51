"""Blocks into sections: one candidate exercise each, judged, and parted where there are several."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.doses import doses
from psoas.articles.headings import RUN_IN_LEVEL, WORDS, is_label
from psoas.articles.instructing import WORDS as INSTRUCTION_WORDS
from psoas.articles.instructing import core
from psoas.articles.joining import joined
from psoas.articles.matching import CONTAINED, NAMES, Matcher
from psoas.articles.plain import plain
from psoas.articles.section import Part, Section
from psoas.articles.telling import WORDS as TOLD_WORDS
from psoas.body import Position


def sections(blocks: Iterable[Block], matcher: Matcher) -> tuple[Section, ...]:
    """The sections of a page whose headings are found, in order, each judged."""
    grouped = _without_doubles(list(_grouped(blocks, matcher)), matcher)
    judged = joined(_with_siblings(list(_judged(grouped, matcher))), matcher)
    return tuple(part for section in judged for part in _split(section, matcher))


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
    """What stands before its name: a kind of bullet, or “1” for every number."""
    heading = section.heading
    return "" if heading is None else "1" if heading.numbered else heading.marker


def _nearly(section: Section) -> bool:
    """Whether little is missing for an exercise: it moves somebody, or says how much."""
    if section.part is not Part.OTHER or not section.steps or _is_other(section):
        return False
    moving = any(step.moves for step in section.steps) and _mostly_steps(section)
    return moving or evidence(section, known=False) >= ENOUGH - SIBLING


def _grouped(blocks: Iterable[Block], matcher: Matcher) -> Iterator[Section]:
    """A section for every heading that is no mere label and no caption below a name."""
    heading: Block | None = None
    below: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            below.append(block)
        elif not (heading or below) or not _belongs(block, heading, below, matcher):
            if heading or below:
                yield Section(heading=heading, blocks=tuple(below))
            heading, below = block, []
    if heading or below:
        yield Section(heading=heading, blocks=tuple(below))


def _belongs(block: Block, heading: Block | None, below: list[Block], matcher: Matcher) -> bool:
    """Whether a heading is part of the section above it: a label, or a caption below a name."""
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
        mine = matcher.by_name(section.name or "").keys()
        both = mine & matcher.by_name(following.name or "").keys() if following else ()
        if not both or section.steps:
            kept.append(section)
    return kept


def _judged(grouped: list[Section], matcher: Matcher) -> Iterator[Section]:
    """Each section with what it is; below a heading that warns, exercises are to be avoided."""
    over: Block | None = None
    for section in grouped:
        over = _warning_over(section, over)
        yield replace(section, part=_part(section, over is not None, matcher))
        if any(WORDS.avoid_intro.search(one.said) for one in section.sentences):
            over = section.heading or section.blocks[0]


def _warning_over(section: Section, over: Block | None) -> Block | None:
    """The heading that warns of this section, if one does."""
    heading = section.heading
    if heading is None:
        return over
    said = plain(heading.text)
    if WORDS.avoid_heading.search(said):
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
    higher = higher or WORDS.closing_heading.search(said) is not None
    return higher or doses_told or taught or (group and not section.steps)


def _part(section: Section, warned: bool, matcher: Matcher) -> Part:
    if warned:
        return Part.AVOID
    known = bool(section.name and matcher.by_name(section.name))
    if _is_exercise(section, matcher, known=known):
        return Part.EXERCISE
    sure = matcher.sure_of(section.name or "") > CONTAINED
    told = sure or NAMES.exercise_word.search(plain(section.name or "")) is not None
    return Part.NAMED if known and told and not _is_other(section) else Part.OTHER


def _is_exercise(section: Section, matcher: Matcher, *, known: bool) -> bool:
    """Whether enough speaks for an exercise; where little is missing the steps may prove it."""
    points = evidence(section, known=known) + (known and _mostly_steps(section))
    if points >= ENOUGH or points <= LITTLE or not section.steps:
        return points >= ENOUGH
    told = section.position
    position = Position(told.value) if told else None
    return matcher.match(None, section.said, position).exercise is not None


TAUGHT = 3
"""Steps that move the body below a name that isn't warned against."""
FEWEST_SIBLINGS = 2
SIBLING = 2
"""What counts that numbers of the same list are exercises."""
LITTLE = 1
"""With no more than this nothing can prove it."""
ENOUGH = 4
"""How much speaks for an exercise, at least; see `evidence`."""


def evidence(section: Section, *, known: bool) -> int:
    """How much speaks for a section being an exercise.

    A name that the library knows counts 2, one with a word like “stretch” 1; a starting position
    2; a dose 3; one step that moves the body 1, two or more 2; the other side 1; being a line of a
    list of exercises 1. A heading over symptoms, causes or habits takes 2 away.
    """
    name = plain(section.name or "")
    moving = sum(step.moves for step in section.steps)
    stepped = bool(section.steps)
    return (
        (2 if known else int(NAMES.exercise_word.search(name) is not None))
        + 2 * (stepped and _has_position(section))
        + _dose_evidence(section)
        + min(2, moving)
        + int(section.listed)
        + int(stepped and _tells_sides(section))
        - 2 * (_is_other(section) and not known)
    )


def _mostly_steps(section: Section) -> bool:
    """Whether most of what stands below a heading tells what to do."""
    return 2 * len(section.steps) >= max(1, len(section.sentences))


def _dose_evidence(section: Section) -> int:
    """3 for a hold, breaths, repetitions or sets; 1 for no more than times a day."""
    told = {one.field for step in section.steps for one in step.doses}
    told |= {one.field for one in doses(section.named_dose)}
    return 3 if told - {"times_per_day"} else len(told)


def _tells_sides(section: Section) -> bool:
    """Whether the steps tell to do the other side too."""
    told = section.sides
    return told is not None and told.value == "each"


def _has_position(section: Section) -> bool:
    return section.position is not None or TOLD_WORDS.pose_start.search(section.said) is not None


def _is_other(section: Section) -> bool:
    return section.name is not None and WORDS.other_heading.search(plain(section.name)) is not None


def _split(section: Section, matcher: Matcher) -> Iterator[Section]:
    """A section as the exercises that it tells: one, or several below one heading or none."""
    if section.part is not Part.EXERCISE or (section.name and matcher.by_name(section.name)):
        yield section
        return
    found = [_group(section, blocks, matcher) for blocks in _groups(section.blocks)]
    if sum(one.part is Part.EXERCISE for one in found) < 2:
        yield section
    else:
        yield from found


def _group(section: Section, blocks: list[Block], matcher: Matcher) -> Section:
    """Some blocks of a section as a section of its own, without the name that several share."""
    part = replace(section, heading=None, blocks=tuple(blocks))
    enough = _is_exercise(part, matcher, known=False)
    return replace(part, part=Part.EXERCISE if enough else Part.OTHER)


def _groups(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """Blocks by exercise: a new one begins where one is complete and a block starts afresh.

    It is complete when steps told a movement, and how much of it or the other side.
    """
    group: list[Block] = []
    moved = ended = False
    for block in blocks:
        own = Section(blocks=(block,))
        if moved and ended and _starts_afresh(own):
            yield group
            group, moved, ended = [], False, False
        group.append(block)
        moved = moved or _moves(own)
        ended = ended or _ends(own)
    yield group


def _moves(section: Section) -> bool:
    return any(step.moves for step in section.steps)


def _ends(section: Section) -> bool:
    """Whether steps tell how much, or the other side."""
    return any(step.doses for step in section.steps) or _tells_sides(section)


def _starts_afresh(own: Section) -> bool:
    """Whether a block by itself begins an exercise."""
    if not own.steps or _follows_up(own.steps[0].said):
        return False
    first = own.steps[0]
    fresh = first.position is not None or INSTRUCTION_WORDS.fresh_start.match(first.said)
    paragraph = own.blocks[0].kind is BlockKind.PARAGRAPH and len(own.sentences) > 1
    return bool(fresh) or paragraph or (_moves(own) and _ends(own))


def _follows_up(said: str) -> bool:
    return INSTRUCTION_WORDS.follow_up.match(core(said)) is not None

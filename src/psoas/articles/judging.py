"""How much speaks for a section being an exercise."""

from psoas.articles.doses import doses
from psoas.articles.instructing import WORDS, core
from psoas.articles.matching import Matcher
from psoas.articles.naming import NAMES
from psoas.articles.plain import plain
from psoas.articles.section import Section
from psoas.articles.section_words import WORDS as SECTION_WORDS
from psoas.articles.telling import WORDS as TOLD_WORDS
from psoas.body import Position

LITTLE = 1
"""With no more than this nothing can prove it."""
ENOUGH = 4
"""How much speaks for an exercise, at least; see `evidence`."""


def is_exercise(section: Section, matcher: Matcher, *, known: bool) -> bool:
    """Whether enough speaks for an exercise; where little is missing the steps may prove it."""
    points = evidence(section, known=known) + (known and mostly_steps(section))
    if points >= ENOUGH or points <= LITTLE or not section.steps:
        return points >= ENOUGH
    told = section.position
    position = Position(told.value) if told else None
    return matcher.match(None, section.said, position).exercise is not None


def evidence(section: Section, *, known: bool) -> int:
    """How much speaks for a section being an exercise.

    A name that the library knows counts 2, one with a word like “stretch” 1; a starting position
    2; a dose 3; one step that moves the body 1, two or more 2; the other side 1; being a line of a
    list of exercises 1. What is no exercise takes 2 away.
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
        + int(stepped and tells_sides(section))
        - 2 * (is_other(section) and not known)
    )


def mostly_steps(section: Section) -> bool:
    """Whether most of what stands below a heading tells what to do."""
    return 2 * len(section.steps) >= max(1, len(section.sentences))


def _dose_evidence(section: Section) -> int:
    """3 for a hold, breaths, repetitions or sets; 1 for times a day, or no number at all."""
    told = {one.field for step in section.steps for one in step.doses}
    told |= {one.field for one in doses(section.named_dose)}
    vague = any(WORDS.measure.match(core(step.said)) for step in section.steps)
    return 3 if told - {"times_per_day"} else max(len(told), int(vague))


def tells_sides(section: Section) -> bool:
    """Whether the steps tell to do the other side too."""
    told = section.sides
    return told is not None and told.value == "each"


def _has_position(section: Section) -> bool:
    return section.position is not None or TOLD_WORDS.pose_start.search(section.said) is not None


def is_other(section: Section) -> bool:
    """Whether its heading, or its steps, are of symptoms, causes, habits, warmth and the like."""
    if SECTION_WORDS.other_step.search(section.said) and not section.listed:
        return True
    return SECTION_WORDS.other_heading.search(plain(section.title or "")) is not None

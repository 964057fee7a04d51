"""Proof that the library is whole: every check over every file.

A check is a function from the library to the problems it finds. To add one, write it in
`psoas.library.checks` and name it in `CHECKS`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from psoas.knowledge import Problem
from psoas.library.checks import claiming, dosing, exercising, listing, reading, wording
from psoas.library.loading import Library

Check = Callable[[Library], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    claiming.sources_are_whole,
    claiming.claims_have_sources,
    claiming.claims_have_lines,
    claiming.claims_say_known_things,
    claiming.quality_is_earned,
    exercising.guided_exercises_have_words,
    exercising.steps_lead_to_poses,
    exercising.swaps_are_offered,
    exercising.what_is_not_offered_says_why,
    exercising.none_is_unchecked,
    exercising.words_are_known,
    exercising.loads_are_in_range,
    exercising.ladders_and_exercises_agree,
    dosing.doses_are_within_caps,
    dosing.guided_exercises_have_doses,
    listing.routines_name_exercises,
    listing.notes_have_claims,
    listing.disagreements_are_decided,
    wording.wording_is_allowed,
    wording.placeholders_are_sides,
)


def lint(library: Library, articles: Path | None = None) -> tuple[Problem, ...]:
    """Every problem in the library; none means that it may be shipped.

    `articles` is a folder in which the articles may lie: those whose hash is known are read, and
    each claim checked against its lines.
    """
    found = [problem for check in CHECKS for problem in check(library)]
    if articles is not None:
        found += reading.claims_are_written_there(library, articles)
    return tuple(found)

"""Routines, notes and disagreements hang together."""

from collections.abc import Iterator

from psoas.knowledge import BadRule, Problem
from psoas.library.disagreeing import ruling_rule
from psoas.library.entries import Disagreement
from psoas.library.loading import Library

TOPICS = frozenset(
    {
        "about",
        "acupuncture",
        "clothing",
        "desk",
        "dose",
        "flare",
        "hamstrings",
        "pain",
        "pregnancy",
        "progress",
        "routines",
        "session",
        "start",
        "today",
    }
)
"""Where a note may be shown."""


def routines_name_exercises(library: Library) -> Iterator[Problem]:
    """Each item of a routine is an exercise of the library, and there is at least one."""
    for routine in library.routines.values():
        file = f"routines/{routine.id}.toml"
        if not routine.items:
            yield Problem(file, "items", "a routine needs an item; add one")
        for number, item in enumerate(routine.items):
            if item.exercise not in library.exercises:
                mend = f"there is no exercise “{item.exercise}”; correct the id"
                yield Problem(file, f"items.{number}.exercise", mend)


def notes_have_claims(library: Library) -> Iterator[Problem]:
    """Each note says who says so, and is shown somewhere."""
    for note in library.notes.values():
        if not note.claims:
            yield Problem("notes.toml", note.id, "a note needs a claim; add one")
        if not note.topics or not TOPICS.issuperset(note.topics):
            mend = f"topics must be some of {', '.join(sorted(TOPICS))}"
            yield Problem("notes.toml", f"{note.id}.topics", mend)


def disagreements_are_decided(library: Library) -> Iterator[Problem]:
    """Both sides have claims, the exercises exist, and the rulings end with one for everyone."""
    for disagreement in library.disagreements.values():
        for key, mend in (
            *_sides(disagreement),
            *_exercises(disagreement, library),
            *_rulings(disagreement),
        ):
            yield Problem("disagreements.toml", f"{disagreement.id}.{key}", mend)


def _sides(disagreement: Disagreement) -> Iterator[tuple[str, str]]:
    for key in ("one_side", "other_side"):
        if not getattr(disagreement, key).claims:
            yield key, "each side needs a claim; add one"


def _exercises(disagreement: Disagreement, library: Library) -> Iterator[tuple[str, str]]:
    for exercise in disagreement.exercises:
        if exercise not in library.exercises:
            yield "exercises", f"there is no exercise “{exercise}”; correct the id"


def _rulings(disagreement: Disagreement) -> Iterator[tuple[str, str]]:
    for number, ruling in enumerate(disagreement.rulings):
        try:
            ruling_rule(ruling)
        except BadRule as bad:
            yield f"rulings.{number}.when", str(bad)
    if not disagreement.rulings or disagreement.rulings[-1].when != "True":
        yield "rulings", 'the last ruling must be for everyone: when = "True"'

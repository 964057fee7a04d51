"""Looking around an exercise: by words, up and down its ladder, and what there is to read."""

from collections.abc import Iterable
from dataclasses import dataclass

from psoas.body import MUSCLES
from psoas.library.entries import Note
from psoas.library.exercise import Exercise
from psoas.library.loading import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The next gentler and the next more demanding exercise on the same ladder."""

    easier: Exercise | None
    harder: Exercise | None


def matching(exercises: Iterable[Exercise], text: str) -> tuple[Exercise, ...]:
    """The exercises in which every word of the text appears: names, summary, muscles."""
    wanted = text.casefold().split()
    return tuple(e for e in exercises if all(word in _words(e) for word in wanted))


def _words(exercise: Exercise) -> str:
    muscles = [MUSCLES[muscle] for muscle in exercise.muscles]
    said = (exercise.name, *exercise.also_called, exercise.summary)
    return " ".join((*said, *(m.name for m in muscles), *(m.plain for m in muscles))).casefold()


def neighbours(library: Library, exercise: Exercise) -> Neighbours:
    """The rungs below and above; None at an end, and for an exercise that is on no ladder."""
    ladder = library.ladders.get(exercise.ladder.name)
    rungs = ladder.rungs if ladder else ()
    if exercise.id not in rungs:
        return Neighbours(easier=None, harder=None)
    place = rungs.index(exercise.id)
    around = (None, *(library.exercises[rung] for rung in rungs), None)
    return Neighbours(easier=around[place], harder=around[place + 2])


def notes_for(library: Library, exercise: Exercise) -> tuple[Note, ...]:
    """The notes on the muscles it stretches, and those whose claims speak of the same lines."""
    spoken = {(claim.source, claim.where) for claim in exercise.claims if claim.where}
    return tuple(
        note
        for note in library.notes.values()
        if set(exercise.muscles) & set(note.topics)
        or any((claim.source, claim.where) in spoken for claim in note.claims)
    )

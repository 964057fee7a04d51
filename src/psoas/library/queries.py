"""Finding things in the library, for the faces that show it."""

from collections.abc import Collection

from psoas.body import Position, Surface
from psoas.library.entries import Disagreement, Note
from psoas.library.exercise import Exercise, Kind
from psoas.library.loading import Library


def exercises_by(
    library: Library,
    *,
    position: Position | None = None,
    place: Surface | None = None,
    equipment: Collection[str] | None = None,
    ladder: str | None = None,
    kind: Kind | None = None,
) -> tuple[Exercise, ...]:
    """The exercises that fit every wish given, by name.

    `equipment` is what the person has: only exercises that need nothing else are found.
    """
    return tuple(
        sorted(
            (
                exercise
                for exercise in library.listed
                if position in (None, exercise.position, *exercise.other_positions)
                and place in (None, *exercise.surfaces)
                and (equipment is None or set(exercise.equipment) <= set(equipment))
                and ladder in (None, exercise.ladder.name)
                and kind in (None, exercise.kind)
            ),
            key=lambda exercise: exercise.name.casefold(),
        )
    )


def disagreements_about(library: Library, exercise: str) -> tuple[Disagreement, ...]:
    """The disagreements shown on the page of one exercise, in their own order."""
    return tuple(d for d in library.disagreements.values() if exercise in d.exercises)


def notes_about(library: Library, topic: str) -> tuple[Note, ...]:
    """The notes shown where this topic comes up, in their own order."""
    return tuple(note for note in library.notes.values() if topic in note.topics)


def replacement_of(library: Library, exercise: str) -> Exercise | None:
    """What to do instead of an exercise that isn't offered: its first swap that is.

    None where the exercise itself is offered, or where nothing may stand in for it.
    """
    entry = library.exercises[exercise]
    if entry.plannable:
        return None
    offered = (library.exercises[swap] for swap in entry.swaps)
    return next((swap for swap in offered if swap.plannable), None)

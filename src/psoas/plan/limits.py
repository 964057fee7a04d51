"""The caps of a dose for one person: those of its kind, tightened by what their conditions say."""

from dataclasses import replace

from psoas.library import Cap, Exercise, Library
from psoas.plan.dose import Caps
from psoas.safety.conditions import UNLIMITED, Most
from psoas.safety.person import Person
from psoas.safety.verdicts import most_of


def caps_for(exercise: Exercise, person: Person, library: Library) -> Caps:
    """The library's caps, and where a condition's "how" limits this exercise, no more than that."""
    most = most_of(exercise, person)
    if most == UNLIMITED:
        return library.caps
    return {**library.caps, exercise.kind: _tightened(library.caps[exercise.kind], most)}


def _tightened(cap: Cap, most: Most) -> Cap:
    minutes = cap.minutes * 60 if cap.minutes else None
    hold = _least(cap.hold or minutes, most.hold)
    return replace(
        cap,
        hold=hold if most.hold else cap.hold,
        hold_from_65=_least(cap.hold_from_65, most.hold) if cap.hold_from_65 else None,
        repetitions=_least(cap.repetitions, most.repetitions),
        sets=_least(cap.sets, most.sets),
    )


def _least(*values: int | None) -> int | None:
    return min((value for value in values if value is not None), default=None)

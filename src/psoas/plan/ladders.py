"""One level up or down a ladder for one person, within what is reached on its own."""

from psoas.library import Exercise, Library
from psoas.plan.doses import doses
from psoas.safety.person import Person


def level_above(exercise: Exercise, person: Person, library: Library) -> Exercise | None:
    """The next exercise up its ladder; None at the top, or where going on needs a clinician.

    With leg symptoms the nerve ladder never goes above its limit on its own.
    """
    above = [
        other for other in _rungs(exercise, person, library) if _level(other) > _level(exercise)
    ]
    following = min(above, key=_level, default=None)
    limited = person.leg_symptoms and exercise.ladder.name == doses().nerve_ladder
    too_high = following and limited and _level(following) > doses().level_with_leg_symptoms
    return None if too_high else following


def level_below(exercise: Exercise, person: Person, library: Library) -> Exercise | None:
    """The next exercise down its ladder; None at the foot."""
    below = [
        other for other in _rungs(exercise, person, library) if _level(other) < _level(exercise)
    ]
    return max(below, key=_level, default=None)


def stand_in(
    exercise: Exercise, person: Person, library: Library, swap_filter: str | None
) -> Exercise | None:
    """The first of its swaps that passes the filter of the rule; None: it is only left out.

    `lower_neural_else_omit` asks for less load on the nerve than the exercise has, and
    `other_direction_or_ladder` for another ladder.
    """
    options = [library.exercises[swap] for swap in exercise.swaps if swap in library.exercises]
    return next(
        (o for o in options if _offered(o, person) and _passes(o, exercise, swap_filter)), None
    )


def _passes(option: Exercise, exercise: Exercise, swap_filter: str | None) -> bool:
    if swap_filter == "lower_neural_else_omit":
        return option.load.nerve < exercise.load.nerve
    if swap_filter == "other_direction_or_ladder":
        return option.ladder.name != exercise.ladder.name
    return True


def _rungs(exercise: Exercise, person: Person, library: Library) -> list[Exercise]:
    ladder = library.ladders.get(exercise.ladder.name)
    ids = ladder.rungs if ladder else ()
    known = [library.exercises[rung] for rung in ids if rung in library.exercises]
    return [other for other in known if _offered(other, person)]


def _offered(exercise: Exercise, person: Person) -> bool:
    """Whether it may be planned at all; an exercise for leg symptoms needs leg symptoms."""
    return exercise.plannable and (not exercise.offered_when or person.leg_symptoms)


def _level(exercise: Exercise) -> int:
    return exercise.ladder.level

"""Which sides, and which first."""

from psoas.body import Side
from psoas.library import Exercise, Sides
from psoas.safety.person import Person


def sides_of(exercise: Exercise, person: Person) -> tuple[Side, ...]:
    """Both together; or each, the easier first, to learn it there; or the leg with symptoms."""
    if exercise.sides is Sides.BOTH:
        return (Side.BOTH,)
    each = easier_first(person)
    if exercise.sides is Sides.EACH:
        return each
    affected = tuple(side for side in each if side in person.legs_with_symptoms)
    return affected or each


def easier_first(person: Person) -> tuple[Side, ...]:
    """The leg with less: the shorter reach, then without recent symptoms, then the left."""
    legs, stirred = (Side.LEFT, Side.RIGHT), person.legs_with_symptoms
    return tuple(sorted(legs, key=lambda side: (person.reach(side), side in stirred)))

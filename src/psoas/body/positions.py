"""What the body rests on, and how long a calm change from one position to another takes."""

from enum import StrEnum


class Position(StrEnum):
    """What the body rests on."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    QUADRUPED = "quadruped"
    KNEELING = "kneeling"
    SEATED_FLOOR = "seated_floor"
    SEATED_CHAIR = "seated_chair"
    STANDING = "standing"

    @property
    def height(self) -> int:
        """How high the body is: 0 lying, 1 on the floor, 2 on a chair, 3 standing."""
        return _HEIGHT[self]


class Surface(StrEnum):
    """Where a person can do an exercise; any of those that an exercise lists will do."""

    FLOOR = "floor"
    BED = "bed"
    CHAIR = "chair"
    STANDING = "standing"


_HEIGHT = {
    Position.SUPINE: 0,
    Position.PRONE: 0,
    Position.SIDE_LYING: 0,
    Position.QUADRUPED: 1,
    Position.KNEELING: 1,
    Position.SEATED_FLOOR: 1,
    Position.SEATED_CHAIR: 2,
    Position.STANDING: 3,
}

SECONDS_TO_SETTLE = 8
SECONDS_PER_STEP_OF_HEIGHT = 7


def seconds_to_change(before: Position | None, after: Position) -> int:
    """Seconds to get from one position into another without hurry; None is the start, standing.

    The figures are our own: a stiff person needs about twenty seconds from standing to lying.
    """
    if before is after:
        return SECONDS_TO_SETTLE
    start = (before or Position.STANDING).height
    return SECONDS_TO_SETTLE + SECONDS_PER_STEP_OF_HEIGHT * max(1, abs(start - after.height))

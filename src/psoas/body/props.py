"""Props: the things of a room that an exercise needs or rests on, and where they stand."""

from dataclasses import dataclass
from enum import StrEnum

from psoas.knowledge import STRICT_KEYS


class PropKind(StrEnum):
    """What a prop is."""

    CHAIR = "chair"
    WALL = "wall"
    DOORWAY = "doorway"
    MAT = "mat"
    CUSHION = "cushion"
    BLOCK = "block"
    ROLLER = "roller"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A thing in the room: where it stands and which way it faces."""

    __pydantic_config__ = STRICT_KEYS

    kind: PropKind
    at: tuple[float, float] = (0.0, 0.0)
    """Forward and to the right of the body's place, in leg lengths."""
    up: float = 0.0
    """How high it lies, in leg lengths."""
    turn: float = 0.0
    """Degrees to the left; at 0 a chair faces forwards, a wall faces back at the body, the opening
    of a doorway lies to the left of its frame."""
    size: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Length, height and width, as multiples of the usual size; for a chair, its back's height."""
    poses: tuple[str, ...] = ()
    """The poses in which it is there; empty: in all."""

"""A pose as it is written down, before a body takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from psoas.body.positions import Position
from psoas.knowledge import STRICT_KEYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A pose as it is written down."""

    __pydantic_config__ = STRICT_KEYS

    position: Position
    start: str = ""
    """The pose it starts from; empty: the base of its position."""
    angles: Mapping[str, float] = field(default_factory=dict)
    """Degrees by name, in place of the start's; a limb's with this_, other_ or both_ before it."""
    touch: Mapping[str, str] = field(default_factory=dict)
    """What each limb touches, in place of the start's: see `docs/poses.md`."""
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """How the pelvis moves from the start's: forward, up and right, in leg lengths."""
    stay: str = ""
    """A landmark that stays where it was while all else turns about it."""
    rest: str = ""
    """The surface onto which the body is lowered; empty: as high as it was."""

"""What a script is made of: moments, with what to say, show and count in each."""

from dataclasses import dataclass
from enum import StrEnum

from psoas.body import Position, Side


class MomentKind(StrEnum):
    """What happens in a moment."""

    READY = "ready"
    """Get ready: the exercise by its name, the position, time to get into it."""
    STEP = "step"
    """One spoken step of the way in."""
    COUNT_IN = "count_in"
    HOLD = "hold"
    MOVE = "move"
    """One repetition of a slider, a movement or a strength exercise; never held."""
    REST = "rest"
    SWITCH = "switch"
    """Change to the other side."""
    OUT = "out"
    """The way out."""
    EASE = "ease"
    """A position of ease or breathing, unhurried."""
    WALK = "walk"
    END = "end"

    @property
    def is_work(self) -> bool:
        """Whether its seconds count as dose."""
        return self in (MomentKind.HOLD, MomentKind.MOVE, MomentKind.EASE, MomentKind.WALK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something said within a moment, `at` seconds after its start."""

    at: float
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """The rhythm of a repetition: from `at` seconds after its start the body moves to `pose`."""

    at: float
    pose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One stretch of time in a script."""

    start: float
    """Seconds from the beginning of the session."""
    seconds: float
    kind: MomentKind
    say: str
    """Said (and shown as a caption) at its start; empty where words are kept to counts."""
    step: int
    """Index of the planned step; the ending belongs to the last."""
    exercise: str
    name: str
    """The exercise's name as it is shown."""
    position: Position
    pose: str
    """A pose of the exercise."""
    shows: str
    """The pose in words."""
    side: Side
    cues: tuple[Cue, ...] = ()
    beats: tuple[Beat, ...] = ()
    repetition: int = 0
    """1-based where it is counted; 0 elsewhere."""
    repetitions: int = 0
    set: int = 0
    sets: int = 0
    counts: bool = False
    """Whether the player shows the seconds counting down."""
    next: str = ""
    """What comes next, in a few words."""

    @property
    def end(self) -> float:
        """Seconds from the beginning of the session to its end."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A session as moments in order, without gaps."""

    title: str
    moments: tuple[Moment, ...]

    @property
    def seconds(self) -> float:
        """How long it takes when nothing is paused."""
        return self.moments[-1].end if self.moments else 0

"""An exercise: what to do, how much, what it asks of the body, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from psoas.body import Position, Surface
from psoas.body.props import Prop
from psoas.body.recipes import Recipe
from psoas.knowledge import STRICT_KEYS
from psoas.library.claims import Claim


class Kind(StrEnum):
    """What sort of exercise it is; caps and progression go by it."""

    STATIC = "static"
    SLIDER = "slider"
    MOVEMENT = "movement"
    STRENGTH = "strength"
    WALKING = "walking"
    EASE = "ease"
    INFORMATION = "information"


class Status(StrEnum):
    """Whether it is offered."""

    OK = "ok"
    CAUTION = "caution"
    """Offered by level and condition."""
    REPLACE = "replace"
    """Offered by its replacement, never itself."""
    EXCLUDED = "excluded"
    """Never offered; shown with why not and what to do instead."""
    INFORMATION = "information"
    """Read, not planned."""
    UNCHECKED = "unchecked"
    """From a page that the person brought: nobody has checked it. It is played in that page's
    routine only; the library's own files never hold one."""


class Sides(StrEnum):
    """How an exercise treats the two sides."""

    EACH = "each"
    BOTH = "both"
    AFFECTED = "affected"


class Quality(StrEnum):
    """Who has checked it."""

    DRAFT = "draft"
    SOURCED = "sourced"
    CLINICIAN_REVIEWED = "clinician-reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What an exercise asks of the body: 0 to 3, or degrees; our clinical estimates."""

    __pydantic_config__ = STRICT_KEYS

    lumbar_flexion: int = 0
    lumbar_extension: int = 0
    lumbar_rotation: int = 0
    side_bend: int = 0
    nerve: int = 0
    """Tension on the sciatic nerve."""
    hip_external_rotation: int = 0
    hip_extension: int = 0
    hip_abduction: int = 0
    hip_crossing: int = 0
    """Adduction with inward rotation, 0 or 1."""
    head_down: int = 0
    wrist: int = 0
    shoulder: int = 0
    balance: int = 0
    belly_compression: int = 0
    pelvic_asymmetry: int = 0
    knee_twist: int = 0
    pressure: int = 0
    hip_flexion: int = 0
    """Degrees."""
    knee_flexion: int = 0
    """Degrees."""
    kneeling: int = 0
    lying_on_back: int = 0
    lying_face_down: int = 0
    on_floor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much: where to start and what to aim for; holds in seconds, least and most.

    None means that this kind of exercise has no such measure (a walk has no hold).
    """

    __pydantic_config__ = STRICT_KEYS

    start_hold: int | None = None
    hold: tuple[int, int] | None = None
    start_repetitions: int | None = None
    repetitions: tuple[int, int] | None = None
    sets: tuple[int, int] = (1, 1)
    start_minutes: int | None = None
    minutes: tuple[int, int] | None = None
    times_per_day: tuple[int, int] = (1, 1)
    days_per_week: tuple[int, int] = (5, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The place of an exercise on its ladder; level 0 is the gentlest."""

    __pydantic_config__ = STRICT_KEYS

    name: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A body position by name: its words, and how a body takes it (see `docs/poses.md`).

    `this` is the worked side, drawn and written as the right one.
    """

    __pydantic_config__ = STRICT_KEYS

    base: Position
    shows: str
    """The pose in one short sentence, for who can't see a picture."""
    start: str = ""
    """The pose of this exercise, or the base, from which it starts; empty: the base of `base`."""
    angles: Mapping[str, float] = field(default_factory=dict)
    """Joint angles in degrees, in place of the start's."""
    touch: Mapping[str, str] = field(default_factory=dict)
    """What each limb touches, in place of the start's."""
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """How the pelvis moves from the start's: forward, up and right, in leg lengths."""
    stay: str = ""
    """A landmark that stays where it was."""
    rest: str = ""
    """The surface onto which the body is lowered."""
    through: str = ""
    """The pose through which one comes into this one and leaves it: a lean before standing up."""

    @property
    def recipe(self) -> Recipe:
        """How a body takes it."""
        return Recipe(
            position=self.base,
            start=self.start,
            angles=self.angles,
            touch=self.touch,
            shift=self.shift,
            stay=self.stay,
            rest=self.rest,
        )


class FeltOn(StrEnum):
    """On which side an exercise with sides is felt."""

    THIS = "this"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The direction from which an exercise is seen best, for the right side. Degrees."""

    __pydantic_config__ = STRICT_KEYS

    around: float = 60.0
    """0 from the front of the body's place, 90 from its right, 180 from behind."""
    above: float = 12.0
    """0 from level, 90 from straight above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One short sentence that is spoken, the pose it leads to, and the seconds it takes."""

    __pydantic_config__ = STRICT_KEYS

    say: str
    pose: str
    seconds: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One stretch or movement in the library, whatever the side."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    summary: str
    """What it is, in one sentence."""
    kind: Kind
    status: Status
    quality: Quality
    position: Position
    other_positions: tuple[Position, ...] = ()
    surfaces: tuple[Surface, ...]
    sides: Sides
    muscles: tuple[str, ...]
    equipment: tuple[str, ...] = ()
    """What it can't be done without, of: chair, wall, doorway, mat, strap, cushion, roller."""
    helpful: tuple[str, ...] = ()
    """Equipment that makes it easier and that it can be done without."""
    ladder: Rung
    feel: str = ""
    """What you should feel."""
    watch: tuple[str, ...] = ()
    """What to watch for, and what to do then."""
    breathing: str = ""
    dose: Dose = field(default_factory=Dose)
    load: Load = field(default_factory=Load)
    swaps: tuple[str, ...] = ()
    """What to do instead, best first."""
    why: str = ""
    """Why it is in the library, or why not."""
    offered_when: str = ""
    """A rule over the person: only then is it offered. The one word so far: leg_symptoms."""
    poses: Mapping[str, Pose] = field(default_factory=dict)
    props: tuple[Prop, ...] = ()
    """What stands around the body in the pictures."""
    look: Look = field(default_factory=Look)
    """From where its pictures are seen."""
    felt_on: FeltOn = FeltOn.THIS
    """Where the muscles are felt when it has sides."""
    enter: tuple[Step, ...] = ()
    """The way in, spoken one by one."""
    hold: str = ""
    """Said while the pose is held or the movement repeated."""
    out: tuple[Step, ...] = ()
    """The way out."""
    cycle: tuple[Step, ...] = ()
    """One repetition of a slider or a movement: out and back."""
    reminders: tuple[str, ...] = ()
    """Short cues for a long hold."""
    claims: tuple[Claim, ...] = ()

    @property
    def plannable(self) -> bool:
        """Whether a plan may ever choose it for someone."""
        return self.status in (Status.OK, Status.CAUTION)

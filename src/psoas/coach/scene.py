"""One side of one exercise as the coach sees it, and the plain moments made from it."""

from dataclasses import dataclass
from typing import Any

from psoas.body import Position, Side
from psoas.coach.knowing import TIMING
from psoas.coach.moments import Moment, MomentKind
from psoas.coach.words import Words, sided, speech_seconds
from psoas.library import Exercise
from psoas.plan.session import Amount, PlannedStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that the moments of one side of one exercise share."""

    index: int
    """Of the planned step in the session."""
    planned: PlannedStep
    exercise: Exercise
    side: Side
    words: Words
    rate: float
    changes: str = ""
    """How the exercise is changed for this person, as it is said."""
    needed: str = ""
    """What to fetch before the session begins, as it is said; only with its first exercise."""
    again: bool = False
    """True on the second side: the way in is known."""
    next: str = ""
    """What comes after this side, for the screen."""
    announcement: str = ""
    """Said on the way out: the next exercise by its name. Empty before another side or the end."""

    @property
    def amount(self) -> Amount:
        """The dose for this side."""
        return self.planned.amount

    @property
    def position(self) -> Position:
        """What the body rests on here."""
        return self.planned.position

    @property
    def pose(self) -> str:
        """The pose that is worked in: where the way in leads, or the first there is."""
        if self.exercise.enter:
            return self.exercise.enter[-1].pose
        return next(iter(self.exercise.poses), "")

    @property
    def first_pose(self) -> str:
        """The pose to get ready in."""
        return self.exercise.enter[0].pose if self.exercise.enter else self.pose

    def fill(self, text: str) -> str:
        """A text of the exercise with this side's words."""
        return sided(text, self.side)

    def moment(
        self, kind: MomentKind, seconds: float, say: str = "", pose: str | None = None, **more: Any
    ) -> Moment:
        """A moment of exactly so many seconds; its start is set when the script is laid out."""
        pose = self.pose if pose is None else pose
        shown = self.exercise.poses.get(pose)
        return Moment(
            start=0,
            seconds=seconds,
            kind=kind,
            say=say,
            step=self.index,
            exercise=self.exercise.id,
            name=self.exercise.name,
            position=self.position,
            pose=pose,
            shows=self.fill(shown.shows) if shown else "",
            side=self.side,
            next=self.next,
            **more,
        )

    def spoken(
        self, kind: MomentKind, seconds: float, say: str, pose: str | None = None, **more: Any
    ) -> Moment:
        """A moment of at least so many seconds, longer where saying its text takes longer."""
        needed = speech_seconds(say, self.rate) + TIMING.silence_after_speech if say else 0
        return self.moment(kind, round(max(seconds, needed), 1), say, pose, **more)

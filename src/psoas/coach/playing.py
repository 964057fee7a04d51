"""Where in a script one is. Pure: the time is always given, in seconds of a steady clock.

The browser's player keeps to the same rules; they are told here once for the terminal and tests.
"""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace

from psoas.body import Side
from psoas.coach.moments import Moment, MomentKind, Script

SECONDS_TO_GO_FURTHER_BACK = 5
"""Back within so many seconds of a beginning goes to the beginning before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One side of one exercise: where "back" goes, and what is reported as done."""

    start: float
    step: int
    side: Side


def moment_at(script: Script, seconds: float) -> Moment:
    """The moment under way so many seconds into the script; before and after, first and last."""
    index = bisect_right(script.moments, seconds, key=lambda moment: moment.start) - 1
    return script.moments[max(0, index)]


def position_at(script: Script, seconds: float) -> tuple[Moment, float]:
    """The moment under way and the seconds elapsed in it, within its length."""
    moment = moment_at(script, seconds)
    return moment, min(max(0.0, seconds - moment.start), moment.seconds)


def chapters(script: Script) -> tuple[Chapter, ...]:
    """Every side of every exercise, in order."""
    found: list[Chapter] = []
    for moment in script.moments:
        if not found or (found[-1].step, found[-1].side) != (moment.step, moment.side):
            found.append(Chapter(start=moment.start, step=moment.step, side=moment.side))
    return tuple(found)


def resume_at(script: Script, done: Collection[tuple[int, Side]]) -> float:
    """Where to go on, in seconds: the first side of an exercise that is not done."""
    left = (c.start for c in chapters(script) if (c.step, c.side) not in done)
    return next(left, script.seconds)


def starts_at(script: Script, step: int, side: Side | None = None) -> float:
    """Where an exercise starts, or one side of it; the end where the script doesn't have it."""
    found = (c.start for c in chapters(script) if c.step == step and side in (None, c.side))
    return next(found, script.seconds)


def next_exercise(script: Script, seconds: float) -> float:
    """Where the next exercise starts; the last one leads to the ending, the ending to the end."""
    here = moment_at(script, seconds)
    if here.kind is MomentKind.END:
        return script.seconds
    later = (moment.start for moment in script.moments if moment.step > here.step)
    return next(later, script.moments[-1].start)


def beginning(script: Script, seconds: float) -> float:
    """Where this side of this exercise starts; just after its start, where the one before does."""
    since = seconds - SECONDS_TO_GO_FURTHER_BACK
    starts = [chapter.start for chapter in chapters(script) if chapter.start <= since]
    return starts[-1] if starts else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """A script being played: where it stood when it was last started or stopped.

    Every method that changes something gives a new playback. `now` is a steady clock's seconds.
    """

    script: Script
    offset: float = 0.0
    """Seconds into the script at `since`, or where it is paused."""
    since: float | None = None
    """When it was started; None while it is paused."""

    @property
    def is_paused(self) -> bool:
        """Whether time stands still."""
        return self.since is None

    def position(self, now: float) -> float:
        """Seconds into the script; a clock that went backwards doesn't take it back."""
        elapsed = 0.0 if self.since is None else max(0.0, now - self.since)
        return min(self.offset + elapsed, self.script.seconds)

    def is_over(self, now: float) -> bool:
        """Whether the end is reached."""
        return self.position(now) >= self.script.seconds

    def play(self, now: float) -> "Playback":
        """Start, or go on."""
        return replace(self, offset=self.position(now), since=now)

    def pause(self, now: float) -> "Playback":
        """Stand still here."""
        return replace(self, offset=self.position(now), since=None)

    def seek(self, seconds: float, now: float) -> "Playback":
        """Go to so many seconds into the script, playing or paused as before."""
        within = min(max(0.0, seconds), self.script.seconds)
        return replace(self, offset=within, since=None if self.is_paused else now)

    def skip(self, now: float) -> "Playback":
        """Leave this exercise out."""
        return self.seek(next_exercise(self.script, self.position(now)), now)

    def back(self, now: float) -> "Playback":
        """To the beginning of this side of this exercise, or of the one before."""
        return self.seek(beginning(self.script, self.position(now)), now)

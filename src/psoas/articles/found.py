"""What is read from a page: exercises, what to avoid, rules, warnings, conflicts."""

from dataclasses import dataclass

from psoas.articles.claims import Claim
from psoas.articles.doses import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStep:
    """One sentence that tells what to do; offsets into the page."""

    say: str
    start: int
    end: int
    lines: str
    """The number of its line, from 1, or “first-last”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundExercise:
    """An exercise as the page tells it; None is what the page doesn't say."""

    name: str | None
    """As written."""
    exercise: str | None
    """The exercise of the library that is meant."""
    match: float
    """From 0 to 1, how sure that is."""
    position: str | None = None
    sides: str | None = None
    equipment: tuple[str, ...] = ()
    hold_seconds: Range | None = None
    breaths: Range | None = None
    repetitions: Range | None = None
    sets: Range | None = None
    times_per_day: Range | None = None
    steps: tuple[FoundStep, ...] = ()
    claims: tuple[Claim, ...] = ()
    start: int = 0
    end: int = 0
    """Where the page tells it, from its name to its last step."""

    def says_itself(self, claim: Claim) -> bool:
        """Whether it is said here, and not once for all of the page."""
        return self.start <= claim.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """Something that the page warns against."""

    name: str
    exercise: str | None
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """Something that holds for the page as a whole."""

    kind: str
    """hold, repetitions, frequency, pain, warm_up, stop, progress, breathing or other."""
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWarning:
    """A sentence that a reader should not follow as it stands."""

    kind: str
    value: str
    """Its words."""
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part of the page that the routine doesn't hold."""

    text: str
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two statements that can't both be followed."""

    kind: str
    exercises: tuple[int, ...]
    """The places of the exercises in the reading, from 0."""
    why: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page read into a routine. Every span is an offset into `text`."""

    text: str
    title: str
    exercises: tuple[FoundExercise, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    rules: tuple[PageRule, ...] = ()
    warnings: tuple[PageWarning, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

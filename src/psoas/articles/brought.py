"""A routine that a person brought: what was read from their page, as they mended it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from psoas.articles.found import FoundExercise, Reading
from psoas.body import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtItem:
    """One exercise of the routine."""

    place: int
    """Which exercise of the page it is, from 0: this stays when others move or go."""
    found: FoundExercise
    """What is to be played; None is what neither the page nor the person says."""
    kept: bool = True
    """False: the person leaves it out."""
    mended: tuple[str, ...] = ()
    """The fields of `found` that the person changed."""

    @property
    def told(self) -> str:
        """What to call it: its name, or else its first step."""
        return self.found.name or next((step.say for step in self.found.steps), "")

    @property
    def position(self) -> Position | None:
        """Where the body is, as far as anybody says."""
        return Position(self.found.position) if self.found.position else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtRoutine:
    """A routine in the making, or one that was saved."""

    id: str
    name: str
    items: tuple[BroughtItem, ...]
    warns_against: tuple[str, ...] = ()
    """Exercises of the library that the page tells its readers to leave."""
    saved: bool = False

    @property
    def kept(self) -> tuple[BroughtItem, ...]:
        """The items that are played."""
        return tuple(item for item in self.items if item.kept)

    def item(self, place: int) -> BroughtItem | None:
        """The item of one place in the page; None where there is none."""
        return next((item for item in self.items if item.place == place), None)


def brought(reading: Reading, identity: str, otherwise: str) -> BroughtRoutine:
    """The routine as the page has it; `otherwise` is its name where the page has no title."""
    return BroughtRoutine(
        id=identity,
        name=_short(reading.title) or otherwise,
        items=tuple(_told_once(reading.exercises)),
        warns_against=tuple(dict.fromkeys(one.exercise for one in reading.avoid if one.exercise)),
    )


LONGEST_NAME = 80
"""Letters of a routine's name."""


def _short(title: str) -> str:
    """A title on one line, cut after a whole word."""
    words = " ".join(title.split())
    if len(words) <= LONGEST_NAME:
        return words
    return words[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"


def _told_once(exercises: Iterable[FoundExercise]) -> Iterator[BroughtItem]:
    """Of one exercise told twice, the first is played, as long as the person doesn't mend that."""
    known: set[str] = set()
    for place, one in enumerate(exercises):
        again = one.exercise is not None and one.exercise in known
        yield BroughtItem(place=place, found=one, kept=not again)
        known |= {one.exercise} if one.exercise else set()

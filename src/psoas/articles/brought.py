"""A routine that a person brought: what was read from their page, as they mended it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from psoas.articles.claims import Claim
from psoas.articles.doses import Range
from psoas.articles.found import FoundExercise, FoundStep, Reading
from psoas.body import Position

DOSES = ("hold_seconds", "breaths", "repetitions", "sets", "times_per_day")
"""The fields of a dose, as a page states them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The place in the page that states a field; offsets into its text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtItem:
    """One exercise of the routine; None is what neither the page nor the person says."""

    place: int
    """Which exercise of the page it is, from 0: this stays when others move or go."""
    name: str
    """As written; empty where the page gives it no name."""
    exercise: str | None
    """The library's exercise that is played; None: the page's own steps."""
    match: float = 0.0
    """From 0 to 1, how sure the reader was."""
    position: Position | None = None
    sides: str | None = None
    equipment: tuple[str, ...] = ()
    hold_seconds: Range | None = None
    breaths: Range | None = None
    repetitions: Range | None = None
    sets: Range | None = None
    times_per_day: Range | None = None
    steps: tuple[FoundStep, ...] = ()
    quotes: tuple[Quote, ...] = ()
    kept: bool = True
    """False: the person leaves it out."""
    mended: tuple[str, ...] = ()
    """The fields that the person changed."""

    @property
    def told(self) -> str:
        """What to call it: its name, or else its first step."""
        return self.name or next((step.say for step in self.steps), "")


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
    items = (_item(place, one) for place, one in enumerate(reading.exercises))
    return BroughtRoutine(
        id=identity,
        name=_short(reading.title) or otherwise,
        items=tuple(_told_once(items)),
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


def _told_once(items: Iterator[BroughtItem]) -> Iterator[BroughtItem]:
    """Of one exercise told twice, the first is played, as long as the person doesn't mend that."""
    known: set[str] = set()
    for item in items:
        again = item.exercise is not None and item.exercise in known
        yield replace(item, kept=False) if again else item
        known |= {item.exercise} if item.exercise else set()


def _item(place: int, one: FoundExercise) -> BroughtItem:
    return BroughtItem(
        place=place,
        name=one.name or "",
        exercise=one.exercise,
        match=one.match,
        position=Position(one.position) if one.position else None,
        sides=one.sides,
        equipment=one.equipment,
        hold_seconds=one.hold_seconds,
        breaths=one.breaths,
        repetitions=one.repetitions,
        sets=one.sets,
        times_per_day=one.times_per_day,
        steps=one.steps,
        quotes=tuple(map(_quote, one.claims)),
    )


def _quote(claim: Claim) -> Quote:
    return Quote(field=claim.field, start=claim.start, end=claim.end)

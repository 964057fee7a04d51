"""A brought routine as the plan takes it: a routine of the library, and exercises of its own.

What the library knows is played as the library tells it. The rest becomes an exercise of its own,
in the page's words, whose status says that nobody has checked it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from psoas.articles.brought import BroughtItem, BroughtRoutine
from psoas.articles.doses import Range
from psoas.articles.wordlists import read_words
from psoas.body import Position, Surface
from psoas.knowledge import STRICT_KEYS
from psoas.library import (
    Exercise,
    Kind,
    Library,
    Quality,
    Routine,
    RoutineItem,
    Rung,
    Sides,
    Status,
    Step,
)


@dataclass(frozen=True, kw_only=True)
class PlayableWords:
    """What is said of a brought routine and of what only it has."""

    __pydantic_config__ = STRICT_KEYS

    summary: str
    source: str
    line: str
    page: str
    way_out: str
    why: str


OWN = "own"
"""How the ids of brought routines and of their own exercises begin."""
WORDS = read_words(PlayableWords, "playable")
LYING = (Surface.FLOOR, Surface.BED)
SURFACES: Mapping[Position, tuple[Surface, ...]] = MappingProxyType(
    {
        Position.STANDING: (Surface.STANDING,),
        Position.SEATED_CHAIR: (Surface.CHAIR,),
        Position.SUPINE: LYING,
        Position.PRONE: LYING,
        Position.SIDE_LYING: LYING,
    }
)
"""Where an exercise of a page can be done; what isn't named here needs the floor."""
STEP_SECONDS = 6
"""Between two steps of a page, where saying them doesn't take longer."""
HELD = (Kind.STATIC, Kind.EASE)
"""What may be held as long as a page says once for all."""
ONE_BY_ONE = ("each", None)
"""Both sides get their time, also where the page tells of one and leaves the other unsaid."""
MOST_STEPS = 12
LONGEST_STEP = 300
"""Letters of a step that are said."""


def own_id(routine: str, place: int) -> str:
    """The id of an exercise that only this routine has."""
    return f"{routine}-{place}"


def as_routine(brought: BroughtRoutine, library: Library) -> Routine:
    """What is played of it, for `plan.routine.routine_session`."""
    items = [item for item in brought.kept if is_playable(item, library)]
    daily = {item.found.times_per_day for item in items if item.found.times_per_day}
    return Routine(
        id=brought.id,
        name=brought.name,
        summary=WORDS.summary,
        source=WORDS.source,
        where="",
        items=tuple(_item(brought, item, library) for item in items),
        times_per_day=_whole(daily.pop()) if len(daily) == 1 else None,
    )


def is_playable(item: BroughtItem, library: Library) -> bool:
    """Whether it can be told: a known exercise, or steps and where the body is."""
    told = bool(item.found.steps) and item.position is not None
    return item.found.exercise in library.exercises or told


def _item(brought: BroughtRoutine, item: BroughtItem, library: Library) -> RoutineItem:
    known = item.found.exercise if item.found.exercise in library.exercises else None
    held = is_held(item) or bool(known and library.exercises[known].kind in HELD)
    return RoutineItem(
        exercise=known or own_id(brought.id, item.place),
        named=item.told,
        where=_lines(item),
        hold=_whole(item.found.hold_seconds) if held else None,
        breaths=_whole(item.found.breaths) if held else None,
        repetitions=_whole(item.found.repetitions),
        sets=_whole(item.found.sets),
    )


def is_held(item: BroughtItem) -> bool:
    """Whether it is held, and not done so many times.

    What a page says once for all its stretches is no hold of a move that it counts.
    """
    if item.found.repetitions is None:
        return True
    fields = {"hold_seconds", "breaths"}
    own = {claim.field for claim in item.found.claims if item.found.says_itself(claim)}
    return bool(fields & (own | {*item.mended}))


def _lines(item: BroughtItem) -> str:
    return WORDS.line.format(line=item.found.steps[0].lines) if item.found.steps else WORDS.page


def _whole(stated: Range | None) -> tuple[int, int] | None:
    """A range with both ends; an open end is where the other is."""
    ends = [end for end in stated or () if end is not None]
    return (max(1, min(ends)), max(1, max(ends))) if ends else None


def with_brought(library: Library, routines: Iterable[BroughtRoutine]) -> Library:
    """The library with the exercises that only these routines have, and the routines."""
    routines = tuple(routines)
    own = {one.id: one for brought in routines for one in _own(brought)}
    played = {one.id: as_routine(one, library) for one in routines}
    return replace(
        library,
        exercises={**library.exercises, **own},
        routines={**library.routines, **played},
    )


def _own(brought: BroughtRoutine) -> Iterator[Exercise]:
    """Also those that were left out since: a session of an earlier day may hold them."""
    for item in brought.items:
        if item.found.steps and item.position:
            yield _exercise(own_id(brought.id, item.place), item, item.position)


def _exercise(identity: str, item: BroughtItem, position: Position) -> Exercise:
    return Exercise(
        id=identity,
        name=_name(item.told),
        summary=WORDS.summary,
        kind=Kind.STATIC if is_held(item) else Kind.MOVEMENT,
        status=Status.UNCHECKED,
        quality=Quality.DRAFT,
        position=position,
        surfaces=SURFACES.get(position, (Surface.FLOOR,)),
        sides=Sides.EACH if item.found.sides in ONE_BY_ONE else Sides.BOTH,
        muscles=(),
        ladder=Rung(name=OWN, level=0),
        enter=tuple(
            Step(say=step.say[:LONGEST_STEP], pose="", seconds=STEP_SECONDS)
            for step in item.found.steps[:MOST_STEPS]
        ),
        out=(Step(say=WORDS.way_out, pose="", seconds=STEP_SECONDS),),
        why=WORDS.why,
    )


LONGEST_NAME = 60


def _name(told: str) -> str:
    return told if len(told) <= LONGEST_NAME else f"{told[:LONGEST_NAME].rsplit(' ', 1)[0]} …"

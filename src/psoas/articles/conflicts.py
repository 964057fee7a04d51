"""Statements that can't both be followed: within the page, and with what the library says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from psoas.articles.claims import Claim
from psoas.articles.doses import FIELDS
from psoas.articles.found import Avoided, Conflict, FoundExercise
from psoas.articles.known import KNOWN
from psoas.articles.wordlists import read_words
from psoas.knowledge import STRICT_KEYS
from psoas.library import Cap, Exercise, Kind, Library, Status

COUNTED = (Kind.MOVEMENT, Kind.SLIDER, Kind.STRENGTH)
"""What a hold that a page says once for all its stretches isn't meant for."""
MOST = 60
"""Conflicts that are told of one page."""


@dataclass(frozen=True, kw_only=True)
class ConflictWords:
    """What is said of each kind of conflict."""

    __pydantic_config__ = STRICT_KEYS

    told_twice: str
    avoided_here: str
    excluded: str
    replaced: str
    position: str
    too_much: str


WORDS = read_words(ConflictWords, "conflicts")


def conflicts(
    exercises: Sequence[FoundExercise], avoid: Sequence[Avoided], library: Library
) -> tuple[Conflict, ...]:
    """All conflicts of the exercises of a page, in the page's order."""
    found = [
        *_told_twice(exercises),
        *_avoided_here(exercises, avoid),
        *(
            one
            for place, told in enumerate(exercises)
            for one in _with_library(place, told, library)
        ),
    ]
    return tuple(sorted(found, key=lambda one: one.exercises)[:MOST])


def _told_twice(exercises: Sequence[FoundExercise]) -> Iterator[Conflict]:
    """Two names for one exercise whose doses or sides differ."""
    known = [(place, one) for place, one in enumerate(exercises) if one.exercise and one.steps]
    for (first, one), (second, other) in combinations(known[:MOST], 2):
        if one.exercise == other.exercise and _differ(one, other):
            yield Conflict(
                kind="told_twice",
                exercises=(first, second),
                why=WORDS.told_twice.format(name=_name(one), other=_name(other)),
                spans=((one.start, one.end), (other.start, other.end)),
            )


def _differ(one: FoundExercise, other: FoundExercise) -> bool:
    stated = [(getattr(one, field), getattr(other, field)) for field in ("sides", *FIELDS)]
    return any(first != second for first, second in stated if first and second)


def _avoided_here(
    exercises: Sequence[FoundExercise], avoid: Sequence[Avoided]
) -> Iterator[Conflict]:
    """What the page both tells and warns against."""
    warned = {one.exercise: one for one in avoid if one.exercise}
    for place, told in enumerate(exercises):
        if against := warned.get(told.exercise or ""):
            yield Conflict(
                kind="avoided_here",
                exercises=(place,),
                why=WORDS.avoided_here.format(name=_name(told)),
                spans=((told.start, told.end), (against.start, against.end)),
            )


def _with_library(place: int, told: FoundExercise, library: Library) -> Iterator[Conflict]:
    """Where the library never offers it, begins it elsewhere, or caps it lower."""
    exercise = library.exercises.get(told.exercise or "")
    if exercise is None:
        return
    name, whole = _name(told), ((told.start, told.end),)
    status = {Status.EXCLUDED: "excluded", Status.REPLACE: "replaced"}.get(exercise.status)
    if status:
        why = getattr(WORDS, status).format(name=name, why=exercise.why)
        yield Conflict(kind=status, exercises=(place,), why=why, spans=whole)
        return
    for kind, claim in _against(told, exercise, library):
        why = getattr(WORDS, kind).format(name=name)
        yield Conflict(kind=kind, exercises=(place,), why=why, spans=((claim.start, claim.end),))


def _against(
    told: FoundExercise, exercise: Exercise, library: Library
) -> Iterator[tuple[str, Claim]]:
    """The claims that don't fit the library's exercise, with the kind of conflict."""
    allowed = {exercise.position, *exercise.other_positions}
    if exercise.id in KNOWN.exercise:
        allowed |= set(KNOWN.exercise[exercise.id].starts)
    most = _caps(library.caps.get(exercise.kind))
    for claim in told.claims:
        if _is_for_others(claim, told, exercise):
            continue
        if claim.field == "position" and claim.value not in allowed:
            yield "position", claim
        elif not isinstance(claim.value, str) and _above(claim.value, most.get(claim.field)):
            yield "too_much", claim


def _is_for_others(claim: Claim, told: FoundExercise, exercise: Exercise) -> bool:
    held = claim.field == "hold_seconds" and exercise.kind in COUNTED
    return held and not told.says_itself(claim)


def _caps(cap: Cap | None) -> dict[str, int | None]:
    """The most that anybody is let do of one kind, by field."""
    if cap is None:
        return {}
    return {
        "hold_seconds": cap.hold,
        "repetitions": cap.repetitions,
        "sets": cap.sets,
        "times_per_day": cap.times_per_day,
    }


def _above(value: tuple[int | None, int | None], most: int | None) -> bool:
    """Whether a stated range reaches above a cap."""
    reached = value[1] if value[1] is not None else value[0]
    return most is not None and reached is not None and reached > most


def _name(told: FoundExercise) -> str:
    return told.name or (told.steps[0].say if told.steps else "")

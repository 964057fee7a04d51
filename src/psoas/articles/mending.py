"""What a person may mend in a routine that was read: one small change at a time."""

from dataclasses import replace
from typing import Any

from psoas.articles.brought import BroughtItem, BroughtRoutine
from psoas.articles.doses import FIELDS, Range
from psoas.articles.found import FoundExercise
from psoas.body import Position


def left_out(routine: BroughtRoutine, place: int) -> BroughtRoutine:
    """Without one exercise; it stays where it is and can be put back."""
    return _changed(routine, place, kept=False)


def put_back(routine: BroughtRoutine, place: int) -> BroughtRoutine:
    """With an exercise that was left out."""
    return _changed(routine, place, kept=True)


def moved(routine: BroughtRoutine, place: int, by: int) -> BroughtRoutine:
    """One exercise so many places later (or, below 0, earlier); never beyond the ends."""
    item = routine.item(place)
    if item is None:
        return routine
    at = routine.items.index(item)
    to = min(max(at + by, 0), len(routine.items) - 1)
    others = [one for one in routine.items if one is not item]
    return replace(routine, items=(*others[:to], item, *others[to:]))


def joined(routine: BroughtRoutine, place: int) -> BroughtRoutine:
    """An exercise as the rest of the one before it: its steps follow, and its dose fills gaps."""
    item = routine.item(place)
    if item is None or routine.items[0] is item:
        return routine
    at = routine.items.index(item)
    whole = _whole(routine.items[at - 1], item)
    return replace(routine, items=(*routine.items[: at - 1], whole, *routine.items[at + 1 :]))


def _whole(first: BroughtItem, rest: BroughtItem) -> BroughtItem:
    return replace(
        first, found=_together(first.found, rest.found), mended=_once(*first.mended, "steps")
    )


def _together(first: FoundExercise, rest: FoundExercise) -> FoundExercise:
    filled = {
        field: getattr(rest, field)
        for field in (*FIELDS, "position", "sides")
        if getattr(first, field) is None
    }
    return replace(
        first,
        **filled,
        equipment=tuple(dict.fromkeys((*first.equipment, *rest.equipment))),
        steps=(*first.steps, *rest.steps),
        claims=(*first.claims, *(claim for claim in rest.claims if claim.field in filled)),
    )


def matched(routine: BroughtRoutine, place: int, exercise: str | None) -> BroughtRoutine:
    """Another exercise of the library in its place; None: the page's own steps."""
    item = routine.item(place)
    if item is None or item.found.exercise == exercise:
        return routine
    return _mended(routine, item, exercise=exercise)


def placed(routine: BroughtRoutine, place: int, position: Position | None) -> BroughtRoutine:
    """Where the body is, for an exercise of which the page doesn't say it."""
    item = routine.item(place)
    if item is None or item.position == position:
        return routine
    return _mended(routine, item, position=position and position.value)


def dosed(routine: BroughtRoutine, place: int, **dose: int | None) -> BroughtRoutine:
    """Another dose: `hold_seconds`, `repetitions`, `sets`; None: as if nothing were said.

    What stays as the page has it is not a change. A hold in seconds replaces one in breaths.
    """
    item = routine.item(place)
    if item is None:
        return routine
    changed: dict[str, Range | None] = {
        field: None if value is None else (value, value)
        for field, value in dose.items()
        if value != least(getattr(item.found, field))
    }
    if "hold_seconds" in changed:
        changed["breaths"] = None
    return _mended(routine, item, **changed) if changed else routine


def least(stated: Range | None) -> int | None:
    """The least of a stated range: what a session begins with; where only a most is said, that."""
    if stated is None:
        return None
    return stated[0] if stated[0] is not None else stated[1]


def renamed(routine: BroughtRoutine, name: str) -> BroughtRoutine:
    """Under another name; an empty one changes nothing."""
    return replace(routine, name=name) if name else routine


def saved(routine: BroughtRoutine) -> BroughtRoutine:
    """As one of the person's own routines."""
    return replace(routine, saved=True)


def reset(routine: BroughtRoutine, original: BroughtRoutine) -> BroughtRoutine:
    """As the page has it; its name, and whether it is saved, stay."""
    return replace(routine, items=original.items)


def _mended(routine: BroughtRoutine, item: BroughtItem, **fields: Any) -> BroughtRoutine:
    found = replace(item.found, **fields)
    return _changed(routine, item.place, found=found, mended=_once(*item.mended, *fields))


def _changed(routine: BroughtRoutine, place: int, **fields: Any) -> BroughtRoutine:
    items = tuple(
        replace(item, **fields) if item.place == place else item for item in routine.items
    )
    return replace(routine, items=items)


def _once(*fields: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fields))

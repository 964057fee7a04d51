"""Every dose lies within the caps of its kind: start, then goal, then cap; never below the floor.

The caps follow ACSM (Garber 2011) and Ingram 2025; see caps.toml.
"""

from collections.abc import Iterator

from psoas.knowledge import Problem
from psoas.library.entries import Cap
from psoas.library.exercise import Dose, Exercise
from psoas.library.loading import Library

Span = tuple[int, int] | None

RANGES = ("hold", "repetitions", "sets", "minutes", "times_per_day", "days_per_week")
STARTED = ("hold", "repetitions", "minutes")


def doses_are_within_caps(library: Library) -> Iterator[Problem]:
    """Start ≤ goal ≤ cap, nothing below the floor, ranges run upwards."""
    for exercise in library.exercises.values():
        cap = library.caps.get(exercise.kind)
        if cap is None:
            mend = f"caps.toml has no [caps.{exercise.kind}]; add it"
            yield Problem(f"exercises/{exercise.id}.toml", "kind", mend)
            continue
        for key, mend in _dose_problems(exercise.dose, cap):
            yield Problem(f"exercises/{exercise.id}.toml", f"dose.{key}", mend)


def _dose_problems(dose: Dose, cap: Cap) -> Iterator[tuple[str, str]]:
    for name in RANGES:
        yield from _range(name, getattr(dose, name), getattr(cap, name, None))
    for name in STARTED:
        goal, floor = getattr(dose, name), getattr(cap, f"floor_{name}")
        yield from _start(name, getattr(dose, f"start_{name}"), goal, floor)
    yield from _total(dose, cap)
    if dose.days_per_week[1] > 7:
        yield "days_per_week", "a week has 7 days"


def _range(name: str, span: Span, cap: int | None) -> Iterator[tuple[str, str]]:
    if span and not 1 <= span[0] <= span[1]:
        yield name, "write the least first, then the most, both 1 or more"
    if span and cap is not None and span[1] > cap:
        yield name, f"{span[1]} is above the cap of {cap} for its kind; lower it"


def _start(
    name: str, start: int | None, goal: Span, floor: int | None
) -> Iterator[tuple[str, str]]:
    if (start is not None) and (goal is None):
        yield f"start_{name}", f"a start needs a goal; add {name}"
    if start and goal and start > goal[1]:
        yield f"start_{name}", f"the start of {start} is above the goal of {goal[1]}; lower it"
    if floor is not None:
        smallest = start if start is not None else goal[0] if goal else floor
        if smallest < floor:
            yield f"start_{name}", f"{smallest} is below the floor of {floor} for its kind"


def _total(dose: Dose, cap: Cap) -> Iterator[tuple[str, str]]:
    most = cap.seconds_per_muscle_per_session
    if most and dose.hold and dose.repetitions:
        total = dose.hold[1] * dose.repetitions[1] * dose.sets[1]
        if total > most:
            yield "hold", f"{total} seconds a session is above the cap of {most}; lower it"


def guided_exercises_have_doses(library: Library) -> Iterator[Problem]:
    """What may be planned says how much: repetitions, or minutes."""
    for exercise in library.exercises.values():
        if exercise.plannable and not _says_how_much(exercise):
            mend = "an exercise that is offered needs repetitions or minutes"
            yield Problem(f"exercises/{exercise.id}.toml", "dose", mend)


def _says_how_much(exercise: Exercise) -> bool:
    return bool(exercise.dose.repetitions or exercise.dose.minutes)

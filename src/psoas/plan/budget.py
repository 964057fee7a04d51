"""How much stretching each muscle of each side has had, and how much is left, in seconds.

The caps are per muscle and side: four minutes a session and ten a week (Ingram 2025), in the
library's caps. A second run on the same day counts in the same caps.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from psoas.body import Side
from psoas.library import Exercise, Library
from psoas.plan.doses import doses
from psoas.plan.memory import DoneDay
from psoas.plan.planned import Amount

Part: TypeAlias = tuple[str, Side]
"""A muscle of one side."""

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Seconds of stretching so far, by muscle and side: today and in the seven days to today."""

    today: Mapping[Part, int]
    week: Mapping[Part, int]

    def spend(self, exercise: Exercise, sides: Iterable[Side], amount: Amount) -> "Budget":
        """The budget after this step."""
        parts = [part for side in sides for part in parts_of(exercise, side)]
        spent = Counter(dict.fromkeys(parts, amount.seconds))
        return Budget(today=Counter(self.today) + spent, week=Counter(self.week) + spent)


def parts_of(exercise: Exercise, side: Side) -> tuple[Part, ...]:
    """The muscles that a side of an exercise stretches; both sides count for left and right."""
    each = (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (side,)
    return tuple((muscle, one) for muscle in exercise.muscles for one in each)


def budget_of(library: Library, days: Iterable[DoneDay], on: date) -> Budget:
    """What was stretched today, and in the seven days that end today."""
    first = on - timedelta(days=WEEK - 1)
    recent = [day for day in days if first <= day.on <= on]
    return Budget(
        today=_seconds(library, [day for day in recent if day.on == on]),
        week=_seconds(library, recent),
    )


def _seconds(library: Library, days: Iterable[DoneDay]) -> Counter[Part]:
    total: Counter[Part] = Counter()
    for day in days:
        for (identity, side), seconds in day.seconds.items():
            exercise = library.exercises.get(identity)
            if exercise and _is_counted(library, exercise):
                total.update(dict.fromkeys(parts_of(exercise, side), seconds))
    return total


def _is_counted(library: Library, exercise: Exercise) -> bool:
    return library.caps[exercise.kind].seconds_per_muscle_per_week is not None


def room_for(
    library: Library, budget: Budget, exercise: Exercise, sides: Iterable[Side]
) -> int | None:
    """Seconds that each side of an exercise may still take; None: it has no such limit."""
    cap = library.caps[exercise.kind]
    if cap.seconds_per_muscle_per_session is None or cap.seconds_per_muscle_per_week is None:
        return None
    parts = [part for side in sides for part in parts_of(exercise, side)]
    if not parts:
        return None
    left = [
        min(
            cap.seconds_per_muscle_per_session - budget.today.get(part, 0),
            cap.seconds_per_muscle_per_week - budget.week.get(part, 0),
        )
        for part in parts
    ]
    return max(0, min(left))


def fullest_muscle(budget: Budget, exercise: Exercise, sides: Iterable[Side]) -> str:
    """The muscle of an exercise that has had most this week."""
    parts = [part for side in sides for part in parts_of(exercise, side)]
    return max(parts, key=lambda part: (budget.week.get(part, 0), part[0]))[0]


def cut_to(amount: Amount, room: int | None, floor: Amount) -> Amount | None:
    """The amount with fewer repetitions, then shorter holds, until it fits; None: nothing fits."""
    if room is None or amount.seconds <= room:
        return amount
    for repetitions in range(amount.repetitions * amount.sets, 0, -1):
        if amount.hold_seconds * repetitions <= room:
            return replace(amount, repetitions=repetitions, sets=1)
    unit = doses().unit.hold
    hold = room // unit * unit
    return replace(amount, hold_seconds=hold, repetitions=1, sets=1) if _fits(hold, floor) else None


def _fits(hold: int, floor: Amount) -> bool:
    return hold >= floor.hold_seconds

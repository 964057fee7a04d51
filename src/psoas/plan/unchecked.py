"""What a person's own page brought and nobody has checked: when it may be played, and what is said.

It is never offered to someone with an open gate, and on no day on which less than everything is
open: what it asks of the body is not known.
"""

from psoas.library import Exercise, Status
from psoas.plan.candidates import not_now
from psoas.plan.day import Day
from psoas.plan.kinds import DayKind, gate_names
from psoas.plan.planned import Purpose, Reason
from psoas.plan.reasons import why


def against_unchecked(day: Day, kind: DayKind, exercise: Exercise) -> Reason | None:
    """Why it can't be played today; None where it can."""
    if kind.open_gates:
        return why("unchecked_gate", conditions=gate_names(kind.open_gates))
    if kind.purpose is not Purpose.FULL or day.sore:
        return why("unchecked_today")
    return not_now(day, exercise)


def how_unchecked(exercise: Exercise) -> tuple[str, ...]:
    """What is said before it begins."""
    return (why("unchecked_played").text,) if exercise.status is Status.UNCHECKED else ()

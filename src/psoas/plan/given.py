"""What a session really gave of an exercise, where that was cut below the dose come to."""

from collections.abc import Mapping
from typing import Any

from psoas.plan.memory import SessionRecord
from psoas.plan.planned import Amount

CUT = frozenset(
    f"plan.dose_{why}" for why in ("shortened", "muscle", "source", "shared", "capped", "stirred")
)
"""The reasons of a dose that was cut: for time, for a muscle's caps, or by a routine.

A share of the dose (half on a calm day, eased midway) is no cut: it stays a share of the dose.
"""


def cut_dose(record: SessionRecord, exercise: str) -> dict[str, int] | None:
    """The dose of one side of `exercise` where the session cut it, else None."""
    for step in record.plan.get("steps", ()):
        if step.get("exercise") == exercise and _is_cut(step):
            return {key: int(step[key]) for key in ("hold_seconds", "repetitions", "sets")}
    return None


def _is_cut(step: Mapping[str, Any]) -> bool:
    return any(reason.get("rule") in CUT for reason in step.get("because", ()))


def amount_of(data: Mapping[str, int] | None) -> Amount | None:
    """The dose as `cut_dose` told it."""
    return Amount(**data) if data else None

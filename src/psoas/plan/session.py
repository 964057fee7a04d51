"""Sessions: what they are, and how they are written as JSON and read back."""

from psoas.plan.planned import Amount, LeftOut, PlannedStep, Purpose, Reason, Session
from psoas.plan.session_json import as_data
from psoas.plan.session_reading import from_data

__all__ = [
    "Amount",
    "LeftOut",
    "PlannedStep",
    "Purpose",
    "Reason",
    "Session",
    "as_data",
    "from_data",
]

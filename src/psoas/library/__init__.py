"""The library: exercises, routines, notes and sources, as data files and their classes."""

from psoas.library.claims import Claim, Source
from psoas.library.entries import (
    Cap,
    Disagreement,
    Ladder,
    Note,
    Opinion,
    Routine,
    RoutineItem,
    Ruling,
)
from psoas.library.exercise import (
    Dose,
    Exercise,
    FeltOn,
    Kind,
    Load,
    Look,
    Pose,
    Quality,
    Rung,
    Sides,
    Status,
    Step,
)
from psoas.library.loading import Library, load

__all__ = [
    "Cap", "Claim", "Disagreement", "Dose", "Exercise", "FeltOn", "Kind", "Ladder", "Library",
    "Load", "Look", "Note", "Opinion", "Pose", "Quality", "Routine", "RoutineItem", "Ruling",
    "Rung", "Sides", "Source", "Status", "Step", "load",
]  # fmt: skip

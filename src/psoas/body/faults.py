"""Faults: the ways in which people do an exercise not quite as it is meant, each with its size."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files

from psoas.body.posing import full_names
from psoas.knowledge import STRICT_KEYS, read_toml


class FaultName(StrEnum):
    """What can go wrong in a stretch."""

    KNEE_BENT = "knee_bent"
    BACK_ROUNDED = "back_rounded"
    LEANING_FORWARD = "leaning_forward"
    PELVIS_TILTING = "pelvis_tilting"
    WRONG_SIDE = "wrong_side"
    TOO_SHORT = "too_short"
    TOO_FAST = "too_fast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault as it looks in some exercises, at strength 1."""

    __pydantic_config__ = STRICT_KEYS

    name: FaultName
    looks: str
    """What one sees, in words."""
    exercises: tuple[str, ...] = ()
    """Where it makes sense, by id; empty: in every exercise."""
    angles: Mapping[str, float] = field(default_factory=dict)
    """Degrees added to joint angles, by name as in a pose (`both_knee_flexion`)."""
    stay: str = ""
    """The landmark that stays where it was; empty: the middle of the hips."""
    mirrored: bool = False
    """Whether all is done on the other side."""
    staying: float = 1.0
    """What the time in a pose is multiplied with."""
    moving: float = 1.0
    """What the time of a movement is multiplied with."""

    def __post_init__(self) -> None:
        """Refuse what a body can't do."""
        for name in self.angles:
            full_names(name)
        if min(self.staying, self.moving) <= 0:
            raise ValueError("times can only be multiplied with more than 0")

    def changed(self, strength: float) -> dict[str, float]:
        """By how many degrees each single angle changes at a strength."""
        return {
            full: degrees * strength
            for name, degrees in self.angles.items()
            for full in full_names(name)
        }


@dataclass(frozen=True, slots=True)
class _FaultFile:
    faults: tuple[Fault, ...]


FAULTS: tuple[Fault, ...] = read_toml(_FaultFile, files("psoas.body") / "faults.toml").faults
"""Every fault; one whose look differs between exercises is there once for each look."""


def faults_in(exercise: str) -> tuple[Fault, ...]:
    """The faults that make sense in an exercise."""
    return tuple(fault for fault in FAULTS if exercise in fault.exercises or not fault.exercises)


def fault_in(exercise: str, name: FaultName) -> Fault:
    """A fault as it looks in an exercise; raises `ValueError` where it makes no sense."""
    for fault in faults_in(exercise):
        if fault.name is name:
            return fault
    raise ValueError(f"“{name}” is no fault of {exercise}; see faults.toml for where it is one")

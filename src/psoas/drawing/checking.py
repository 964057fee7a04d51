"""Proof that every pose of a library can be taken by a body."""

from collections.abc import Iterator

from psoas.body.joints import OutsideLimits
from psoas.body.posing import BadPose
from psoas.drawing.posing import UnknownStart, poses
from psoas.knowledge import Problem
from psoas.library import Library


def poses_can_be_taken(library: Library) -> Iterator[Problem]:
    """What is wrong with the poses of each exercise, the first in each file."""
    for exercise in library.exercises.values():
        try:
            poses(exercise)
        except (BadPose, OutsideLimits, UnknownStart) as bad:
            yield Problem(f"exercises/{exercise.id}.toml", "poses", str(bad))

"""Which ways between its poses an exercise goes, and the frames along each."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from psoas.body.figure import Posture
from psoas.body.moving import between
from psoas.body.posing import Posed
from psoas.body.surroundings import Surroundings
from psoas.library import Exercise

Move = tuple[str, str]
"""From one pose to another, by name; the way back is the same in reverse."""


def moves(exercise: Exercise) -> list[Move]:
    """Every way that the figure goes in an exercise, each once in one direction."""
    found: dict[frozenset[str], Move] = {}
    for start, end in _ways(exercise):
        if start != end:
            found.setdefault(frozenset((start, end)), (start, end))
    return list(found.values())


def _ways(exercise: Exercise) -> Iterator[Move]:
    enter = [step.pose for step in exercise.enter] or list(exercise.poses)
    cycle = [step.pose for step in exercise.cycle]
    out = [step.pose for step in exercise.out]
    yield from pairwise(enter)
    yield from pairwise([enter[-1], *cycle, *cycle[:1]])
    last = cycle[-1] if cycle else enter[-1]
    yield from pairwise([last, *out])
    yield (last, enter[0])
    yield (out[-1] if out else last, enter[0])


def along(move: Move, poses: dict[str, Posed], frames: int, around: Surroundings) -> Posture:
    """The body at equal shares of a way, both ends included."""
    start, end = (poses[name] for name in move)
    return between(start, end, np.linspace(0, 1, frames), around)

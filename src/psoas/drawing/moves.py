"""Which ways between its poses an exercise goes, and the frames along each."""

from collections import deque
from collections.abc import Collection, Iterator
from itertools import pairwise

import numpy as np

from psoas.body.figure import Posture
from psoas.body.moving import between
from psoas.body.posing import Posed
from psoas.body.surroundings import Surroundings
from psoas.library import Exercise, Kind

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
    yield (out[-1] if out else last, enter[0])
    if exercise.kind is Kind.WALKING:
        _standing, *stride = exercise.poses
        yield from pairwise([*stride, *stride[:1]])


def route(start: str, end: str, known: Collection[Move]) -> list[str]:
    """The poses on the shortest way between two, along known moves in either direction.

    Empty where they don't lead there.
    """
    reached, waiting = {start: [start]}, deque([start])
    while waiting and end not in reached:
        here = waiting.popleft()
        for there in _neighbours(here, known):
            if there not in reached:
                reached[there] = [*reached[here], there]
                waiting.append(there)
    return reached.get(end, [])


def _neighbours(pose: str, known: Collection[Move]) -> list[str]:
    return [b if a == pose else a for a, b in known if pose in (a, b)]


def along(move: Move, poses: dict[str, Posed], frames: int, around: Surroundings) -> Posture:
    """The body at equal shares of a way, both ends included."""
    start, end = (poses[name] for name in move)
    return between(start, end, np.linspace(0, 1, frames), around)

"""Every exercise of the library as a figure does it: its poses, and every frame between them."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.figure import Posture, skeleton
from psoas.body.moving import between, kept_touches
from psoas.body.touching import Touch
from psoas.drawing.moves import moves
from psoas.drawing.posing import FIGURE, poses, surroundings
from psoas.library import load

LIBRARY = load()
EXERCISES = LIBRARY.exercises
A_SECOND = 30
"""Frames."""


@dataclass(frozen=True)
class Film:
    """One way between two poses, frame by frame."""

    way: str
    posture: Posture
    points: np.ndarray
    kept: dict[str, Touch]


@cache
def taken(identity, build=FIGURE):
    """The poses of an exercise."""
    return poses(EXERCISES[identity], build)


@cache
def around(identity, build=FIGURE):
    """The room of an exercise."""
    return surroundings(EXERCISES[identity], build)


@cache
def films(identity):
    """Every way that an exercise goes, frame by frame."""
    return tuple(_film(identity, *way) for way in moves(EXERCISES[identity]))


def _film(identity, start, end):
    one, other = taken(identity)[start], taken(identity)[end]
    shares = np.linspace(0, 1, _seconds(EXERCISES[identity], {start, end}) * A_SECOND + 1)
    posture = between(one, other, shares, around(identity))
    return Film(
        way=f"{start} > {end}",
        posture=posture,
        points=skeleton(posture, FIGURE).points,
        kept=kept_touches(one, other, shares),
    )


def _seconds(exercise, ends):
    """The longest that any step takes that may go this way; it may be walked back, too."""
    steps = (*exercise.enter, *exercise.cycle, *exercise.out)
    return max((step.seconds for step in steps if step.pose in ends), default=5)

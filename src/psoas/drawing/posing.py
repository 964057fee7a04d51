"""The poses of an exercise, taken by a body: each from the one it starts from."""

from collections.abc import Mapping

from psoas.body.bases import BASES, base
from psoas.body.build import Build
from psoas.body.joints import OutsideLimits
from psoas.body.posing import BadPose, Posed, take
from psoas.body.surroundings import Surroundings
from psoas.library import Exercise, Pose

FIGURE = Build()
"""The body of the pictures."""


class UnknownStart(ValueError):
    """A pose starts from one that there isn't; the message says which."""


def surroundings(exercise: Exercise, build: Build = FIGURE) -> Surroundings:
    """The room of an exercise."""
    return Surroundings(props=exercise.props, build=build)


def poses(exercise: Exercise, build: Build = FIGURE) -> Mapping[str, Posed]:
    """Every pose of an exercise taken by a body, the right side as the worked one.

    Raises `BadPose`, `OutsideLimits` or `UnknownStart`, each naming the pose.
    """
    around, found = surroundings(exercise, build), dict[str, Posed]()
    for name in exercise.poses:
        _take(name, exercise, around, found)
    return {name: found[name] for name in exercise.poses}


def _take(name: str, exercise: Exercise, around: Surroundings, found: dict[str, Posed]) -> Posed:
    if name not in found:
        pose = exercise.poses[name]
        try:
            found[name] = take(pose.recipe, _start(pose, exercise, around, found), around)
        except (BadPose, OutsideLimits) as problem:
            raise type(problem)(f"{exercise.id}: pose {name}: {problem}") from None
    return found[name]


def _start(pose: Pose, exercise: Exercise, around: Surroundings, found: dict[str, Posed]) -> Posed:
    start = pose.start or pose.base.value
    if start in exercise.poses:
        return _take(start, exercise, around, found)
    if start in BASES:
        return base(start, around)
    raise UnknownStart(f"{exercise.id}: no pose and no base is called “{start}”")

"""The poses of an exercise, taken by a body: each from the one it starts from."""

from collections.abc import Mapping
from dataclasses import replace

from psoas.body.bases import BASES, base
from psoas.body.build import Build
from psoas.body.figure import Posture
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
        _check_starts(name, exercise)
        _take(name, exercise, around, found)
    return {name: found[name] for name in exercise.poses}


def _check_starts(name: str, exercise: Exercise) -> None:
    """Raise `UnknownStart` where poses start from each other in a ring."""
    seen = [name]
    while (start := exercise.poses[seen[-1]].start) in exercise.poses:
        if start in seen:
            ring = ", ".join([*seen, start])
            raise UnknownStart(f"{exercise.id}: these poses start from each other: {ring}")
        seen.append(start)


def _take(name: str, exercise: Exercise, around: Surroundings, found: dict[str, Posed]) -> Posed:
    if name not in found:
        pose = exercise.poses[name]
        try:
            posed = take(pose.recipe, _start(pose, exercise, around, found), around)
        except (BadPose, OutsideLimits) as problem:
            raise type(problem)(f"{exercise.id}: pose {name}: {problem}") from None
        through = _through(pose, exercise, around, found)
        found[name] = replace(posed, through=through)
    return found[name]


def _through(
    pose: Pose, exercise: Exercise, around: Surroundings, found: dict[str, Posed]
) -> Posture | None:
    if not pose.through:
        return None
    if pose.through not in exercise.poses:
        raise UnknownStart(f"{exercise.id}: no pose is called “{pose.through}” to go through")
    return _take(pose.through, exercise, around, found).posture


def _start(pose: Pose, exercise: Exercise, around: Surroundings, found: dict[str, Posed]) -> Posed:
    if pose.start in exercise.poses:
        return _take(pose.start, exercise, around, found)
    start = pose.start or pose.base.value
    if start in BASES:
        return base(start, around)
    raise UnknownStart(f"{exercise.id}: no pose and no base is called “{start}”")

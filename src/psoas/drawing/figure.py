"""The picture of an exercise in one of its poses, and all of them on one sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.landmarks import OPPOSITE
from psoas.body.posing import Posed
from psoas.body.rotations import Array
from psoas.body.sides import Side
from psoas.body.surroundings import Solid
from psoas.drawing.clip import STRAP, Marks, marked, marks_of
from psoas.drawing.painting import Glow, Picture, Piece, paint
from psoas.drawing.posing import FIGURE, poses, surroundings
from psoas.drawing.view import View, seen
from psoas.library import Exercise

_MIRROR = np.array([1.0, 1.0, -1.0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An exercise ready to be pictured: its poses taken, its room, its marks."""

    exercise: Exercise
    poses: Mapping[str, Posed]
    marks: Marks
    build: Build

    @property
    def view(self) -> View:
        """From where it is seen best."""
        return View(around=self.exercise.look.around, above=self.exercise.look.above)


def model(exercise: Exercise, build: Build = FIGURE) -> Model:
    """The model of an exercise; raises what `poses` raises."""
    taken = poses(exercise, build)
    return Model(exercise=exercise, poses=taken, marks=marks_of(exercise, taken), build=build)


def main_pose(exercise: Exercise) -> str:
    """The pose that shows what an exercise is: where its way in leads, or its movement goes."""
    if exercise.cycle:
        return exercise.cycle[0].pose
    return exercise.enter[-1].pose if exercise.enter else list(exercise.poses)[-1]


def picture(
    model: Model, pose: str, side: Side = Side.RIGHT, view: View | None = None, glow: bool = True
) -> Picture:
    """The picture of a pose, the given side worked; `view` in place of the best one."""
    posed, build = model.poses[pose], model.build
    body = skeleton(posed.posture, build)
    extra = marked(posed.posture, posed.touches, model.marks, build)
    solids = [s for s in surroundings(model.exercise, build).solids if _there(s, pose)]
    points, view = body.points, view or model.view
    if side is Side.LEFT:
        points, extra = points[list(OPPOSITE)] * _MIRROR, extra * _MIRROR
        solids = [replace(solid, points=solid.points * _MIRROR) for solid in solids]
        view = view.mirrored if view == model.view else view
    strapped = [_strap(pair, view, build) for pair in _straps(extra, model.marks)]
    found = paint(points, solids, view, build, strapped)
    return replace(found, glows=_glows(model.marks, extra, view, build, side) if glow else ())


def _there(solid: Solid, pose: str) -> bool:
    return not solid.poses or pose in solid.poses


def _straps(extra: Array, marks: Marks) -> Sequence[Array]:
    first = 2 * len(marks.glows)
    pairs = [extra[first + 2 * n : first + 2 * n + 2] for n in range(len(marks.straps))]
    return [pair for pair in pairs if np.ptp(pair, axis=0).any()]


def _strap(pair: Array, view: View, build: Build) -> Piece:
    return Piece(
        id="strap",
        colour="strap",
        middles=seen(pair, view),
        radii=np.full(2, STRAP * build.stature),
        near=1.0,
        flat=True,
    )


def _glows(marks: Marks, extra: Array, view: View, build: Build, side: Side) -> tuple[Glow, ...]:
    return tuple(
        Glow(
            part=_on(glow.part, side),
            middles=seen(extra[2 * number : 2 * number + 2], view),
            radii=np.full(2, glow.radius * build.girth * build.stature),
        )
        for number, glow in enumerate(marks.glows)
    )


def _on(part: str, side: Side) -> str:
    """A part as it is called when the left side is worked."""
    if side is not Side.LEFT:
        return part
    swapped = {"left": "right", "right": "left"}
    first, _, rest = part.partition("_")
    return f"{swapped[first]}_{rest}" if first in swapped else part

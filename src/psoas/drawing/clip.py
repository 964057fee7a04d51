"""An exercise as the browser gets it: a few landmark frames and how they follow each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from psoas.body.build import Build
from psoas.body.figure import Posture, skeleton
from psoas.body.glowing import Glow, glows_of
from psoas.body.landmarks import LANDMARKS
from psoas.body.posing import Posed
from psoas.body.rotations import Array
from psoas.body.shapes import PARTS
from psoas.body.sides import Side
from psoas.body.touching import Touch, spot_place
from psoas.drawing.moves import Move, along, moves, route
from psoas.drawing.posing import FIGURE, poses, surroundings
from psoas.library import Exercise, FeltOn, Sides

FRAMES = 12
"""Frames along one way between two poses; the browser goes straight from each to the next."""

STRAP = 0.0045
"""How thick a strap is, as a fraction of stature."""

_SHOWN = tuple(
    name
    for number, name in enumerate(LANDMARKS)
    if any(part.weights[:, number].any() for part in PARTS.values())
)
"""The landmarks that the body's shapes need."""

_SHOWN_INDEX = [LANDMARKS.index(name) for name in _SHOWN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Points that a picture needs beside the landmarks: where muscles lie, where straps lead."""

    glows: tuple[Glow, ...]
    straps: tuple[str, ...]
    """The hands that hold one in any pose."""


def sides_felt(exercise: Exercise) -> tuple[Side, ...]:
    """The sides of the body on which an exercise is felt, the right one being worked."""
    both = (Side.RIGHT, Side.LEFT)
    if exercise.sides is Sides.BOTH:
        return both
    return {FeltOn.THIS: both[:1], FeltOn.OTHER: both[1:], FeltOn.BOTH: both}[exercise.felt_on]


def marks_of(exercise: Exercise, taken: Mapping[str, Posed]) -> Marks:
    """What is marked on the pictures of an exercise."""
    straps = {limb for posed in taken.values() for limb, t in posed.touches.items() if t.strap}
    return Marks(
        glows=glows_of(exercise.muscles, sides_felt(exercise)), straps=tuple(sorted(straps))
    )


def marked(posture: Posture, touches: Mapping[str, Touch], marks: Marks, build: Build) -> Array:
    """Where the marks are, (…, marks, 3): two points for each glow, two for each strap.

    A strap that isn't held has no length and hides in the hand.
    """
    body = skeleton(posture, build)
    found = [glow.middles(body, build) for glow in marks.glows]
    for limb in marks.straps:
        side = Side.RIGHT if limb.startswith("this") else Side.LEFT
        hand = (body.point(f"{side.value}_wrist") + body.point(f"{side.value}_index")) / 2
        touch = touches.get(limb)
        held = touch is not None and touch.strap and touch.spot is not None
        end = spot_place(body, touch.spot, build) if held and touch and touch.spot else hand
        found.append(np.stack([hand, end], axis=-2))
    empty = np.zeros((*posture.root.shape[:-1], 0, 3))
    return np.concatenate([empty, *found], axis=-2)


def clip(exercise: Exercise, build: Build = FIGURE) -> dict[str, Any]:
    """The clip of an exercise, ready for JSON: see `docs/figure.md` for its form."""
    taken = dict(poses(exercise, build))
    marks = marks_of(exercise, taken)
    film = _Film(build=build, marks=marks)
    stills = {name: film.add(posed.posture, posed.touches) for name, posed in taken.items()}
    ways = _ways(film, exercise, taken, stills)
    return {
        "exercise": exercise.id,
        "sided": exercise.sides is not Sides.BOTH,
        "points": _names(marks),
        "frames": film.differences(),
        "poses": stills,
        "moves": ways,
        "glows": [_glow(glow, number, build) for number, glow in enumerate(marks.glows)],
        "straps": [_strap(number, marks, build) for number in range(len(marks.straps))],
        "props": _props(exercise, build),
        "view": {"around": exercise.look.around, "above": exercise.look.above},
        "stature": _mm(build.stature),
        "girth": build.girth,
        "shows": {name: pose.shows for name, pose in exercise.poses.items()},
    }


def _ways(
    film: "_Film", exercise: Exercise, taken: dict[str, Posed], stills: dict[str, int]
) -> dict[str, list[int]]:
    """The frames of every way, those of both ends included, as they are filmed."""
    around, ways = surroundings(exercise, film.build), {}
    for start, end in moves(exercise):
        stack = along((start, end), taken, FRAMES, around)
        middle = film.add_all(stack, taken[start], taken[end])
        ways[f"{start}>{end}"] = [stills[start], *middle, stills[end]]
    return ways | _longer_ways(exercise, ways)


def _longer_ways(exercise: Exercise, ways: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The frames between poses that no single way joins, by way of others."""
    known, found = moves(exercise), {}
    for start, end in combinations(exercise.poses, 2):
        stops = route(start, end, known)
        if len(stops) > 2:
            parts = [_frames(pair, ways) for pair in pairwise(stops)]
            found[f"{start}>{end}"] = [parts[0][0], *(n for part in parts for n in part[1:])]
    return found


def _frames(move: Move, ways: Mapping[str, list[int]]) -> list[int]:
    """The frames of a way, backwards where it is known the other way round."""
    start, end = move
    return ways.get(f"{start}>{end}") or ways[f"{end}>{start}"][::-1]


def _names(marks: Marks) -> list[str]:
    """The names of all points of a frame, in order."""
    count = 2 * (len(marks.glows) + len(marks.straps))
    return [*_SHOWN, *(f"mark{number}" for number in range(count))]


def _strap(number: int, marks: Marks, build: Build) -> dict[str, Any]:
    first = len(_SHOWN) + 2 * (len(marks.glows) + number)
    return {"points": [first, first + 1], "radius": _mm(STRAP * build.stature)}


def _glow(glow: Glow, number: int, build: Build) -> dict[str, Any]:
    first = len(_SHOWN) + 2 * number
    size = _mm(glow.radius * build.girth * build.stature)
    return {"part": glow.part, "points": [first, first + 1], "radii": [size, size]}


def _props(exercise: Exercise, build: Build) -> list[dict[str, Any]]:
    return [
        {
            "colour": solid.kind.value,
            "points": [[_mm(value) for value in point] for point in solid.points],
            "radius": _mm(solid.radius),
            "poses": list(solid.poses) or None,
        }
        for solid in surroundings(exercise, build).solids
    ]


def _mm(metres: float) -> int:
    return round(float(metres) * 1000)


class _Film:
    """Frames as they are collected: whole millimetres."""

    def __init__(self, build: Build, marks: Marks) -> None:
        self.build, self.marks = build, marks
        self.frames: list[Array] = []

    def add(self, posture: Posture, touches: Mapping[str, Touch]) -> int:
        """One frame; gives its number."""
        points = skeleton(posture, self.build).points[_SHOWN_INDEX]
        extra = marked(posture, touches, self.marks, self.build)
        self.frames.append(np.rint(np.concatenate([points, extra]) * 1000))
        return len(self.frames) - 1

    def add_all(self, stack: Posture, start: Posed, end: Posed) -> list[int]:
        """The frames between both ends of a way; gives their numbers."""
        shares = np.linspace(0, 1, len(stack.root))[:, None, None]
        points = skeleton(stack, self.build).points[:, _SHOWN_INDEX]
        first, last = (marked(stack, p.touches, self.marks, self.build) for p in (start, end))
        whole = np.concatenate([points, first * (1 - shares) + last * shares], axis=1)
        number = len(self.frames)
        self.frames += list(np.rint(whole[1:-1] * 1000))
        return list(range(number, len(self.frames)))

    def differences(self) -> list[list[int]]:
        """The first frame whole, each next as what changed."""
        flat = np.array(self.frames).reshape(len(self.frames), -1).astype(int)
        return [flat[0].tolist(), *np.diff(flat, axis=0).tolist()]

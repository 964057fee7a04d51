"""The pictures and clips of a library: each is made when it is first asked for, and kept."""

import json
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from psoas.body.sides import Side
from psoas.drawing.body_data import body_data
from psoas.drawing.clip import clip
from psoas.drawing.figure import Model, main_pose, model, picture
from psoas.drawing.palette import DARK, LIGHT
from psoas.drawing.sheet import is_crossed
from psoas.drawing.svg import frame_around, svg
from psoas.library import Exercise, Library

Made = TypeVar("Made")


class NoSuchPicture(KeyError):
    """The library has no such exercise, or the exercise no such pose."""


class Gallery:
    """The pictures and clips of one library. May be asked from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: dict[Hashable, object] = {}
        self._lock, self._making = Lock(), dict[Hashable, Lock]()

    def body(self) -> str:
        """The shapes of the body as JSON."""
        return self._once("body", lambda: _json(body_data()))

    def clip(self, identity: str) -> str:
        """An exercise's frames as JSON; raises `NoSuchPicture`."""
        exercise = self._exercise(identity)
        return self._once(("clip", identity), lambda: _json(clip(exercise)))

    def still(self, identity: str, pose: str = "", side: Side = Side.RIGHT, *, dark: bool) -> str:
        """One picture as SVG; without a pose, the one that shows what the exercise is.

        Raises `NoSuchPicture`.
        """
        exercise = self._exercise(identity)
        pose = pose or main_pose(exercise)
        if pose not in exercise.poses:
            raise NoSuchPicture(pose)
        key = ("still", identity, pose, side, dark)
        return self._once(key, lambda: _still(self._model(identity), pose, side, dark))

    def _model(self, identity: str) -> Model:
        return self._once(("model", identity), lambda: model(self._library.exercises[identity]))

    def _exercise(self, identity: str) -> Exercise:
        found = self._library.exercises.get(identity)
        if found is None:
            raise NoSuchPicture(identity)
        return found

    def _once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under this key, made now if it wasn't yet; who asks meanwhile waits."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            if key not in self._kept:
                self._kept[key] = make()
            return cast(Made, self._kept[key])


def _still(model: Model, pose: str, side: Side, dark: bool) -> str:
    found = picture(model, pose, side)
    return svg(
        found,
        frame_around([found]),
        DARK if dark else LIGHT,
        model.exercise.poses[pose].shows,
        crossed=is_crossed(model, pose),
    )


def _json(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))

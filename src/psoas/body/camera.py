"""A camera anywhere: from points of a body to landmarks in the form in which BlazePose gives them.

Axes of the room: X forward, Y up, Z to the right, metres. Axes of the camera, as BlazePose uses
them: X to the right of the image, Y down the image, Z away from the camera.
"""

from dataclasses import dataclass

import numpy as np

from psoas.body import rotations as turns
from psoas.body.landmarks import BLAZEPOSE, INDEX
from psoas.body.rotations import Array

SEEN = slice(0, len(BLAZEPOSE))
"""The landmarks that a camera gives, among all points of a body."""

NEAREST = 0.05
"""Metres before the lens to which a point counts; one nearer or behind is taken as this near."""

_HIPS = [INDEX["left_hip"], INDEX["right_hip"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A pinhole camera: from where it looks at what, and how wide. Degrees and metres."""

    around: float = 60.0
    """0 from the front of the body's place, 90 from its right, 180 from behind."""
    above: float = 12.0
    """How far it looks down: 0 from level, 90 from straight above."""
    roll: float = 0.0
    """How far it is turned clockwise about its line of sight, so that the room leans left."""
    distance: float = 2.6
    """From what it looks at."""
    looking_at: tuple[float, float, float] = (0.0, 0.6, 0.0)
    field_of_view: float = 65.0
    """Across the width of the image; a laptop's camera has 60 to 80."""
    size: tuple[int, int] = (640, 480)
    """Width and height of the image in pixels."""

    @property
    def axes(self) -> Array:
        """(3, 3): the camera's right, down and away in the room, one a column."""
        around, above = np.radians(self.around), np.radians(self.above)
        away = -np.array(
            [np.cos(above) * np.cos(around), np.sin(above), np.cos(above) * np.sin(around)]
        )
        right = np.array([np.sin(around), 0.0, -np.cos(around)])
        level = np.stack([right, np.cross(away, right), away], axis=-1)
        rolled: Array = level @ turns.about_z(np.array(self.roll))
        return rolled

    @property
    def position(self) -> Array:
        """Where the lens is, (3,)."""
        return np.array(self.looking_at) - self.axes[:, 2] * self.distance

    @property
    def focal(self) -> float:
        """The focal length as a share of the image's width."""
        return 0.5 / float(np.tan(np.radians(self.field_of_view) / 2))

    @property
    def shape(self) -> float:
        """Width by height."""
        return self.size[0] / self.size[1]

    def turned(self, points: Array) -> Array:
        """Points (…, 3) from the lens along the camera's own axes, in metres."""
        seen: Array = (points - self.position) @ self.axes
        return seen

    def projected(self, points: Array) -> Array:
        """Points (…, 3) as x and y in fractions of width and height, and metres from the lens."""
        seen = self.turned(points)
        away = np.maximum(seen[..., 2], NEAREST)
        x = 0.5 + self.focal * seen[..., 0] / away
        y = 0.5 + self.focal * self.shape * seen[..., 1] / away
        return np.stack([x, y, away], axis=-1)

    def unprojected(self, seen: Array) -> Array:
        """The way back from `projected`: x and y in fractions and metres away, to points."""
        x, y, away = seen[..., 0], seen[..., 1], seen[..., 2]
        right = (x - 0.5) * away / self.focal
        down = (y - 0.5) * away / (self.focal * self.shape)
        points: Array = np.stack([right, down, away], axis=-1) @ self.axes.T + self.position
        return points

    def image(self, points: Array) -> Array:
        """The 33 landmarks in the image, (…, 33, 3), from points of a body (…, 33 or 41, 3).

        x and y are fractions of width and height, beyond 0 and 1 outside of the image; z is the
        distance behind (below 0 before) the middle of the hips, on the scale that x has there.
        """
        seen = self.projected(points[..., SEEN, :])
        middle = middle_of_hips(seen)[..., 2]
        seen[..., 2] = (seen[..., 2] - middle) * (self.focal / middle)
        return seen

    def world(self, points: Array) -> Array:
        """The 33 landmarks in metres from the middle of the hips along the camera's axes.

        As BlazePose gives them: x to the right of the image, y down it, z away from the camera.
        """
        seen: Array = points[..., SEEN, :] @ self.axes
        return seen - middle_of_hips(seen)


def middle_of_hips(landmarks: Array) -> Array:
    """Half-way between the hips, (…, 1, 3)."""
    middle: Array = landmarks[..., _HIPS, :].mean(axis=-2, keepdims=True)
    return middle


def upright(world: Array, tilt: float, around: float = 0.0, roll: float = 0.0) -> Array:
    """World landmarks (…, 33, 3) of a camera in our axes, Y up against gravity.

    `tilt` is how far the camera looks down, `roll` how far it is turned clockwise, both in degrees
    and known from gravity. Where in the room the camera stands can't be known from landmarks: with
    `around` at 0, X is the level direction towards the camera and Z is to the left of the image.
    """
    return world @ Camera(around=around, above=tilt, roll=roll).axes.T

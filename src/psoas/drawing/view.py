"""Where one looks from, and what is seen from there: a flat picture with depth."""

from dataclasses import dataclass

import numpy as np

from psoas.body.rotations import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A direction to look from, without perspective. Degrees."""

    around: float = 60.0
    """0 from the front of the body's place, 90 from its right, 180 from behind."""
    above: float = 12.0
    """0 from level, 90 from straight above."""

    @property
    def axes(self) -> Array:
        """(3, 3): what to multiply points with for right, up and nearness on the picture."""
        around, above = np.radians(self.around), np.radians(self.above)
        towards = np.array(
            [np.cos(above) * np.cos(around), np.sin(above), np.cos(above) * np.sin(around)]
        )
        right = np.array([np.sin(around), 0.0, -np.cos(around)])
        return np.stack([right, np.cross(towards, right), towards], axis=-1)

    @property
    def mirrored(self) -> "View":
        """The same view of the other side."""
        return View(around=-self.around, above=self.above)


def seen(points: Array, view: View) -> Array:
    """Points (…, 3) in metres as the picture has them: right, up and nearness, in metres."""
    return points @ view.axes

"""Noise: how far a model of the kind of BlazePose strays, and when it sees nobody.

All figures are estimates. Sizes and visibilities were set beside BlazePose's output for some 640
photos of people exercising; how errors change with time can't be seen in photos. See
`docs/simulator.md`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from psoas.body.landmarks import BLAZEPOSE
from psoas.body.rotations import Array
from psoas.body.wandering import wandering


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """Stretches of time in which something is wrong: how often one begins, how long it lasts."""

    per_minute: float = 0.0
    seconds: float = 0.0
    """On average; short ones are more common than long ones."""

    def among(self, times: Array, rng: np.random.Generator) -> npt.NDArray[np.intp]:
        """For each frame the number of the stretch it lies in, from 1; 0 where it lies in none."""
        found = np.zeros(len(times), dtype=np.intp)
        first = float(times[0]) - self.seconds
        length = float(times[-1]) - first
        for number in range(1, 1 + rng.poisson(self.per_minute * length / 60)):
            start = first + rng.random() * length
            end = start + rng.exponential(self.seconds)
            found[(times >= start) & (times < end)] = number
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What goes wrong between a body and its landmarks. Metres, seconds, shares of 0 to 1."""

    jitter: float = 0.004
    """From frame to frame, in each direction across the line of sight."""
    drift: float = 0.011
    """Slowly; most of what a model is wrong by."""
    drift_seconds: float = 2.0
    """How soon a drift turns back."""
    deep: float = 1.8
    """How many times as large errors are along the line of sight."""
    hidden: float = 2.0
    """How many times as large they are for a landmark that is hidden."""
    doubt: float = 1.2
    """How much the visibility strays, on the scale of log odds."""
    dropped: float = 0.03
    """The share of frames that never come."""
    away: Stretches = Stretches()
    """Nobody is in the image."""
    ghosts: float = 0.0
    """The share of the stretches without anybody in which a skeleton stays on the empty scene."""
    faint: Stretches = Stretches()
    """Too dark to see well."""
    swapped: Stretches = Stretches(per_minute=4.0, seconds=2.4)
    """Left and right leg are taken for each other, as BlazePose does with people on their back."""

    def errors(self, times: Array, covered: Array, rng: np.random.Generator) -> Array:
        """How far each landmark is off along the camera's axes, (n, 33, 3), in metres."""
        shape = (len(BLAZEPOSE), 3)
        jitter = self.jitter * rng.standard_normal((len(times), *shape))
        drift = self.drift * wandering(times, self.drift_seconds, shape, rng)
        size = 1 + (self.hidden - 1) * covered[..., None]
        off: Array = (jitter + drift) * size * np.array([1.0, 1.0, self.deep])
        return off


NONE = Noise(jitter=0.0, drift=0.0, doubt=0.0, dropped=0.0, swapped=Stretches())
"""A camera and a model that are never wrong."""

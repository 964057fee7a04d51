"""Wandering: values that stray slowly about nought, as a body that stands still and a model do."""

import numpy as np

from psoas.body.rotations import Array


def wandering(
    times: Array, seconds: float, shape: tuple[int, ...], rng: np.random.Generator
) -> Array:
    """Values (n, *shape) at some times (n,), each with a standard deviation of 1.

    They forget where they were within about so many `seconds` (an Ornstein-Uhlenbeck process).
    """
    steps = rng.standard_normal((len(times), *shape))
    kept = np.exp(-np.diff(times) / seconds)
    for frame, share in enumerate(kept, start=1):
        steps[frame] = share * steps[frame - 1] + np.sqrt(1 - share**2) * steps[frame]
    return steps

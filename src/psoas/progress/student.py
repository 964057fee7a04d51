"""Mixtures of Student's t distributions: where their middle and their ends lie.

What one doesn't know (how much one day takes after the one before, say) is tried at many values;
each gives a t distribution and a weight, and the mixture says how sure one can be of all together.
"""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
_HALVINGS = 30
_WIDEST = 100.0
"""Scales from the middle; nothing that is asked for lies further out."""
_TOO_LIGHT = 1e-5
"""Weights that change nothing that anybody sees."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mixture:
    """One t distribution for each of `middles`, with `weights` that sum to 1."""

    weights: Array
    middles: Array
    scales: Array
    """Above 0."""
    freedom: float
    """Degrees of freedom, of all of them."""

    @property
    def middle(self) -> float:
        """The mean."""
        return float(self.weights @ self.middles)

    def below(self, value: float) -> float:
        """The probability of less than `value`, 0 to 1."""
        return float(self.weights @ _below((value - self.middles) / self.scales, self.freedom))

    def without_the_lightest(self) -> "Mixture":
        """The same to the eye, and quicker to ask."""
        kept = self.weights > _TOO_LIGHT
        return Mixture(
            weights=self.weights[kept] / self.weights[kept].sum(),
            middles=self.middles[kept],
            scales=self.scales[kept],
            freedom=self.freedom,
        )

    def quantile(self, share: float) -> float:
        """The value below which that share (0 to 1, ends excluded) lies."""
        widest = float(self.scales.max()) * _WIDEST
        low, high = float(self.middles.min()) - widest, float(self.middles.max()) + widest
        for _ in range(_HALVINGS):
            half = (low + high) / 2
            low, high = (half, high) if self.below(half) < share else (low, half)
        return (low + high) / 2

    def interval(self, share: float) -> tuple[float, float]:
        """The ends between which that share lies, as much left out below as above."""
        return self.quantile((1 - share) / 2), self.quantile((1 + share) / 2)


def _below(t: Array, freedom: float) -> Array:
    """Student's t through the normal distribution: Wallace 1959, good to about 0.001 from 5 up."""
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(t * t / freedom))
    tail = _above(z)
    return np.asarray(np.where(t > 0, 1 - tail, tail))


def _above(z: Array) -> Array:
    """The share of a normal distribution beyond `z` from 0 up: Abramowitz & Stegun 26.2.17."""
    density = np.exp(-z * z / 2) / sqrt(2 * pi)
    return np.asarray(density * np.polyval(_NORMAL_TAIL, 1 / (1 + 0.2316419 * z)))


_NORMAL_TAIL = (1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530, 0.0)


def weights_from(logs: Array) -> Array:
    """Weights that sum to 1, from their logarithms."""
    raised = np.exp(logs - logs.max())
    return np.asarray(raised / raised.sum())

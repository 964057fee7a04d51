"""How sure one can be of a difference between two times, when days take after the days before.

Pain is told once a day, in whole numbers, with gaps. A day takes after the one before it, so ten
days tell less than ten separate facts would. How strongly is not known; it is tried at many values.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from psoas.progress.student import Array, Mixture, weights_from

ROUNDING = 1 / 12
"""The variance that telling whole numbers adds (Sheppard 1898); nobody's pain varies less."""
_STICKING = np.arange(0.0, 0.96, 0.12)
"""How much of a day's deviation is left the next day."""
_PASSING = np.array([0.0, 0.25, 0.5])
"""How much of the variance is of that day alone."""


def difference(
    days: npt.NDArray[np.int_], values: Array, levels: Array, contrast: Array
) -> Mixture:
    """What `contrast` of the levels may be.

    `days` are day numbers and `values` what was told on them; `levels` has a row for each of them
    and a column of 0 and 1 for each stretch of time with a level of its own. Bayes with flat
    priors: generalised least squares, deviations a first-order autoregression plus a part of the
    day alone, both unknown. Needs two values more than levels.
    """
    correlation = _correlations(np.abs(days[:, None] - days[None, :]))
    root: Array = np.asarray(np.linalg.cholesky(correlation))
    white = np.linalg.solve(root, np.broadcast_to(levels, (len(root), *levels.shape)))
    told = np.linalg.solve(root, np.broadcast_to(values[:, None], (len(root), len(values), 1)))
    precision = white.transpose(0, 2, 1) @ white
    fitted = np.linalg.solve(precision, white.transpose(0, 2, 1) @ told)
    freedom = len(values) - levels.shape[1]
    missed: Array = told - white @ fitted
    squares: Array = (missed**2).sum(axis=(1, 2)) + freedom * ROUNDING
    spread = np.linalg.solve(precision, np.broadcast_to(contrast[:, None], fitted.shape))
    return Mixture(
        weights=weights_from(_likelihood(root, precision, squares, freedom)),
        middles=fitted[:, :, 0] @ contrast,
        scales=np.sqrt(squares / freedom * (spread[:, :, 0] @ contrast)),
        freedom=freedom,
    )


def _likelihood(root: Array, precision: Array, squares: Array, freedom: int) -> Array:
    """The logarithm of how likely the values are, levels and variance integrated out."""
    of_values = np.log(np.diagonal(root, axis1=1, axis2=2)).sum(axis=1)
    of_levels = np.linalg.slogdet(precision)[1] / 2
    return np.asarray(-of_values - of_levels - freedom / 2 * np.log(squares))


def _correlations(apart: npt.NDArray[np.int_]) -> Array:
    """For each way in which days may take after one another, how alike each pair of days is."""
    sticking, passing = _ways()
    lasting = (1 - passing[:, None, None]) * sticking[:, None, None] ** apart
    return np.asarray(np.where(apart == 0, 1.0, lasting))


@cache
def _ways() -> tuple[Array, Array]:
    sticking, passing = np.meshgrid(_STICKING, _PASSING)
    return sticking.ravel(), passing.ravel()

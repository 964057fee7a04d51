"""Many small effects at once, each drawn towards none as far as the days don't speak against it.

A hierarchical model: the effects of all the others come from one normal distribution around 0, and
the effect in question from one of its own; its width is about as theirs, but may be much larger
(half-Cauchy, as in the horseshoe of Carvalho 2010). No width is known; all are tried. So effects
stay near 0 where few days speak or all agree with none, and one clear effect among many that do
nothing isn't drawn in with them.
"""

from dataclasses import dataclass

import numpy as np

from psoas.progress.student import Array, Mixture, weights_from
from psoas.progress.wandering import ROUNDING

_WIDTHS = np.geomspace(0.02, 3.0, 14)
"""Of a distribution of effects, against the ordinary deviation of a value."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Effect:
    """What one column may do."""

    size: Mixture
    apart: float
    """How many rows' worth of it there is that nothing else goes along with."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Seen:
    """What the rows say of one column, the others integrated out, for each width of theirs."""

    information: Array
    pull: Array
    squares: Array
    log_others: Array


def effects(values: Array, beside: Array, done: Array, typical: float) -> tuple[Effect, ...]:
    """How much higher values are with each column of `done`, with `beside` held equal.

    `typical`: the median width of the distribution of effects before any row was seen, against
    the ordinary deviation of a value. Needs more rows than columns of `beside`.
    """
    basis = _basis(beside)
    left = _without(basis, values[:, None])[:, 0]
    columns = _without(basis, done)
    freedom = len(values) - basis.shape[1]
    apart = _apart(columns)
    return tuple(
        Effect(size=_size(_seen(left, columns, n), freedom, typical), apart=float(apart[n]))
        for n in range(columns.shape[1])
    )


def _seen(left: Array, columns: Array, which: int) -> _Seen:
    column, others = columns[:, which], np.delete(columns, which, axis=1)
    strengths, turned = np.linalg.eigh(others.T @ others)
    strengths = strengths.clip(0)
    along, told = turned.T @ (others.T @ column), turned.T @ (others.T @ left)
    wide = _WIDTHS[:, None] ** 2
    shrunk = wide / (1 + wide * strengths)
    return _Seen(
        information=(column @ column - shrunk @ along**2).clip(0),
        pull=column @ left - shrunk @ (along * told),
        squares=left @ left - shrunk @ told**2,
        log_others=np.log1p(wide * strengths).sum(axis=1) / 2,
    )


def _size(seen: _Seen, freedom: int, typical: float) -> Mixture:
    """Every width of its own (down) with every width of the others (across)."""
    own = _WIDTHS[:, None] ** 2
    shrunk = own / (1 + own * seen.information)
    squares = seen.squares - shrunk * seen.pull**2 + freedom * ROUNDING
    logs = (
        _half_cauchy(_WIDTHS, typical)
        + _half_cauchy(_WIDTHS[:, None], _WIDTHS)
        - seen.log_others
        - np.log1p(own * seen.information) / 2
        - freedom / 2 * np.log(squares)
    )
    return Mixture(
        weights=weights_from(logs.ravel()),
        middles=(shrunk * seen.pull).ravel(),
        scales=np.sqrt(squares / freedom * shrunk).ravel(),
        freedom=freedom,
    ).without_the_lightest()


def _half_cauchy(widths: Array, median: Array | float) -> Array:
    """The logarithm of its density, for widths that lie evenly by their logarithm."""
    share = widths / median
    return np.asarray(np.log(share) - np.log1p(share**2))


def _basis(beside: Array) -> Array:
    """Columns at right angles that span the same; those that add nothing are left out."""
    columns, sizes, _ = np.linalg.svd(beside, full_matrices=False)
    return np.asarray(columns[:, sizes > sizes.max() * 1e-9])


def _without(basis: Array, columns: Array) -> Array:
    return np.asarray(columns - basis @ (basis.T @ columns))


def _apart(columns: Array) -> Array:
    """The squares of each column that the others don't explain."""
    squares = columns.T @ columns
    ridge = 1e-6 * np.eye(len(squares))
    return np.asarray(1 / np.diagonal(np.linalg.inv(squares + ridge)))

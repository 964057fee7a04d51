import numpy as np
import pytest

from psoas.progress.wandering import difference


def change(values, days=None):
    """Of the second half against the first."""
    half = np.repeat([0, 1], len(values) // 2)
    return difference(
        np.arange(len(values)) if days is None else np.array(days),
        np.array(values, dtype=float),
        (half[:, None] == [0, 1]).astype(float),
        np.array([-1.0, 1.0]),
    )


def width(found):
    low, high = found.interval(0.9)
    return high - low


def test_the_middle_is_about_the_difference_of_the_means():
    assert change([5, 6, 5, 4, 5, 3, 2, 3, 4, 3]).middle == pytest.approx(-2, abs=0.2)


def as_if_apart(values):
    """The width if every day were a fact of its own."""
    halves = np.split(np.asarray(values), 2)
    variance = np.mean([half.var(ddof=1) for half in halves])
    return 2 * 1.67 * np.sqrt(variance * 2 / len(halves[0]))


def test_days_that_take_after_one_another_tell_less():
    rng = np.random.default_rng(1)
    apart = rng.normal(5, 1, 60)
    together = np.convolve(rng.normal(5, 1, 69), np.full(10, 10**-0.5), "valid")
    assert width(change(apart)) < 1.5 * as_if_apart(apart)
    assert width(change(together)) > 2 * as_if_apart(together)


def test_days_far_apart_tell_more_than_days_in_a_row():
    values = [3, 3, 4, 5, 6, 6, 6, 5, 4, 3, 3, 4]
    far = change(values, range(0, 1200, 100))
    assert width(far) < width(change(values))


def test_pain_that_never_changes_is_no_certainty():
    assert 0.2 < width(change([5] * 14)) < 1

import numpy as np
import pytest

from psoas.progress.student import Mixture, weights_from


def mixture(middles=(0.0,), scales=(1.0,), weights=None, freedom=10.0):
    even = np.full(len(middles), 1 / len(middles))
    return Mixture(
        weights=even if weights is None else np.array(weights),
        middles=np.array(middles),
        scales=np.array(scales),
        freedom=freedom,
    )


@pytest.mark.parametrize(
    ("freedom", "share", "published"),
    [(8, 0.95, 1.860), (10, 0.95, 1.812), (20, 0.975, 2.086), (60, 0.99, 2.390), (10, 0.5, 0.0)],
)
def test_quantiles_are_those_of_printed_tables(freedom, share, published):
    assert mixture(freedom=freedom).quantile(share) == pytest.approx(published, abs=0.01)


def test_an_interval_leaves_out_as_much_below_as_above():
    skewed = mixture((0, 4), (1, 3))
    low, high = skewed.interval(0.9)
    assert skewed.below(low) == pytest.approx(0.05, abs=1e-3)
    assert skewed.below(high) == pytest.approx(0.95, abs=1e-3)


def test_more_weight_draws_the_middle():
    assert mixture((0, 10), (1, 1), (0.75, 0.25)).middle == pytest.approx(2.5)


def test_what_weighs_next_to_nothing_may_be_left_out():
    full = mixture((0, 50), (1, 1), (1 - 1e-7, 1e-7))
    light = full.without_the_lightest()
    assert light.weights.tolist() == [1.0]
    assert light.quantile(0.9) == pytest.approx(full.quantile(0.9), abs=1e-3)


def test_weights_of_very_unlikely_things_still_sum_to_one():
    assert weights_from(np.array([-4000.0, -4000.0, -9000.0])).tolist() == [0.5, 0.5, 0.0]

import numpy as np

from psoas.body.wandering import wandering

TIMES = np.arange(3000) / 30


def test_it_strays_by_about_one():
    values = wandering(TIMES, 1.0, (20,), np.random.default_rng(1))
    assert values.shape == (3000, 20)
    assert 0.9 < values.std() < 1.1


def test_it_is_slow():
    values = wandering(TIMES, 2.0, (20,), np.random.default_rng(1))
    assert np.diff(values, axis=0).std() < 0.25


def test_it_forgets_in_its_time():
    values = wandering(TIMES, 1.0, (200,), np.random.default_rng(2))
    after = np.mean(values[:-30] * values[30:])
    assert 0.25 < after < 0.5


def test_the_same_seed_strays_alike():
    one, other = (wandering(TIMES, 1.0, (3,), np.random.default_rng(5)) for _ in range(2))
    assert np.array_equal(one, other)

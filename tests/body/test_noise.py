import numpy as np
import pytest

from psoas.body.noise import NONE, Noise, Stretches

TIMES = np.arange(60 * 30) / 30
PLAIN = np.zeros((len(TIMES), 33))


def _rng():
    return np.random.default_rng(4)


def test_nothing_lasts_no_time():
    assert not Stretches().among(TIMES, _rng()).any()


def test_one_may_have_begun_before_the_first_frame():
    wrong = Stretches(per_minute=600, seconds=60).among(TIMES[:1], _rng())
    assert (wrong > 0).all()


def test_stretches_are_as_often_and_as_long_as_said():
    long = np.arange(60 * 60 * 10) / 10
    wrong = Stretches(per_minute=2, seconds=3).among(long, _rng())
    assert 0.08 < (wrong > 0).mean() < 0.12
    assert len(np.unique(wrong)) > 80


def test_errors_are_as_large_as_said_and_larger_in_depth():
    off = Noise(jitter=0.003, drift=0.01, deep=2.0).errors(TIMES, PLAIN, _rng())
    across, deep = off[..., :2].std(), off[..., 2].std()
    assert across == pytest.approx(np.hypot(0.003, 0.01), rel=0.1)
    assert deep / across == pytest.approx(2, rel=0.1)


def test_hidden_landmarks_are_worse():
    covered = PLAIN.copy()
    covered[:, 5] = 1
    off = Noise(hidden=3.0).errors(TIMES, covered, _rng())
    plain = Noise(hidden=3.0).errors(TIMES, PLAIN, _rng())
    assert np.allclose(off[:, 5], 3 * plain[:, 5])
    assert np.array_equal(off[:, 6], plain[:, 6])


def test_most_of_it_is_slow():
    off = Noise().errors(TIMES, PLAIN, _rng())
    assert np.diff(off, axis=0).std() < off.std()


def test_without_noise_nothing_strays():
    assert not NONE.errors(TIMES, PLAIN, _rng()).any()

import numpy as np
import pytest

from psoas.progress.effects import effects


def world(rows=80, columns=6, seed=3, **effect):
    rng = np.random.default_rng(seed)
    done = (rng.random((rows, columns)) < 0.5).astype(float)
    beside = np.column_stack([rng.normal(5, 1, rows), np.ones(rows), np.ones(rows)])
    sizes = np.array([effect.get(f"e{n}", 0.0) for n in range(columns)])
    values = 0.6 * beside[:, 0] + done @ sizes + rng.normal(0, 1, rows)
    return values, beside, done


def test_one_clear_effect_is_left_nearly_as_it_is():
    found = effects(*world(e0=2.0), typical=0.5)
    assert found[0].size.middle == pytest.approx(2, abs=0.4)
    assert found[0].size.below(0) < 0.01


def test_the_others_are_drawn_towards_none():
    values, beside, done = world(e0=2.0)
    plain = np.linalg.lstsq(np.column_stack([beside[:, :2], done]), values, rcond=None)[0][2:]
    found = effects(values, beside, done, typical=0.5)
    drawn = [abs(one.size.middle) for one in found[1:]]
    assert sum(drawn) < 0.7 * np.abs(plain[1:]).sum()


def test_what_is_done_together_is_not_told_apart():
    values, beside, done = world(e0=2.0)
    done[:, 1] = done[:, 0]
    found = effects(values, beside, done, typical=0.5)
    assert max(found[0].apart, found[1].apart) < 1 < found[2].apart


def test_what_is_always_done_may_be_anything():
    values, beside, done = world()
    done[:, 2] = 1
    found = effects(values, beside, done, typical=0.5)[2]
    assert found.apart < 1
    assert found.size.below(0) == pytest.approx(0.5, abs=0.01)


def test_one_exercise_alone_can_be_looked_at():
    values, beside, done = world(columns=1, e0=1.5)
    assert effects(values, beside, done, typical=0.5)[0].size.below(0) < 0.01

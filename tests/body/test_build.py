import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.build import FRACTIONS, Build, limited


def test_segments_are_as_long_as_winter_says():
    build = Build(stature=2.0)
    assert build.of("thigh") == pytest.approx(0.49)
    assert build.of("shank") == pytest.approx(0.492)
    assert build.leg == pytest.approx(0.982)


@pytest.mark.parametrize("segment", FRACTIONS)
def test_a_taller_body_is_longer_everywhere(segment):
    assert Build(stature=1.9).of(segment) > Build(stature=1.6).of(segment)


def test_shorter_legs_leave_the_trunk_as_it_is():
    short = Build(legs=0.9)
    assert short.leg == pytest.approx(0.9 * Build().leg)
    assert short.of("trunk") == Build().of("trunk")


@given(st.floats(0, 1), st.floats(-150, 150), st.floats(-150, 150))
def test_less_range_goes_less_far_the_same_way(share, angle, neutral):
    reached = limited(np.array(angle), np.array(neutral), Build(range=share))
    assert abs(reached - neutral) == pytest.approx(share * abs(angle - neutral), abs=1e-9)
    assert (reached - neutral) * (angle - neutral) >= 0


def test_a_full_range_goes_all_the_way():
    assert limited(np.array(80.0), np.array(10.0), Build()) == 80


def test_size_alone_leaves_a_build_usual():
    assert Build(stature=1.9).usual
    assert not any(b.usual for b in (Build(legs=0.9), Build(girth=1.1), Build(range=0.8)))

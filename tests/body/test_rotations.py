import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from psoas.body import rotations as turns

X, Y, Z = np.eye(3)
SEEDS = st.integers(0, 2**32 - 1)
VECTORS = arrays(float, (20, 3), elements=st.floats(-100, 100))
"""Rotation vectors: an axis times at most 173 degrees."""


def close(found, expected, within=1e-9):
    return np.allclose(found, expected, rtol=0, atol=within)


@pytest.mark.parametrize(
    ("about", "from_", "to"),
    [(turns.about_x, Y, Z), (turns.about_y, Z, X), (turns.about_z, X, Y)],
)
def test_a_quarter_turn_brings_one_axis_to_the_next(about, from_, to):
    assert close(about(np.array(90.0)) @ from_, to)


@pytest.mark.parametrize(
    ("about", "axis"), [(turns.about_x, X), (turns.about_y, Y), (turns.about_z, Z)]
)
def test_a_vector_along_an_axis_turns_about_it(about, axis):
    degrees = np.linspace(-179, 179, 50)
    assert close(about(degrees), turns.from_vector(axis * degrees[:, None]))


def test_many_turns_about_several_axes_are_made_at_once():
    degrees = np.array([[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]])
    turned = turns.about({turns.Z: slice(2), turns.X: slice(2, 3)}, degrees)
    assert close(turned[:, :2], turns.about_z(degrees[:, :2]))
    assert close(turned[:, 2], turns.about_x(degrees[:, 2]))


@given(VECTORS)
def test_a_turn_keeps_lengths_and_handedness(vectors):
    turned = turns.from_vector(vectors)
    assert close(turned @ np.swapaxes(turned, -1, -2), np.eye(3))
    assert close(np.linalg.det(turned), 1)


@given(VECTORS)
def test_the_vector_of_a_turn_is_found_again(vectors):
    assert close(turns.to_vector(turns.from_vector(vectors)), vectors, within=1e-4)


def test_no_turn_has_no_vector():
    assert close(turns.to_vector(np.eye(3)), 0)


@given(VECTORS, VECTORS)
def test_the_way_between_two_orientations_begins_and_ends_with_them(one, other):
    first, second = turns.from_vector(one), turns.from_vector(other)
    assert close(turns.part_of_way(first, second, np.zeros(20)), first)
    ended = turns.part_of_way(first, second, np.ones(20))
    turned_back = turns.length(turns.to_vector(np.swapaxes(first, -1, -2) @ second)) > 179.9
    assert close(ended[~turned_back], second[~turned_back], within=1e-5)


def test_half_of_the_way_is_half_of_the_turn():
    half = turns.part_of_way(np.eye(3), turns.about_y(np.array(80.0)), np.array(0.5))
    assert close(half, turns.about_y(np.array(40.0)))


@given(SEEDS)
def test_a_frame_has_its_y_and_as_much_of_its_z_as_is_square_to_it(seed):
    y, z = np.random.default_rng(seed).normal(size=(2, 10, 3))
    made = turns.frame(y, z)
    assert close(made[..., :, 1], turns.unit(y))
    assert close(np.swapaxes(made, -1, -2) @ made, np.eye(3))
    assert (turns.dot(made[..., :, 2], z) > 0).all()


def test_what_has_no_length_has_no_direction():
    assert close(turns.unit(np.zeros(3)), 0)


@given(SEEDS)
def test_a_turn_can_be_undone(seed):
    chance = np.random.default_rng(seed)
    turned, vectors = (
        turns.from_vector(chance.uniform(-100, 100, (10, 3))),
        chance.normal(size=(10, 3)),
    )
    assert close(turns.undo(turned, turns.apply(turned, vectors)), vectors)
    assert close(turns.apply(turned, vectors)[3], turned[3] @ vectors[3])

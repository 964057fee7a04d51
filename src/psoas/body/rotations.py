"""Rotations as 3 × 3 matrices, one or a whole stack of them; angles in degrees.

Axes follow the ISB recommendations (Wu et al. 2002, 2005): X forward, Y up, Z to the right.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]

_TINY = 1e-9


def about_x(degrees: Array) -> Array:
    """Turn about X by so many degrees: (…) → (…, 3, 3)."""
    return _about(degrees, 1, 2)


def about_y(degrees: Array) -> Array:
    """Turn about Y by so many degrees: (…) → (…, 3, 3)."""
    return _about(degrees, 2, 0)


def about_z(degrees: Array) -> Array:
    """Turn about Z by so many degrees: (…) → (…, 3, 3)."""
    return _about(degrees, 0, 1)


def _about(degrees: Array, first: int, second: int) -> Array:
    radians = np.radians(degrees)
    cosine, sine = np.cos(radians), np.sin(radians)
    turn = np.zeros((*radians.shape, 3, 3))
    turn[..., 3 - first - second, 3 - first - second] = 1
    turn[..., first, first] = turn[..., second, second] = cosine
    turn[..., first, second], turn[..., second, first] = -sine, sine
    return turn


def from_vector(vector: Array) -> Array:
    """A rotation vector (axis × degrees), (…, 3) → (…, 3, 3), by Rodrigues' formula."""
    radians = np.radians(vector)
    angle = np.sqrt(dot(radians, radians))[..., None, None]
    skew = np.zeros((*radians.shape, 3))
    x, y, z = radians[..., 0], radians[..., 1], radians[..., 2]
    skew[..., 0, 1], skew[..., 0, 2], skew[..., 1, 2] = -z, y, -x
    skew[..., 1, 0], skew[..., 2, 0], skew[..., 2, 1] = z, -y, x
    straight = np.sinc(angle / np.pi)
    bent = 0.5 * np.sinc(angle / (2 * np.pi)) ** 2
    turn: Array = np.eye(3) + straight * skew + bent * (skew @ skew)
    return turn


def to_vector(turn: Array) -> Array:
    """The rotation vector of a matrix, in degrees: (…, 3, 3) → (…, 3); for turns under 180°."""
    twice = np.stack(
        [
            turn[..., 2, 1] - turn[..., 1, 2],
            turn[..., 0, 2] - turn[..., 2, 0],
            turn[..., 1, 0] - turn[..., 0, 1],
        ],
        axis=-1,
    )
    sine = length(twice) / 2
    cosine = (np.trace(turn, axis1=-2, axis2=-1) - 1) / 2
    angle = np.arctan2(sine, cosine)
    scale = np.where(sine > _TINY, angle / np.maximum(2 * sine, _TINY), 0.5)
    return np.degrees(twice * scale[..., None])


def part_of_way(first: Array, second: Array, share: Array) -> Array:
    """The turn so far (0 to 1) along the shortest way from one orientation to another."""
    way = to_vector(np.swapaxes(first, -1, -2) @ second)
    return first @ from_vector(way * share[..., None])


def frame(y: Array, z: Array) -> Array:
    """The orientation whose Y is `y` and whose Z is `z` as far as it is square to it."""
    up = unit(y)
    right = unit(z - up * dot(z, up)[..., None])
    return np.stack([np.cross(up, right), up, right], axis=-1)


def length(vector: Array) -> Array:
    """The length of each vector: (…, 3) → (…)."""
    return np.sqrt(dot(vector, vector))


def unit(vector: Array) -> Array:
    """Each vector at length 1; one without length stays as it is."""
    return vector / np.maximum(length(vector), _TINY)[..., None]


def dot(first: Array, second: Array) -> Array:
    """The scalar product of each pair of vectors: (…, 3) → (…)."""
    result: Array = np.einsum("...i,...i->...", first, second)
    return result


def apply(turn: Array, vector: Array) -> Array:
    """Each vector turned: (…, 3, 3) and (…, 3) → (…, 3)."""
    result: Array = np.einsum("...ij,...j->...i", turn, vector)
    return result


def undo(turn: Array, vector: Array) -> Array:
    """Each vector as the turned frame sees it: (…, 3, 3) and (…, 3) → (…, 3)."""
    result: Array = np.einsum("...ji,...j->...i", turn, vector)
    return result

"""Rotations as 3 × 3 matrices, one or a whole stack of them; angles in degrees.

Axes follow the ISB recommendations (Wu et al. 2002, 2005): X forward, Y up, Z to the right.
"""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]

_TINY = 1e-9
_RADIAN = np.pi / 180

X, Y, Z = 0, 1, 2


def about_x(degrees: Array) -> Array:
    """Turn about X by so many degrees: (…) → (…, 3, 3)."""
    return about({X: slice(1)}, degrees[..., None])[..., 0, :, :]


def about_y(degrees: Array) -> Array:
    """Turn about Y by so many degrees: (…) → (…, 3, 3)."""
    return about({Y: slice(1)}, degrees[..., None])[..., 0, :, :]


def about_z(degrees: Array) -> Array:
    """Turn about Z by so many degrees: (…) → (…, 3, 3)."""
    return about({Z: slice(1)}, degrees[..., None])[..., 0, :, :]


def about(axes: Mapping[int, slice], degrees: Array) -> Array:
    """Many turns at once, (…, n) → (…, n, 3, 3); `axes` says which of the n go about which axis."""
    radians = degrees * _RADIAN
    cosine, sine = np.cos(radians), np.sin(radians)
    turn = np.zeros((*degrees.shape, 3, 3))
    for axis, some in axes.items():
        first, second = (axis + 1) % 3, (axis + 2) % 3
        turn[..., some, axis, axis] = 1
        turn[..., some, first, first] = turn[..., some, second, second] = cosine[..., some]
        turn[..., some, second, first] = sine[..., some]
        turn[..., some, first, second] = -sine[..., some]
    return turn


def from_vector(vector: Array) -> Array:
    """A rotation vector (axis × degrees), (…, 3) → (…, 3, 3), by way of its unit quaternion."""
    half = vector.reshape(-1, 3) * (_RADIAN / 2)
    angle = np.maximum(length(half), _TINY)[:, None]
    quaternion = np.concatenate([half * (np.sin(angle) / angle), np.cos(angle)], axis=-1)
    pairs = quaternion @ _FIRST
    pairs *= quaternion @ _SECOND
    turn: Array = (pairs @ _MATRIX).reshape(*vector.shape, 3)
    return turn


_ROTATION = (
    ({"ww": 1, "xx": 1, "yy": -1, "zz": -1}, {"xy": 2, "zw": -2}, {"xz": 2, "yw": 2}),
    ({"xy": 2, "zw": 2}, {"ww": 1, "xx": -1, "yy": 1, "zz": -1}, {"yz": 2, "xw": -2}),
    ({"xz": 2, "yw": -2}, {"yz": 2, "xw": 2}, {"ww": 1, "xx": -1, "yy": -1, "zz": 1}),
)
"""The matrix of a unit quaternion (x, y, z, w): how often each product of two of its parts."""

_PAIRS = ("xx", "yy", "zz", "ww", "xy", "xz", "yz", "xw", "yw", "zw")
_FIRST, _SECOND = (np.eye(4)[:, ["xyzw".index(pair[n]) for pair in _PAIRS]] for n in (0, 1))
_MATRIX = np.array(
    [[float(cell.get(pair, 0)) for row in _ROTATION for cell in row] for pair in _PAIRS]
)


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

"""Hiding: which landmarks a camera can't see because another part of the body is in front of them.

The line of sight from each landmark to the lens is held against the capsules of the body. A part
that a landmark lies inside of, as a knee lies in thigh and lower leg, doesn't hide it.
"""

import numpy as np

from psoas.body.build import Build
from psoas.body.camera import SEEN, Camera
from psoas.body.collisions import CAPSULES, between_lines
from psoas.body.rotations import Array

FULLY = 0.5
"""How deep a line of sight goes into a part, as a share of its radius, when nothing is seen."""

AT_ONCE = 200
"""Frames that are looked at together, so that a long film needs no more memory than a short one."""


def covered(points: Array, camera: Camera, build: Build) -> Array:
    """How well each of the 33 landmarks is hidden, (n, 33), from all points (n, 41, 3).

    0 in plain sight; 1 where the line of sight goes well through another part.
    """
    blocks = range(0, len(points), AT_ONCE)
    return np.concatenate([_covered(points[n : n + AT_ONCE], camera, build) for n in blocks])


def _covered(points: Array, camera: Camera, build: Build) -> Array:
    starts, ends = (table @ points for table in (CAPSULES.starts, CAPSULES.ends))
    marks = points[:, SEEN, None, :]
    radii = CAPSULES.radii * (build.girth * build.stature)
    lens = np.broadcast_to(camera.position, marks.shape)
    inside = _depth(marks, marks, starts[:, None], ends[:, None], radii) > 0
    deep = _depth(marks, lens, starts[:, None], ends[:, None], radii)
    share: Array = np.clip(np.where(inside, 0.0, deep / FULLY), 0, 1).max(axis=-1)
    return share


def _depth(near: Array, far: Array, start: Array, end: Array, radii: Array) -> Array:
    """How deep lines go into capsules, as a share of their radius; below 0 they pass by."""
    shape = np.broadcast_shapes(near.shape, start.shape)
    a, b, c, d = (np.broadcast_to(each, shape) for each in (near, far, start, end))
    apart, _, share = between_lines(a, b, c, d)
    thick = radii[:, 0] * (1 - share) + radii[:, 1] * share
    deep: Array = 1 - apart / thick
    return deep

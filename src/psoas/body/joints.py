"""The joint angles of a body by their anatomical names: planes, signs and limits.

Signs are the clinical ones (flexion, abduction and internal rotation positive), the same on both
sides; the midline's are positive to the right. Orders of rotation follow the ISB recommendations
(Wu et al. 2002 for hip and ankle, 2005 for shoulder, elbow and wrist) as far as they serve:

- hip: flexion, then abduction, then rotation about the thigh (ISB's Z-X-Y, in which adduction and
  internal rotation are positive: our abduction has the opposite sign);
- knee and ankle: hinges about Z. ISB's ankle (and Grood and Suntay 1983 for the knee) have two
  more angles each, which a figure to be followed doesn't show;
- shoulder: plane of elevation, elevation, rotation (ISB's Y-X-Y, in which elevation is negative).
  The rotation is counted from an arm that was raised without twist (ISB's third angle plus the
  plane), so that it stays small and readable;
- elbow: flexion, then pronation, without a carrying angle. Pronation is counted from the thumb
  forward, as clinics do; ISB counts from the palm forward, which gives 90° more;
- wrist: flexion only;
- back, neck and pelvis: one turn about one axis, whose three parts are the side bend, the rotation
  and the flexion. It is shared along the spine, and none of its parts comes before another, where
  ISB takes flexion first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from psoas.body.rotations import Array
from psoas.body.sides import Side
from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """One angle of a joint: what it is called, which way it counts, and its limits in degrees."""

    id: str
    name: str
    plane: str
    positive: str
    low: float
    high: float
    source: str
    published: tuple[float, float] | None = None
    """The range of motion that the source gives; none for a direction."""
    note: str = ""
    """Why the limit is wider than the published range."""
    paired: bool = False
    """Whether each side of the body has its own."""


@dataclass(frozen=True, slots=True)
class _JointFile:
    joints: tuple[Joint, ...]


JOINTS: tuple[Joint, ...] = read_toml(_JointFile, files("psoas.body") / "joints.toml").joints
"""Every joint angle, in the order of the file."""

MIDLINE = tuple(joint.id for joint in JOINTS if not joint.paired)
PAIRED = tuple(joint.id for joint in JOINTS if joint.paired)


def _named(side: Side) -> tuple[str, ...]:
    return tuple(f"{side.value}_{name}" for name in PAIRED)


ANGLES = MIDLINE + _named(Side.RIGHT) + _named(Side.LEFT)
"""The names of all angles, in the order of every array of angles (…, 31)."""

ANGLE: Mapping[str, int] = {name: number for number, name in enumerate(ANGLES)}
"""The place of each angle in an array."""

RIGHT = slice(len(MIDLINE), len(MIDLINE) + len(PAIRED))
LEFT = slice(len(MIDLINE) + len(PAIRED), len(ANGLES))
"""Where the angles of each side stand."""

PAIRED_INDEX: Mapping[str, int] = {name: number for number, name in enumerate(PAIRED)}

_MIRRORED_MIDLINE = [
    MIDLINE.index(name) for name in MIDLINE if not name.endswith(("tilt", "flexion"))
]


class OutsideLimits(ValueError):
    """A pose asks more of a joint than a person can give; the message names the joint."""


def limits(paired_and_midline: str) -> tuple[float, float]:
    """The least and most of an angle by its name with or without its side, in degrees."""
    bare = paired_and_midline.removeprefix("left_").removeprefix("right_")
    joint = next(joint for joint in JOINTS if joint.id == bare)
    return joint.low, joint.high


LOW: Array = np.array([limits(name)[0] for name in ANGLES], dtype=float)
HIGH: Array = np.array([limits(name)[1] for name in ANGLES], dtype=float)


def check_limits(angles: Array, allowance: float = 0.5) -> None:
    """Raise `OutsideLimits` naming the joint that goes furthest past its limit, if one does."""
    beyond = np.maximum(LOW - angles, angles - HIGH).reshape(-1, len(ANGLES))
    frame, worst = np.unravel_index(np.argmax(beyond), beyond.shape)
    if beyond[frame, worst] <= allowance:
        return
    name, value = ANGLES[worst], angles.reshape(-1, len(ANGLES))[frame, worst]
    low, high = LOW[worst], HIGH[worst]
    raise OutsideLimits(
        f"{name} is {value:.0f}°, outside of what a person can do ({low:.0f}° to {high:.0f}°)"
    )


def angles_of(values: Mapping[str, float]) -> Array:
    """An array of angles from some by name; all others are 0. Raises `KeyError` for a stranger."""
    angles = np.zeros(len(ANGLES))
    for name, value in values.items():
        angles[ANGLE[name]] = value
    return angles


def mirrored(angles: Array) -> Array:
    """The same angles with left and right exchanged."""
    other = angles.copy()
    other[..., RIGHT], other[..., LEFT] = angles[..., LEFT], angles[..., RIGHT]
    other[..., _MIRRORED_MIDLINE] *= -1
    return other

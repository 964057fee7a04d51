"""The points of a body: the 33 of BlazePose by name, and midpoints along the spine.

Landmarks are arrays (…, 41, 3) in metres: X forward, Y up, Z to the right of the room in which
the body lies, sits or stands. A camera gives the first 33; the midpoints complete the spine.
"""

from collections.abc import Mapping

from psoas.body.sides import Side

BLAZEPOSE = (
    "nose",
    "left_eye_inner",
    "left_eye",
    "left_eye_outer",
    "right_eye_inner",
    "right_eye",
    "right_eye_outer",
    "left_ear",
    "right_ear",
    "mouth_left",
    "mouth_right",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_pinky",
    "right_pinky",
    "left_index",
    "right_index",
    "left_thumb",
    "right_thumb",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
    "left_ankle",
    "right_ankle",
    "left_heel",
    "right_heel",
    "left_foot_index",
    "right_foot_index",
)
"""The 33 landmarks in BlazePose's own order and names."""

MIDPOINTS = (
    "mid_hip",
    "sacrum",
    "lumbar",
    "waist",
    "chest",
    "mid_shoulder",
    "neck",
    "mid_ear",
)
"""Points of the midline that angles need: between the hips, L5/S1, L3, T12/L1, T6, between the
shoulders, where the neck begins, between the ears."""

LANDMARKS = BLAZEPOSE + MIDPOINTS
"""All points of a body, in the order of every array of landmarks."""

INDEX: Mapping[str, int] = {name: number for number, name in enumerate(LANDMARKS)}
"""The place of each landmark in an array."""


def _opposite(name: str) -> str:
    for one, other in (("left", "right"), ("right", "left")):
        if name.startswith(f"{one}_"):
            return name.replace(f"{one}_", f"{other}_", 1)
        if name.endswith(f"_{one}"):
            return name.removesuffix(one) + other
    return name


OPPOSITE = tuple(INDEX[_opposite(name)] for name in LANDMARKS)
"""For each landmark, its counterpart on the other side of the body."""


def landmark(name: str, side: Side = Side.BOTH) -> int:
    """The place of a landmark: `landmark("knee", Side.LEFT)`, `landmark("nose")`."""
    return INDEX[name if side is Side.BOTH else f"{side.value}_{name}"]

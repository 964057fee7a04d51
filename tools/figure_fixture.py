"""Writes what `drawing.painting` makes of one pose, for the browser's tests to compare with.

Run it from the root when the rules of painting change: `python tools/figure_fixture.py`.
"""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from psoas.body.landmarks import INDEX, LANDMARKS
from psoas.body.rotations import Array
from psoas.drawing import painting
from psoas.drawing.body_data import body_data
from psoas.drawing.clip import clip as clip_of
from psoas.drawing.posing import FIGURE, surroundings
from psoas.drawing.view import View, seen
from psoas.library import load

EXERCISE, POSE = "supine_strap_hamstring", "leg_raised"
VIEW = View(around=50, above=14)
PLACE = Path("browser/test/figure.json")


def main() -> None:
    """Write the body, the clip, and one of its poses as it is painted."""
    exercise = load().exercises[EXERCISE]
    clip = clip_of(exercise)
    points = _frame(clip, POSE)
    body = _landmarks(clip, points)
    solids = [
        replace(solid, points=np.array(prop["points"]) / 1000, radius=prop["radius"] / 1000)
        for solid, prop in zip(surroundings(exercise).solids, clip["props"], strict=True)
    ]
    straps = [_strap(strap, points) for strap in clip["straps"]]
    picture = painting.paint(body, solids, VIEW, FIGURE, straps)
    written = {
        "body": body_data(),
        "clip": clip,
        "pose": POSE,
        "view": asdict(VIEW),
        "behind": [_told(piece) for piece in picture.behind],
        "shadow": [_rounded(painting.outline(*discs)) for discs in picture.shadow],
        "pieces": [_told(piece) for piece in picture.pieces],
    }
    PLACE.write_text(json.dumps(written, separators=(",", ":")) + "\n")


def _frame(clip: dict[str, Any], pose: str) -> Array:
    frames = np.cumsum(np.array(clip["frames"]), axis=0)
    points: Array = frames[clip["poses"][pose]].reshape(-1, 3) / 1000
    return points


def _landmarks(clip: dict[str, Any], points: Array) -> Array:
    """All landmarks; those that no shape needs are at the origin."""
    body = np.zeros((len(LANDMARKS), 3))
    for name, point in zip(clip["points"], points, strict=True):
        if name in INDEX:
            body[INDEX[name]] = point
    return body


def _strap(strap: dict[str, Any], points: Array) -> painting.Piece:
    return painting.Piece(
        id="strap",
        colour="strap",
        middles=seen(points[strap["points"]], VIEW),
        radii=np.full(2, strap["radius"] / 1000),
        near=1.0,
        flat=True,
    )


def _told(piece: painting.Piece) -> dict[str, Any]:
    return {
        "id": piece.id,
        "colour": piece.colour,
        "near": round(piece.near, 4),
        "outline": _rounded(painting.outline(piece.middles, piece.radii)),
        "lit": _rounded(painting.outline(*painting.lit(piece))),
    }


def _rounded(outline: Array) -> list[float]:
    corners: list[float] = np.round(outline, 4).reshape(-1).tolist()
    return corners


if __name__ == "__main__":
    main()

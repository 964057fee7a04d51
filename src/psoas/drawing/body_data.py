"""The shapes and colours of the body for the browser, from the same files as the pictures."""

from dataclasses import asdict
from typing import Any

from psoas.body.landmarks import LANDMARKS
from psoas.body.shapes import PARTS, Part
from psoas.drawing.painting import FAR, LIGHT, LIT
from psoas.drawing.palette import DARK
from psoas.drawing.palette import LIGHT as BRIGHT
from psoas.drawing.svg import LINE


def body_data() -> dict[str, Any]:
    """The shapes of the body, ready for JSON: see `docs/figure.md` for its form."""
    return {
        "parts": [_part(part) for part in PARTS.values()],
        "palette": {"light": asdict(BRIGHT), "dark": asdict(DARK)},
        "light": list(LIGHT),
        "lit": LIT,
        "far": FAR,
        "line": LINE,
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "clothes": part.clothes,
        "joins": part.joins,
        "flat": part.flat,
        "lift": part.lift,
        "balls": [
            {
                "w": [[LANDMARKS[n], round(share, 4)] for n, share in ball.weights.items()],
                "r": ball.radius,
            }
            for ball in part.balls
        ],
    }

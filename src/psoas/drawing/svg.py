"""A picture as SVG: for lists, for paper, and where no script runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from psoas.body.rotations import Array
from psoas.drawing.painting import CORNERS, Glow, Picture, Piece, clipped, lit, outline, rim
from psoas.drawing.palette import LIGHT, Palette, mixed

SCALE = 500.0
"""Units of the picture in a metre."""

LINE = 0.006
"""The width of lines in metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The part of the picture that is shown, in metres."""

    left: float
    right: float
    bottom: float
    top: float


def frame_around(pictures: Iterable[Picture], margin: float = 0.06) -> Frame:
    """The smallest frame with every body and prop of some pictures in it.

    Walls and door frames may be cut.
    """
    rims = [
        np.stack(
            [
                piece.middles[:, :2] - piece.radii[:, None],
                piece.middles[:, :2] + piece.radii[:, None],
            ]
        )
        for picture in pictures
        for piece in (*picture.pieces, *picture.behind)
        if piece.colour not in _CUT
    ]
    low = np.min([rim[0].min(axis=0) for rim in rims], axis=0) - margin
    high = np.max([rim[1].max(axis=0) for rim in rims], axis=0) + margin
    return Frame(left=float(low[0]), right=float(high[0]), bottom=float(low[1]), top=float(high[1]))


_CUT = ("wall", "doorway")


def path(corners: Array) -> str:
    """A closed outline as SVG path data, upwards turned downwards."""
    return f"M{' '.join(map(_point, corners))}Z"


def rounded(middles: Array, radii: Array) -> str:
    """The outline of the skin around discs as SVG path data: straight between, round on them."""
    corners = rim(middles, radii)
    first = _first_of_a_disc(corners)
    runs = _runs(np.roll(corners, -first, axis=0))
    steps = [_point(run[0]) + _arc(run, float(radii[int(run[0][2])])) for run in runs]
    return f"M{'L'.join(steps)}Z"


def _first_of_a_disc(corners: Array) -> int:
    """Where the outline comes from one disc to another; 0 where it is of one disc alone."""
    changes = np.flatnonzero(corners[:, 2] != np.roll(corners[:, 2], 1))
    return int(changes[0]) if len(changes) else 0


def _runs(corners: Array) -> list[Array]:
    """The corners disc by disc; a disc alone as two halves."""
    ends = np.flatnonzero(np.diff(corners[:, 2])) + 1
    if not len(ends):
        half = len(corners) // 2
        return [corners[: half + 1], np.concatenate([corners[half:], corners[:1]])]
    return np.split(corners, ends)


def _arc(run: Array, radius: float) -> str:
    if len(run) < 2:
        return ""
    size = f"{radius * SCALE:.1f}"
    wide = int(len(run) - 1 > CORNERS / 2)
    return f"A{size},{size} 0 {wide} 0 {_point(run[-1])}"


def _point(corner: Array) -> str:
    return f"{round(corner[0] * SCALE)},{round(-corner[1] * SCALE)}"


def shapes(picture: Picture, palette: Palette) -> str:
    """The picture's shapes as SVG elements."""
    parts = [_painted(piece, palette) for piece in picture.behind]
    if picture.shadow:
        ground = "".join(rounded(*discs) for discs in picture.shadow)
        parts.append(f'<path d="{ground}" fill="{palette.shadow}" fill-opacity=".55"/>')
    done: dict[str, Piece] = {}
    for piece in picture.pieces:
        parts.append(_painted(piece, palette))
        parts += [_patch(piece, other, palette) for other in _joined(piece, done.values())]
        around = [other for other in picture.pieces if other is piece or _grow(piece, other)]
        parts += [_glow(glow, around, palette) for glow in picture.glows if glow.part == piece.id]
        done[piece.id] = piece
    return "".join(parts)


def _joined(piece: Piece, done: Iterable[Piece]) -> list[Piece]:
    return [
        other
        for other in done
        if other.colour == piece.colour and not (piece.flat or other.flat) and _grow(piece, other)
    ]


def _grow(piece: Piece, other: Piece) -> bool:
    """Whether one of two pieces grows out of the other."""
    return piece.joins == other.id or other.joins == piece.id


def _tone(piece: Piece, palette: Palette, which: str) -> str:
    tones = palette.colours[piece.colour]
    return mixed(getattr(tones, which), tones.far, 0.45 + 0.55 * piece.near)


def _painted(piece: Piece, palette: Palette) -> str:
    body = (
        f'<path d="{rounded(piece.middles, piece.radii)}" fill="{_tone(piece, palette, "own")}"'
        f' stroke="{_tone(piece, palette, "line")}"/>'
    )
    if piece.flat:
        return body
    return (
        body
        + f'<path d="{rounded(*lit(piece))}" fill="{_tone(piece, palette, "lit")}" stroke="none"/>'
    )


def _patch(piece: Piece, other: Piece, palette: Palette) -> str:
    """No line where one part grows out of another."""
    gaps = np.hypot(*(piece.middles[:, None, k] - other.middles[None, :, k] for k in (0, 1)))
    i, j = np.unravel_index(np.argmin(gaps), gaps.shape)
    radius = np.minimum(piece.radii[i], other.radii[j]).reshape(1) + LINE
    window = outline(piece.middles[i : i + 1], radius)
    both = [clipped(outline(p.middles, p.radii - LINE / 2), window) for p in (other, piece)]
    light = [clipped(outline(*lit(p)), window) for p in (other, piece)]
    return _filled(both, _tone(piece, palette, "own")) + _filled(
        light, _tone(piece, palette, "lit")
    )


def _filled(corners: Iterable[Array], colour: str) -> str:
    data = "".join(path(each) for each in corners if len(each) > 2)
    return f'<path d="{data}" fill="{colour}" stroke="none"/>'


RINGS = ((1.0, 0.3), (0.72, 0.4), (0.45, 0.55))
"""Of a glow: how wide each ring is, as a share of the glow, and how strong."""


def _glow(glow: Glow, around: Sequence[Piece], palette: Palette) -> str:
    """A glow as rings of light, no further than the parts of the body around it."""
    windows = [outline(piece.middles, piece.radii) for piece in around]
    painted = []
    for size, strength in RINGS:
        ring = outline(glow.middles, glow.radii * size)
        seen = "".join(path(part) for part in (clipped(ring, w) for w in windows) if len(part) > 2)
        painted.append(
            f'<path d="{seen}" fill="{palette.glow}" fill-opacity="{strength}" stroke="none"/>'
        )
    return "".join(painted)


def svg(
    picture: Picture,
    frame: Frame,
    palette: Palette = LIGHT,
    title: str = "",
    *,
    crossed: bool = False,
) -> str:
    """A whole SVG file of a picture; `title` is what a screen reader says.

    `crossed` strikes the picture out quietly.
    """
    box = (frame.left, -frame.top, frame.right - frame.left, frame.top - frame.bottom)
    shown = " ".join(f"{value * SCALE:.0f}" for value in box)
    over = _crossing(frame, palette) if crossed else ""
    name = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{shown}" role="img"'
        f' stroke-width="{LINE * SCALE:.1f}" stroke-linejoin="round">'
        f"{name}{shapes(picture, palette)}{over}</svg>"
    )


def _crossing(frame: Frame, palette: Palette) -> str:
    """A quiet line from corner to corner, over a picture paled by the colour of the paper."""
    left, right = frame.left * SCALE, frame.right * SCALE
    top, bottom = -frame.top * SCALE, -frame.bottom * SCALE
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}"'
        f' fill="{palette.paper}" fill-opacity=".45"/>'
        f'<path d="M{left:.0f},{bottom:.0f} {right:.0f},{top:.0f}" stroke="{palette.crossing}"'
        f' stroke-width="{0.018 * SCALE:.1f}" stroke-linecap="round" stroke-opacity=".8"/>'
    )

"""The marks that charts are made of, as SVG text.

Lengths are the picture's own: it is 600 wide, and a page makes it as wide as there is room. Letters
are 15 high on a wide screen and 24 on a narrow one, and every picture leaves room for 24.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 600
LETTER = 24
"""The height of a line of letters at most."""
LETTER_WIDTH = 13.5
"""About how wide such a letter is."""
RIGHT = 10
"""Room at the right edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The part of a picture in which values stand, cut into columns."""

    left: float
    top: float
    height: float
    columns: int

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def width(self) -> float:
        """From its left edge to its right one."""
        return WIDTH - RIGHT - self.left

    @property
    def column_width(self) -> float:
        """How wide a column is."""
        return self.width / self.columns

    def edge(self, column: float) -> float:
        """Where a column begins."""
        return self.left + column * self.column_width

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return self.edge(column + 0.5)

    def height_of(self, share: float) -> float:
        """Where a share of the height lies, 0 at the bottom."""
        return self.bottom - share * self.height


def picture(name: str, title: str, sentence: str, height: float, parts: Iterable[str]) -> str:
    """The whole `<svg>`; `name` tells its ids from those of other charts on a page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {at(height)}"'
        f' role="img" aria-labelledby="{name}-title" aria-describedby="{name}-words">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-words">{escape(sentence)}</desc>{"".join(parts)}</svg>'
    )


def at(value: float) -> str:
    """A length to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, anchor: str = "start", look: str = "") -> str:
    """Words whose lower edge is at `y`."""
    own = f' class="{look}"' if look else ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{at(x)}" y="{at(y)}"{where}{own}>{escape(words)}</text>'


def rule(x1: float, x2: float, y: float, look: str = "axis") -> str:
    """A level line."""
    return f'<path class="{look}" d="M{at(x1)} {at(y)}H{at(x2)}"/>'


def box(x: float, y: float, width: float, height: float, look: str, round: float = 0) -> str:
    """A rectangle."""
    corners = f' rx="{at(round)}"' if round else ""
    size = f'width="{at(width)}" height="{at(height)}"{corners}'
    return f'<rect class="{look}" x="{at(x)}" y="{at(y)}" {size}/>'


def track(points: Sequence[tuple[float, float]], look: str) -> str:
    """A line through points; nothing for a single one."""
    if len(points) < 2:
        return ""
    through = " ".join(f"{at(x)},{at(y)}" for x, y in points)
    return f'<polyline class="{look}" points="{through}"/>'


def mark(x: float, y: float, look: int, size: float = 4.5) -> str:
    """The mark of the first, second or third line: a disc, a square, an open triangle."""
    name = f"mark-{look}"
    if look == 1:
        return f'<circle class="{name}" cx="{at(x)}" cy="{at(y)}" r="{at(size)}"/>'
    if look == 2:
        return box(x - size, y - size, 2 * size, 2 * size, name)
    half, up = size * 1.2, size * 1.3
    way = f"M{at(x)} {at(y - up)}L{at(x + half)} {at(y + up * 0.7)}H{at(x - half)}Z"
    return f'<path class="{name}" d="{way}"/>'


def arrow(x: float, y: float, up: bool, size: float = 8) -> str:
    """A small arrowhead: down where something was made easier, up where a little was added."""
    tip = -size if up else size
    way = f"M{at(x)} {at(y + tip)}L{at(x + size)} {at(y - tip * 0.8)}H{at(x - size)}Z"
    return f'<path class="{"more" if up else "eased"}" d="{way}"/>'

"""The colours of the figure, in light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The tones of one thing: its own, where light falls, the line around it, when far away."""

    own: str
    lit: str
    line: str
    far: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """All colours for one kind of surroundings."""

    paper: str
    shadow: str
    glow: str
    crossing: str
    colours: Mapping[str, Tones]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PaletteFile:
    light: Palette
    dark: Palette


_FILE = read_toml(_PaletteFile, files("psoas.drawing") / "palette.toml")

LIGHT, DARK = _FILE.light, _FILE.dark


def mixed(near: str, far: str, share: float) -> str:
    """A colour so far (0 to 1) from `far` towards `near`, both as #rrggbb."""
    pairs = zip(_parts(near), _parts(far), strict=True)
    return "#" + "".join(f"{round(f + (n - f) * share):02x}" for n, f in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]

"""A picture as PNG, from its SVG."""

import resvg_py


def png(svg: str, width: int | None = None) -> bytes:
    """The PNG of an SVG, as wide as it says or `width` pixels.

    Words on it need a font on the machine; the pictures themselves have none.
    """
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))

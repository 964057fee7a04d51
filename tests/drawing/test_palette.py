"""The colours hold without colour vision: what touches differs in lightness."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.glowing import GLOWS as MUSCLES
from psoas.body.glowing import glows_of
from psoas.body.props import PropKind
from psoas.body.shapes import PARTS
from psoas.body.sides import Side
from psoas.drawing.palette import DARK, LIGHT, mixed
from psoas.drawing.svg import RINGS

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
CLOTHES = ["skin", "shirt", "trousers"]
TOUCHING = [*combinations([*CLOTHES, "strap"], 2), ("skin", "hair")]
ALL_GLOWS = glows_of(tuple(glow.muscle for glow in MUSCLES), (Side.LEFT,))
PALED = 0.45
"""How much of the paper lies over a picture that is crossed out."""
COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")
SURFACES, LINES, GLOWS, BODY = 1.3, 1.6, 1.4, 3
"""The least ratios of luminance, after WCAG 2, of: two surfaces side by side; the line between them
and both; a glow and what it lies on; the body, or the line around it, and the paper. WCAG asks for
3 where nothing else tells; within the body a line is always drawn too."""


def luminance(colour):
    """Relative luminance after WCAG 2, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The contrast of two colours after WCAG 2, 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_usual():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@PALETTES
@pytest.mark.parametrize("tone", ["own", "lit"])
@pytest.mark.parametrize(("one", "other"), [*combinations(CLOTHES, 2)])
def test_skin_shirt_and_trousers_are_told_apart_without_hue(palette, tone, one, other):
    first, second = (getattr(palette.colours[name], tone) for name in (one, other))
    assert contrast(first, second) >= SURFACES


@PALETTES
@pytest.mark.parametrize(("one", "other"), TOUCHING)
def test_a_line_is_seen_between_what_touches(palette, one, other):
    first, second = palette.colours[one], palette.colours[other]
    seen = [min(contrast(line, first.own), contrast(line, second.own))
            for line in (first.line, second.line)]  # fmt: skip
    assert max(seen) >= LINES


@PALETTES
@pytest.mark.parametrize("clothes", sorted({PARTS[glow.part].clothes for glow in ALL_GLOWS}))
def test_a_glow_is_seen_on_whatever_it_lies_without_hue(palette, clothes):
    tones = palette.colours[clothes]
    for tone in (tones.own, tones.lit):
        brightest = tone
        for _, strength in RINGS:
            brightest = mixed(palette.glow, brightest, strength)
        assert contrast(brightest, tone) >= GLOWS


@PALETTES
@pytest.mark.parametrize("clothes", CLOTHES)
def test_the_body_stands_out_from_the_paper(palette, clothes):
    tones = palette.colours[clothes]
    seen = max(contrast(tone, palette.paper) for tone in (tones.own, tones.line))
    assert seen >= (BODY if clothes != "trousers" or palette is LIGHT else SURFACES * 2)


@PALETTES
@pytest.mark.parametrize("clothes", CLOTHES)
def test_light_falls_from_above_and_what_is_far_is_nearer_to_the_paper(palette, clothes):
    tones = palette.colours[clothes]
    assert luminance(tones.lit) > luminance(tones.own) > luminance(tones.line)
    assert contrast(tones.far, palette.paper) < contrast(tones.own, palette.paper)


@PALETTES
@pytest.mark.parametrize("clothes", CLOTHES)
def test_the_crossing_is_seen_over_everything(palette, clothes):
    paled = mixed(palette.paper, palette.colours[clothes].own, PALED)
    assert contrast(palette.crossing, paled) >= 2


@PALETTES
def test_each_thing_that_is_painted_has_its_tones(palette):
    painted = {part.clothes for part in PARTS.values()} | {kind.value for kind in PropKind}
    assert {*palette.colours} == painted | {"strap"}


@given(COLOURS, COLOURS)
def test_mixing_begins_with_the_far_one_and_ends_with_the_near_one(near, far):
    assert mixed(near, far, 0) == far
    assert mixed(near, far, 1) == near


def test_half_of_a_mix_is_half_way():
    assert mixed("#ff0000", "#000000", 0.5) == "#800000"

import numpy as np
import pytest
from tests.body.test_figure import BUILDS

from psoas.body import Position, Side
from psoas.body.figure import skeleton
from psoas.body.glowing import GLOWS, glows_of
from psoas.body.muscles import MUSCLES
from psoas.body.shapes import PARTS

BOTH = (Side.RIGHT, Side.LEFT)
ALL = tuple({glow.muscle for glow in GLOWS})
FORWARD, UP, OUTWARDS = np.eye(3)


@pytest.fixture
def middle(body, build):
    """Where the middle of a right muscle lies on a standing body."""

    def find(muscle):
        first = glows_of((muscle,), (Side.RIGHT,))[0]
        return first.middles(body(), build).mean(axis=0)

    return find


def test_every_muscle_but_the_whole_body_has_its_place():
    assert {*ALL} == {*MUSCLES} - {"whole_body"}


@pytest.mark.parametrize("glow", glows_of(ALL, BOTH), ids=lambda glow: f"{glow.muscle} {glow.part}")
def test_it_is_painted_on_a_part_of_the_body(glow):
    assert glow.part in PARTS


@pytest.mark.parametrize("build", BUILDS, ids=["usual", "small", "large"])
@pytest.mark.parametrize("glow", glows_of(ALL, BOTH), ids=lambda glow: f"{glow.muscle} {glow.part}")
def test_it_lies_on_or_near_the_part_it_is_painted_on(posture, build, glow):
    points = skeleton(posture(), build).points
    part, size = PARTS[glow.part], build.girth * build.stature
    centres, thick = part.weights @ points, part.radii * size
    for end in glow.middles(skeleton(posture(), build), build):
        steps = np.linspace(0, 1, 9)[:, None, None]
        along = centres[:, None] * steps[..., None] + centres[None] * (1 - steps[..., None])
        nearest = np.linalg.norm(along - end, axis=-1).min()
        assert nearest < thick.max() + glow.radius * size


def test_muscles_lie_where_they_are(body, middle):
    knee, hip = body().point("right_knee"), body().point("right_hip")
    thigh = (knee + hip) / 2
    assert middle("hamstrings") @ FORWARD < thigh @ FORWARD < middle("quadriceps") @ FORWARD
    assert middle("calves") @ UP < knee @ UP
    assert middle("gluteals") @ FORWARD < hip @ FORWARD
    assert middle("adductors") @ OUTWARDS < thigh @ OUTWARDS


def test_the_sides_that_are_felt_glow_and_the_midline_glows_once():
    paired = [glow for glow in GLOWS if glow.paired]
    single = [glow for glow in GLOWS if not glow.paired]
    assert paired and single
    assert len(glows_of(ALL, BOTH)) == 2 * len(paired) + len(single)
    assert len(glows_of(ALL, BOTH[:1])) == len(GLOWS)
    assert {glow.side for glow in glows_of(ALL, (Side.LEFT,))} == {Side.LEFT, Side.BOTH}


def test_what_is_not_felt_does_not_glow():
    assert glows_of((), BOTH) == glows_of(("whole_body",), BOTH) == ()


def test_the_left_one_is_the_mirror_of_the_right_one(body, build):
    for muscle in ALL:
        right, left = (glows_of((muscle,), (side,))[0] for side in BOTH)
        here, there = (glow.middles(body(), build) for glow in (right, left))
        if right.paired:
            assert np.allclose(here * [1, 1, -1], there)
            opposite = {"right": "left", "left": "right"}
            first, _, rest = right.part.partition("_")
            assert left.part == (f"{opposite[first]}_{rest}" if first in opposite else right.part)


def test_it_goes_along_with_the_body_in_a_stack_of_frames(random_postures, build):
    stack = random_postures(3, 5, Position.SUPINE)
    glow = glows_of(("hamstrings",), (Side.RIGHT,))[0]
    assert glow.middles(skeleton(stack, build), build).shape == (5, 2, 3)

"""A small exercise of our own, so that nothing hangs on how the library's are drawn."""

from dataclasses import replace

import numpy as np
import pytest

from psoas.body import Position, Surface
from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.props import Prop, PropKind
from psoas.drawing.figure import model
from psoas.library import Exercise, load
from psoas.library.exercise import Dose, Kind, Look, Pose, Quality, Rung, Sides, Status, Step

LYING = Position.SUPINE
POSES = {
    "ready": Pose(base=LYING, shows="Lying on your back, both knees bent."),
    "strap_on": Pose(
        base=LYING,
        start="ready",
        shows="A strap around one <heel>.",
        angles={"this_hip_flexion": 95, "this_knee_flexion": 100,
                "both_shoulder_plane": 90, "both_shoulder_elevation": 60},
        touch={"this_foot": "free", "both_hands": "strap this_foot"},
    ),
    "leg_up": Pose(
        base=LYING,
        start="strap_on",
        shows="The strapped leg raised.",
        angles={"this_hip_flexion": 75, "this_knee_flexion": 15},
    ),
}  # fmt: skip
PROPS = (
    Prop(kind=PropKind.MAT),
    Prop(kind=PropKind.CUSHION, at=(-1.2, 0.0), poses=("leg_up",)),
)


def step(pose, seconds=5):
    return Step(say="Go on.", pose=pose, seconds=seconds)


EXERCISE = Exercise(
    id="strap_stretch",
    name="Stretch with a strap",
    summary="A leg is raised.",
    kind=Kind.STATIC,
    status=Status.OK,
    quality=Quality.DRAFT,
    position=LYING,
    surfaces=(Surface.FLOOR,),
    sides=Sides.EACH,
    muscles=("hamstrings", "lumbar_extensors"),
    ladder=Rung(name="hamstring", level=1),
    dose=Dose(),
    poses=POSES,
    props=PROPS,
    look=Look(around=80, above=14),
    enter=(step("ready"), step("strap_on"), step("leg_up")),
    out=(step("strap_on"), step("ready")),
)


@pytest.fixture(scope="session")
def exercise():
    """Our exercise, with some of it otherwise: `exercise(sides=Sides.BOTH)`."""
    return lambda **differences: replace(EXERCISE, **differences)


@pytest.fixture(scope="session")
def ours():
    """Our exercise as it is, its poses taken."""
    return model(EXERCISE)


@pytest.fixture(scope="session")
def library():
    """A library that knows our exercise and nothing else."""
    return replace(load(), exercises={EXERCISE.id: EXERCISE})


@pytest.fixture(scope="session")
def points(ours):
    """The landmarks of our body with the leg raised."""
    return skeleton(ours.poses["leg_up"].posture, Build()).points


@pytest.fixture
def chance():
    return np.random.default_rng(5)

"""Bodies for the tests: one in a pose by its angles, and many in random poses."""

import numpy as np
import pytest
from hypothesis import settings

from psoas.body import Position
from psoas.body.build import Build
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import ANGLES, HIGH, LOW, angles_of

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def build():
    return Build()


@pytest.fixture(scope="session")
def posture():
    """A posture by its angles: `posture(right_hip_flexion=90)`."""

    def make(position=Position.STANDING, **angles):
        return Posture(position=position, angles=angles_of(angles), root=np.zeros(3))

    return make


@pytest.fixture(scope="session")
def body(posture, build):
    """The skeleton of a posture by its angles."""
    return lambda position=Position.STANDING, **angles: skeleton(posture(position, **angles), build)


@pytest.fixture(scope="session")
def random_postures():
    """A stack of so many postures anywhere within a person's limits.

    Not nearer to a limit than a hundredth of a degree: in a quite straight elbow it can't be
    seen which of arm and forearm has turned, nor in an arm that hangs where it was raised.
    """

    def make(seed, count, position=Position.STANDING):
        chance = np.random.default_rng(seed)
        angles = chance.uniform(LOW + 0.01, HIGH - 0.01, (count, len(ANGLES)))
        return Posture(position=position, angles=angles, root=chance.normal(size=(count, 3)))

    return make

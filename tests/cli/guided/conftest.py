import pytest
from tests.cli.guided.short_session import SCRIPT, FakeTime, Kept, Shown

from psoas.cli.guided.player import player


@pytest.fixture
def shown():
    return Shown()


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def play(shown, kept):
    """Play the short script while keys come at certain seconds; how it stopped."""

    def play(*presses, **more):
        time = FakeTime(presses)
        return player(SCRIPT, kept, time, shown, time.clock, **more).run()

    return play

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from tests.plan.people import GO_AHEAD, LEFT_LEG, LIBRARY, LOCKED, plan

from psoas.body import Side
from psoas.plan.session import Amount, PlannedStep, Purpose, Session
from psoas.safety.clearance import RaisedFlag, Sessions, Triage
from psoas.sharing.timetable import Slot, Timetable

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def timetable():
    """Makes a choice: `timetable("mon 8:00", "thu 18:30", minutes=15)`."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

    def slot(text):
        day, clock = text.split()
        hour, minute = clock.split(":")
        return Slot(weekday=days.index(day), at=time(int(hour), int(minute)))

    def make(*slots, **more):
        usual = {"zone": "Europe/Berlin", "starts": MONDAY, "chosen_at": NOON}
        return Timetable(slots=tuple(map(slot, slots)), **(usual | more))

    return make


@pytest.fixture(scope="session")
def session():
    """Today's session of a person with symptoms in the left leg."""
    return plan(LEFT_LEG)


@pytest.fixture(scope="session")
def locked():
    """A day on which nothing may be started, and what to do instead."""
    flag = RaisedFlag(
        id="ces_saddle", triage=Triage.EMERGENCY_NOW, sessions=Sessions.NONE, card="emergency",
        why="It must be looked at.", do="Go to an emergency department now.",
    )  # fmt: skip
    return plan(clearance=replace(LOCKED, flags=(flag,)))


def doing(identity, *sides, how=(), **amount):
    """A session of one exercise of the library: `doing("pelvic_tilt", hold_seconds=2)`."""
    exercise = LIBRARY.exercises[identity]
    step = PlannedStep(
        exercise=identity, sides=sides or (Side.BOTH,), amount=Amount(**amount), how=how,
        position=exercise.position, surface=exercise.surfaces[0],
    )  # fmt: skip
    return Session(
        on=MONDAY, purpose=Purpose.FULL, title="Today", steps=(step,), left_out=(),
        clearance=GO_AHEAD,
    )  # fmt: skip

from datetime import UTC, date, datetime, timedelta

import pytest

from psoas.library import load
from psoas.plan.events import Event, EventKind

DAY = date(2026, 3, 2)


@pytest.fixture
def library():
    return load()


@pytest.fixture
def morning():
    """Makes events: the n-th morning of a person."""

    def make(n=0, pain=3, person="me", identity=None):
        return Event(
            id=identity or f"morning-{n}",
            person=person,
            at=datetime(2026, 3, 2, 7, tzinfo=UTC) + timedelta(days=n),
            on=DAY + timedelta(days=n),
            kind=EventKind.MORNING,
            data={"pain": pain, "left": 1, "right": 1, "up_under_1h": True},
        )

    return make

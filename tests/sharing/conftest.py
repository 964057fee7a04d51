from datetime import UTC, date, datetime, time

import pytest

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

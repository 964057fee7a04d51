"""What leaves in other people's formats: how long it takes to write, and how large it is."""

import json
from collections.abc import Callable, Iterator
from datetime import time

from benchmarks.life import LAST_DAY, PERSON
from benchmarks.measuring import Size, median_seconds, yardstick
from benchmarks.planning import GO_AHEAD, NOW
from benchmarks.table import Row
from psoas.diary import Diary
from psoas.library import Library
from psoas.sharing.calendar import calendar_feed
from psoas.sharing.fhir import KINDS, HealthRecord, bundle
from psoas.sharing.tables import DAY_KINDS, days_as_csv
from psoas.sharing.timetable import Slot, Timetable

CHOSEN = Timetable(
    slots=tuple(Slot(weekday=weekday, at=time(8)) for weekday in range(5)),
    zone="Europe/London",
    starts=LAST_DAY,
    chosen_at=NOW,
)


def rows(library: Library, diary: Diary, size: Size) -> Iterator[Row]:
    """The bundle and the table of a long diary, and a feed for a calendar."""
    reading = median_seconds(lambda: diary.events(kinds=KINDS), 1)
    for what, write in (
        ("FHIR bundle", lambda: _bundle(library, diary)),
        ("table of days", lambda: days_as_csv(diary.events(kinds=DAY_KINDS)).encode()),
    ):
        yield Row(
            what=f"{what} of {size.diary} ({_kilobytes(write)})",
            seconds=median_seconds(write, 1),
            baseline="only read its events",
            baseline_seconds=reading,
        )
    yield Row(
        what=f"calendar feed of five sessions a week ({_kilobytes(_feed)})",
        seconds=median_seconds(_feed, size.repeats),
        baseline="a loop of 50,000 steps in plain Python",
        baseline_seconds=median_seconds(yardstick, size.repeats),
    )


def _bundle(library: Library, diary: Diary) -> bytes:
    record = HealthRecord(
        whose="made-up",
        person=PERSON,
        clearance=GO_AHEAD,
        events=diary.events(kinds=KINDS),
        library=library,
    )
    return json.dumps(bundle(record, NOW)).encode()


def _feed() -> bytes:
    return calendar_feed([CHOSEN], "made-up", NOW).body


def _kilobytes(write: Callable[[], bytes]) -> str:
    return f"{len(write()) / 1000:,.0f} kB"

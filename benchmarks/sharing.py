"""What leaves in other people's formats: how long it takes to write, and how large it is.

Each after two weeks and after years, through the practice, as the page and the command ask for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.life import LAST_DAY, lived
from benchmarks.measuring import Size, median_seconds, yardstick
from benchmarks.planning import NOW
from benchmarks.table import Row
from psoas.diary import Diary, import_into, open_diary, unpacked
from psoas.library import Library
from psoas.practice import Practice
from psoas.practice.taking import Way, take
from psoas.sharing.calendar import calendar_feed
from psoas.sharing.fhir import KINDS
from psoas.sharing.tables import DAY_KINDS
from psoas.sharing.timetable import Slot, Timetable

CHOSEN = Timetable(
    slots=tuple(Slot(weekday=weekday, at=time(8)) for weekday in range(5)),
    zone="Europe/London",
    starts=LAST_DAY,
    chosen_at=NOW,
)
SHORT = "two weeks"
MONTH = timedelta(days=30)
WRITTEN = (
    ("FHIR bundle", Way.FHIR, KINDS),
    ("table of days", Way.DAYS, DAY_KINDS),
    ("copy", Way.JSON, ()),
)
"""What, in which format, and the kinds of event that it reads; none: all."""
YARDSTICK = "a loop of 50,000 steps in plain Python"


def rows(library: Library, diary: Diary, size: Size) -> Iterator[Row]:
    """Files of a short and of a long diary, calendars of one choice and of many."""
    with TemporaryDirectory() as folder:
        short = open_diary(Path(folder) / "short")
        short.add(lived(library, weeks=2, times=1))
        yield from _of_diary(library, short, SHORT, size.repeats)
        short.close()
        yield from _of_diary(library, diary, size.diary, 1)
        yield _back(library, diary, Path(folder) / "back", size)
    yield from _calendars(size)


def _of_diary(library: Library, diary: Diary, length: str, repeats: int) -> Iterator[Row]:
    practice = Practice(diary, library, lambda: NOW, lambda: "made-up")
    practice.memory()
    for what, way, kinds in WRITTEN:
        reading = median_seconds(partial(diary.events, kinds=kinds), repeats)
        yield Row(
            what=f"{what} of {length} ({_kilobytes(take(practice, way)[0].content)})",
            seconds=median_seconds(partial(take, practice, way), repeats),
            baseline="only read the same events",
            baseline_seconds=reading,
        )


def _back(library: Library, diary: Diary, folder: Path, size: Size) -> Row:
    """A copy looked at and brought into an empty diary, beside reading that diary."""
    practice = Practice(diary, library, lambda: NOW, lambda: "made-up")
    copy = take(practice, Way.JSON)[0].content
    other = open_diary(folder)
    seconds = median_seconds(lambda: import_into(other, unpacked(copy)), 1)
    other.close()
    return Row(
        what=f"bring the copy of {size.diary} back",
        seconds=seconds,
        baseline="only read its events",
        baseline_seconds=median_seconds(diary.events, 1),
    )


def _calendars(size: Size) -> Iterator[Row]:
    """A feed of five sessions a week, chosen once; and chosen anew each month for ten years."""
    monthly = tuple(_chosen_on(LAST_DAY - MONTH * ago, ago) for ago in range(120, -1, -1))
    for what, chosen in (("chosen once", (CHOSEN,)), ("chosen anew 120 times", monthly)):
        yield Row(
            what=f"calendar feed of five sessions a week, {what} ({_kilobytes(_feed(chosen))})",
            seconds=median_seconds(partial(_feed, chosen), size.repeats),
            baseline=YARDSTICK,
            baseline_seconds=median_seconds(yardstick, size.repeats),
        )


def _chosen_on(day: date, ago: int) -> Timetable:
    """A choice of that day, an hour earlier or later than the one before."""
    slots = tuple(replace(slot, at=time(8 + ago % 3)) for slot in CHOSEN.slots)
    return replace(CHOSEN, slots=slots, starts=day, chosen_at=NOW - MONTH * ago)


def _feed(chosen: tuple[Timetable, ...]) -> bytes:
    return calendar_feed(chosen, "made-up", NOW).body


def _kilobytes(content: bytes) -> str:
    return f"{len(content) / 1000:,.0f} kB"

"""Planning a day, and reading what the plan remembers from a diary of many years."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from benchmarks.life import LAST_DAY, PERSON, lived
from benchmarks.measuring import Size, median_seconds, yardstick
from benchmarks.table import Row
from psoas.coach import manner_of, pace_of
from psoas.diary import Diary, open_diary
from psoas.library import Library
from psoas.plan.memory import Memory
from psoas.plan.session import Session
from psoas.plan.today import today
from psoas.practice.standing import Standing, stand
from psoas.safety.clearance import Clearance, Sessions, Triage

LIMIT = 0.020
"""Seconds that planning a day may take, however long the diary is."""
NOW = datetime.combine(LAST_DAY, time(9), UTC)
GO_AHEAD = Clearance(triage=Triage.GO_AHEAD, sessions=Sessions.ALL, ask_again=LAST_DAY)


def filled(folder: Path, library: Library, size: Size) -> Diary:
    """A long diary in a folder."""
    diary = open_diary(folder)
    diary.add(lived(library, size.weeks, size.times))
    return diary


def rows(library: Library, diary: Diary, size: Size) -> Iterator[Row]:
    """The figures about planning and memory."""
    yield from _remembering(library, diary, size)
    yield from _planning(library, diary, size)


def _remembering(library: Library, diary: Diary, size: Size) -> Iterator[Row]:
    """The memory first, for reading it once leaves its snapshot."""
    long = f"remember a diary of {size.diary}, {diary.count():,} events"
    everything = median_seconds(diary.events, 1)
    folded = median_seconds(lambda: diary.memory(library), 1)
    kept = median_seconds(lambda: diary.memory(library), size.repeats)
    yield Row(
        what=f"{long}, anew (once after an update)",
        seconds=folded,
        baseline="only read its events",
        baseline_seconds=everything,
    )
    yield Row(
        what=f"{long}, from its snapshot",
        seconds=kept,
        baseline="count its events",
        baseline_seconds=median_seconds(diary.count, size.repeats),
    )


def _planning(library: Library, diary: Diary, size: Size) -> Iterator[Row]:
    empty = median_seconds(lambda: _first_day(library), size.repeats)
    standing = stand(diary.memory(library), library, NOW)
    full = median_seconds(lambda: _day(library, standing), size.repeats)
    opened = median_seconds(lambda: _opened(library, diary), size.repeats)
    yield Row(
        what="plan a day, empty diary",
        seconds=empty,
        baseline="a loop of 50,000 steps in plain Python",
        baseline_seconds=median_seconds(yardstick, size.repeats),
        limit=LIMIT,
    )
    yield Row(
        what=f"plan a day, diary of {size.diary}",
        seconds=full,
        baseline="plan a day, empty diary",
        baseline_seconds=empty,
        limit=LIMIT,
    )
    yield Row(
        what="read that diary, judge the last session and plan the day",
        seconds=opened,
        baseline="plan a day, empty diary",
        baseline_seconds=empty,
    )


def _first_day(library: Library) -> Session:
    nothing = Memory()
    pace = pace_of(library, manner_of(nothing))
    return today(library, PERSON, GO_AHEAD, nothing, LAST_DAY, pace=pace)


def _day(library: Library, standing: Standing) -> Session:
    known = (standing.person, standing.clearance, standing.memory, standing.on)
    return today(library, *known, pace=pace_of(library, manner_of(standing.memory)))


def _opened(library: Library, diary: Diary) -> Session:
    return _day(library, stand(diary.memory(library), library, NOW))

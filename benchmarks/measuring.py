"""Repeating a piece of work and taking the median, which a noisy machine moves least."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured."""

    diary: str
    """How long the long diary is, in words."""
    weeks: int
    """That are lived through for it."""
    times: int
    """How often they are repeated."""
    repeats: int
    """Of work that takes milliseconds."""
    starts: int
    """Of processes started from cold."""
    requests: int
    """To each page."""
    broken_pages: int
    """That the reader of articles is given."""
    scored: bool
    """Whether the reader is scored on annotated pages, where they are."""
    frame_seconds: float
    """Seconds for which the frames of the figure are watched."""


FULL = Size(
    diary="ten years",
    weeks=52,
    times=10,
    repeats=51,
    starts=9,
    requests=300,
    broken_pages=10_000,
    scored=True,
    frame_seconds=10,
)
QUICK = Size(
    diary="four weeks",
    weeks=2,
    times=2,
    repeats=3,
    starts=1,
    requests=5,
    broken_pages=20,
    scored=False,
    frame_seconds=0.5,
)


def median_seconds(work: Callable[[], object], repeats: int) -> float:
    """The median of `repeats` runs, after one that warms up; a single run is taken as it is."""
    if repeats > 1:
        work()
    return median(_once(work) for _ in range(repeats))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def yardstick() -> int:
    """Some plain Python whose time tells how fast this machine is just now."""
    return sum(number * number for number in range(50_000))

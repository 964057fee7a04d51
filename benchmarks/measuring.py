"""Repeating a piece of work and taking the median, which a noisy machine moves least."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured."""

    years: int
    """Of the long diary."""
    repeats: int
    """Of work that takes milliseconds."""
    starts: int
    """Of processes started from cold."""
    requests: int
    """To each page."""


FULL = Size(years=10, repeats=51, starts=9, requests=300)
QUICK = Size(years=1, repeats=3, starts=1, requests=5)


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The median of `repeats` runs, after one that warms up."""
    work()
    return median(_once(work) for _ in range(repeats))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def yardstick() -> int:
    """Some plain Python whose time tells how fast this machine is just now."""
    return sum(number * number for number in range(50_000))

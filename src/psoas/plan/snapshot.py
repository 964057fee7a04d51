"""What the plan knows as plain JSON values, so that a long diary need not be folded each time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from psoas.body import Side
from psoas.knowledge import parse
from psoas.knowledge.reading import adapter
from psoas.plan.memory import DoneDay, Memory

MEMORY_VERSION = 3
"""Raised whenever `Memory` changes: a snapshot of another version is folded anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A `DoneDay` with its seconds as a list, for JSON has no pairs as keys."""

    on: date
    seconds: tuple[tuple[str, Side, int], ...]


def memory_as_data(memory: Memory) -> dict[str, Any]:
    """All of it as JSON values; `memory_from_data` reads it back."""
    data: dict[str, Any] = adapter(Memory).dump_python(replace(memory, days=()), mode="json")
    return {**data, "days": [_day_as_data(day) for day in memory.days]}


def _day_as_data(day: DoneDay) -> dict[str, Any]:
    seconds = [[exercise, side.value, done] for (exercise, side), done in day.seconds.items()]
    return {"on": day.on.isoformat(), "seconds": seconds}


def memory_from_data(data: Mapping[str, Any]) -> Memory:
    """The memory that `memory_as_data` wrote; raises `BadData` where it isn't one."""
    file = "snapshot"
    days = parse(tuple[_Day, ...], data.get("days", ()), file)
    memory = parse(Memory, {**data, "days": ()}, file)
    return replace(memory, days=tuple(map(_day, days)))


def _day(day: _Day) -> DoneDay:
    return DoneDay(
        on=day.on, seconds={(exercise, side): done for exercise, side, done in day.seconds}
    )

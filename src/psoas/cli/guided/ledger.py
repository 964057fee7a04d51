"""How many seconds of each side of each exercise were really held or moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from psoas.body import Side
from psoas.coach import Moment, Script

Part = tuple[int, Side]
"""One side of one exercise: the index of its step, and the side."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was done of one side and not yet reported; `completed` in percent of its dose."""

    moment: Moment
    seconds: int
    completed: int


@dataclass(slots=True)
class Ledger:
    """Seconds done and, of these, seconds reported, by part."""

    done: dict[Part, float] = field(default_factory=dict)
    told: dict[Part, float] = field(default_factory=dict)

    @classmethod
    def opened(cls, events: Iterable[Mapping[str, Any]]) -> "Ledger":
        """With what the diary knows of the session already."""
        ledger = cls()
        for event in events:
            part = (int(event["step"]), Side(event["side"]))
            ledger.done[part] = ledger.done.get(part, 0) + float(event["seconds"])
        ledger.told = dict(ledger.done)
        return ledger

    def add(self, script: Script, since: float, until: float) -> None:
        """Write down that the script was played from one second to another."""
        for moment in _work(script):
            seconds = min(until, moment.end) - max(since, moment.start)
            if seconds > 0:
                self.done[part_of(moment)] = self.done.get(part_of(moment), 0) + seconds

    def report(self, script: Script, moment: Moment) -> Report | None:
        """What is to be reported of the moment's side; None where that is nothing."""
        part = part_of(moment)
        done = self.done.get(part, 0)
        seconds = round(done - self.told.get(part, 0))
        if seconds < 1:
            return None
        self.told[part] = done
        completed = _percent(done, _planned(script).get(part, 0))
        return Report(moment=moment, seconds=seconds, completed=completed)

    def completed(self, script: Script) -> int:
        """Percent of the whole session that was done."""
        planned = _planned(script)
        done = sum(min(whole, self.done.get(part, 0)) for part, whole in planned.items())
        return _percent(done, sum(planned.values()))


def finished(script: Script, since: float, until: float) -> list[Moment]:
    """The last holds or repetitions of a side that ended between two seconds."""
    last = {part_of(moment): moment for moment in _work(script)}
    return [moment for moment in last.values() if since < moment.end <= until]


def part_of(moment: Moment) -> Part:
    """The side of the exercise that a moment belongs to."""
    return moment.step, moment.side


def _work(script: Script) -> list[Moment]:
    return [moment for moment in script.moments if moment.kind.is_work]


def _planned(script: Script) -> dict[Part, float]:
    seconds: dict[Part, float] = {}
    for moment in _work(script):
        seconds[part_of(moment)] = seconds.get(part_of(moment), 0) + moment.seconds
    return seconds


def _percent(done: float, whole: float) -> int:
    return min(100, round(100 * done / whole)) if whole > 0 else 0

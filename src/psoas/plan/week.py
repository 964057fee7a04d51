"""Where someone is in the gentle frame of 21 days, and afterwards."""

from dataclasses import dataclass
from datetime import date

from psoas.plan.memory import Memory
from psoas.plan.planning import planning


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A day of the frame, or the time after it. Nothing is lost by a day left out."""

    day: int
    """1 on the day of the first session; days count on whether or not something was done."""
    days: int

    @property
    def maintenance(self) -> bool:
        """Whether the frame is over: three or four days a week are enough."""
        return self.day > self.days

    @property
    def title(self) -> str:
        """What a plain session is called on that day."""
        titles = planning().titles
        if self.maintenance:
            return titles.maintenance
        return titles.full.format(day=self.day, days=self.days)


def phase(memory: Memory, on: date) -> Phase:
    """The day of the frame; before the first session it is day one."""
    first = memory.first_session or on
    return Phase(day=max(1, (on - first).days + 1), days=planning().frame.days)

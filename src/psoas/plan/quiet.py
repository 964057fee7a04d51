"""The hours in which Psoas says nothing by itself."""

from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """From one time of the clock until another, which may be the next morning.

    The two alike: never quiet.
    """

    start: time
    until: time
    """The first minute that isn't quiet any more."""

    def covers(self, moment: datetime) -> bool:
        """Whether it is quiet at a moment, as the clock shows it in that moment's own zone."""
        clock = moment.time()
        if self.start <= self.until:
            return self.start <= clock < self.until
        return clock >= self.start or clock < self.until


USUAL = Quiet(start=time(21), until=time(7))
"""Where the person says nothing else: an evening, and early risers may still be reminded."""

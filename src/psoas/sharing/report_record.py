"""All that a report for a clinician is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from psoas.charts.chart import Chart
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.progress import days as told_days
from psoas.progress.advice import Advice
from psoas.progress.days import Day, days_of
from psoas.progress.ranges import Span
from psoas.progress.wanted import GivenTotal, WantedBack
from psoas.safety.clearance import Clearance, Cleared
from psoas.safety.person import Person

FLARE_KINDS = (EventKind.FLARE_STARTED, EventKind.FLARE_ENDED)

REPORT_KINDS = tuple(
    dict.fromkeys(
        (
            *told_days.DAY_KINDS,
            EventKind.SESSION_ENDED,
            EventKind.EXERCISE_SKIPPED,
            EventKind.HURT,
            EventKind.DECIDED,
            *FLARE_KINDS,
        )
    )
)
"""The events that a report is made from."""


@dataclass(frozen=True, kw_only=True)
class ClinicianReport:
    """All that goes into a report."""

    made_on: date
    span: Span
    """The days that are told; how it goes is always told from the beginning."""
    since: date | None
    """The first session; None: there was none yet."""
    person: Person
    clearance: Clearance
    checked_on: date | None
    """The day of the latest full safety check."""
    library: Library
    events: Sequence[Event]
    """Everything of `REPORT_KINDS` in the time told, and as much before it as is compared with."""
    pain: Chart | None = None
    reach: Chart | None = None
    function: Mapping[str, Chart] = field(default_factory=dict)
    """By the id of the measure, the one to show first at the head."""
    cleared: Mapping[str, Cleared] = field(default_factory=dict)
    """Danger signs and conditions that a clinician assessed, by id."""
    advice: tuple[Advice, ...] = ()
    """Whom the rules advise to see."""
    wanted: WantedBack = field(default_factory=WantedBack)
    totals: tuple[GivenTotal, ...] = ()
    name: str = ""
    """As the person gives it for this report."""

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """All days, the earliest first."""
        return days_of(self.events)

    @cached_property
    def inside(self) -> tuple[Event, ...]:
        """What happened in the time that is told."""
        return tuple(event for event in self.events if self.span.holds(event.on))

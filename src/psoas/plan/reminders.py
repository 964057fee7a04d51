"""Whether one of the times that a person chose for sessions calls for a reminder now.

At most one reminder for one chosen time, none in quiet hours, none once the session is done.
Moments are told apart in universal time, so that a change of the clock doubles and drops none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from psoas.plan.quiet import Quiet

LATE = timedelta(minutes=60)
"""How long after a chosen time a reminder still makes sense; later it would only nag."""
AFTER_A_SESSION = timedelta(hours=2)
"""So long after a session began nobody is reminded of one, whatever else was chosen."""
DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenTime:
    """One chosen time of one day."""

    day: date
    at: time
    """As the person's clock shows it."""
    moment: datetime
    """In universal time."""
    number: int
    """The n-th of its day, from 1."""

    @property
    def name(self) -> str:
        """The same for the same time wherever it is asked for, like 2026-03-02T08:00."""
        return datetime.combine(self.day, self.at).isoformat(timespec="minutes")


def chosen_times(
    weekly: Iterable[tuple[int, time]], zone: tzinfo, day: date
) -> tuple[ChosenTime, ...]:
    """The chosen times of one day in their order; `weekly` are weekdays (0: Monday) and times.

    A time that the clock leaves out on that day comes an hour later, as in calendars (RFC 5545,
    3.3.5); one that it shows twice comes the first time.
    """
    times = sorted({at for weekday, at in weekly if weekday == day.weekday()})
    moments = {at: datetime.combine(day, at, zone).astimezone(UTC) for at in times}
    ordered = sorted(times, key=lambda at: moments[at])
    return tuple(
        ChosenTime(day=day, at=at, moment=moments[at], number=number)
        for number, at in enumerate(ordered, start=1)
    )


def due(
    now: datetime,
    times: Sequence[ChosenTime],
    quiet: Quiet,
    begun: Sequence[datetime],
) -> ChosenTime | None:
    """The chosen time of today that calls for a reminder now; None: nothing is to be said.

    `now` in the person's own zone; `times` today's; `begun` when today's sessions began, in
    universal time.
    """
    past = [one for one in times if one.moment <= now]
    if not past or quiet.covers(now):
        return None
    latest = past[-1]
    late = now.astimezone(UTC) - latest.moment >= LATE
    return None if late or _is_met(latest, now, begun) else latest


def _is_met(chosen: ChosenTime, now: datetime, begun: Sequence[datetime]) -> bool:
    """Whether as many sessions began as times have come, or one began just now."""
    recent = any(now.astimezone(UTC) - one < AFTER_A_SESSION for one in begun)
    return recent or len(begun) >= chosen.number


def next_time(now: datetime, weekly: Sequence[tuple[int, time]], zone: tzinfo) -> ChosenTime | None:
    """The first chosen time after now; None where none was chosen."""
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    coming = (one for day in days for one in chosen_times(weekly, zone, day))
    return next((one for one in coming if one.moment > now), None)

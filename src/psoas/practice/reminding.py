"""Whether to remind the person of a session now, and that each chosen time is reminded of once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from psoas.plan.events import EventKind
from psoas.plan.planned import Purpose
from psoas.plan.reminders import ChosenTime, chosen_times, due, next_time
from psoas.practice.desking import desk_sessions
from psoas.practice.practice import Practice
from psoas.practice.standing import GO_ON_WITHIN
from psoas.practice.timing import quiet_of, times_of
from psoas.sharing.timetable import Timetable
from psoas.sharing.timezones import zone_named

SILENT_ON = (Purpose.REST, Purpose.NONE)
"""On a rest day, and while a danger sign closes everything, nobody is called to a session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """What is to be said now, and when it is worth asking again."""

    due: ChosenTime | None = None
    """The chosen time to remind of; it may have been reminded of already."""
    title: str = ""
    """What the person calls their sessions in a calendar."""
    next: datetime | None = None
    """The next chosen time; None: there will be none."""


def reminding(practice: Practice) -> Reminding:
    """Whether a reminder is due now."""
    settings = practice.memory().settings
    chosen = times_of(practice).now
    if chosen is None or not chosen.slots or settings.get("remind") is False:
        return Reminding()
    zone = zone_named(chosen.zone)
    now = practice.now().astimezone(zone)
    weekly = _weekly(chosen)
    today = [one for one in chosen_times(weekly, zone, now.date()) if _holds(chosen, one)]
    begun, breaks = _begun(practice, now)
    called = due(now, today, quiet_of(settings), begun)
    open_now = called is not None and not _is_busy(now, breaks) and _calls(practice)
    return Reminding(
        due=called if open_now else None,
        title=chosen.title,
        next=_moment(next_time(now, weekly, zone)),
    )


def _weekly(chosen: Timetable) -> Sequence[tuple[int, time]]:
    return [(slot.weekday, slot.at) for slot in chosen.slots]


def _holds(chosen: Timetable, one: ChosenTime) -> bool:
    """Whether it was chosen before it came, and still holds on that day."""
    ended = chosen.until is not None and one.day > chosen.until
    return one.day >= chosen.starts and one.moment >= chosen.chosen_at and not ended


def _moment(one: ChosenTime | None) -> datetime | None:
    return one.moment if one else None


def _begun(practice: Practice, now: datetime) -> tuple[list[datetime], list[datetime]]:
    """When today's sessions began, and when the breaks at the desk did."""
    since = now.astimezone(UTC).date() - timedelta(days=1)
    happened = practice.happened((EventKind.SESSION_STARTED,), since)
    today = [event for event in happened if event.at.astimezone(now.tzinfo).date() == now.date()]
    at_desk = desk_sessions(practice, since)
    sessions = [event.at for event in today if event.data.get("session") not in at_desk]
    return sessions, [event.at for event in today if event.data.get("session") in at_desk]


def _is_busy(now: datetime, breaks: Sequence[datetime]) -> bool:
    """Whether a break at the desk may be under way."""
    return any(now.astimezone(UTC) - began < GO_ON_WITHIN for began in breaks)


def _calls(practice: Practice) -> bool:
    """Whether today has a session that a person may be called to."""
    standing = practice.standing()
    if standing.new or not standing.may_move:
        return False
    session = practice.today(standing)
    return session.purpose not in SILENT_ON and bool(session.steps)


def is_reminded(practice: Practice, chosen: ChosenTime) -> bool:
    """Whether somebody has been reminded of this time, here or elsewhere."""
    return practice.has(_identity(chosen), EventKind.REMINDED)


def remind(practice: Practice, chosen: ChosenTime) -> bool:
    """Store that this time is being reminded of; False where another program just did so."""
    told = {"time": chosen.name}
    return practice.record_first(EventKind.REMINDED, told, _identity(chosen))


def _identity(chosen: ChosenTime) -> str:
    return f"reminded-{chosen.name}"


def stop_reminding(practice: Practice) -> None:
    """No reminder any more, until the person turns them on again."""
    practice.record(EventKind.SETTINGS, {"remind": False})

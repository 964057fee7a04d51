"""What becomes of each time of the week when a person chooses their times anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from psoas.sharing.timetable import Slot, Timetable

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One time of the week in a calendar, from a first day on, every week."""

    uid: str
    """The same for the n-th session of a weekday, whatever becomes of its time."""
    sequence: int
    """How often it was changed (RFC 5545, 3.8.7.4)."""
    slot: Slot
    timetable: Timetable
    """What was chosen when it last changed."""
    cancelled: bool = False

    @property
    def first(self) -> date:
        """Its first day."""
        starts = self.timetable.starts
        return starts + timedelta(days=(self.slot.weekday - starts.weekday()) % len(DAYS))

    @property
    def is_ever(self) -> bool:
        """Whether any of its days lies before the last."""
        until = self.timetable.until
        return until is None or self.first <= until


def appointments(chosen: Sequence[Timetable], calendar: str) -> tuple[Appointment, ...]:
    """What all choices so far, the earliest first, come to.

    `calendar` is a random word that belongs to this calendar alone. A time that stays as it is
    stays untouched; a changed one keeps its id and counts its changes; one that is no longer
    chosen is cancelled, and its id waits for that weekday to be chosen again.
    """
    known: dict[str, Appointment] = {}
    for timetable in chosen:
        now = {entry.uid: entry for entry in _fresh(timetable, calendar)}
        gone = {uid: _cancelled(entry, timetable) for uid, entry in known.items() if uid not in now}
        known |= gone | {uid: _changed(known.get(uid), entry) for uid, entry in now.items()}
    return tuple(sorted(known.values(), key=lambda entry: (entry.slot, entry.uid)))


def _fresh(timetable: Timetable, calendar: str) -> Iterator[Appointment]:
    counted: dict[int, int] = {}
    for slot in sorted(set(timetable.slots)):
        counted[slot.weekday] = number = counted.get(slot.weekday, 0) + 1
        uid = str(uuid5(NAMESPACE_URL, f"psoas:{calendar}:{DAYS[slot.weekday]}:{number}"))
        entry = Appointment(uid=uid, sequence=0, slot=slot, timetable=timetable)
        if entry.is_ever:
            yield entry


def _changed(before: Appointment | None, now: Appointment) -> Appointment:
    if before is None:
        return now
    return before if _says(before) == _says(now) else replace(now, sequence=before.sequence + 1)


def _cancelled(entry: Appointment, timetable: Timetable) -> Appointment:
    if entry.cancelled:
        return entry
    when = replace(entry.timetable, chosen_at=timetable.chosen_at)
    return replace(entry, sequence=entry.sequence + 1, timetable=when, cancelled=True)


def _says(entry: Appointment) -> Mapping[str, object]:
    """All that a calendar shows of it but its first day, which a new choice doesn't move."""
    shown = ("zone", "until", "minutes", "title", "about", "link", "remind")
    told = {name: getattr(entry.timetable, name) for name in shown}
    return {**told, "slot": entry.slot, "cancelled": entry.cancelled}

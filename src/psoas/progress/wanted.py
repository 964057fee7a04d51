"""What a person wants back, totals of a clinician's forms, and notes: read from the diary.

Pure readers of events in the order in which they arrived. The last word on a day counts, and what
can't be read is passed over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from psoas.knowledge import BadData, parse
from psoas.plan import event_data
from psoas.plan.events import Event, EventKind
from psoas.progress.measures import BadTotal, MeasureChange, checked, compare, measure_rules
from psoas.progress.telling import day
from psoas.progress.things import Rating, next_rating_on, things_change

Shape = TypeVar("Shape")

WANTED_KINDS = (EventKind.THINGS_CHOSEN, EventKind.THINGS_RATED)
"""What `wanted_of` reads."""
TOTAL_KINDS = (EventKind.FORM_TOTAL,)
"""What `totals_of` reads."""
NOTE_KINDS = (EventKind.NOTED,)
"""What `notes_of` reads."""
FORMS = ("rmdq", "odi")
"""The measures of which a clinician gives the total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedThing:
    """Something that is hard and wanted back, in the person's own words."""

    id: str
    words: str
    since: date
    """The day on which it was first named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedBack:
    """All that is wanted back and all that was, and how well each went when it was rated."""

    things: tuple[WantedThing, ...] = ()
    """Those of now, in the order in which they were named."""
    dropped: tuple[WantedThing, ...] = ()
    """Those that were dropped, the earliest first."""
    ratings: tuple[Rating, ...] = ()
    """One for each day of rating, earliest first; by the ids of things, dropped ones too."""

    @property
    def ratings_now(self) -> tuple[Rating, ...]:
        """The ratings of the things of now alone."""
        return tuple(one for one in map(self._of_now, self.ratings) if one.things)

    def _of_now(self, rating: Rating) -> Rating:
        now = {thing.id for thing in self.things}
        return replace(rating, things={i: v for i, v in rating.things.items() if i in now})

    def of(self, thing: str) -> tuple[tuple[date, int], ...]:
        """How well one thing went on each day it was rated, earliest first."""
        return tuple((one.on, one.things[thing]) for one in self.ratings if thing in one.things)

    def next_on(self, today: date) -> date | None:
        """The first day on which they may be rated (again); None where nothing is wanted."""
        return next_rating_on(self.ratings_now, today) if self.things else None

    @property
    def change(self) -> MeasureChange | None:
        """The latest rating against the first, by the things of now that both have."""
        return things_change(self.ratings_now)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTotal:
    """The total of a form, as a clinician gave it."""

    measure: str
    """An id of `progress.measures`."""
    on: date
    """The day of the form."""
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNote:
    """A note of the person's own."""

    id: str
    on: date
    """The day on which it was first written."""
    words: str


def wanted_of(events: Iterable[Event]) -> WantedBack:
    """What is wanted back, from events of `WANTED_KINDS`; others are passed over."""
    known: dict[str, WantedThing] = {}
    now: tuple[str, ...] = ()
    ratings: dict[date, Mapping[str, int]] = {}
    for event in events:
        chosen = _read(event_data.Things, EventKind.THINGS_CHOSEN, event)
        if chosen is not None:
            known |= {one.id: _named(one, known.get(one.id), event) for one in chosen.things}
            now = tuple(dict.fromkeys(one.id for one in chosen.things))
        rated = _read(event_data.Ratings, EventKind.THINGS_RATED, event)
        values = {i: v for i, v in rated.ratings.items() if i in known} if rated else {}
        if values:
            ratings[event.on] = {**ratings.get(event.on, {}), **values}
    return WantedBack(
        things=tuple(known[identity] for identity in now),
        dropped=tuple(thing for thing in known.values() if thing.id not in now),
        ratings=tuple(Rating(on=on, things=ratings[on]) for on in sorted(ratings)),
    )


def _named(one: event_data.Thing, before: WantedThing | None, event: Event) -> WantedThing:
    return WantedThing(id=one.id, words=one.words, since=before.since if before else event.on)


def totals_of(events: Iterable[Event]) -> tuple[GivenTotal, ...]:
    """The totals that stand, by form and then by day, from events of `TOTAL_KINDS`.

    A total of the same form and day takes the place of the one before it; none takes it away.
    """
    found: dict[tuple[str, date], GivenTotal] = {}
    for event in events:
        given = _read(event_data.FormTotal, EventKind.FORM_TOTAL, event)
        if given is not None and given.measure in FORMS:
            found.pop((given.measure, given.given_on), None)
            if given.total is not None and _is_one(given.measure, given.total):
                one = GivenTotal(measure=given.measure, on=given.given_on, total=given.total)
                found[given.measure, given.given_on] = one
    return tuple(sorted(found.values(), key=lambda one: (FORMS.index(one.measure), one.on)))


def _is_one(measure: str, total: float) -> bool:
    try:
        checked(measure, total)
    except BadTotal:
        return False
    return True


def total_changes(totals: Iterable[GivenTotal]) -> tuple[MeasureChange, ...]:
    """The latest total against the first, for each form that was given more than once."""
    by_form: dict[str, list[GivenTotal]] = {}
    for one in sorted(totals, key=lambda one: one.on):
        by_form.setdefault(one.measure, []).append(one)
    return tuple(
        compare(measure, given[0].total, given[-1].total)
        for measure, given in by_form.items()
        if len(given) > 1
    )


def notes_of(events: Iterable[Event]) -> tuple[WrittenNote, ...]:
    """The notes that stand, the earliest first, from events of `NOTE_KINDS`."""
    found: dict[str, WrittenNote] = {}
    for event in events:
        told = _read(event_data.Note, EventKind.NOTED, event)
        if told is None:
            continue
        before = found.pop(told.id, None)
        if told.words.strip():
            on = before.on if before else event.on
            found[told.id] = WrittenNote(id=told.id, on=on, words=told.words)
    return tuple(sorted(found.values(), key=lambda note: note.on))


def too_soon(next_on: date) -> str:
    """What is said to somebody who would rate again before that day."""
    return measure_rules().words["too_soon"].format(date=day(next_on))


def _read(shape: type[Shape], kind: EventKind, event: Event) -> Shape | None:
    """The data of an event of that kind; None where it is of another, or can't be read."""
    if event.kind is not kind:
        return None
    try:
        return parse(shape, dict(event.data), event.id)
    except BadData:
        return None

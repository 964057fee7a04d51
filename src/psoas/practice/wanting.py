"""What a person wants back, totals of a clinician's forms and notes: kept, mended, taken away.

The things are rated every two weeks at most, and never in a session.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from psoas.plan.events import EventKind
from psoas.practice.practice import Practice
from psoas.practice.standing import Standing
from psoas.progress.measures import checked, measure, measure_rules
from psoas.progress.things import rated
from psoas.progress.wanted import (
    FORMS,
    NOTE_KINDS,
    TOTAL_KINDS,
    WANTED_KINDS,
    GivenTotal,
    WantedBack,
    WrittenNote,
    notes_of,
    too_soon,
    totals_of,
    wanted_of,
)
from psoas.sharing.plain import one_line, plain

MOST_WORDS = 200
"""Letters of a thing that is wanted back."""
MOST_NOTE = 2000
"""Letters of a note."""


class CantKeep(ValueError):
    """What was told can't be kept like that; the message says what to do."""

    def __init__(self, text: str, field: str = "", **values: object) -> None:
        super().__init__(text.format(**values))
        self.field = field
        """The name of the field that it is about; empty: the whole."""
        self._text = text
        self._values = values

    def said(self, translate: Callable[[str], str]) -> str:
        """The message in the language of `translate`."""
        return translate(self._text).format(**self._values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wants:
    """All of it as it stands, and whether the things may be rated now."""

    on: date
    wanted: WantedBack
    totals: tuple[GivenTotal, ...]
    notes: tuple[WrittenNote, ...]
    in_session: bool
    """A session is under way; nothing is asked before it is over."""

    @property
    def next_on(self) -> date | None:
        """When the things may be rated; None where there are none."""
        return self.wanted.next_on(self.on)

    @property
    def due(self) -> bool:
        """Whether a rating is due now."""
        return self.next_on == self.on and not self.in_session

    @property
    def rated_today(self) -> bool:
        """Whether they were rated today; what was said may be mended until the day is over."""
        return any(rating.on == self.on for rating in self.wanted.ratings_now)

    @property
    def more(self) -> bool:
        """Whether another thing can be named."""
        return len(self.wanted.things) < measure("psfs").most_things


class Wanting:
    """What one person wants back, over their practice."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice

    def wants(self) -> Wants:
        """All of it as it stands now."""
        wanted, standing = self.wanted(), self._practice.standing()
        return Wants(
            on=standing.on,
            wanted=wanted,
            totals=totals_of(self._practice.happened(TOTAL_KINDS)),
            notes=notes_of(self._practice.happened(NOTE_KINDS)),
            in_session=_in_session(standing),
        )

    def wanted(self) -> WantedBack:
        """The things, with how they were rated."""
        return wanted_of(self._practice.happened(WANTED_KINDS))

    def due(self, standing: Standing) -> bool:
        """Whether to say, beside other things, that a rating is due.

        Not while a session of today isn't over, nor while a danger sign comes first.
        """
        if standing.unfinished or not standing.may_move:
            return False
        return self.wanted().next_on(standing.on) == standing.on

    def name(self, words: str) -> None:
        """One thing more is wanted back; raises `CantKeep`."""
        now = self._things()
        said = _worded(words, now.values())
        most = measure("psfs").most_things
        if len(now) >= most:
            raise CantKeep(measure_rules().words["too_many"].format(most=most), "words")
        self._choose({**now, self._practice.new_id(): said})

    def mend(self, thing: str, words: str) -> None:
        """The same thing in other words; its ratings stay with it. Raises `CantKeep`."""
        now = self._with(thing)
        others = [said for identity, said in now.items() if identity != thing]
        said = _worded(words, others)
        if said != now[thing]:
            self._choose({**now, thing: said})

    def drop(self, thing: str) -> None:
        """A thing is wanted no more; how it was rated stays in the diary. Raises `CantKeep`."""
        now = self._with(thing)
        self._choose({identity: said for identity, said in now.items() if identity != thing})

    def rate(self, ratings: Mapping[str, int | None]) -> None:
        """How well each thing goes today, 0 to 10.

        Raises `CantKeep`, and `BadTotal` for a number that isn't one of these.
        """
        wants = self.wants()
        if wants.in_session:
            raise CantKeep(
                "You are in the middle of a session. Finish it or leave it first: this can wait."
            )
        if wants.next_on and wants.next_on > wants.on and not wants.rated_today:
            raise CantKeep(too_soon(wants.next_on))
        told = {one.id: ratings.get(one.id) for one in wants.wanted.things}
        missing = [identity for identity, value in told.items() if value is None]
        if missing:
            raise CantKeep(
                "Say for each of them, from 0 to 10, how well you can do it.",
                f"rating.{missing[0]}",
            )
        whole = rated(wants.on, {i: value for i, value in told.items() if value is not None})
        self._practice.record(EventKind.THINGS_RATED, {"ratings": dict(whole.things)})

    def total(self, form: str, total: float, on: date) -> None:
        """The total of a form that a clinician gave; a new one for the same day replaces it.

        Raises `CantKeep`, and `BadTotal` for a total that the form doesn't have.
        """
        if form not in FORMS:
            raise CantKeep("Choose which form it is.", "measure")
        if on > self._practice.now().date():
            raise CantKeep("That date is still to come. Choose today or a day before.", "given_on")
        self._give(form, on, checked(form, total))

    def take_total(self, form: str, on: date) -> None:
        """A total was wrong and is taken away."""
        standing = totals_of(self._practice.happened(TOTAL_KINDS))
        if any((one.measure, one.on) == (form, on) for one in standing):
            self._give(form, on, None)

    def note(self, words: str, identity: str = "") -> None:
        """Write a note, or mend the one with that id; raises `CantKeep`."""
        said = plain(words).strip()
        if not said:
            raise CantKeep("Write something first. To remove a note, take it away.", "note")
        if len(said) > MOST_NOTE:
            raise CantKeep("That is too long. Use {most} letters or fewer.", "note", most=MOST_NOTE)
        if identity and identity not in self._notes():
            raise CantKeep("That note was taken away before. Write it anew.")
        self._noted(identity or self._practice.new_id(), said)

    def take_note(self, identity: str) -> None:
        """Take a note away."""
        if identity in self._notes():
            self._noted(identity, "")

    def _things(self) -> dict[str, str]:
        return {thing.id: thing.words for thing in self.wanted().things}

    def _with(self, thing: str) -> dict[str, str]:
        now = self._things()
        if thing not in now:
            raise CantKeep("That was dropped before. Name it anew if you want it back.")
        return now

    def _choose(self, things: Mapping[str, str]) -> None:
        told = [{"id": identity, "words": words} for identity, words in things.items()]
        self._practice.record(EventKind.THINGS_CHOSEN, {"things": told})

    def _give(self, form: str, on: date, total: float | None) -> None:
        told: dict[str, Any] = {"measure": form, "total": total, "given_on": on.isoformat()}
        self._practice.record(EventKind.FORM_TOTAL, told)

    def _notes(self) -> frozenset[str]:
        return frozenset(note.id for note in notes_of(self._practice.happened(NOTE_KINDS)))

    def _noted(self, identity: str, words: str) -> None:
        self._practice.record(EventKind.NOTED, {"id": identity, "words": words})


def _in_session(standing: Standing) -> bool:
    return standing.unfinished is not None and standing.resumable


def _worded(words: str, others: Iterable[str]) -> str:
    """The words of a thing on one line, unlike those of the others."""
    said = one_line(words)
    if not said:
        raise CantKeep("Say in a few words what you want back, such as “put on my socks”.", "words")
    if len(said) > MOST_WORDS:
        raise CantKeep("That is too long. Use {most} letters or fewer.", "words", most=MOST_WORDS)
    if said.casefold() in {other.casefold() for other in others}:
        raise CantKeep("That is one of your things already. Name another.", "words")
    return said

"""Where a person stands right now: what is known, what is open, what must be asked first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from psoas.body import Side, Zone
from psoas.library import Library
from psoas.plan.flare import in_flare
from psoas.plan.memory import Memory, SessionRecord
from psoas.plan.remember import answers_of
from psoas.plan.today import settle_up
from psoas.plan.events import Event
from psoas.safety.clearance import Clearance
from psoas.safety.person import Person
from psoas.safety.schedule import CheckDue, due
from psoas.safety.screen import screen

GO_ON_WITHIN = timedelta(minutes=30)
"""How long a session that was stopped half-way can be gone on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything a face needs to know before it shows anything."""

    on: date
    now: datetime
    memory: Memory
    """With the decisions about earlier sessions already folded in."""
    decided: tuple[Event, ...]
    """Those decisions; they are stored when the next session starts."""
    check: CheckDue
    clearance: Clearance

    @property
    def person(self) -> Person:
        """The person as last described, with what was recorded since."""
        return self.memory.person

    @property
    def new(self) -> bool:
        """Whether nothing is known of them yet."""
        return not self.memory.described or self.memory.full_check_on is None

    @property
    def flare(self) -> bool:
        """Whether a flare is in force."""
        return in_flare(self.memory, self.on)

    @property
    def unfinished(self) -> SessionRecord | None:
        """Today's session that was started and not ended."""
        for record in self.memory.unjudged:
            if record.on == self.on and record.ended is None:
                return record
        return None

    @property
    def morning_wanted(self) -> bool:
        """Whether to ask how the pain was on waking: there was a session on an earlier day."""
        asked = any(morning.on == self.on for morning in self.memory.mornings)
        last = self.memory.last_session
        return not asked and last is not None and last < self.on

    @property
    def settling(self) -> SessionRecord | None:
        """An earlier session of which nobody knows yet how long it took to settle."""
        for record in reversed(self.memory.unjudged):
            if record.response and not record.settled and rose(record):
                return record
        return None


def rose(record: SessionRecord) -> bool:
    """Whether something was worse during or after a session than before, or may have been."""
    response, before = record.response or {}, record.check_in
    start = max((v for v in (before.get("back"), before.get("leg")) if isinstance(v, int)), default=0)
    worst = [response.get("during"), response.get("pain")]
    higher = any(isinstance(value, int) and value > start for value in worst)
    return bool(higher or record.hurts or response.get("neuro") not in ("none", None))


def new_leg(person: Person, left: object, right: object) -> Side | None:
    """The leg with symptoms at the thigh or below that was not known to have any."""
    for side, reach in ((Side.LEFT, left), (Side.RIGHT, right)):
        fresh = isinstance(reach, int) and reach >= Zone.THIGH
        if fresh and side not in person.legs_with_symptoms:
            return side
    return None


def stand(memory: Memory, library: Library, now: datetime) -> Standing:
    """Where the person stands at `now`, from what the diary knows."""
    on = now.date()
    settled, decided = settle_up(library, memory, on)
    return Standing(
        on=on,
        now=now,
        memory=settled,
        decided=decided,
        check=due(settled, on),
        clearance=screen(answers_of(settled, on)),
    )

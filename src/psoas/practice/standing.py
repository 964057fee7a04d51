"""Where a person stands right now: what is known, what is open, what must be asked first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from psoas.body import Side, Zone
from psoas.knowledge import UNKNOWN
from psoas.library import Library
from psoas.plan.events import Event
from psoas.plan.flare import in_flare
from psoas.plan.memory import Memory, SessionRecord
from psoas.plan.planned import PlannedStep, Session
from psoas.plan.remember import answers_of, current_person
from psoas.plan.today import settle_up
from psoas.safety.clearance import Clearance, Sessions
from psoas.safety.flags import load_flags
from psoas.safety.gates import open_gates
from psoas.safety.person import Person
from psoas.safety.schedule import CheckDue, CheckHistory, due
from psoas.safety.screen import screen
from psoas.safety.standing import with_age
from psoas.safety.verdict import Ruling, Verdict
from psoas.safety.verdicts import verdicts

GO_ON_WITHIN = timedelta(minutes=30)
"""How long a session that was stopped half-way can be gone on with."""
FRESH = timedelta(minutes=30)
"""How long what was described counts as how it is right now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything a face needs to know before it shows anything."""

    on: date
    now: datetime
    memory: Memory
    """With the decisions about earlier sessions already folded in."""
    decided: tuple[Event, ...]
    """Those decisions; they are stored when the next session starts."""
    person: Person
    """As last described, with what was told since."""
    check: CheckDue
    clearance: Clearance
    told: tuple[SessionRecord, ...] = ()
    """The sessions that these decisions are about, and the one that goes on; oldest first."""
    settling: SessionRecord | None = None
    """A session of which nobody knows yet how long it took to settle."""

    @property
    def new(self) -> bool:
        """Whether nothing is known of them yet."""
        return not self.memory.described or self.memory.full_check_on is None

    @property
    def may_move(self) -> bool:
        """Whether anything at all is open."""
        return self.clearance.sessions is not Sessions.NONE

    @property
    def flare(self) -> bool:
        """Whether a flare is in force."""
        return in_flare(self.memory, self.on)

    @property
    def unfinished(self) -> SessionRecord | None:
        """The latest of today's sessions, if it was not ended; one begun after it replaces it."""
        latest = next((r for r in reversed(self.told) if r.on == self.on and r.plan), None)
        return latest if latest and latest.ended is None else None

    @property
    def resumable(self) -> bool:
        """Whether an unfinished session can be gone on with; never while all is closed."""
        last = self.memory.last_event_at
        fresh = last is not None and timedelta(0) <= self.now - last <= GO_ON_WITHIN
        return fresh and self.may_move

    def goes_on_with(self, record: SessionRecord) -> bool:
        """Whether it is this session that can be gone on with."""
        latest = self.unfinished
        return self.resumable and latest is not None and latest.id == record.id

    @property
    def asks_check_in(self) -> bool:
        """Whether to ask how it is right now; not when it was described minutes ago."""
        told = self.memory.described_at
        return told is None or not timedelta(0) <= self.now - told <= FRESH

    @property
    def described_check_in(self) -> Mapping[str, Any]:
        """How it is right now, as it was described minutes ago."""
        return {
            "back": _or_unknown(self.person.back_pain),
            "leg": _or_unknown(self.person.leg_pain),
            "left": int(self.person.reach(Side.LEFT)),
            "right": int(self.person.reach(Side.RIGHT)),
            "painkiller": UNKNOWN,
        }

    @property
    def morning_wanted(self) -> bool:
        """Whether to ask how the pain was on waking: there was a session on an earlier day."""
        asked = any(morning.on == self.on for morning in self.memory.mornings)
        last = self.memory.last_session
        return not asked and last is not None and last < self.on


def still_settling(memory: Memory) -> SessionRecord | None:
    """The latest session that was worse and of which nobody has told whether it settled.

    As long as no other session has started, for only then is it judged for good.
    """
    waiting = (r for r in reversed(memory.unjudged) if r.response and not r.settled)
    return next((record for record in waiting if rose(record)), None)


def still_open(standing: Standing, library: Library, session: Session) -> bool:
    """Whether all of a session that was planned before may be done as things stand now.

    A danger sign or a condition may have been told since; its changes are told only in a new one.
    What a person's own page brought can't be checked against a new condition at all.
    """
    calm = load_flags().calm
    planned = {step.exercise for step in session.steps} - {calm.always}
    if standing.clearance.open_gates and not planned <= {one.id for one in library.listed}:
        return False
    if standing.clearance.sessions is Sessions.CALM and not planned <= {*calm.exercises}:
        return False
    rulings = verdicts(library, standing.person, standing.on)
    suits = (_suits(step, rulings[step.exercise]) for step in session.steps)
    return standing.may_move and all(suits)


def _suits(step: PlannedStep, ruling: Verdict) -> bool:
    """Whether nothing speaks against a step, or for doing it otherwise, that it doesn't tell."""
    if step.exercise == load_flags().calm.always:
        return True
    return ruling.ruling is not Ruling.AVOID and {*ruling.plain_how} <= {*step.how}


def rose(record: SessionRecord) -> bool:
    """Whether something was worse during or after a session than before it."""
    response = record.response or {}
    before = [record.check_in.get(place) for place in ("back", "leg")]
    start = max((pain for pain in before if isinstance(pain, int)), default=0)
    worst = [response.get("during"), response.get("pain")]
    higher = any(isinstance(pain, int) and pain > start for pain in worst)
    return higher or bool(record.hurts) or response.get("neuro", UNKNOWN) not in ("none", UNKNOWN)


def new_leg(person: Person, check_in: Mapping[str, Any]) -> bool:
    """Whether a leg reaches the thigh or below that was not known to have any symptoms there."""
    told = ((Side.LEFT, check_in.get("left")), (Side.RIGHT, check_in.get("right")))
    return any(
        isinstance(reach, int) and reach >= Zone.THIGH and side not in person.legs_with_symptoms
        for side, reach in told
    )


def _or_unknown(value: int | None) -> int | str:
    return UNKNOWN if value is None else value


def stand(memory: Memory, library: Library, now: datetime) -> Standing:
    """Where the person stands at `now`, from what the diary knows.

    A session that ended today counts at once, for a second one may be asked for.
    """
    on = now.date()
    settled, decided = settle_up(library, memory, on, again=True)
    person = current_person(settled.person, settled, on)
    answers = with_age(answers_of(settled, on), person.age)
    return Standing(
        on=on,
        now=now,
        memory=settled,
        decided=decided,
        person=person,
        check=due(_history(settled), on),
        clearance=screen(answers, open_gates=open_gates(person, on, answers.cleared)),
        told=memory.unjudged,
        settling=still_settling(memory),
    )


def _history(memory: Memory) -> CheckHistory:
    return CheckHistory(
        last_full=memory.full_check_on,
        last_short=memory.short_check_on,
        last_session=memory.last_session,
        answered_since_session=memory.short_check_since_session,
        changed_since_full=memory.changed_since_full,
    )

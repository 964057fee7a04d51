"""One person's practice: reads the diary, asks safety and plan, writes down what happens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from psoas.body import Side
from psoas.coach import Script, manner_of, pace_of, resume_at, starts_at, write
from psoas.knowledge import UNKNOWN
from psoas.plan.breaks import Answered, break_id
from psoas.plan.events import EventKind
from psoas.plan.memory import Memory, SessionRecord
from psoas.plan.midway import eased, swapped
from psoas.plan.remember import current_person, remember_all
from psoas.plan.respond import Decision, respond
from psoas.plan.response_inputs import at_once, inputs_for
from psoas.plan.review import Judgement, day_decision, judged_events
from psoas.plan.routine import just, routine_session, session_of_just
from psoas.plan.session import Session, as_data, from_data
from psoas.plan.timing import Pace
from psoas.plan.today import today
from psoas.practice.bringing import Bringing
from psoas.practice.hurting import Act, act_on, left_out
from psoas.practice.standing import Standing, new_leg, still_open
from psoas.safety.person import Setting
from psoas.safety.schedule import CheckKind

LATEST = timedelta(days=7)
"""How long after it happened an event may arrive and still say when that was."""


class UnknownSession(KeyError):
    """There is no such session in the diary."""


class Practice(Bringing):
    """The daily practice of one person."""

    def today(
        self,
        standing: Standing,
        setting: Setting | None = None,
        minutes: int | None = None,
        routine: str | None = None,
        full: bool = False,
        only: str | None = None,
    ) -> Session:
        """Today's session, or a routine as the person's verdicts leave it.

        `full` asks for the whole session where only the calm list is advised; `only` for one
        exercise of the routine, for which nothing else then stands in.
        """
        known = (standing.person, standing.clearance, standing.memory, standing.on)
        pace, calm = self._pace(standing.memory), not full
        if routine:
            chosen = self.library.routines[routine]
            wanted = just(chosen, self.library.exercises[only]) if only else chosen
            session = routine_session(
                self.library, wanted, *known, setting=setting, advised_calm=calm, pace=pace
            )
            return session_of_just(session, only) if only else session
        return today(
            self.library, *known, setting=setting, minutes=minutes, advised_calm=calm, pace=pace
        )

    def _pace(self, memory: Memory) -> Pace:
        """How long a session takes as this person is told it."""
        return pace_of(self.library, manner_of(memory))

    def begin(self, check_in: Mapping[str, Any], options: Mapping[str, Any]) -> "Begun":
        """Store how the person is now, and start today's session unless something comes first.

        `options` as `today` takes them.
        """
        before = self.standing()
        identity = self.new_id()
        self.record(EventKind.CHECKED_IN, {"session": identity, **check_in})
        standing = self.standing()
        if new_leg(before.person, check_in) or standing.check.kind is CheckKind.FULL:
            return Begun(full_check=True)
        if standing.check.kind is CheckKind.SHORT:
            return Begun(short_check=True)
        decision = day_decision(standing.memory, standing.on, checked_in(check_in))
        asked = tuple(
            flag for flag in decision.opens if not standing.memory.answered_on(flag, standing.on)
        )
        if asked:
            return Begun(ask=asked)
        if decision.decision == "calm_list":
            standing = self._calmed(standing, decision)
        session = self.today(standing, **options)
        if not session.steps:
            return Begun()
        return Begun(session=self.start(standing, session, identity, options.get("only")))

    def _calmed(self, standing: Standing, decision: Decision) -> Standing:
        """The day as a decision about how it is right now leaves it: the calm list."""
        about_today = Judgement(session=None, exercise=None, decision=decision, day=standing.on)
        now = self.now()
        decided = judged_events((about_today,), self._person, now, standing.on)
        memory = remember_all(decided, self.library, standing.memory)
        return replace(standing, memory=memory, decided=(*standing.decided, *decided))

    def start(
        self, standing: Standing, session: Session, identity: str, only: str | None = None
    ) -> str:
        """Store the decisions so far and the session that starts; its id.

        With `only` one exercise it is a break at the desk, and stored as that too.
        """
        plan = {"session": identity, "plan": as_data(session)}
        started = [self._event(EventKind.SESSION_STARTED, plan, identity)]
        if only:
            told = {"exercise": only, "what": Answered.DONE.value}
            started.append(self._event(EventKind.DESK_BREAK, told, break_id(identity)))
        self.diary.add([*standing.decided, *started])
        return identity

    def session(self, identity: str) -> SessionRecord:
        """A session that was started; raises `UnknownSession`."""
        memory = self.memory()
        for record in memory.unjudged:
            if record.id == identity and record.plan:
                return record
        raise UnknownSession(identity)

    def began(self, identity: str) -> bool:
        """Whether a session was ever started, however long ago."""
        return self.diary.has(identity, EventKind.SESSION_STARTED, self._person)

    def goes_on(self, record: SessionRecord) -> bool:
        """Whether this session can be gone on with, and all of it may still be done."""
        standing = self.standing()
        asked = standing.check.kind is not CheckKind.FULL and standing.goes_on_with(record)
        return asked and still_open(standing, self.library, self.planned(record))

    def planned(self, record: SessionRecord) -> Session:
        """The session as it was planned, or as it goes on since something hurt."""
        return from_data(record.plan)

    def script(self, session: Session) -> Script:
        """The session second by second, as wordy as the person likes."""
        return write(session, self.library, manner_of(self.memory()))

    def resume_at(self, script: Script, record: SessionRecord) -> float:
        """Where a session that was interrupted goes on, in seconds."""
        return resume_at(script, {(int(d["step"]), Side(d["side"])) for d in record.done})

    def report(self, told: "Reported") -> None:
        """Store what a player saw happen; a repeat changes nothing.

        The day is that of the person now: a player's clock is only believed for the time of day.
        """
        event = self._event(told.kind, told.data, told.id)
        late = timedelta(0) <= event.at - told.at <= LATEST
        self.diary.add([replace(event, at=told.at if late else event.at)])

    def hurt(self, record: SessionRecord, told: "Reported") -> Act:
        """Store that something hurts, and what the written rules say to do at once.

        Asked again with the same id, where the answer was lost, the exercise is only left out.
        """
        self.report(told)
        memory = self.memory()
        known = next((one for one in memory.unjudged if one.id == record.id), record)
        decision = at_once(known, told.data, memory)
        act = act_on(decision, known, told.data)
        if act.act in ("card", "end"):
            self._stop(record.id, told.id, act.act)
        if act.act not in ("ease", "swap"):
            return act
        repeated = len(known.hurts) == len(record.hurts)
        changed = None if repeated else self._changed(known, told.data, decision, act.act, memory)
        return self._going_on(act, changed, told) if changed else left_out(act)

    def _going_on(self, act: Act, changed: Session, told: "Reported") -> Act:
        """Store how the rest of the session is from now on, and where in it to go on."""
        data = {"session": told.data["session"], "plan": as_data(changed)}
        self.record(EventKind.SESSION_CHANGED, data, f"{told.id}-changed")
        script = self.script(changed)
        # An eased exercise goes on with the side it hurt on; a swapped one begins anew.
        side = Side(told.data["side"]) if act.act == "ease" else None
        resume = starts_at(script, int(told.data["step"]), side)
        return replace(act, script=script, resume_at=resume)

    def _stop(self, session: str, told: str, act: str) -> None:
        """The session is over, whatever becomes of the page; the player may tell more of it."""
        why = "worried" if act == "card" else "interrupted"
        ended = {"session": session, "completed": UNKNOWN, "why": why}
        self.record(EventKind.SESSION_ENDED, ended, f"{told}-ended")

    def _changed(
        self,
        record: SessionRecord,
        hurt: Mapping[str, Any],
        decision: Decision,
        act: str,
        memory: Memory,
    ) -> Session | None:
        session, step = self.planned(record), int(hurt["step"])
        if [one.exercise for one in session.steps[step : step + 1]] != [hurt["exercise"]]:
            return None
        pace = self._pace(memory)
        if act == "ease":
            return eased(session, step, self.library, pace)
        person = current_person(memory.person, memory, session.on)
        return swapped(session, step, decision.swap_filter, self.library, person, memory, pace)

    def responded(self, record: SessionRecord, told: Mapping[str, Any]) -> tuple[str, ...]:
        """Store how a session went, once, and say which red flags that opens."""
        ended = {"session": record.id, "completed": UNKNOWN, "why": UNKNOWN}
        over = [] if record.ended else [(EventKind.SESSION_ENDED, ended)]
        if record.response is None:
            self.record_all([*over, (EventKind.RESPONDED, told)])
        return self.opened_by(record.id)

    def settled(self, record: SessionRecord, told: Mapping[str, Any]) -> tuple[str, ...]:
        """Store how a session settled, once, and say which red flags that opens."""
        if record.settled is None:
            self.record(EventKind.SETTLED, told)
        return self.opened_by(record.id)

    def enough(self, record: SessionRecord) -> None:
        """Store that what was done of a session was enough: it counts as done."""
        if record.ended is None:
            told = {"session": record.id, "completed": 100, "why": "none", "enough": True}
            self.record(EventKind.SESSION_ENDED, told, f"{record.id}-ended")

    def opened_by(self, identity: str) -> tuple[str, ...]:
        """The red flags that what was told of a session opens and nobody has answered since."""
        memory = self.memory()
        record = self.session(identity)
        decision = respond(inputs_for(record, None, memory, self.now().date(), self.library))
        locking = [rule for rule in decision.fired if rule.referral and rule.referral.locks]
        opens = dict.fromkeys(flag for rule in locking for flag in rule.opens)
        return tuple(flag for flag in opens if flag not in memory.answered_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What a start led to: a session, or what must come first."""

    session: str | None = None
    ask: tuple[str, ...] = ()
    """Red flags to ask about at once."""
    full_check: bool = False
    short_check: bool = False
    """The short question is not answered yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One event as a player tells it."""

    id: str
    kind: EventKind
    at: datetime
    data: Mapping[str, Any]


def checked_in(check_in: Mapping[str, Any]) -> dict[str, Any]:
    """A check-in as inputs of the response rules: the worse of back and leg."""
    said = [check_in[place] for place in ("back", "leg") if isinstance(check_in.get(place), int)]
    return {"pain_before": max(said, default=UNKNOWN)}

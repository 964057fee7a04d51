"""One person's practice: reads the diary, asks safety and plan, writes down what happens."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from psoas.coach import Script, Words, resume_at, words_for, write
from psoas.diary import Diary
from psoas.diary.store import ME
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import SessionRecord
from psoas.plan.routine import routine_session
from psoas.plan.session import Session, as_data, from_data
from psoas.plan.today import today
from psoas.practice.standing import Standing, stand
from psoas.safety.clearance import Answer
from psoas.safety.flags import load_flags
from psoas.safety.person import Advice, Person, Setting, person_as_data

Clock = Callable[[], datetime]


class UnknownSession(KeyError):
    """There is no such session in the diary."""


class Practice:
    """The daily practice of one person."""

    def __init__(
        self,
        diary: Diary,
        library: Library,
        clock: Clock,
        new_id: Callable[[], str],
        person: str = ME,
    ) -> None:
        self.diary = diary
        self.library = library
        self._clock = clock
        self.new_id = new_id
        self._person = person

    # ---- what is known ----

    def now(self) -> datetime:
        """The person's own time, with its zone."""
        return self._clock()

    def standing(self) -> Standing:
        """Where the person stands now."""
        memory = self.diary.memory(self.library, self._person)
        return stand(memory, self.library, self.now())

    def setting(self, name: str, default: Any = None) -> Any:
        """One of the person's settings."""
        memory = self.diary.memory(self.library, self._person)
        return memory.settings.get(name, default)

    def today(
        self,
        standing: Standing,
        setting: Setting | None = None,
        minutes: int | None = None,
        routine: str | None = None,
        full: bool = False,
    ) -> Session:
        """Today's session, or a routine as the person's verdicts leave it.

        `full` asks for the whole session where only the calm list is advised.
        """
        known = (standing.person, standing.clearance, standing.memory, standing.on)
        if routine:
            return routine_session(self.library, self.library.routines[routine], *known)
        return today(
            self.library, *known, setting=setting, minutes=minutes, advised_calm=not full
        )

    # ---- writing down ----

    def record(self, kind: EventKind, data: Mapping[str, Any], identity: str | None = None) -> None:
        """Store one thing that happened now."""
        self.diary.add([self._event(kind, data, identity)])

    def record_all(self, events: Iterable[tuple[EventKind, Mapping[str, Any]]]) -> None:
        """Store several things that happened together, all or none."""
        self.diary.add([self._event(kind, data, None) for kind, data in events])

    def _event(self, kind: EventKind, data: Mapping[str, Any], identity: str | None) -> Event:
        now = self.now()
        return Event(
            id=identity or self.new_id(),
            person=self._person,
            at=now,
            on=now.date(),
            kind=kind,
            data=dict(data),
        )

    def describe(self, person: Person) -> None:
        """Store what is true of the person; advice and favourites have their own events."""
        self.record(EventKind.PERSON_DESCRIBED, person_as_data(person))

    def answer(self, scope: str, flags: Mapping[str, Answer]) -> None:
        """Store the answers of a safety check; `scope` is full or short."""
        given = {
            flag: {
                "reply": answer.reply.value,
                "context": sorted(answer.context),
                "unsure_context": sorted(answer.unsure_context),
            }
            for flag, answer in flags.items()
        }
        self.record(EventKind.CHECK_ANSWERED, {"scope": scope, "flags": given})

    def nothing_new(self) -> None:
        """Store that the short question before a session was answered with no."""
        flags = {flag: {"reply": "no"} for flag in load_flags().short}
        self.record(EventKind.CHECK_ANSWERED, {"scope": "short", "flags": flags})

    def assessed(self, ids: Iterable[str], by: str, when: date) -> None:
        """Store that a clinician assessed some flags or gates."""
        self.record_all(
            (EventKind.ASSESSED, {"id": identity, "by": by, "when": when.isoformat()})
            for identity in ids
        )

    def advise(self, advice: Advice) -> None:
        """Store what the person's physiotherapist says."""
        self.record(
            EventKind.ADVICE_GIVEN,
            {
                "id": advice.id,
                "kind": advice.kind.value,
                "exercise": advice.exercise,
                "who": advice.who,
                "given_on": advice.given_on and advice.given_on.isoformat(),
                "until": advice.until and advice.until.isoformat(),
                "hold": advice.hold,
                "repetitions": advice.repetitions,
                "sets": advice.sets,
                "minutes": advice.minutes,
                "words": advice.words,
            },
        )

    # ---- a session ----

    def start(self, standing: Standing, session: Session, check_in: Mapping[str, Any]) -> str:
        """Store the decisions so far, how the person is now and the session; its id."""
        identity = self.new_id()
        plan = {"session": identity, "plan": as_data(session)}
        beginning = [
            self._event(EventKind.CHECKED_IN, {"session": identity, **check_in}, None),
            self._event(EventKind.SESSION_STARTED, plan, identity),
        ]
        self.diary.add([*standing.decided, *beginning])
        return identity

    def session(self, identity: str) -> SessionRecord:
        """A session that was started; raises `UnknownSession`."""
        memory = self.diary.memory(self.library, self._person)
        for record in memory.unjudged:
            if record.id == identity and record.plan:
                return record
        raise UnknownSession(identity)

    def planned(self, record: SessionRecord) -> Session:
        """The session as it was planned."""
        return from_data(record.plan)

    def script(self, session: Session) -> Script:
        """The session second by second, as wordy as the person likes."""
        memory = self.diary.memory(self.library, self._person)
        chosen = memory.settings.get("words")
        words = words_for(memory.sessions, Words(chosen) if chosen else None)
        familiar = {name for name, known in memory.learned.items() if known.times_done}
        rate = float(memory.settings.get("rate", 1.0))
        return write(session, self.library, words=words, voice_rate=rate, familiar=familiar)

    def resume_at(self, script: Script, record: SessionRecord) -> float:
        """Where a session that was interrupted goes on, in seconds."""
        return resume_at(script, record.done)

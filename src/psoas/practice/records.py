"""What a person tells, written into the diary; and where that leaves them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from psoas.diary import Diary
from psoas.diary.store import ME, NOTHING
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Memory
from psoas.practice.brought import Brought
from psoas.practice.standing import Standing, stand
from psoas.safety.clearance import Answer, Answers, Triage
from psoas.safety.flags import load_flags
from psoas.safety.person import Advice, Person, person_as_data
from psoas.safety.schedule import CheckKind
from psoas.safety.screen import screen

Clock = Callable[[], datetime]

PLAYER_SETTINGS = {
    "voice": None,
    "rate": 1,
    "volume": 1,
    "tones": True,
    "speak": True,
    "keys": True,
}


class Records:
    """The diary of one person, and what is told to it."""

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
        """What comes with Psoas, and what the person brought."""
        self._listed = library
        self._brought = Brought(diary, library, person)
        self._clock = clock
        self.new_id = new_id
        self._person = person

    @property
    def person(self) -> str:
        """Whose practice it is: the id under which the diary keeps them."""
        return self._person

    def now(self) -> datetime:
        """The person's own time, with its zone."""
        return self._clock()

    def memory(self) -> Memory:
        """What the plan remembers of the person; the library then holds what they brought."""
        memory = self.diary.memory(self._listed, self._person)
        self.library = self._brought.library(memory)
        return memory

    def standing(self) -> Standing:
        """Where the person stands now."""
        memory = self.memory()
        return stand(memory, self._listed, self.now())

    def setting(self, name: str, default: Any = None) -> Any:
        """One of the person's settings."""
        memory = self.memory()
        return memory.settings.get(name, default)

    def happened(
        self,
        kinds: Iterable[EventKind],
        since: date | None = None,
        until: date | None = None,
        unless: Mapping[str, str] = NOTHING,
    ) -> list[Event]:
        """Everything of some kinds that happened to the person, in the order it arrived.

        Or of these only what happened from one day to another, and none that has a text of
        `unless`.
        """
        return self.diary.events(self._person, kinds, since, until, unless)

    def has(self, identity: str, kind: EventKind) -> bool:
        """Whether something of that id and kind happened to the person."""
        return self.diary.has(identity, kind, self._person)

    def record_first(self, kind: EventKind, data: Mapping[str, Any], identity: str) -> bool:
        """Store one thing under an id of its own; whether nobody else had done so before.

        `by` in its data tells whose it is: of two programs that try at once only one is first.
        """
        mine = self.new_id()
        self.record(kind, {**data, "by": mine}, identity)
        kept = self.diary.event(identity, self._person)
        return kept is not None and kept.data.get("by") == mine

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
        """Store the answers of a safety check; `scope` is full or short.

        Only all the flags are a full check; fewer are short, whatever is said.
        """
        whole = flags.keys() >= load_flags().by_id.keys()
        given = {
            flag: {
                "reply": answer.reply.value,
                "context": sorted(answer.context),
                "unsure_context": sorted(answer.unsure_context),
            }
            for flag, answer in flags.items()
        }
        asked = scope if whole else "short"
        self.record(EventKind.CHECK_ANSWERED, {"scope": asked, "flags": given})

    def nothing_new(self) -> None:
        """Store that the short question before a session was answered with no.

        While all is closed, or every question is due, it says nothing: those have to be answered.
        """
        standing = self.standing()
        if not standing.may_move or standing.check.kind is CheckKind.FULL:
            return
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

    def wake(self, told: Mapping[str, Any]) -> None:
        """Store how the morning was, once a day, and the flare that it starts or ends."""
        memory = self.memory()
        if any(morning.on == self.now().date() for morning in memory.mornings):
            return
        self.record(EventKind.MORNING, told)
        flares = (EventKind.FLARE_STARTED, EventKind.FLARE_ENDED)
        self.diary.add(event for event in self.standing().decided if event.kind in flares)

    def closing(self, given: Mapping[str, Answer]) -> tuple[str, ...]:
        """The flags among these answers that would close sessions until someone has looked."""
        standing = self.standing()
        answers = Answers(on=standing.on, flags=given, asked=frozenset(given))
        raised = screen(answers, open_gates=()).flags
        before = {flag.id for flag in standing.clearance.flags}
        return tuple(
            flag.id
            for flag in raised
            if flag.triage >= Triage.URGENT_24_48H and flag.id not in before
        )

    def player_settings(self) -> dict[str, Any]:
        """What the person chose for voice and tones."""
        settings = self.memory().settings
        return {name: settings.get(name, usual) for name, usual in PLAYER_SETTINGS.items()}

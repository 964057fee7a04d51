"""A made-up person's diary of any length, with every kind of event that progress looks at.

Nothing is planned day by day, so that ten years are made in seconds; one session's plan stands for
all. What is told follows a course: from one level of pain to another, with good and bad days,
flares, days of which nothing is said, and legs that draw back or spread as the pain does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from psoas.body import Place, Surface
from psoas.library import load
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Memory
from psoas.plan.session import as_data
from psoas.plan.today import today
from psoas.safety.clearance import Clearance, Sessions, Triage
from psoas.safety.flags import load_flags
from psoas.safety.person import Eases, Irritability, Person, person_as_data

LAST_DAY = date(2026, 3, 2)
SESSION_DAYS = 0.7
"""How likely a session is on a day."""
TOLD = 0.9
"""How likely a question is answered."""
FLARE_EVERY, FLARE_DAYS = 170, 6
FULL_CHECK = timedelta(days=14)
THINGS = (("socks", "Put on my socks"), ("garden", "An hour in the garden"), ("stairs", "Stairs"))
NOTES = (
    "Long drive at the weekend, felt it afterwards.",
    "New chair at work.",
    "Slept well all week.",
)
PERSON = Person(
    age=45,
    where=frozenset({Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}),
    back_pain=5,
    leg_pain=3,
    irritability=Irritability.LOW,
    eases=Eases.NEITHER,
    usual_morning=5,
    equipment=frozenset({"chair", "wall", "mat", "strap"}),
    lie_on=frozenset({Surface.FLOOR, Surface.BED}),
    minutes=15,
)


def better(share):
    """From 6 down to 2."""
    return 6 - 4 * share


def worse(share):
    """From 3 up to 7."""
    return 3 + 4 * share


def steady(_share):
    """The same all the time."""
    return 4.5


@dataclass
class Life:
    """What happened so far."""

    first: date
    days: int
    course: object
    chance: Random
    plan: dict
    events: list[Event] = field(default_factory=list)
    on: date | None = None
    full_check_on: date | None = None
    flare: date | None = None
    last_session: str | None = None

    @property
    def number(self):
        """Which day it is, the first is 0."""
        return (self.on - self.first).days

    def happens(self, kind, hour=9, **data):
        number = len(self.events)
        at = datetime.combine(self.on, time(hour), UTC) + timedelta(milliseconds=number)
        self.events.append(
            Event(id=f"simulated-{number}", person="me", at=at, on=self.on, kind=kind, data=data)
        )

    def pain(self, more=0.0):
        """What is told of the pain just now."""
        if self.chance.random() > TOLD:
            return "unknown"
        level = self.course(self.number / max(1, self.days - 1)) + more + 2.5 * bool(self.flare)
        return max(0, min(10, round(self.chance.gauss(level, 0.9))))

    def reach(self):
        """How far down the left leg: as far as it hurts."""
        level = self.course(self.number / max(1, self.days - 1)) + bool(self.flare)
        return max(0, min(5, round(level - 1.4 + 0.6 * (self.number % 11 == 5))))


def simulated(days: int, course=better, last: date = LAST_DAY, seed: int = 1) -> list[Event]:
    """The events of so many days up to the last."""
    first = last - timedelta(days=days - 1)
    life = Life(first, days, course, Random(seed), _plan(first))
    life.on = first
    life.happens(EventKind.PERSON_DESCRIBED, **person_as_data(PERSON))
    things = [{"id": identity, "words": words} for identity, words in THINGS]
    life.happens(EventKind.THINGS_CHOSEN, things=things)
    for number in range(days):
        life.on = first + timedelta(days=number)
        _day(life)
    return life.events


def _plan(on: date) -> dict:
    clearance = Clearance(triage=Triage.GO_AHEAD, sessions=Sessions.ALL, ask_again=on)
    return as_data(today(load(), PERSON, clearance, Memory(), on))


def _day(life: Life) -> None:
    _flare(life)
    if life.last_session:
        told = {"pain": life.pain(0.5), "left": life.reach(), "right": 0, "up_under_1h": True}
        life.happens(EventKind.MORNING, hour=7, **told)
    if life.chance.random() < SESSION_DAYS or not life.number:
        _practise(life)
    _tell(life)


def _flare(life: Life) -> None:
    if life.flare and (life.on - life.flare).days >= FLARE_DAYS:
        life.happens(EventKind.FLARE_ENDED, hour=6, because="said")
        life.flare = None
    elif life.number % FLARE_EVERY == FLARE_EVERY // 2:
        life.happens(EventKind.FLARE_STARTED, hour=6, because="said")
        life.flare = life.on


def _tell(life: Life) -> None:
    """Now and then: how the things go, a form's total, a note."""
    level = life.course(life.number / max(1, life.days - 1))
    if life.number % 14 == 1:
        ratings = {i: max(0, min(10, round(9 - level + n))) for n, (i, _) in enumerate(THINGS)}
        life.happens(EventKind.THINGS_RATED, hour=20, ratings=ratings)
    if life.number % 90 == 3:
        total = max(0, min(24, round(2.5 * level)))
        given = {"measure": "rmdq", "total": total, "given_on": life.on.isoformat()}
        life.happens(EventKind.FORM_TOTAL, hour=20, **given)
    if life.number % 45 == 10:
        words = NOTES[life.number // 45 % len(NOTES)]
        life.happens(EventKind.NOTED, hour=21, id=f"note-{life.number}", words=words)


def _practise(life: Life) -> None:
    _check(life)
    session = f"session-{life.on.isoformat()}"
    told = {"back": life.pain(), "leg": life.pain(-1.5), "left": life.reach(), "right": 0}
    life.happens(EventKind.CHECKED_IN, session=session, painkiller=False, **told)
    _decide(life)
    life.happens(EventKind.SESSION_STARTED, session=session, plan=life.plan)
    for number, step in enumerate(life.plan["steps"]):
        if life.chance.random() < 0.75:
            _do(life, session, number, step)
    ended = {"completed": 100, "why": "none", "enough": False}
    life.happens(EventKind.SESSION_ENDED, hour=10, session=session, **ended)
    during, after, reach = life.pain(0.5), life.pain(-0.7), life.reach()
    legs = {"left_during": reach, "right_during": 0, "left": reach, "right": 0}
    how = {"neuro": "none", "effort": 3, "sensation": "comfortable", "exercise": None}
    life.happens(
        EventKind.RESPONDED, hour=10, session=session, during=during, pain=after, **legs, **how
    )
    life.last_session = session


def _check(life: Life) -> None:
    """All questions every two weeks, else the short one: nothing is new."""
    last, flags = life.full_check_on, load_flags()
    full = last is None or life.on - last >= FULL_CHECK
    answers = {flag: {"reply": "no"} for flag in (flags.by_id if full else flags.short)}
    life.happens(EventKind.CHECK_ANSWERED, scope="full" if full else "short", flags=answers)
    if full:
        life.full_check_on = life.on


def _decide(life: Life) -> None:
    """What the last session led to, exercise by exercise: mostly nothing."""
    if not life.last_session:
        return
    for decision, rules, step in _decisions(life):
        life.happens(
            EventKind.DECIDED,
            exercise=step["exercise"],
            decision=decision,
            rules=rules,
            rules_version="made up",
            about=life.last_session,
            outcome=None,
            referral=None,
        )


def _decisions(life: Life) -> Iterator[tuple[str, list[str], dict]]:
    for step in life.plan["steps"]:
        luck = life.chance.random()
        if luck < 0.02:
            yield "regress", ["A22"], step
        elif luck < 0.08:
            yield "progress", ["P01"], step
        else:
            yield "hold", ["A18"], step


def _do(life: Life, session: str, number: int, step: dict) -> None:
    for side in step["sides"]:
        seconds = round(life.chance.uniform(40, 90), 3)
        about = {"session": session, "step": number, "exercise": step["exercise"], "side": side}
        life.happens(EventKind.EXERCISE_DONE, seconds=seconds, completed=100, **about)

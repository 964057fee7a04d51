"""A made-up person's years: five sessions a week, as the diary would hold them.

The last stretch is lived day by day through the plan; what came before are copies of it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from psoas.body import Place, Side, Surface
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Memory
from psoas.plan.planned import PlannedStep, Session
from psoas.plan.remember import remember
from psoas.plan.session import as_data
from psoas.plan.today import today
from psoas.practice.standing import stand
from psoas.safety.flags import load_flags
from psoas.safety.person import Eases, Irritability, Person, person_as_data

LAST_DAY = date(2026, 3, 2)
"""The day on which each diary ends."""
SESSION_DAYS = 5
"""A week."""
FULL_CHECK = timedelta(days=14)
DAY = re.compile(r"\d{4}-\d\d-\d\d")

PERSON = Person(
    age=45,
    where=frozenset({Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}),
    back_pain=3,
    leg_pain=2,
    irritability=Irritability.LOW,
    eases=Eases.NEITHER,
    usual_morning=2,
    conditions=frozenset({"spinal_stenosis", "si_joint_pain", "knee_oa"}),
    equipment=frozenset({"chair", "wall", "mat", "strap"}),
    lie_on=frozenset({Surface.FLOOR, Surface.BED}),
    minutes=15,
)


@dataclass(slots=True)
class Life:
    """What happened so far, and what the plan remembers of it."""

    library: Library
    day: date
    chance: Random = field(default_factory=lambda: Random(1))
    memory: Memory = field(default_factory=Memory)
    events: list[Event] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """In the morning, a little later with each event."""
        later = timedelta(milliseconds=len(self.events))
        return datetime.combine(self.day, time(9), UTC) + later

    def happens(self, kind: EventKind, **data: Any) -> None:
        """One thing more happens on this day."""
        identity = f"made-{len(self.events)}"
        self.keep(Event(id=identity, person="me", at=self.now, on=self.day, kind=kind, data=data))

    def keep(self, event: Event) -> None:
        """An event goes into the diary and into what is remembered."""
        self.events.append(event)
        self.memory = remember(self.memory, event, self.library)

    def pain(self) -> int:
        """It goes up and down a little."""
        return self.chance.choice((1, 2, 2, 3, 3, 4))


def lived(library: Library, weeks: int, times: int) -> list[Event]:
    """Every event of `weeks` weeks, `times` times over, up to the last day."""
    stretch, judged = _stretch(library, timedelta(weeks=weeks))
    before = [*stretch, *judged]
    moves = [timedelta(weeks=weeks * ago) for ago in range(times - 1, 0, -1)]
    return [*(event for by in moves for event in _moved(before, by)), *stretch]


def _stretch(library: Library, length: timedelta) -> tuple[list[Event], list[Event]]:
    """What happened, and what the day after it decides about the last session."""
    life = Life(library, LAST_DAY - length)
    life.happens(EventKind.PERSON_DESCRIBED, **person_as_data(PERSON))
    while life.day < LAST_DAY:
        _wake(life)
        if life.day.weekday() < SESSION_DAYS:
            _practise(life)
        life.day += timedelta(days=1)
    return life.events, list(stand(life.memory, library, life.now).decided)


def _moved(events: Iterable[Event], by: timedelta) -> Iterator[Event]:
    """The same events, so much earlier; the days within their data move too."""
    for event in events:
        data = DAY.sub(lambda day: _earlier(day, by), json.dumps(event.data))
        identity = f"{event.id}-{by.days}"
        moved = replace(event, id=identity, at=event.at - by, on=event.on - by)
        yield replace(moved, data=json.loads(data))


def _earlier(day: re.Match[str], by: timedelta) -> str:
    return (date.fromisoformat(day[0]) - by).isoformat()


def _wake(life: Life) -> None:
    if life.memory.last_session:
        told = {"pain": life.pain(), "left": 2, "right": 0, "up_under_1h": True}
        life.happens(EventKind.MORNING, **told)


def _practise(life: Life) -> None:
    _check(life)
    identity = f"session-{life.day.isoformat()}"
    told = {"back": life.pain(), "leg": 1, "left": 2, "right": 0, "painkiller": False}
    life.happens(EventKind.CHECKED_IN, session=identity, **told)
    session = _begin(life, identity)
    for number, step in enumerate(session.steps):
        _do(life, identity, number, step)
    _look_back(life, identity)


def _check(life: Life) -> None:
    """All questions every two weeks and after a change, else the short one: nothing is new."""
    last, flags = life.memory.full_check_on, load_flags()
    due = last is None or life.day - last >= FULL_CHECK or life.memory.changed_since_full
    answers = {flag: {"reply": "no"} for flag in (flags.by_id if due else flags.short)}
    life.happens(EventKind.CHECK_ANSWERED, scope="full" if due else "short", flags=answers)


def _begin(life: Life, identity: str) -> Session:
    """Today's session, and what was decided about the earlier ones."""
    standing = stand(life.memory, life.library, life.now)
    known = (standing.person, standing.clearance, standing.memory, standing.on)
    session = today(life.library, *known)
    for decision in standing.decided:
        life.keep(decision)
    life.happens(EventKind.SESSION_STARTED, session=identity, plan=as_data(session))
    return session


def _do(life: Life, identity: str, number: int, step: PlannedStep) -> None:
    for side in step.sides:
        life.happens(
            EventKind.EXERCISE_DONE,
            session=identity,
            step=number,
            exercise=step.exercise,
            side=Side(side).value,
            seconds=step.amount.seconds,
            completed=100,
        )


def _look_back(life: Life, identity: str) -> None:
    life.happens(EventKind.SESSION_ENDED, session=identity, completed=100, why="none", enough=False)
    pain, reach = life.pain(), {"left": 2, "right": 0}
    during = {f"{side}_during": zone for side, zone in reach.items()}
    how = {"neuro": "none", "effort": 3, "sensation": "comfortable", "exercise": None}
    told = {"during": pain, "pain": pain, **during, **reach, **how}
    life.happens(EventKind.RESPONDED, session=identity, **told)

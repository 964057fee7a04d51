"""A few people and a few events, for the tests of planning."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from psoas.body import Place, Surface
from psoas.library import load
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import DoneDay, Memory, Morning
from psoas.plan.remember import remember_all
from psoas.plan.today import today
from psoas.safety.clearance import Clearance, Sessions, Triage
from psoas.safety.person import Advice, AdviceKind, Irritability, Person

LIBRARY = load()
MONDAY = date(2026, 3, 16)
GO_AHEAD = Clearance(triage=Triage.GO_AHEAD, sessions=Sessions.ALL, ask_again=MONDAY)
CALM = replace(GO_AHEAD, sessions=Sessions.CALM)
LOCKED = replace(GO_AHEAD, triage=Triage.EMERGENCY_NOW, sessions=Sessions.NONE)

SETTLED = Person(
    age=45,
    where=frozenset({Place.BACK}),
    back_pain=2,
    irritability=Irritability.NO_LEG_SYMPTOMS,
    usual_morning=2,
    equipment=frozenset({"chair", "wall", "doorway", "mat", "strap", "cushion"}),
    lie_on=frozenset({Surface.FLOOR, Surface.BED}),
    minutes=20,
)
HIPS = replace(SETTLED, where=frozenset({Place.BACK, Place.LEFT_BUTTOCK}))
"""For whom the buttock ladder comes early."""
LEFT_LEG = replace(
    SETTLED,
    where=frozenset({Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}),
    leg_pain=3,
    irritability=Irritability.MODERATE,
)

_numbers = count()


def days_ago(number):
    return MONDAY - timedelta(days=number)


def event(kind, on=MONDAY, identity=None, /, **data):
    at = datetime.combine(on, time(9), UTC)
    return Event(
        id=identity or f"e{next(_numbers)}", person="me", at=at, on=on, kind=kind, data=data
    )


def remembered(*events, start=None):
    return remember_all(events, LIBRARY, start)


def plan(person=SETTLED, memory=None, clearance=GO_AHEAD, on=MONDAY, **choice):
    return today(LIBRARY, person, clearance, memory or Memory(), on, **choice)


def names(session):
    return [step.exercise for step in session.steps]


def step_of(session, exercise):
    return next(step for step in session.steps if step.exercise == exercise)


def why_not(session, exercise):
    return next(out.reason for out in session.left_out if out.exercise == exercise)


def rules(step):
    return [reason.rule for reason in step.reasons]


def advice(kind, exercise, **details):
    given = {"who": "Sam", "given_on": days_ago(5)} | details
    return Advice(id=f"{kind}-{exercise}", kind=AdviceKind(kind), exercise=exercise, **given)


def done(on, **seconds):
    """Seconds by exercise and side: `supine_figure_4__left=60`."""
    from psoas.body import Side

    pairs = ((key.rpartition("__"), value) for key, value in seconds.items())
    return DoneDay(on=on, seconds={(e, Side(side)): value for (e, _, side), value in pairs})


def morning(on, pain, up_under_1h=True, left=0, right=0):
    return Morning(on=on, pain=pain, left=left, right=right, up_under_1h=up_under_1h)


def started(identity="s1", on=MONDAY, **plan):
    return event(EventKind.SESSION_STARTED, on, session=identity, plan=plan or {"steps": []})

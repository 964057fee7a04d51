"""A record with something of everything, for the tests of FHIR."""

from dataclasses import replace
from datetime import date, time, timedelta

from tests.plan.people import GO_AHEAD, LEFT_LEG, LIBRARY, MONDAY, event, plan
from tests.sharing.conftest import NOON

from psoas.plan.events import EventKind
from psoas.safety.clearance import Answer, Answers, Reply
from psoas.safety.flags import load_flags
from psoas.sharing.fhir import FormTotal, HealthRecord, Rating, Wanted
from psoas.sharing.timetable import Slot, Timetable

FLAGS = load_flags()
WITH_CONTEXT = next(flag for flag in FLAGS.by_id.values() if flag.contexts)


def answers(**replies):
    """A full check: no, but for the flags that are named."""
    given = {flag: Answer(reply=Reply(replies.get(flag, "no"))) for flag in FLAGS.by_id}
    context = frozenset({WITH_CONTEXT.contexts[0].id})
    given[WITH_CONTEXT.id] = Answer(reply=Reply.YES, context=context)
    return Answers(on=MONDAY, flags=given)


def a_session(identity="s1", on=MONDAY):
    """The events of one session that went well, and the next morning."""
    return [
        event(EventKind.CHECKED_IN, on, session=identity, back=3, leg="unknown"),
        event(EventKind.SESSION_STARTED, on, session=identity, plan={"steps": []}),
        event(EventKind.EXERCISE_DONE, on, session=identity, step=0, exercise="pelvic_tilt",
              side="both", seconds=90, completed=100),
        event(EventKind.SESSION_ENDED, on, session=identity, completed=100, why="none"),
        event(EventKind.RESPONDED, on, session=identity, during=4, pain=2),
        event(EventKind.MORNING, on + timedelta(days=1), pain=1),
    ]  # fmt: skip


SLOTS = (Slot(weekday=0, at=time(8)), Slot(weekday=3, at=time(8)))
TIMETABLE = Timetable(slots=SLOTS, zone="Europe/Berlin", starts=MONDAY, chosen_at=NOON)
WANTED = Wanted(
    id="w1",
    activity="Sit through a film <with> friends & family",
    since=MONDAY,
    ratings=(Rating(on=MONDAY, score=4), Rating(on=MONDAY + timedelta(days=14), score=6)),
    target=8,
)
RECORD = HealthRecord(
    whose="a-random-word",
    person=LEFT_LEG,
    clearance=GO_AHEAD,
    events=[*a_session(), *a_session("s2", MONDAY + timedelta(days=3))],
    library=LIBRARY,
    answers=answers(),
    session=plan(LEFT_LEG),
    timetable=TIMETABLE,
    wanted=(WANTED, replace(WANTED, id="w2", target=None, ratings=())),
    totals=(FormTotal(id="t1", form="Oswestry Disability Index", on=date(2026, 3, 2), total=24),),
)

"""A report with something of everything, and ways to make it worse."""

from dataclasses import replace
from datetime import timedelta

from tests.plan.people import GO_AHEAD, LEFT_LEG, LIBRARY, MONDAY, days_ago, event

from psoas.charts.chart import Line, daily
from psoas.charts.pain import pain_chart
from psoas.charts.reach import reach_chart
from psoas.plan.events import EventKind
from psoas.progress.advice import Advice as See
from psoas.progress.ranges import Span
from psoas.progress.things import Rating
from psoas.progress.wanted import GivenTotal, WantedBack, WantedThing
from psoas.sharing.report import ClinicianReport

WEEKS = Span(first=days_ago(41), last=MONDAY)


def a_day(on, pain=3, session=None, exercise="pelvic_tilt", **more):
    """A session that went well, and the next morning."""
    session = session or f"s-{on}"
    told = {"back": pain, "leg": 1, "left": 2, "right": 0, "painkiller": False, **more}
    return [
        event(EventKind.CHECKED_IN, on, session=session, **told),
        event(EventKind.EXERCISE_DONE, on, session=session, step=0, exercise=exercise, side="both",
              seconds=90, completed=100),
        event(EventKind.SESSION_ENDED, on, session=session, completed=100, why="none"),
        event(EventKind.RESPONDED, on, session=session, during=pain + 1, pain=pain, neuro="none"),
        event(EventKind.MORNING, on + timedelta(days=1), pain=2, left=2, right=0),
    ]  # fmt: skip


def decided(on, exercise, decision, *rules, about="x"):
    """What was decided, by which rules."""
    return event(
        EventKind.DECIDED, on, exercise=exercise, decision=decision, rules=list(rules), about=about
    )


DAYS = [one for number in range(40, 0, -2) for one in a_day(days_ago(number))]
THINGS = tuple(
    WantedThing(id=f"t{n}", words=words, since=days_ago(40))
    for n, words in enumerate(("Put on my socks", "Sit through a film"))
)
WANTED = WantedBack(
    things=THINGS,
    ratings=tuple(
        Rating(on=days_ago(28 - 14 * n), things={"t0": 3 + 2 * n, "t1": 4}) for n in range(3)
    ),
)
TOTALS = (
    GivenTotal(measure="rmdq", on=days_ago(40), total=12),
    GivenTotal(measure="rmdq", on=days_ago(5), total=6),
    GivenTotal(measure="odi", on=days_ago(9), total=34),
)
_TIME = daily(WEEKS.first, WEEKS.last)
REPORT = ClinicianReport(
    made_on=MONDAY,
    span=WEEKS,
    since=days_ago(40),
    person=LEFT_LEG,
    clearance=replace(GO_AHEAD, ask_again=MONDAY + timedelta(days=9)),
    checked_on=days_ago(5),
    library=LIBRARY,
    events=DAYS,
    pain=pain_chart(_TIME, [Line(name="Back", told={days_ago(3): 4, MONDAY: 2})]),
    reach=reach_chart(_TIME, {MONDAY: 2}, {MONDAY: 0}),
    wanted=WANTED,
    totals=TOTALS,
    advice=(See(rule="C07", text="…", when="4 weeks", source="…"),),
)
NOTHING = ClinicianReport(
    made_on=MONDAY,
    span=Span(first=MONDAY, last=MONDAY),
    since=None,
    person=replace(LEFT_LEG, age=None, where=frozenset(), back_pain=None, leg_pain=None),
    clearance=GO_AHEAD,
    checked_on=None,
    library=LIBRARY,
    events=[],
)

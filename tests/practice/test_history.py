from datetime import UTC, date, datetime, timedelta

import pytest

from psoas.plan.events import Event, EventKind
from psoas.practice import history
from psoas.practice.history import Pain

MONDAY = date(2026, 3, 2)


@pytest.fixture
def happened():
    """Makes an event some days after a Monday."""
    count = iter(range(1000))

    def event(kind, days=0, **data):
        on = MONDAY + timedelta(days=days)
        at = datetime.combine(on, datetime.min.time(), UTC)
        return Event(id=f"e{next(count)}", person="me", at=at, on=on, kind=kind, data=data)

    return event


@pytest.fixture
def session(happened):
    """The events of one session that went well."""

    def events(identity="s1", days=0):
        about = {"session": identity, "days": days}
        return [
            happened(EventKind.CHECKED_IN, back=3, leg=5, **about),
            happened(EventKind.SESSION_STARTED, plan={"title": "Today"}, **about),
            happened(EventKind.EXERCISE_DONE, exercise="pelvic_tilt", seconds=40, **about),
            happened(EventKind.EXERCISE_DONE, exercise="childs_pose", seconds=30, **about),
            happened(EventKind.EXERCISE_DONE, exercise="childs_pose", seconds=30, **about),
            happened(EventKind.SESSION_ENDED, completed=90, why="time", **about),
            happened(EventKind.RESPONDED, pain=2, **about),
        ]

    return events


def test_a_session_tells_what_was_done_and_how_it_was(session):
    (past,) = history.sessions_of(session())
    assert past.exercises == ("pelvic_tilt", "childs_pose")
    assert (past.seconds, past.completed, past.why) == (100, 90, "time")
    assert (past.before, past.after) == (5, 2)


def test_the_latest_session_comes_first(session):
    past = history.sessions_of([*session("s1"), *session("s2", days=1)])
    assert [entry.id for entry in past] == ["s2", "s1"]


def test_a_session_that_was_never_ended_has_no_share(session):
    (past,) = history.sessions_of(session()[:3])
    assert past.completed is None


def test_an_answer_of_a_session_that_never_began_is_no_session(happened):
    assert history.sessions_of([happened(EventKind.RESPONDED, session="lost", pain=2)]) == ()


def test_two_check_ins_of_a_day_count_as_the_worse(happened):
    told = [happened(EventKind.CHECKED_IN, back=back, leg="unknown") for back in (2, 6, 4)]
    assert history.pains_of(told) == (Pain(on=MONDAY, back=6),)


def test_waking_pain_stands_beside_the_check_in(happened):
    told = [
        happened(EventKind.MORNING, pain=4),
        happened(EventKind.CHECKED_IN, back=1, leg=0),
    ]
    assert history.pains_of(told) == (Pain(on=MONDAY, back=1, leg=0, waking=4),)


def test_a_day_on_which_nothing_was_told_is_a_gap(happened):
    assert history.pains_of([happened(EventKind.MORNING, pain="unknown")]) == ()


def test_decisions_are_told_with_their_rules_the_latest_first(happened, session):
    made = [
        happened(EventKind.DECIDED, exercise="pelvic_tilt", decision="progress", rules=["E01"]),
        happened(EventKind.DECIDED, days=1, exercise=None, decision="hold", rules=[]),
    ]
    first, second = history.decisions_of([*session(), *made])
    assert (first.decision, first.exercise) == ("hold", None)
    assert (second.decision, second.rules) == ("progress", ("E01",))


def test_a_flare_lasts_until_it_is_over_or_until_today(happened):
    events = [
        happened(EventKind.FLARE_ENDED),
        happened(EventKind.FLARE_STARTED, days=1),
        happened(EventKind.FLARE_STARTED, days=2),
        happened(EventKind.FLARE_ENDED, days=4),
        happened(EventKind.FLARE_STARTED, days=9),
    ]
    today = MONDAY + timedelta(days=12)
    days = [[(on - MONDAY).days for on in span] for span in history.flares_of(events, today)]
    assert days == [[1, 4], [9, 12]]


def test_without_events_there_is_nothing_to_look_back_on():
    assert history.sessions_of([]) == history.pains_of([]) == history.decisions_of([]) == ()
    assert history.flares_of([], MONDAY) == ()

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.people import LIBRARY, MONDAY, days_ago, event

from psoas.plan.events import EventKind
from psoas.sharing.tables import (
    DAY_KINDS,
    EXERCISE_KINDS,
    days_as_csv,
    days_of,
    exercises_as_csv,
    exercises_of,
)


def rows(text):
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture
def a_day():
    """Everything of one session, and the morning."""
    return [
        event(EventKind.MORNING, pain=4, left=3, right=0, up_under_1h=True),
        event(EventKind.CHECKED_IN, session="s", back=3, leg="unknown", left=2, painkiller=False),
        event(EventKind.SESSION_STARTED, session="s", plan={"title": "Day 3 of 21"}),
        event(EventKind.EXERCISE_DONE, session="s", step=0, exercise="pelvic_tilt", side="both",
              seconds=90, completed=100),
        event(EventKind.EXERCISE_SKIPPED, session="s", step=1, exercise="cat_camel"),
        event(EventKind.HURT, session="s", step=2, exercise="childs_pose", side="both",
              what="sharp", pain=6),
        event(EventKind.RESPONDED, session="s", during=5, pain=2, left=1, left_during=4, right=0),
        event(EventKind.SETTINGS, theme="dark"),
    ]  # fmt: skip


def test_a_day_is_one_line_with_what_was_said(a_day):
    assert rows(days_as_csv(a_day)) == [
        {
            "day": "2026-03-16", "sessions": "1", "titles": "Day 3 of 21", "minutes": "1.5",
            "back_before": "3", "leg_before": "", "worst_during": "6", "after": "2",
            "morning": "4", "reach_left": "below_knee", "reach_right": "none", "painkiller": "no",
        }
    ]  # fmt: skip


def test_each_exercise_is_a_line_with_what_became_of_it(a_day):
    told = [(r["name"], r["happened"], r["seconds"], r["hurt"])
            for r in rows(exercises_as_csv(a_day, LIBRARY))]  # fmt: skip
    assert told == [
        ("Small pelvic tilt", "done", "90", ""),
        ("Cat and camel", "skipped", "", ""),
        ("Child's pose", "hurt", "", "sharp"),
    ]


def test_days_stand_in_their_order_whenever_they_arrived():
    events = [event(EventKind.MORNING, days_ago(n), pain=n) for n in (1, 3, 0, 2)]
    assert [day.morning for day in days_of(events)] == [3, 2, 1, 0]


def test_of_two_check_ins_the_worse_counts_and_a_painkiller_is_not_forgotten():
    events = [
        event(EventKind.CHECKED_IN, session="a", back=5, leg=1, painkiller=True),
        event(EventKind.CHECKED_IN, session="b", back=2, leg=4, painkiller=False),
        event(EventKind.CHECKED_IN, session="c", back=True, leg=None, painkiller="unknown"),
    ]
    (day,) = days_of(events)
    assert (day.back_before, day.leg_before, day.painkiller) == (5, 4, True)


def test_nothing_else_of_a_diary_is_read(a_day):
    told = [one for one in a_day if one.kind in DAY_KINDS]
    done = [one for one in a_day if one.kind in EXERCISE_KINDS]
    assert days_of(told) == days_of(a_day)
    assert exercises_of(done, LIBRARY) == exercises_of(a_day, LIBRARY)


def test_a_diary_without_days_is_a_line_of_headings():
    assert days_as_csv([]).startswith("day,sessions,")
    assert rows(exercises_as_csv([], LIBRARY)) == []


@pytest.mark.parametrize("title", ["=1+2", "+cmd", "-1", "@SUM(A1)"])
def test_no_title_becomes_a_formula(title):
    (row,) = rows(days_as_csv([event(EventKind.SESSION_STARTED, plan={"title": title})]))
    assert row["titles"] == f"'{title}"


@given(title=st.text(), name=st.text(min_size=1))
def test_any_words_stay_in_their_cell(title, name):
    events = [
        event(EventKind.SESSION_STARTED, session=name, plan={"title": title}),
        event(EventKind.EXERCISE_SKIPPED, session="s", exercise=name),
    ]
    assert len(rows(days_as_csv(events))) == len(exercises_of(events, LIBRARY)) == 1
    (row,) = rows(exercises_as_csv(events, LIBRARY))
    assert None not in row
    assert (row["day"], row["happened"]) == (MONDAY.isoformat(), "skipped")

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.sharing.conftest import MONDAY, NOON

from psoas.sharing.appointments import appointments
from psoas.sharing.timetable import Slot, Timetable


def shown(entries):
    return [(e.slot.weekday, str(e.slot.at)[:5], e.sequence, e.cancelled) for e in entries]


def test_each_time_of_the_week_is_one_appointment_from_its_first_day_on(timetable):
    entries = appointments([timetable("thu 8:00", "mon 8:00", "mon 8:00", "mon 18:00")], "x")
    assert [str(entry.first) for entry in entries] == ["2026-03-02", "2026-03-02", "2026-03-05"]
    assert len({entry.uid for entry in entries}) == 3


def test_the_same_choice_again_changes_nothing(timetable):
    first = timetable("mon 8:00")
    later = timetable("mon 8:00", starts=MONDAY + timedelta(days=30))
    assert appointments([first, later], "x") == appointments([first], "x")


def test_another_time_keeps_the_id_and_raises_the_sequence(timetable):
    (before,) = appointments([timetable("mon 8:00")], "x")
    (after,) = appointments([timetable("mon 8:00"), timetable("mon 9:15")], "x")
    assert after.uid == before.uid
    assert (before.sequence, after.sequence) == (0, 1)


def test_a_dropped_day_is_cancelled_and_comes_back_with_a_higher_sequence(timetable):
    one, other = timetable("mon 8:00", "tue 8:00"), timetable("tue 8:00")
    assert shown(appointments([one, other], "x")) == [(0, "08:00", 1, True), (1, "08:00", 0, False)]
    assert shown(appointments([one, other, other], "x"))[0] == (0, "08:00", 1, True)
    assert shown(appointments([one, other, one], "x"))[0] == (0, "08:00", 2, False)


def test_other_minutes_words_or_reminders_are_a_change(timetable):
    first = timetable("mon 8:00")
    for change in ({"minutes": 20}, {"title": "Stretch"}, {"remind": None}, {"zone": "UTC"}):
        (entry,) = appointments([first, timetable("mon 8:00", **change)], "x")
        assert entry.sequence == 1


def test_a_time_that_never_comes_before_the_last_day_is_no_appointment(timetable):
    last = MONDAY + timedelta(days=2)
    entries = appointments([timetable("mon 8:00", "fri 8:00", until=last)], "x")
    assert [entry.slot.weekday for entry in entries] == [0]


def test_two_calendars_never_share_an_id(timetable):
    (one,), (other,) = (appointments([timetable("mon 8:00")], key) for key in ("x", "y"))
    assert one.uid != other.uid


slots = st.builds(
    Slot, weekday=st.integers(0, 6), at=st.times().map(lambda at: at.replace(second=0))
)
choices = st.builds(
    Timetable,
    slots=st.lists(slots, max_size=6).map(tuple),
    zone=st.just("Europe/Rome"),
    starts=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    chosen_at=st.just(NOON),
    minutes=st.integers(5, 40),
)


@given(st.lists(choices, min_size=1, max_size=6))
def test_no_choice_ever_doubles_an_event_or_lowers_a_sequence(chosen):
    latest = {}
    for count in range(1, len(chosen) + 1):
        entries = appointments(chosen[:count], "x")
        assert len({entry.uid for entry in entries}) == len(entries)
        assert all(entry.sequence >= latest.get(entry.uid, entry).sequence for entry in entries)
        changed = [e for e in entries if e.uid in latest and e != latest[e.uid]]
        assert all(entry.sequence > latest[entry.uid].sequence for entry in changed)
        latest = {entry.uid: entry for entry in entries}
    valid = sorted(entry.slot for entry in latest.values() if not entry.cancelled)
    assert valid == sorted(set(chosen[-1].slots))

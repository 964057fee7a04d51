import sys
from datetime import UTC, datetime, time, timedelta
from io import StringIO
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.sharing.conftest import MONDAY, NOON
from tests.sharing.test_timezones import ZONES

from psoas.sharing.calendar import calendar_feed, calendar_file
from psoas.sharing.needing import NotInstalled
from psoas.sharing.plain import one_line, plain
from psoas.sharing.timetable import Slot, Timetable

YEARS = 4


def events(body):
    return vobject.readOne(body.decode()).contents.get("vevent", [])


def moments(body, count):
    """The first moments as other libraries read them, by the zone that the file describes."""
    (event,) = events(body)
    start = event.dtstart.value
    zone = tzical(StringIO(body.decode())).get() if b"VTIMEZONE" in body else start.tzinfo
    days = rrulestr(event.rrule.value, dtstart=start.replace(tzinfo=None))
    return [day.replace(tzinfo=zone).astimezone(UTC) for day in islice(days, count)]


slots = st.builds(
    Slot,
    weekday=st.integers(0, 6),
    at=st.times(time(0), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
)


@settings(max_examples=40, deadline=None)
@given(slot=slots, name=st.sampled_from(ZONES))
def test_every_session_keeps_its_time_through_years_of_daylight_saving(slot, name):
    chosen = Timetable(slots=(slot,), zone=name, starts=MONDAY, chosen_at=NOON)
    zone, first = ZoneInfo(name), MONDAY + timedelta(days=slot.weekday)
    read = moments(calendar_file([chosen], "x", NOON), 52 * YEARS)
    for week, moment in enumerate(read):
        wanted = datetime.combine(first + timedelta(weeks=week), slot.at, zone)
        if wanted.astimezone(UTC).astimezone(zone).time() == slot.at:  # the clock shows it that day
            assert moment == wanted.astimezone(UTC)


def test_an_event_says_what_it_must(timetable):
    chosen = timetable("mon 8:00", minutes=15, link="http://127.0.0.1:8000/", about="Two lines.\nx")
    (event,) = events(calendar_file([chosen], "x", NOON))
    assert event.duration.value == timedelta(minutes=15)
    assert event.dtstamp.value == NOON
    assert event.valarm.trigger.value == timedelta(minutes=-10)
    assert event.valarm.action.value == "DISPLAY"
    assert event.contents["class"][0].value == "PRIVATE"
    assert (event.url.value, event.description.value) == (chosen.link, chosen.about)


def test_a_calendar_without_reminders_has_none(timetable):
    (event,) = events(calendar_file([timetable("mon 8:00", remind=None)], "x", NOON))
    assert "valarm" not in event.contents


def test_the_last_day_is_the_last(timetable):
    chosen = timetable("mon 8:00", until=MONDAY + timedelta(days=14))
    (event,) = events(calendar_file([chosen], "x", NOON))
    assert len(list(event.getrruleset(addRDate=True))) == 3


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Etc/GMT", "GMT", "Africa/Abidjan"])
def test_a_zone_that_is_universal_time_is_read_as_such(timetable, zone):
    body = calendar_file([timetable("mon 8:00", zone=zone)], "x", NOON)
    assert (b"VTIMEZONE" in body) == (b"TZID=" in body)
    assert moments(body, 1) == [datetime(2026, 3, 2, 8, tzinfo=UTC)]


def test_a_dropped_time_is_cancelled_in_a_file_and_gone_from_a_feed(timetable):
    chosen = [timetable("mon 8:00", "tue 8:00"), timetable("tue 9:00")]
    told = {(e.status.value, e.sequence.value) for e in events(calendar_file(chosen, "x", NOON))}
    assert told == {("CANCELLED", "1"), ("CONFIRMED", "1")}
    (left,) = events(calendar_feed(chosen, "x", NOON).body)
    assert left.status.value == "CONFIRMED"


def test_putting_a_new_file_over_an_old_one_doubles_nothing(timetable):
    one, other = timetable("mon 8:00", "thu 8:00"), timetable("mon 9:00", "fri 8:00")
    calendar = {}
    for chosen in ([one], [one, other]):
        for event in events(calendar_file(chosen, "x", NOON)):
            known = calendar.get(event.uid.value)
            if known is None or int(event.sequence.value) > int(known.sequence.value):
                calendar[event.uid.value] = event
    kept = [event for event in calendar.values() if event.status.value == "CONFIRMED"]
    assert sorted(event.rrule.value for event in kept) == [
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;BYDAY=MO",
    ]


def test_the_tag_of_a_feed_changes_with_the_plan_alone(timetable):
    one, other = timetable("mon 8:00"), timetable("mon 9:00")
    now, later = calendar_feed([one], "x", NOON), calendar_feed([one], "x", NOON.replace(hour=20))
    assert now.etag == later.etag
    assert now.body != later.body
    assert calendar_feed([one, other], "x", NOON).etag != now.etag


def test_a_feed_of_nothing_chosen_is_empty():
    assert events(calendar_feed([], "x", NOON).body) == []


odd = st.text(max_size=300) | st.sampled_from(
    ["a;b,c\\d:e", 'quoted "name"', "Zeile\nzwei", "🧘" * 100, "END:VEVENT\r\nBEGIN:VEVENT", "\\n"]
)


@settings(max_examples=60, deadline=None)
@given(title=odd, about=odd)
def test_odd_and_long_words_come_back_whole_in_short_lines(title, about):
    chosen = Timetable(
        slots=(Slot(weekday=0, at=time(8)),), zone="UTC", starts=MONDAY, chosen_at=NOON,
        title=title, about=about,
    )  # fmt: skip
    body = calendar_file([chosen], "x", NOON)
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event["summary"] == one_line(title)
    assert str(event.get("description", "")) == plain(about).strip()
    (read,) = events(body)
    assert read.summary.value == one_line(title)


def test_without_its_package_it_says_what_to_install(timetable, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(NotInstalled, match=r"psoas\[sharing\]"):
        calendar_file([timetable("mon 8:00")], "x", NOON)

from datetime import time
from io import StringIO
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

from psoas.plan.events import EventKind
from psoas.plan.quiet import USUAL, Quiet
from psoas.practice.timing import choose, feed, file, quiet_of, times_of
from psoas.sharing.timetable import Slot, Timetable


def chosen(life, *slots, **more):
    """A choice of (weekday, hour) as the person makes it now."""
    return Timetable(
        slots=tuple(Slot(weekday=weekday, at=time(hour)) for weekday, hour in slots),
        zone=more.pop("zone", "Europe/London"),
        starts=life.clock().date(),
        chosen_at=life.clock(),
        **more,
    )


def chooses(life, *slots, settings=None, **more):
    choose(life.practice, chosen(life, *slots, **more), settings or {})


def events_in(body):
    return vobject.readOne(body.decode()).contents.get("vevent", [])


def test_nothing_was_chosen_yet(sam):
    assert times_of(sam.practice).now is None
    assert feed(sam.practice, "") is None
    assert file(sam.practice) is None


def test_a_choice_is_kept_with_a_word_that_nobody_guesses(sam, somebody):
    chooses(sam, (0, 8))
    times = times_of(sam.practice)
    assert times.now == chosen(sam, (0, 8))
    assert len(times.calendar) >= 32
    other = somebody().described()
    chooses(other, (0, 8))
    assert times_of(other.practice).calendar != times.calendar


def test_the_word_stays_when_times_change(sam):
    chooses(sam, (0, 8))
    word = times_of(sam.practice).calendar
    sam.clock.later(days=1)
    chooses(sam, (1, 8))
    times = times_of(sam.practice)
    assert (times.calendar, len(times.chosen)) == (word, 2)


def test_the_same_choice_again_is_no_new_one(sam):
    chooses(sam, (0, 8), settings={"remind": True})
    sam.clock.later(days=3)
    chooses(sam, (0, 8), settings={"remind": True})
    assert len(sam.happened(EventKind.TIMES_CHOSEN)) == 1
    assert len(sam.happened(EventKind.SETTINGS)) == 1


def test_settings_can_change_alone(sam):
    chooses(sam, (0, 8), settings={"remind": True, "quiet_from": "21:00"})
    chooses(sam, (0, 8), settings={"remind": False, "quiet_from": "21:00"})
    assert [event.data for event in sam.happened(EventKind.SETTINGS)][-1] == {"remind": False}


def test_what_cannot_be_read_is_passed_over(sam):
    chooses(sam, (0, 8))
    for junk in ({"zone": "Mars/Olympus"}, {}):
        sam.clock.later(minutes=1)
        sam.practice.record(EventKind.TIMES_CHOSEN, {"timetable": junk, "calendar": "w"})
    assert len(times_of(sam.practice).chosen) == 1


def test_the_feed_opens_to_its_word_alone(sam):
    chooses(sam, (0, 8))
    word = times_of(sam.practice).calendar
    assert feed(sam.practice, word) is not None
    for wrong in ("", word[:-1], f"{word}x", word.swapcase(), "ü"):
        assert feed(sam.practice, wrong) is None


def test_an_event_moves_with_its_choice_and_none_is_doubled(sam):
    chooses(sam, (0, 8), (2, 8))
    word = times_of(sam.practice).calendar
    before = feed(sam.practice, word)
    first = {event.uid.value: event for event in events_in(before.body)}
    sam.clock.later(days=1)
    chooses(sam, (0, 18))
    after = feed(sam.practice, word)
    [moved] = events_in(after.body)
    assert moved.uid.value in first
    assert int(moved.sequence.value) == int(first[moved.uid.value].sequence.value) + 1
    assert moved.dtstart.value.hour == 18
    assert before.etag != after.etag
    gone = [event for event in events_in(file(sam.practice)) if event.status.value == "CANCELLED"]
    assert {event.uid.value for event in gone} == set(first) - {moved.uid.value}


def test_the_tag_of_a_feed_stays_until_something_changes(sam):
    chooses(sam, (0, 8))
    word = times_of(sam.practice).calendar
    before = feed(sam.practice, word)
    sam.clock.later(days=40)
    assert feed(sam.practice, word).etag == before.etag


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Sydney"])
def test_eight_stays_eight_through_years_of_changing_clocks(sam, zone):
    chooses(sam, *((weekday, 8) for weekday in range(7)), zone=zone)
    body = file(sam.practice)
    told = tzical(StringIO(body.decode())).get()
    days = [
        day.replace(tzinfo=told)
        for event in events_in(body)
        for day in islice(
            rrulestr(event.rrule.value, dtstart=event.dtstart.value.replace(tzinfo=None)), 4 * 52
        )
    ]
    assert {day.time() for day in days} == {time(8)}
    assert len({day.utcoffset() for day in days}) == 2
    assert all(day.utcoffset() == day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days)
    assert len(days) == len({day.date() for day in days})


def test_nothing_of_health_is_in_it(sam):
    chooses(sam, (0, 8))
    text = file(sam.practice).decode().lower()
    for word in ("pain", "back", "sciatica", "stretch", "leg", sam.name):
        assert word not in text


@pytest.mark.parametrize(
    ("settings", "quiet"),
    [
        ({}, USUAL),
        ({"quiet_from": "22:30", "quiet_until": "06:00"}, Quiet(start=time(22, 30), until=time(6))),
        ({"quiet_from": "late", "quiet_until": 7}, USUAL),
    ],
)
def test_quiet_hours_are_as_set_or_as_usual(settings, quiet):
    assert quiet_of(settings) == quiet

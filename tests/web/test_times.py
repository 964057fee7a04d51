import re
from datetime import UTC, datetime
from importlib import import_module

import pytest
import vobject

from psoas.plan.events import EventKind

CHOSEN = {
    "at-0": "08:00",
    "days-0": ["0", "2"],
    "at-1": "18:30",
    "days-1": ["4"],
    "zone": "Europe/London",
    "minutes": "15",
    "title": "Move a little",
    "remind": "10",
    "here": "yes",
    "quiet_from": "21:00",
    "quiet_until": "07:00",
}


@pytest.fixture
def choose(client):
    """Send the form with some other answers; where it leads."""

    def choose(**others):
        answer = client.post("/times", data={**CHOSEN, **others})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    return choose


@pytest.fixture
def feed(client):
    """The address of the feed, as the page shows it."""

    def feed():
        [shown] = re.findall(r'id="feed">([^<]+)<', client.get("/times").text)
        return shown

    return feed


def events_in(answer):
    return vobject.readOne(answer.text).contents.get("vevent", [])


def when(answer):
    return sorted(f"{one.dtstart.value:%a %H:%M}" for one in events_in(answer))


def test_before_anything_is_chosen_there_is_no_calendar(client, sentence):
    text = client.get("/times").text
    assert "Into your calendar" not in text
    answer = client.get("/calendar.ics")
    assert answer.status_code == 404
    assert "no times yet" in sentence(answer)


def test_what_is_chosen_is_kept_and_shown(client, choose, events):
    assert choose() == "/times?saved"
    [told] = events(EventKind.TIMES_CHOSEN)
    assert told["timetable"]["minutes"] == 15
    assert [(slot["weekday"], slot["at"]) for slot in told["timetable"]["slots"]] == [
        (0, "08:00:00"), (2, "08:00:00"), (4, "18:30:00"),
    ]  # fmt: skip
    assert events(EventKind.SETTINGS) == [
        {"remind": True, "quiet_from": "21:00", "quiet_until": "07:00"}
    ]
    text = client.get("/times?saved").text
    assert "Saved." in text
    assert text.count('value="08:00"') == 1
    assert len(re.findall(r'name="days-\d" value="\d"[^>]* checked', text)) == 3
    assert '<option value="Europe/London" selected>' in text
    assert 'value="Move a little"' in text


def test_the_feed_holds_the_times_and_nothing_is_sent_twice(client, choose, feed):
    choose()
    answer = client.get(feed())
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert when(answer) == ["Fri 18:30", "Mon 08:00", "Wed 08:00"]
    again = client.get(feed(), headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    for other in ('"else"', ""):
        assert client.get(feed(), headers={"If-None-Match": other}).status_code == 200
    assert client.get(feed(), headers={"If-None-Match": "*"}).status_code == 304
    assert client.head(feed()).headers["etag"] == answer.headers["etag"]


def test_another_choice_moves_the_events_and_doubles_none(client, choose, feed, clock):
    choose()
    before = client.get(feed())
    known = {one.uid.value: int(one.sequence.value) for one in events_in(before)}
    clock.on(3)
    choose(**{"at-0": "09:00", "at-1": "", "days-1": []})
    after = client.get(feed(), headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert when(after) == ["Mon 09:00", "Wed 09:00"]
    moved = {one.uid.value: int(one.sequence.value) for one in events_in(after)}
    assert moved == {uid: known[uid] + 1 for uid in moved}
    file = client.get("/calendar.ics")
    assert file.headers["content-disposition"] == 'attachment; filename="psoas.ics"'
    gone = [one.uid.value for one in events_in(file) if one.status.value == "CANCELLED"]
    assert {*gone, *moved} == set(known)


def test_the_same_choice_again_changes_no_calendar(client, choose, feed, clock, events):
    choose()
    before = client.get(feed()).headers["etag"]
    clock.on(8)
    choose()
    assert client.get(feed()).headers["etag"] == before
    assert len(events(EventKind.TIMES_CHOSEN)) == 1


def test_all_times_can_be_given_up(client, choose, feed):
    choose()
    choose(**{"at-0": "", "days-0": [], "at-1": "", "days-1": []})
    assert when(client.get(feed())) == []
    assert client.get("/times").status_code == 200


@pytest.mark.parametrize("word", ["x", "x" * 500, "..", "%00", "ü"])
def test_a_wrong_word_opens_nothing(client, choose, word):
    choose()
    assert client.get(f"/calendar/{word}.ics").status_code == 404


def test_before_times_are_chosen_no_word_opens_anything(client):
    assert client.get("/calendar/.ics").status_code == 404
    assert client.get("/calendar/x.ics").status_code == 404


def test_nothing_of_health_leaves(client, choose, feed, known):
    known(conditions=frozenset({"hypertension"}))
    choose(title="")
    text = (client.get(feed()).text + client.get("/calendar.ics").text).lower()
    for word in ("pain", "sciatica", "back", "hypertension", "stretch", "leg"):
        assert word not in text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"at-0": "", "days-0": []}, None),
        ({"at-0": "", "days-0": [], "at-1": "", "days-1": []}, "Choose a time"),
        ({"days-0": []}, "at least one day for 08:00"),
        ({"at-0": ""}, "Choose the time"),
        ({"at-0": "25:00"}, "like 08:00"),
        ({"at-0": "soon"}, "like 08:00"),
        ({"zone": "Mars/Olympus"}, "can be chosen"),
        ({"minutes": "0"}, "between 1 and 180"),
        ({"title": "x" * 81}, "too long"),
        ({"remind": "7"}, "can be chosen"),
        ({"days-0": ["7"]}, "can be chosen"),
        ({"quiet_from": "late"}, "like 08:00"),
        ({"here": "perhaps"}, "can be chosen"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(client, events, sentence, wrong, said):
    answer = client.post("/times", data={**CHOSEN, **wrong})
    if said is None:
        assert answer.status_code == 303
        return
    assert answer.status_code == 422
    assert said in sentence(answer)
    assert events(EventKind.TIMES_CHOSEN) == events(EventKind.SETTINGS) == []


def test_a_refused_form_stays_as_it_was_typed(client):
    text = client.post("/times", data={**CHOSEN, "minutes": "999"}).text
    assert 'value="999"' in text
    assert 'value="Move a little"' in text
    assert 'id="minutes-wrong"' in text


def test_a_time_in_quiet_hours_is_said_to_be_quiet(client, choose):
    choose(**{"at-0": "06:00"})
    assert "06:00 lies in your quiet hours" in client.get("/times").text
    choose(here="no")
    assert "lies in your quiet hours" not in client.get("/times").text


def test_one_tap_stops_the_reminders(client, choose, practice, feed):
    choose()
    assert 'id="reminder"' in client.get("/how").text
    assert client.post("/times/stop").headers["location"] == "/times?stopped"
    assert practice.setting("remind") is False
    assert 'id="reminder"' not in client.get("/how").text
    assert "Reminders are off" in client.get("/times?stopped").text
    assert len(when(client.get(feed()))) == 3


def test_the_page_says_who_reaches_the_feed(client, choose):
    choose()
    assert "Only programs on this computer" in client.get("/times").text


def test_a_zone_that_was_chosen_elsewhere_stays(client, choose, monkeypatch):
    module = import_module("psoas.web.pages.times")
    monkeypatch.setattr(module, "zones", lambda: ("Europe/London",))
    monkeypatch.setattr(module, "zone_here", lambda: "Asia/Tokyo")
    choose(zone="Asia/Tokyo")
    assert '<option value="Asia/Tokyo" selected>' in client.get("/times").text


def test_a_reminder_of_another_length_is_shown_as_it_is(client, choose, practice, events):
    choose()
    [told] = events(EventKind.TIMES_CHOSEN)
    told["timetable"] |= {"remind": 7, "chosen_at": "2026-03-02T09:30:00Z"}
    practice.record(EventKind.TIMES_CHOSEN, told)
    assert '<option value="7" selected>7 minutes before</option>' in client.get("/times").text


class TestReminder:
    """The door at which an open page asks."""

    @pytest.fixture
    def ask(self, client):
        return lambda shown=None: client.post("/reminder", json={"shown": shown}).json()

    @pytest.fixture
    def punctual(self, known, choose, clock):
        """Someone at ten on a Monday, who had chosen ten o'clock the day before."""
        known()
        clock.now = datetime(2026, 3, 1, 9, tzinfo=UTC)
        choose(**{"at-0": "10:00", "zone": "UTC"})
        clock.now = datetime(2026, 3, 2, 10, 1, tzinfo=UTC)

    def test_nothing_is_due_and_there_is_nothing_to_ask_for(self, ask):
        assert ask() == {"due": False, "again": None}

    def test_a_chosen_time_is_handed_out_until_a_page_shows_it(self, punctual, ask, events):
        told = ask()
        assert ask() == told and not events(EventKind.REMINDED)
        assert told == {
            "due": True,
            "new": True,
            "time": "2026-03-02T10:00",
            "title": "Move a little",
            "words": "It is after 10:00, the time you chose. Your session is ready when you are.",
            "again": 600,
        }
        ask(told["time"])
        assert ask() == {"due": False, "again": 600}
        assert len(events(EventKind.REMINDED)) == 1

    def test_a_page_that_shows_it_goes_on_showing_it(self, punctual, ask):
        told = ask()
        assert ask(told["time"]) == {**told, "new": False}
        assert ask("2026-03-01T10:00")["due"] is False

    def test_a_session_that_has_begun_takes_it_away(self, punctual, ask, client):
        told = ask()
        client.post("/start", data={"back": "3", "as_usual": "yes"})
        assert ask(told["time"])["due"] is False

    def test_it_asks_again_when_the_time_comes(self, punctual, ask, clock):
        clock.now = datetime(2026, 3, 2, 9, 58, tzinfo=UTC)
        assert ask() == {"due": False, "again": 120}
        clock.now = datetime(2026, 3, 2, 9, 59, 59, tzinfo=UTC)
        assert ask() == {"due": False, "again": 30}

    @pytest.mark.parametrize("junk", [{"shown": 7}, {"shown": "x" * 41}, {"more": 1}, []])
    def test_junk_is_refused(self, client, junk):
        assert client.post("/reminder", json=junk).status_code == 422

    def test_another_site_learns_nothing(self, punctual, client):
        answer = client.post("/reminder", json={}, headers={"Origin": "http://elsewhere"})
        assert answer.status_code == 403

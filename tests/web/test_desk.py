import re
from datetime import timedelta

import pytest
from tests.web import posts

from psoas.body import Place
from psoas.plan.events import EventKind
from psoas.safety.person import Irritability

LEG = {
    "where": frozenset({Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}),
    "irritability": Irritability.LOW,
}


@pytest.fixture
def sitting(client, clock):
    """The page of somebody who sat down so many minutes ago."""

    def page(minutes=0):
        since = (clock.now - timedelta(minutes=minutes)).isoformat()
        return client.get("/desk", params={"since": since}).text

    return page


def state(text):
    [now] = re.findall(r'id="desk" data-now="(\w+)"', text)
    return now


def test_it_counts_from_when_the_page_was_opened(client, known):
    known()
    text = client.get("/desk").text
    assert state(text) == "waiting"
    assert 'data-wait="2700"' in text
    assert '<p class="desk-time">09:45</p>' in text
    assert "in 45 minutes" in text
    assert "since=2026-03-02T09" in text


@pytest.mark.parametrize(
    "junk", ["soon", "2026-03-02T08:00", "2030-01-01T00:00Z", "", "0001-01-01T00:00Z"]
)
def test_a_time_that_cannot_be_is_now(client, known, junk):
    known()
    assert 'data-wait="2700"' in client.get("/desk", params={"since": junk}).text


def test_a_break_shows_its_exercise_and_leads_to_it(sitting, known, client):
    known()
    text = sitting(50)
    assert state(text) == "break"
    assert "<title>Time for a break" in text
    assert "/figures/seated_figure_4.svg" in text
    [begin] = re.findall(r'href="(/\?desk=[^"#]+)#start"', text)
    today = client.get(begin).text
    assert re.findall(r'<h3><a href="/library/(\w+)">', today) == ["seated_figure_4"]
    assert 'name="desk" value="seated_figure_4"' in today


def test_it_becomes_a_session_of_one_exercise_and_comes_back_to_the_desk(
    sitting, known, client, events, planned, clock
):
    known()
    clock.now += timedelta(hours=1)
    form = {**posts.CHECK_IN, "new": "no", "desk": "seated_figure_4"}
    session = client.post("/start", data=form).headers["location"]
    assert session.startswith("/session/")
    assert [step["exercise"] for step in planned()] == ["seated_figure_4"]
    assert events(EventKind.DESK_BREAK) == [{"exercise": "seated_figure_4", "what": "done"}]
    assert state(sitting(60)) == "session"
    client.post(f"{session}/enough")
    after = client.post(f"{session}/after", data=posts.AFTER)
    assert after.headers["location"] == "/desk"
    assert state(sitting(60)) == "waiting"


def test_an_ordinary_session_does_not_lead_to_the_desk(started, client):
    session = started()
    client.post(f"/session/{session}/enough")
    after = client.post(f"/session/{session}/after", data=posts.AFTER)
    assert after.headers["location"] == "/?done=yes"


@pytest.mark.parametrize(("what", "then"), [("later", "waiting"), ("not_today", "not_today")])
def test_one_tap_puts_it_off(sitting, known, client, events, clock, what, then):
    known()
    since = (clock.now - timedelta(hours=1)).isoformat()
    sent = {"exercise": "seated_figure_4", "what": what, "since": since}
    back = client.post("/desk", data=sent).headers["location"]
    assert state(client.get(back).text) == then
    assert events(EventKind.DESK_BREAK) == [{"exercise": "seated_figure_4", "what": what}]


def test_after_the_seated_ones_there_is_a_walk_that_is_told_as_done(sitting, known, client, clock):
    known()
    for exercise in ("seated_figure_4", "seated_knee_pull", "seated_figure_4"):
        client.post("/desk", data={"exercise": exercise, "what": "done"})
        clock.now += timedelta(hours=1)
    text = sitting(60)
    assert "Stand up and walk a little" in text
    assert 'name="exercise" value="walking_bouts"' in text
    assert "I did it" in text
    assert (
        client.post("/desk", data={"exercise": "walking_bouts", "what": "done"}).headers["location"]
        == "/desk"
    )


def test_how_it_is_changed_stands_with_it(sitting, known):
    known(conditions=frozenset({"knee_oa"}), **LEG)
    assert "For you" in sitting(60)


def test_a_danger_sign_closes_it_and_leads_to_its_card(sitting, known):
    known("ces_saddle")
    text = sitting(60)
    assert state(text) == "closed"
    assert "/card/emergency" in text


def test_nobody_known_is_led_to_today(client):
    text = client.get("/desk").text
    assert state(text) == "closed"
    assert 'href="/">Go to Today' in text


def test_quiet_hours_are_said(sitting, known, practice):
    known()
    practice.record(EventKind.SETTINGS, {"quiet_from": "08:00", "quiet_until": "10:00"})
    text = sitting(60)
    assert state(text) == "quiet"
    assert "until 10:00" in text
    assert 'data-wait="300"' in text


def test_where_nothing_suits_that_is_said(sitting, known, monkeypatch):
    known()
    monkeypatch.setattr("psoas.practice.desking.offered", lambda *_: None)
    text = sitting(60)
    assert state(text) == "nothing"
    assert "None of the seated exercises suits you today" in text


def test_the_minutes_can_be_set(client, known, events, sentence):
    known()
    assert client.post("/desk/minutes", data={"minutes": "30"}).headers["location"] == "/desk"
    assert 'data-wait="1800"' in client.get("/desk").text
    client.post("/desk/minutes", data={"minutes": ""})
    refused = client.post("/desk/minutes", data={"minutes": "20"})
    assert refused.status_code == 422
    assert "between 30 and 60" in sentence(refused)
    assert events(EventKind.SETTINGS) == [{"desk_minutes": 30}]


@pytest.mark.parametrize(
    "junk",
    [
        {},
        {"exercise": "seated_figure_4"},
        {"exercise": "seated_figure_4", "what": "never"},
        {"exercise": "long_sit_forward_fold", "what": "done"},
    ],
)
def test_junk_is_refused_and_changes_nothing(client, known, events, junk):
    known()
    assert client.post("/desk", data=junk).status_code == 422
    assert events(EventKind.DESK_BREAK) == []


def test_what_is_no_break_cannot_be_started_as_one(client, known):
    known()
    assert client.get("/", params={"desk": "long_sit_forward_fold"}).status_code == 422

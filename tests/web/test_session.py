import html
import json
import re

import pytest
from tests.web import posts

from psoas.plan.events import EventKind


def data_of(page):
    found = re.search(r'id="session-data">(.*?)</script>', page.text, re.DOTALL)
    return json.loads(html.unescape(found[1]))


@pytest.fixture
def session(client, started, planned):
    """A session that was started: what can be done in it."""
    return Going(client, started(), planned())


class Going:
    def __init__(self, client, identity, steps):
        self.client, self.id, self.steps = client, identity, steps
        self.path = f"/session/{identity}"

    def page(self):
        return self.client.get(self.path)

    def tell(self, event, door="events", status=200):
        answer = self.client.post(
            f"{self.path}/{door}", json=event, headers={"Accept": "application/json"}
        )
        assert answer.status_code == status, answer.text
        return answer.json()

    def after(self, **changed):
        return self.client.post(f"{self.path}/after", data={**posts.AFTER, **changed})


def test_the_page_has_the_script_and_where_to_tell_what_happens(session):
    data = data_of(session.page())
    assert data["session"] == session.id
    assert data["script"]["moments"]
    assert data["urls"]["events"] == f"{session.path}/events"
    assert data["resume_at"] == 0
    assert data["done"] == []


def test_a_side_that_was_done_is_stored_once(session, events):
    event = posts.done(session.id, session.steps[0])
    for _ in range(2):
        assert session.tell(event) == {"saved": event["id"]}
    assert events(EventKind.EXERCISE_DONE) == [{**event["data"], "seconds": 30.5}]


def test_opened_again_it_goes_on_after_what_was_done(session):
    session.tell(posts.done(session.id, session.steps[0]))
    data = data_of(session.page())
    assert data["resume_at"] > 0
    assert data["done"][0]["exercise"] == session.steps[0]["exercise"]


def test_a_session_that_was_ended_goes_to_its_questions(session):
    session.tell(posts.told(session.id, "session_ended", completed=100, why="none"))
    assert session.page().headers["location"] == f"{session.path}/after"


def test_enough_counts_as_done(session, client, events):
    for _ in range(2):
        answer = client.post(f"{session.path}/enough")
        assert answer.headers["location"] == f"{session.path}/after"
    assert events(EventKind.SESSION_ENDED) == [
        {"session": session.id, "completed": 100, "why": "none", "enough": True}
    ]


def test_under_a_danger_sign_told_meanwhile_nothing_goes_on(session, client):
    client.post("/check", data=posts.check("ces_saddle", confirmed="yes"))
    assert session.page().headers["location"] == "/card/emergency"


def test_under_a_condition_told_meanwhile_nothing_avoided_goes_on(session, known):
    known(conditions=frozenset({"osteoporosis", "glaucoma", "recent_spine_surgery"}))
    assert session.page().headers["location"] == "/"


def test_where_only_the_calm_list_is_open_nothing_else_goes_on(session, client):
    client.post("/check", data=posts.check("age_new"))
    assert session.page().headers["location"] == "/"


def test_after_a_flare_the_full_check_comes_before_it_goes_on(session, client):
    client.post("/flare")
    assert session.page().headers["location"] == "/check"


@pytest.mark.parametrize("what", ["sharp", "tingling", "too_much", "dizzy"])
def test_what_hurts_is_answered_and_stored(session, events, what):
    act = session.tell(posts.hurt(session.id, session.steps[0], what), "hurt")
    assert act["act"] in ("ease", "skip", "swap", "end", "card")
    assert act["say"]
    assert (act["script"] is not None) == (act["act"] in ("ease", "swap"))
    assert events(EventKind.HURT)[0]["what"] == what


@pytest.mark.parametrize("what", ["weak", "chest"])
def test_a_danger_sign_in_the_middle_leads_away(session, what):
    act = session.tell(posts.hurt(session.id, session.steps[0], what), "hurt")
    assert act["act"] == "card"
    assert act["url"].startswith(("/check?scope=short&flags=", "/card/"))
    assert session.page().headers["location"] != session.path


def test_what_hurts_under_a_danger_sign_told_meanwhile_ends_it(session, client, events):
    client.post("/check", data=posts.check("dvt", confirmed="yes"))
    act = session.tell(posts.hurt(session.id, session.steps[0], "too_much"), "hurt")
    assert (act["act"], act["url"], act["script"]) == ("card", "/card/urgent", None)
    assert len(events(EventKind.HURT)) == 1


def test_only_what_hurts_is_taken_at_that_door(session):
    sent = posts.done(session.id, session.steps[0])
    assert "was not stored" in session.tell(sent, "hurt", status=422)["error"]


def test_how_it_went_is_asked_once(session, client):
    assert client.get(f"{session.path}/after").status_code == 200
    session.after()
    assert client.get(f"{session.path}/after").headers["location"] == "/"


def test_how_it_went_is_stored_once(session, events):
    assert session.after().headers["location"] == "/?done=yes"
    session.after(during="9")
    assert [told["during"] for told in events(EventKind.RESPONDED)] == [4]
    assert events(EventKind.SESSION_ENDED)[0]["why"] == "unknown"


def test_what_was_left_open_of_how_it_went_is_unknown(session, client, events):
    client.post(f"{session.path}/after")
    told = {**events(EventKind.RESPONDED)[0]}
    assert told.pop("session") == session.id
    assert told.pop("exercise") is None
    assert set(told.values()) == {"unknown"}


@pytest.mark.parametrize(
    ("answer", "during", "now"),
    [
        ("usual", (1, 1), (1, 1)),
        ("less", (1, 1), (0, 0)),
        ("came_back", (0, 0), (1, 1)),
        ("further", (0, 0), (0, 0)),
    ],
)
def test_how_far_it_reached_is_the_furthest_and_how_it_is_now(session, events, answer, during, now):
    session.after(reach=answer, left="0", right="0")
    told = events(EventKind.RESPONDED)[0]
    assert (told["left_during"], told["right_during"]) == during
    assert (told["left"], told["right"]) == now


def test_only_what_was_done_can_be_blamed(session, events):
    session.tell(posts.done(session.id, session.steps[0]))
    exercise = session.steps[0]["exercise"]
    assert session.after(exercise="childs_pose_of_another").status_code == 422
    session.after(exercise=exercise)
    assert events(EventKind.RESPONDED)[0]["exercise"] == exercise


def test_weakness_after_a_session_opens_its_red_flag(session):
    location = session.after(neuro="weakness").headers["location"]
    assert location.startswith("/check?scope=short&flags=")


@pytest.mark.parametrize(
    "junk",
    [
        {"during": "11"},
        {"pain": "x"},
        {"reach": "up"},
        {"left": "6", "reach": "further"},
        {"neuro": "perhaps"},
        {"exercise": "flying"},
        {"during": ["1", "2"]},
    ],
)
def test_junk_about_how_it_went_is_refused_and_what_was_typed_is_kept(
    session, events, sentence, junk
):
    answer = session.after(**junk)
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    if "exercise" not in junk:
        assert f'id="{next(iter(junk))}-wrong"' in answer.text
    if "neuro" not in junk:
        assert 'name="neuro" value="none" checked' in answer.text
    assert events(EventKind.RESPONDED) == []


@pytest.mark.parametrize("identity", ["none", "x" * 500, "%00", "<b>", "..%2f.."])
def test_an_unknown_session_is_one_plain_sentence(client, known, practice, identity):
    known()
    before = practice.diary.count()
    path = f"/session/{identity}"
    event = posts.done("none", {"exercise": "pelvic_tilt", "sides": ["both"]})
    answers = [
        client.get(path),
        client.get(f"{path}/after"),
        client.post(f"{path}/after", data=posts.AFTER),
        client.post(f"{path}/enough"),
        client.post(f"{path}/events", json=event),
        client.post(f"{path}/hurt", json=event),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert all("There is no such" in answer.text for answer in answers)
    assert practice.diary.count() == before


def test_a_late_event_of_an_earlier_session_is_still_taken(client, session, events, clock, known):
    session.after()
    clock.on(1)
    client.post("/start", data={**posts.CHECK_IN, "new": "no"})
    assert len(events(EventKind.SESSION_STARTED)) == 2
    session.tell(posts.done(session.id, session.steps[0]))
    assert len(events(EventKind.EXERCISE_DONE)) == 1


def test_after_everything_was_removed_nothing_of_a_session_comes_back(session, client, practice):
    client.post("/settings/erase", data={"word": "erase"})
    session.tell(posts.done(session.id, session.steps[0]), status=404)
    assert practice.diary.count() == 0


@pytest.mark.parametrize("junk", [{"exercise": "flying"}, {"session": "other"}, {"side": "up"}])
def test_junk_of_the_player_is_not_stored(session, events, junk):
    event = posts.done(session.id, session.steps[0])
    said = session.tell({**event, "data": {**event["data"], **junk}}, status=422)
    assert said["error"].endswith(".")
    assert events(EventKind.EXERCISE_DONE) == []

import pytest
from tests.web import posts

from psoas.plan.events import EventKind


@pytest.fixture
def next_day(client, started, planned, clock):
    """The day after a session that was done and was worse; its id."""
    identity = started()
    client.post(f"/session/{identity}/events", json=posts.done(identity, planned()[0]))
    client.post(f"/session/{identity}/after", data={**posts.AFTER, "during": "7"})
    clock.on(1)
    return identity


def test_the_questions_about_yesterday_stand_on_today(client, next_day):
    text = client.get("/").text
    assert 'action="/settled"' in text
    assert 'action="/morning"' in text


def test_how_it_was_on_waking_is_stored_once_a_day(client, next_day, events):
    for pain in ("4", "9"):
        answer = client.post("/morning", data={"pain": pain, "reach": "usual", "up_under_1h": "no"})
        assert answer.headers["location"] == "/"
    assert events(EventKind.MORNING) == [{"pain": 4, "left": 1, "right": 1, "up_under_1h": False}]
    assert 'action="/morning"' not in client.get("/").text


def test_a_morning_can_be_skipped(client, next_day, events):
    client.post("/morning", data={"skip": "yes"})
    assert set(events(EventKind.MORNING)[0].values()) == {"unknown"}


def test_whether_it_settled_is_stored_once(client, next_day, events):
    for minutes in ("180", "0"):
        answer = client.post("/settled", data={"session": next_day, "minutes": minutes})
        assert answer.headers["location"] == "/"
    assert [told["minutes"] for told in events(EventKind.SETTLED)] == [180]
    assert 'action="/settled"' not in client.get("/").text


def test_numbness_that_stayed_opens_its_red_flag(client, next_day):
    data = {"session": next_day, "minutes": "180", "neuro": "persistent"}
    assert client.post("/settled", data=data).headers["location"].startswith("/check?scope=short&")


@pytest.mark.parametrize(
    "junk", [{"pain": "11"}, {"reach": "up"}, {"left": "9"}, {"up_under_1h": "x"}]
)
def test_a_morning_with_junk_is_shown_again_as_it_was_typed(
    client, next_day, events, sentence, junk
):
    answer = client.post("/morning", data={"reach": "elsewhere", "pain": "4", **junk})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    assert f'id="{next(iter(junk))}-wrong"' in answer.text
    if "pain" not in junk:
        assert 'name="pain" value="4" checked' in answer.text
    assert events(EventKind.MORNING) == []


def test_an_answer_to_whether_it_settled_that_is_none_is_refused(client, next_day, sentence):
    answer = client.post("/settled", data={"session": next_day, "minutes": "17"})
    assert answer.status_code == 422
    assert "Choose again" in sentence(answer)
    assert 'id="minutes-wrong"' in answer.text


@pytest.mark.parametrize("session", ["", "none", "x" * 400])
def test_an_unknown_session_is_one_plain_sentence(client, next_day, sentence, session):
    answer = client.post("/settled", data={"session": session, "minutes": "0"})
    assert answer.status_code == 404
    assert "no such session" in sentence(answer)


def test_junk_of_someone_new_is_one_plain_sentence(client, practice, sentence):
    answer = client.post("/morning", data={"pain": "junk"})
    assert answer.status_code == 422
    assert "between 0 and 10" in sentence(answer)
    assert practice.diary.count() == 0

import pytest
from tests.web import posts

from psoas.plan.events import EventKind


@pytest.fixture
def recorded(practice):
    """How many events a post left in the diary."""

    def count(post):
        before = practice.diary.count()
        answer = post()
        return practice.diary.count() - before, answer

    return count


@pytest.fixture
def tomorrow(known, clock):
    """Someone who was described yesterday, so that the short question is due."""
    known()
    clock.on(1)


def test_a_start_stores_the_session_and_opens_it(client, known, events):
    known()
    location = client.post("/start").headers["location"]
    session = events(EventKind.SESSION_STARTED)[0]["session"]
    assert location == f"/session/{session}"
    assert client.get(location).status_code == 200


def test_how_it_is_right_now_goes_with_it(client, tomorrow, events):
    client.post("/start", data={**posts.CHECK_IN, "new": "no"})
    told = events(EventKind.CHECKED_IN)[0]
    assert {"back": 3, "leg": 2, "left": 1, "right": 1, "painkiller": False}.items() <= told.items()


def test_what_was_not_told_is_unknown_and_never_good(client, tomorrow, events):
    client.post("/start", data={"new": "no"})
    told = events(EventKind.CHECKED_IN)[0]
    assert {told[key] for key in ("back", "leg", "left", "right", "painkiller")} == {"unknown"}


def test_the_chosen_place_and_time_are_those_of_the_session(client, known, practice, planned):
    known()
    client.post("/start", data={"setting": "desk", "minutes": "5"})
    assert {step["surface"] for step in planned()} <= {"chair", "standing"}
    assert sum(step["seconds"] for step in planned()) <= 5 * 60


def test_nothing_starts_while_a_danger_sign_is_open(client, known, recorded):
    known("ces_saddle")
    stored, answer = recorded(lambda: client.post("/start", data={"new": "no"}))
    assert (stored, answer.headers["location"]) == (0, "/card/emergency")


def test_nothing_starts_before_anything_is_known(client, recorded):
    stored, answer = recorded(lambda: client.post("/start", data={"new": "no"}))
    assert (stored, answer.headers["location"]) == (0, "/check")


def test_nothing_starts_before_it_is_told_where_it_hurts(client, recorded):
    client.post("/check", data=posts.check())
    stored, answer = recorded(lambda: client.post("/start", data={"new": "no"}))
    assert (stored, answer.headers["location"]) == (0, "/")


@pytest.mark.parametrize("days", [14, 40, -1])
def test_nothing_starts_while_the_full_check_is_due(client, known, clock, recorded, days):
    known()
    clock.on(days)
    stored, answer = recorded(lambda: client.post("/start", data={"new": "no"}))
    assert (stored, answer.headers["location"]) == (0, "/check")


def test_nothing_starts_without_the_short_answer_and_what_was_typed_is_kept(
    client, tomorrow, recorded, sentence
):
    typed = {"back": "7", "as_usual": "no", "reach": "elsewhere", "left": "2", "setting": "bed"}
    stored, answer = recorded(lambda: client.post("/start", data=typed))
    assert (stored, answer.status_code) == (0, 422)
    assert sentence(answer) == "Say first whether anything is new. Then you can start."
    assert 'id="new-wrong"' in answer.text
    assert 'name="back" value="7" checked' in answer.text
    assert 'name="reach" value="elsewhere" checked' in answer.text
    assert 'name="left" value="2" checked' in answer.text
    assert 'name="setting" value="bed"' in answer.text


def test_something_new_leads_to_the_short_check_and_nothing_is_stored_yet(
    client, tomorrow, recorded
):
    stored, answer = recorded(lambda: client.post("/start", data={"new": "yes"}))
    assert (stored, answer.headers["location"]) == (0, "/check?scope=short")


def test_a_leg_that_had_nothing_before_calls_for_the_full_check(client, tomorrow, events):
    data = {"new": "no", "reach": "elsewhere", "left": "4", "right": "0"}
    assert client.post("/start", data=data).headers["location"] == "/check?scope=full"
    assert events(EventKind.SESSION_STARTED) == []
    assert client.post("/start", data={"new": "no"}).headers["location"] == "/check"


def test_very_strong_pain_is_asked_about_before_anything_starts(client, tomorrow, events):
    answer = client.post("/start", data={**posts.CHECK_IN, "new": "no", "back": "9"})
    assert answer.headers["location"] == "/check?scope=short&flags=severe_pain"
    assert events(EventKind.SESSION_STARTED) == []
    client.post("/check", data=posts.check(flags=["severe_pain"]))
    client.post("/start", data={**posts.CHECK_IN, "new": "no", "back": "9"})
    assert events(EventKind.SESSION_STARTED)[0]["plan"]["purpose"] == "calm"


@pytest.mark.parametrize(
    "junk",
    [
        {"back": "11"},
        {"leg": "x"},
        {"as_usual": "perhaps"},
        {"reach": "up"},
        {"left": "6"},
        {"painkiller": "x"},
        {"new": "perhaps"},
        {"new": ["no", "yes"]},
        {"minutes": "500"},
        {"setting": "moon"},
        {"routine": "none"},
        {"full": "x" * 1000},
    ],
)
def test_junk_starts_nothing_and_is_one_plain_sentence(client, tomorrow, recorded, sentence, junk):
    stored, answer = recorded(lambda: client.post("/start", data={"new": "no", **junk}))
    assert (stored, answer.status_code) == (0, 422)
    assert sentence(answer).endswith(".")

import pytest
from tests.web import posts

from psoas.plan.events import EventKind


def test_someone_new_is_welcomed_and_led_to_the_check(client):
    text = client.get("/").text
    assert "Begin the safety check" in text
    assert 'action="/start"' not in text


def test_after_the_check_comes_where_it_hurts(client):
    client.post("/check", data=posts.check())
    assert client.get("/").headers["location"] == "/about/body"


def test_someone_new_with_a_danger_sign_gets_its_card(client):
    client.post("/check", data=posts.check("ces_saddle", confirmed="yes"))
    assert client.get("/").headers["location"] == "/card/emergency"


def test_today_shows_the_session_with_a_reason_for_each_step(client, known, practice):
    known()
    text = client.get("/").text
    session = practice.today(practice.standing())
    assert all(f"/library/{step.exercise}" in text for step in session.steps)
    assert text.count("Why this, and why this much?") == len(session.steps)
    assert "What was left out, and why" in text


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(3, "A quiet hour"), (9, "Good morning"), (14, "Good afternoon"), (20, "Good evening")],
)
def test_it_greets_by_the_persons_own_clock(client, known, clock, hour, greeting):
    known()
    clock.now = clock.now.replace(hour=hour)
    assert f"<h1>{greeting}</h1>" in client.get("/").text


def test_while_a_danger_sign_is_open_there_is_nothing_to_start(client, known):
    known("ces_saddle")
    text = client.get("/").text
    assert 'href="/card/emergency">What to do now' in text
    assert 'action="/start"' not in text
    assert "/library/pelvic_tilt" not in text.partition("What was left out")[0]


def test_when_the_full_check_is_due_it_comes_before_the_session(client, known, clock):
    known()
    clock.on(15)
    text = client.get("/").text
    assert "Safety check first" in text
    assert 'action="/start"' not in text


def test_on_the_next_day_the_short_question_and_how_it_is_are_asked(client, known, clock):
    known()
    clock.on(1)
    text = client.get("/").text
    assert 'name="new"' in text
    assert 'name="back"' in text


def test_what_was_described_minutes_ago_is_not_asked_again(client, known):
    known()
    assert 'name="back"' not in client.get("/").text


def test_another_place_and_less_time_can_be_chosen(client, known):
    known()
    text = client.get("/?setting=desk").text
    assert '<input type="hidden" name="setting" value="desk">' in text
    assert '<input type="hidden" name="minutes" value="5">' in client.get("/?minutes=5").text


@pytest.mark.parametrize(
    "junk",
    [
        "setting=moon",
        "minutes=99",
        "routine=x",
        "full=x",
        "minutes=5&minutes=6",
        "minutes=" + "9" * 5000,
    ],
)
def test_junk_in_the_address_is_one_plain_sentence(client, known, sentence, junk):
    known()
    answer = client.get(f"/?{junk}")
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")


def test_a_session_that_was_stopped_can_be_gone_on_with(client, started):
    identity = started()
    text = client.get("/").text
    assert "You stopped part-way" in text
    assert f'href="/session/{identity}"' in text


def test_a_session_stopped_long_ago_can_only_be_left(client, started, clock):
    identity = started()
    clock.now = clock.now.replace(hour=12)
    text = client.get("/").text
    assert "That was a while ago" in text
    assert f'href="/session/{identity}"' not in text


def test_a_session_that_no_longer_suits_can_only_be_left(client, started, known, planned):
    identity = started()
    known(conditions=frozenset({"osteoporosis", "glaucoma", "recent_spine_surgery"}))
    text = client.get("/").text
    assert "Not all of it suits you any more" in text
    assert f'href="/session/{identity}"' not in text


def test_a_flare_leads_to_the_full_check_and_is_on_until_it_is_over(client, known, events):
    known()
    assert client.post("/flare").headers["location"] == "/check?scope=full"
    client.post("/flare")
    assert "The flare is over" in client.get("/").text
    assert client.post("/flare/over").headers["location"] == "/"
    client.post("/flare/over")
    assert len(events(EventKind.FLARE_STARTED)) == len(events(EventKind.FLARE_ENDED)) == 1


def test_an_open_question_of_a_condition_advises_the_calm_list_and_locks_nothing(client, known):
    known(conditions=frozenset({"osteoporosis"}))
    text = client.get("/").text
    assert "#gate-osteoporosis" in text
    assert 'href="/?full=yes"' in text
    assert 'action="/start"' in text

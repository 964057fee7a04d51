import html
import re

import pytest
from starlette.testclient import TestClient
from tests.web import posts
from tests.web.conftest import ADDRESS

from psoas.articles.formats.unreadable import UnreadablePage
from psoas.plan.events import EventKind
from psoas.web import create_app


def bring(client, text=posts.PAGE):
    """Paste a text; where that leads."""
    answer = client.post("/read", files={"text": (None, text)})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


@pytest.fixture
def brought(client, known):
    """The page of what somebody known brought."""
    known()
    return bring(client)


@pytest.fixture
def shows(client):
    """The words of a page, without its marks."""

    def words(path):
        text = re.sub(r"<[^>]+>", " ", client.get(path).text)
        return " ".join(html.unescape(text).split())

    return words


@pytest.fixture
def do(client, brought):
    """Press a button of what was brought."""

    def press(what, place=0, status=303, **fields):
        answer = client.post(brought, data={"do": what, "place": str(place), **fields})
        assert answer.status_code == status, answer.text
        return answer

    return press


def test_each_exercise_is_shown_with_what_it_is_here(brought, shows):
    text = shows(brought)
    assert "Psoas found 2 here. 1 of them it knows." in text
    assert "Here: One knee to the chest" in text
    assert "Not in our library" in text


def test_it_says_how_long_it_takes_today(brought, shows):
    assert re.search(r"Today it takes you \d+ minutes\.", shows(brought))


def test_each_value_is_shown_with_its_sentence(brought, shows):
    assert "hold: 90 seconds Hold it for 90 seconds." in shows(brought)
    assert "Swing both arms past your hips like a paddle. (line 7)" in shows(brought)


def test_a_dose_above_the_caps_is_changed_and_says_why(brought, shows):
    text = shows(brought)
    assert "What Psoas changes for you, and why" in text
    assert "× 90 seconds was asked for; Psoas stops at" in text


def test_what_it_warns_against_and_what_to_be_careful_with_are_shown(brought, shows):
    text = shows(brought)
    assert "What this page warns against" in text
    assert "Sentences to be careful with" in text
    assert "No pain, no gain!" in text


def test_who_else_warns_against_an_exercise_is_said(client, brought, shows):
    other = bring(client, posts.PAGE.replace("Two moves", "My own").replace(
        "Don't do toe touches", "Never do the knee to chest stretch"
    ))  # fmt: skip
    assert "“My own for the evening”" in shows(brought)
    assert "“My own for the evening”" not in shows(other).replace("From", "", 1).split("Mend")[-1]


def test_what_the_page_does_not_say_is_called_our_default(client, known, shows):
    known()
    page = bring(client, "Child's pose\nKneel, sit back on your heels and reach forward.\n")
    assert "our default: the page doesn’t say" in shows(page)


def test_someone_new_sees_what_was_read_and_the_way_to_the_check(client, shows):
    text = shows(bring(client))
    assert "Psoas doesn’t know you yet." in text
    assert "You do:" not in text


def test_with_an_open_gate_what_nobody_checked_is_left_out(client, known, shows):
    known(conditions=frozenset({"recent_spine_surgery"}))
    text = shows(bring(client))
    assert "it waits until that is answered" in text


def test_a_page_without_exercises_says_so(client, shows):
    text = shows(bring(client, "Our train leaves at nine. Bring an umbrella."))
    assert "Psoas found no exercise in this page." in text
    assert "Save my routine" not in text


def test_an_exercise_can_be_left_out_and_put_back(do, brought, shows):
    do("out")
    assert "You leave this one out." in shows(brought)
    do("back")
    assert "You leave this one out." not in shows(brought)


def test_pressing_leads_back_to_the_exercise(do, brought):
    assert do("down").headers["location"] == f"{brought}#item-0"


def test_a_dose_can_be_mended(do, brought, shows):
    same = {"exercise": "single_knee_to_chest", "position": "supine"}
    do("correct", **same, hold_seconds="15", repetitions="3", sets="")
    assert "3 × 15 seconds" in shows(brought)
    assert "You changed: hold, how many times" in shows(brought)


def test_another_match_can_be_chosen(do, brought, shows):
    do("correct", place=1, exercise="cat_camel", position="quadruped")
    assert "Here: Cat and camel" in shows(brought)


def test_it_can_be_as_the_page_has_it_again(client, do, brought, shows):
    do("join", place=1)
    assert "Psoas found 1 here" in shows(brought)
    assert "Back to how the page has it" in shows(brought)
    client.post(f"{brought}/again")
    assert "Psoas found 2 here" in shows(brought)


def test_a_saved_routine_is_among_the_routines_and_can_be_done(client, do, brought, shows, events):
    identity = brought.removeprefix("/read/")
    assert do("save", name="Evening").headers["location"] == f"{brought}?saved=yes"
    assert "Saved. You find it among your routines." in shows(f"{brought}?saved=yes")
    assert "Evening" in shows("/routines")
    assert client.get(f"/routines/{identity}").headers["location"] == brought
    assert "The paddling canoe" in shows(f"/?routine={identity}")
    session = client.post("/start", data={"routine": identity}).headers["location"]
    assert "Swing both arms" in client.get(session).text
    steps = events(EventKind.SESSION_STARTED)[-1]["plan"]["steps"]
    assert {step["exercise"] for step in steps} == {f"{identity}-1", "single_knee_to_chest"}
    done = posts.done(session.removeprefix("/session/"), steps[0])
    assert client.post(f"{session}/events", json=done).status_code == 200


def test_its_own_exercise_leads_to_its_place_in_the_page(client, brought):
    identity = brought.removeprefix("/read/")
    assert client.get(f"/library/{identity}-1").headers["location"] == f"{brought}#item-1"


def test_history_tells_it_by_its_name(client, do, brought, shows, events):
    identity = brought.removeprefix("/read/")
    do("save")
    session = client.post("/start", data={"routine": identity}).headers["location"]
    step = events(EventKind.SESSION_STARTED)[-1]["plan"]["steps"][0]
    client.post(f"{session}/events", json=posts.done(session.removeprefix("/session/"), step))
    assert "The paddling canoe" in shows("/history")


def test_a_routine_in_the_making_waits_on_the_page_to_bring(brought, client, shows):
    assert "Two moves for the evening" in shows("/read")
    client.post(f"{brought}/forget")
    assert "Two moves for the evening" not in shows("/read")
    assert client.get(brought).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": (None, "   ")},
        {"text": (None, posts.PAGE), "address": (None, "https://example.org")},
    ],
)
def test_one_of_three_must_be_given(client, sent, sentence):
    answer = client.post("/read", files=sent or {"text": (None, "")})
    assert answer.status_code == 422
    assert "one of the three" in html.unescape(answer.text)


def test_a_file_is_read_by_what_is_in_it(client, known, shows):
    known()
    page = b"<html><body><h2>Cat and camel</h2><p>On hands and knees. Round your back, then let it"
    answer = client.post("/read", files={"file": ("a.html", page + b" sink. Ten times.</p>")})
    assert "Here: Cat and camel" in shows(answer.headers["location"])
    assert "From: a.html" in shows(answer.headers["location"])


def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_is_kept(client, events):
    answer = client.post("/read", files={"file": ("a.pdf", b"%PDF-1.7 broken")})
    assert answer.status_code == 422
    assert events(EventKind.PAGE_BROUGHT) == []


def test_what_was_typed_is_not_lost_when_it_is_refused(client):
    sent = {"text": (None, posts.PAGE), "address": (None, "https://example.org/back")}
    text = html.unescape(client.post("/read", files=sent).text)
    assert "The paddling canoe" in text
    assert 'value="https://example.org/back"' in text


@pytest.fixture
def fetching(practice):
    """A browser whose Psoas fetches pages by a function of the test."""

    def made(fetch):
        app = create_app(practice, fetch=fetch)
        headers = {"Accept": "text/html", "Origin": ADDRESS}
        return TestClient(app, base_url=ADDRESS, headers=headers, follow_redirects=False)

    return made


def test_an_address_is_fetched_when_it_is_given(fetching, known, shows):
    known()
    asked = []

    def fetch(address):
        asked.append(address)
        return posts.PAGE.encode(), "back-pain"

    answer = fetching(fetch).post("/read", files={"address": (None, "https://example.org/back")})
    assert asked == ["https://example.org/back"]
    assert "From: https://example.org/back" in shows(answer.headers["location"])


def test_an_address_that_cannot_be_fetched_says_what_to_do(fetching):
    def fetch(address):
        raise UnreadablePage("{host} can't be reached. Paste the text.", host="example.org")

    answer = fetching(fetch).post("/read", files={"address": (None, "https://example.org/")})
    assert answer.status_code == 422
    assert "example.org can't be reached. Paste the text." in html.unescape(answer.text)


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "fly"},
        {"do": "out"},
        {"do": "correct", "place": "0", "exercise": "moonwalk"},
        {"do": "correct", "place": "0", "hold_seconds": "9999"},
        {"do": "correct", "place": "0", "position": "floating"},
        {"do": "save", "name": "x" * 81},
    ],
)
def test_junk_changes_nothing_and_is_one_sentence(client, brought, events, fields):
    answer = client.post(brought, data=fields)
    assert answer.status_code == 422
    assert events(EventKind.ROUTINE_MENDED) == []


@pytest.mark.parametrize("path", ["/read/own-none", "/read/x"])
def test_an_unknown_page_is_a_sentence(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path, data={"do": "out", "place": "0"}).status_code == 404
    assert client.post(f"{path}/again").status_code == 404
    assert client.post(f"{path}/forget").status_code == 303


def test_a_press_of_nothing_changes_nothing(client, brought, events):
    assert client.post(brought, data={}).status_code == 303
    assert events(EventKind.ROUTINE_MENDED) == []

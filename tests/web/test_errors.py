import sqlite3

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient
from tests.web import posts

from psoas.diary.problems import DiaryProblem
from psoas.diary.problems import sentence as plain
from psoas.plan.events import EventKind
from psoas.web.errors import Calm

PROBLEMS = {
    "database or disk is full": "The disk is full",
    "attempt to write a readonly database": "can't be written to",
    "database disk image is malformed": "is damaged",
    "database is locked": "Another program",
}


@pytest.mark.parametrize(
    "path", ["/nowhere", "/%ff", "/library/%ff%00", "/static/none.js", "/card/none"]
)
def test_an_address_that_is_none_is_a_page_that_leads_back(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no such" in answer.text
    assert 'href="/"' in answer.text


@pytest.mark.parametrize("path", ["/start", "/flare", "/assessed", "/session/x/events"])
def test_what_is_only_sent_to_is_no_page(client, path, sentence):
    answer = client.get(path)
    assert answer.status_code == 405
    assert sentence(answer) == "This page can’t be used like that. Go back to Today."


def test_a_page_that_is_sent_to_says_what_it_takes(client):
    answer = client.post("/history")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


def test_a_program_gets_the_same_sentence_as_json(client):
    answer = client.get("/nowhere", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert answer.json() == {"error": "There is no such page. Go back to Today and try from there."}


def test_a_fault_is_a_calm_page_that_says_that_nothing_was_lost(client, practice, sentence, caplog):
    practice.standing = lambda: 1 / 0
    answer = client.get("/")
    assert answer.status_code == 500
    assert "nothing was lost" in sentence(answer)
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(("text", "said"), PROBLEMS.items())
def test_what_is_wrong_with_the_diary_is_said_with_what_to_do(
    client, practice, sentence, text, said
):
    def fails(*_):
        error = OperationalError("", {}, sqlite3.OperationalError(text))
        raise DiaryProblem(plain(error, "diary.db"))

    practice.diary.add = fails
    for path in ("/flare", "/settings", "/check"):
        answer = client.post(path, data=posts.check() if path == "/check" else {"theme": "dark"})
        assert answer.status_code == 503
        assert said in sentence(answer)


def test_a_diary_that_may_not_be_written_says_so(client, known, tmp_path, practice, sentence):
    known()
    with practice.diary._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA query_only = 1")
    answer = client.post("/flare")
    assert answer.status_code == 503
    assert str(tmp_path) in sentence(answer)


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"%ff=%fe&%", b"&&==;;", b"a" * 100_000])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_bytes_that_are_no_form_are_one_plain_sentence(client, known, body, kind, sentence):
    known("ces_saddle")
    for path in ("/check", "/assessed", "/about/advice", "/settled"):
        answer = client.post(path, content=body, headers={"Content-Type": kind})
        assert answer.status_code in (404, 422)
        assert sentence(answer).endswith(".")


def test_more_fields_than_any_form_has_are_refused(client, sentence):
    many = {f"field{n}": "x" for n in range(401)}
    answer = client.post("/start", data=many)
    assert answer.status_code == 422
    assert "could not be read" in sentence(answer)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"[" * 100_000, b"null", b'"\\ud800"', b'{"id": 1}', b"NaN", b"[]"],
)
def test_junk_from_the_player_is_one_plain_sentence(client, started, body, events):
    identity = started()
    for door in ("events", "hurt"):
        headers = {"Content-Type": "application/json", "Accept": "*/*"}
        answer = client.post(f"/session/{identity}/{door}", content=body, headers=headers)
        assert answer.status_code == 422
        assert "nothing was changed" in answer.json()["error"]
    assert events(EventKind.HURT) == []


def test_a_fault_after_an_answer_began_is_left_to_the_server():
    async def fails(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ZeroDivisionError

    browser = TestClient(Calm(fails))
    with pytest.raises(ZeroDivisionError):
        browser.get("/")

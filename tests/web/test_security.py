import re

import pytest
from tests.web import posts

from psoas.plan.events import EventKind
from psoas.web.security import HEADERS, MAX_BODY, MAX_IMPORT, host_name

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def chunks(size):
    """A body whose length nobody tells beforehand."""
    yield from (b"a=" + b"x" * 65_536 for _ in range(size // 65_536 + 1))


@pytest.mark.parametrize(
    ("host", "name"),
    [("localhost:8765", "localhost"), ("[::1]:80", "::1"), ("LOCALHOST", "localhost"), ("", "")],
)
def test_a_host_is_its_name_without_the_port(host, name):
    assert host_name(host) == name


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.2:8765"])
def test_a_foreign_host_is_refused(client, host, sentence):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "not known here" in sentence(answer)


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765"])
def test_this_machine_is_let_in(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Origin": ""},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_post_of_another_site_changes_nothing(client, known, practice, headers, sentence):
    known()
    before = practice.diary.count()
    answer = client.post("/flare", headers=headers)
    assert answer.status_code == 403
    assert "nothing was changed" in sentence(answer)
    assert practice.diary.count() == before


@pytest.mark.parametrize("site", [None, "same-site", "cross-site", "none"])
def test_without_an_origin_only_the_page_itself_may_post(client, events, site):
    del client.headers["Origin"]
    headers = {"Sec-Fetch-Site": site} if site else {}
    assert client.post("/flare", headers=headers).status_code == 403
    assert client.post("/flare", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert len(events(EventKind.FLARE_STARTED)) == 1


@pytest.mark.parametrize("path", ["/start", "/check", "/session/x/events", "/flare"])
def test_a_body_that_says_it_is_huge_is_refused(client, path, sentence):
    answer = client.post(path, content=b"x" * (MAX_BODY + 1), headers=FORM)
    assert answer.status_code == 413
    assert sentence(answer) == "That is too much at once. Send less, please."


@pytest.mark.parametrize("path", ["/morning", "/check", "/about/advice"])
def test_a_huge_body_of_untold_length_is_refused(client, path, sentence):
    answer = client.post(path, content=chunks(MAX_BODY), headers=FORM)
    assert answer.status_code == 413
    assert "too much" in sentence(answer)


def test_a_huge_event_of_the_player_is_refused_as_json(client):
    headers = {"Content-Type": "application/json", "Accept": "*/*"}
    answer = client.post("/session/x/events", content=chunks(MAX_BODY), headers=headers)
    assert answer.status_code == 413
    assert answer.json() == {"error": "That is too much at once. Send less, please."}


@pytest.mark.parametrize("length", ["-1", "many", "9" * 30, str(MAX_IMPORT + 1)])
def test_a_length_that_is_none_is_refused(client, length):
    headers = {**FORM, "Content-Length": length}
    assert client.post("/take/import", headers=headers).status_code == 413


def test_an_import_may_be_larger_than_a_form(client, sentence):
    answer = client.post("/take/import", files={"file": ("x.json", b"[" * (MAX_BODY * 2))})
    assert answer.status_code == 422
    assert "not a copy that Psoas saved" in sentence(answer)


@pytest.mark.parametrize("path", posts.PAGES)
def test_no_page_has_a_script_or_a_style_of_its_own(client, path):
    text = client.get(path).text
    scripts = re.findall(r"<script([^>]*)>([^<]*)", text)
    assert scripts
    assert all("src=" in how and not inside for how, inside in scripts)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)


def test_the_guided_session_has_only_data_of_its_own(client, started):
    text = client.get(f"/session/{started()}").text
    own = re.findall(r"<script(?![^>]*src=)([^>]*)>", text)
    assert own == [' type="application/json" id="session-data"']
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)


@pytest.mark.parametrize("path", posts.PAGES)
def test_every_page_has_the_safe_headers_and_is_not_kept(client, path):
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers["cache-control"] == "no-store"


def test_nothing_may_be_loaded_but_from_here():
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_a_fault_a_refusal_and_what_is_too_large_have_the_safe_headers_too(client, practice):
    practice.standing = None
    answers = [
        client.get("/"),
        client.get("/", headers={"Host": "evil"}),
        client.post("/start", content=b"x" * (MAX_BODY + 1)),
    ]
    assert [answer.status_code for answer in answers] == [500, 421, 413]
    assert all("Content-Security-Policy" in answer.headers for answer in answers)

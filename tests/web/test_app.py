import re

import pytest
from starlette.testclient import TestClient
from tests.web import posts

from psoas.web import create_app
from psoas.web.app import NO_TELEMETRY


def test_nothing_reports_to_anyone():
    assert not any(NO_TELEMETRY.values())


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_there_are_no_pages_for_programmers(client, path):
    assert client.get(path).status_code == 404


def test_it_answers_to_the_names_it_was_given(practice):
    with TestClient(create_app(practice, {"psoas.test"}), base_url="http://psoas.test") as browser:
        assert browser.get("/").status_code == 200
        assert browser.get("/", headers={"Host": "localhost"}).status_code == 421


def test_the_chosen_looks_are_on_every_page(client):
    client.post("/settings", data={"theme": "dark"})
    assert all('data-theme="dark"' in client.get(path).text for path in ("/", "/how", "/about"))


@pytest.mark.parametrize("path", posts.PAGES[:-1])
def test_every_link_of_a_page_leads_somewhere(client, path):
    links = set(re.findall(r'(?:href|src|action)="(/[^"#]*)', client.get(path).text))
    assert links
    posts = set(re.findall(r'method="post" action="(/[^"]*)"', client.get(path).text))
    for link in links - posts:
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.status_code in (200, 303), link

import sys

import pytest
from tests.sharing.printed import printed
from tests.web import posts

from psoas.plan.events import EventKind


@pytest.fixture
def paper(client):
    """A PDF that is downloaded, read back."""

    def download(address, **fields):
        answer = client.post(address, data=fields) if fields else client.get(address)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith('attachment; filename="psoas-')
        return printed(answer.content)

    return download


def test_the_page_says_what_is_in_the_report_and_offers_both_papers(client, known):
    known()
    text = client.get("/report").text
    assert "What is in it" in text
    assert 'action="/report.pdf"' in text
    assert 'href="/sheet.pdf"' in text


def test_a_report_has_two_pages_and_no_name_unless_it_is_given(paper, known):
    known()
    assert len(paper("/report.pdf").pages) == 2
    assert "Sam Okafor" in paper("/report.pdf", name="Sam Okafor", range="all").text


def test_the_name_is_not_kept(client, paper, known, practice):
    known()
    before = practice.diary.count()
    paper("/report.pdf", name="Sam Okafor")
    assert practice.diary.count() == before
    assert "Okafor" not in client.get("/report").text


def test_a_range_that_is_none_is_refused_and_the_form_shown_again(client, known, sentence):
    known()
    answer = client.post("/report.pdf", data={"range": "9_days", "name": "Sam"})
    assert answer.status_code == 422
    assert "can be chosen" in sentence(answer)
    assert 'value="Sam"' in answer.text


def test_a_name_that_is_too_long_or_cant_be_printed_is_refused_in_a_sentence(
    client, known, sentence
):
    known()
    for name, told in (
        ("x" * 61, "too long"),
        ("李明", "can’t be printed here and would become □"),
    ):
        answer = client.post("/report.pdf", data={"name": name})
        assert answer.status_code == 422
        assert told in sentence(answer)


def test_somebody_new_is_led_to_the_check(client):
    assert client.get("/report.pdf").headers["location"] == "/report"
    assert client.get("/sheet.pdf").headers["location"] == "/"
    text = client.get("/report").text
    assert 'href="/check"' in text
    assert "/report.pdf" not in text


def test_the_sheet_is_that_of_the_session_that_today_shows(client, paper, known):
    known()
    assert 'href="/sheet.pdf"' in client.get("/").text
    assert 'href="/sheet.pdf?minutes=5"' in client.get("/?minutes=5").text
    long, short = paper("/sheet.pdf"), paper("/sheet.pdf?minutes=5")
    assert long.count("H2") > short.count("H2")


def test_a_routine_is_printed_from_its_page(client, paper, known, practice):
    known()
    routine = next(iter(practice.library.routines.values()))
    assert f'href="/sheet.pdf?routine={routine.id}"' in client.get(f"/routines/{routine.id}").text
    assert paper(f"/sheet.pdf?routine={routine.id}").title == routine.name


def test_a_page_of_ones_own_is_printed_once_it_is_saved(client, paper, known, practice):
    known()
    own = client.post("/read", data={"text": posts.PAGE}).headers["location"].split("/")[-1]
    client.post(f"/read/{own}", data={"do": "save", "name": "Evening"})
    sheet = paper(f"/sheet.pdf?routine={own}")
    assert "The paddling canoe" in sheet.text
    assert f"/sheet.pdf?routine={own}" in client.get(f"/read/{own}").text


def test_what_cant_be_chosen_is_refused_in_a_sentence(client, known):
    known()
    for query in ("routine=none", "minutes=900", "setting=moon"):
        assert client.get(f"/sheet.pdf?{query}").status_code == 422


def test_under_an_open_danger_sign_the_sheet_is_the_card(client, paper, known):
    known("ces_saddle")
    sheet = paper("/sheet.pdf")
    assert "Get help now" in sheet.text
    assert not sheet.pictures
    assert "/sheet.pdf" not in client.get("/").text
    assert "A danger sign is open." in paper("/report.pdf").pages[0]


def test_the_number_is_that_of_the_country(paper, known, practice):
    known()
    practice.record(EventKind.SETTINGS, {"country": "US"})
    assert "Call 911" in paper("/sheet.pdf").text


def test_where_the_package_is_missing_one_sentence_says_what_to_do(
    client, known, sentence, monkeypatch
):
    known()
    monkeypatch.setitem(sys.modules, "typst", None)
    for address in ("/report.pdf", "/sheet.pdf"):
        assert "psoas[report]" in client.get(address).text

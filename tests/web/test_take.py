import io
import json
import zipfile

import fitdecode
import pytest
from fhir.resources.R4B.bundle import Bundle
from tests.diary.copies import REFUSED

from psoas.diary import export, unpacking
from psoas.plan.events import EventKind


def upload(client, content, name="copy.json"):
    return client.post("/take/import", files={"file": (name, content, "application/json")})


def told(practice, number=3):
    """Some entries for a diary."""
    for pain in range(number):
        practice.record(EventKind.MORNING, {"pain": pain})


def test_everything_that_leaves_is_named_with_what_it_is_for(client, known):
    known()
    text = client.get("/take").text
    for where in (
        "/report.pdf", "/sheet.pdf", "/times", "/take/record", "/take/session.txt",
        "/take/session.fit", "/take/days.csv", "/take/exercises.csv", "/take/diary.json",
        "/take/import", "/settings/erase",
    ):  # fmt: skip
        assert f'"{where}"' in text, where


def test_who_has_told_nothing_is_not_offered_what_would_be_empty(client):
    text = client.get("/take").text
    assert "Once you have answered the safety check" in text
    assert "/report.pdf" not in text
    assert "/take/session.txt" not in text
    assert "/take/diary.json" in text


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/take/diary.json", "psoas-diary-2026-03-02.json", "application/json"),
        ("/take/days.csv", "psoas-days-2026-03-02.csv", "text/csv; charset=utf-8"),
        ("/take/exercises.csv", "psoas-exercises-2026-03-02.csv", "text/csv; charset=utf-8"),
        ("/take/session.txt", "psoas-session-2026-03-02.txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_is_a_file_to_save_with_its_day_that_nobody_keeps(client, known, path, name, kind):
    known()
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/take/weeks.csv", "/take/session.exe"])
def test_there_is_nothing_else(client, path):
    assert client.get(path).status_code == 404


def test_a_record_names_only_who_types_a_name(client, known, practice):
    known()
    sent = client.post("/take/record", data={"name": ""})
    assert sent.headers["content-type"] == "application/fhir+json"
    assert sent.headers["content-disposition"].endswith('"psoas-record-2026-03-02.fhir.json"')
    assert Bundle.model_validate_json(sent.content).entry[0].resource.name is None
    named = client.post("/take/record", data={"name": "Kim Lee"})
    assert named.json()["entry"][0]["resource"]["name"] == [{"text": "Kim Lee"}]
    assert "Kim" not in json.dumps(export(practice.diary))


def test_a_name_that_is_too_long_stays_typed(client, known, sentence):
    known()
    answer = client.post("/take/record", data={"name": "x" * 121})
    assert "too long" in sentence(answer)
    assert "x" * 121 in answer.text


def test_a_routine_leaves_in_place_of_todays_session(client, known):
    known()
    text = client.get("/take/session.txt?routine=desk-three").text
    assert text != client.get("/take/session.txt?routine=").text
    assert client.get("/take/session.txt?routine=none").status_code == 422


def test_a_long_workout_is_several_files_in_one(client, known):
    known()
    answer = client.get("/take/session.fit?routine=ten-for-21-days")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"].endswith('"psoas-session-2026-03-02.zip"')
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == 2
        for name in archive.namelist():
            with archive.open(name) as file, fitdecode.FitReader(file) as reader:
                assert any(frame.frame_type == fitdecode.FIT_FRAME_DATA for frame in reader)


def test_a_short_workout_is_one_file(client, known):
    known()
    answer = client.get("/take/session.fit?routine=desk-three")
    assert answer.headers["content-disposition"].endswith('"psoas-session-2026-03-02.fit"')


def test_while_all_is_closed_there_is_no_workout(client, known, sentence):
    known("ces_saddle")
    assert "Nothing should be started just now" in client.get("/take").text
    assert "no exercises" in sentence(client.get("/take/session.fit"))
    assert client.get("/take/session.txt").status_code == 200


@pytest.mark.parametrize("path", ["/take/session.txt", "/take/session.fit", "/take/record"])
def test_of_somebody_unknown_nothing_leaves(client, path, sentence):
    answer = client.post(path) if path.endswith("record") else client.get(path)
    assert "doesn’t know you yet" in sentence(answer)


def test_a_copy_comes_back(client, practice):
    told(practice)
    saved = client.get("/take/diary.json").content
    before = export(practice.diary)
    practice.diary.erase()
    assert "3 entries are in your diary now" in upload(client, saved).text
    assert export(practice.diary) == before
    assert upload(client, saved).status_code == 200
    assert export(practice.diary) == before


@pytest.mark.parametrize("wrong", REFUSED)
def test_a_file_that_is_no_copy_is_one_plain_sentence_and_changes_nothing(
    client, practice, sentence, wrong
):
    told(practice)
    copy = client.get("/take/diary.json").content
    practice.diary.erase()
    told(practice, 1)
    before = export(practice.diary)
    answer = upload(client, REFUSED[wrong](copy))
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    assert export(practice.diary) == before


def test_a_file_that_is_ten_times_too_large_is_refused_unread(client, practice, sentence):
    told(practice)
    before = export(practice.diary)
    length = {"Content-Length": str(10 * unpacking.MOST_BYTES)}
    answer = client.post("/take/import", headers=length)
    assert answer.status_code == 413
    assert sentence(answer).endswith(".")
    assert export(practice.diary) == before


def test_a_file_larger_than_any_diary_is_refused(client, practice, sentence, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1000)
    told(practice, 9)
    answer = upload(client, client.get("/take/diary.json").content)
    assert "larger than any diary" in sentence(answer)


@pytest.mark.parametrize("sent", [{"data": {"file": "text"}}, {"files": {"file": ("", b"x")}}])
def test_no_file_is_one_plain_sentence(client, sentence, sent):
    assert "No file was chosen" in sentence(client.post("/take/import", **sent))

import pytest

from psoas.plan.events import EventKind

CHOSEN = {
    "speak": "yes",
    "voice": "Daniel",
    "rate": "0.8",
    "volume": "0.6",
    "tones": "no",
    "words": "short",
    "keys": "no",
    "theme": "dark",
    "country": "NZ",
}


def test_settings_are_stored_as_the_player_reads_them(client, events, practice):
    answer = client.post("/settings", data=CHOSEN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/settings?saved")
    assert events(EventKind.SETTINGS) == [
        {
            "speak": True,
            "voice": "Daniel",
            "rate": 0.8,
            "volume": 0.6,
            "tones": False,
            "words": "short",
            "keys": False,
            "theme": "dark",
            "country": "NZ",
        }
    ]
    assert practice.player_settings()["rate"] == 0.8


def test_what_was_saved_is_shown(client):
    client.post("/settings", data=CHOSEN)
    text = client.get("/settings?saved").text
    assert "Saved." in text
    assert 'data-theme="dark"' in text
    assert '<option value="Daniel" selected>' in text
    assert '<option value="NZ" selected>' in text
    assert 'name="words" value="short" checked' in text


def test_no_voice_and_fewer_words_by_itself_are_no_choice(client, events):
    client.post("/settings", data={"voice": "", "words": "auto"})
    assert events(EventKind.SETTINGS) == [{"voice": None, "words": None}]


@pytest.mark.parametrize("field", ["speak", "rate", "volume", "tones", "words", "theme", "country"])
def test_junk_changes_nothing_and_is_one_plain_sentence(client, events, field):
    answer = client.post("/settings", data={**CHOSEN, field: "junk"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert events(EventKind.SETTINGS) == []


def test_a_foreign_site_changes_nothing(client, events):
    answer = client.post("/settings", data=CHOSEN, headers={"Origin": "http://elsewhere"})
    assert answer.status_code == 403
    assert events(EventKind.SETTINGS) == []


def test_the_diary_says_where_it_lies(client, tmp_path):
    assert str(tmp_path) in client.get("/settings").text


def test_erasing_asks_first(client, practice):
    client.post("/settings", data=CHOSEN)
    assert "1 entry would be removed" in client.get("/settings/erase").text
    assert practice.diary.count() == 1


def test_a_wrong_word_removes_nothing(client, practice):
    client.post("/settings", data=CHOSEN)
    answer = client.post("/settings/erase", data={"word": "yes"})
    assert answer.status_code == 422
    assert "nothing was removed" in answer.text
    assert practice.diary.count() == 1


def test_the_word_removes_everything(client, practice):
    client.post("/settings", data=CHOSEN)
    answer = client.post("/settings/erase", data={"word": " Erase "})
    assert answer.headers["location"] == "/"
    assert practice.diary.count() == 0


def test_what_was_typed_is_kept_when_one_setting_is_refused(client):
    answer = client.post("/settings", data={**CHOSEN, "rate": "junk"})
    assert 'id="rate-wrong"' in answer.text
    assert 'name="volume" value="0.6" checked' in answer.text
    assert '<option value="Daniel" selected>' in answer.text


def test_a_setting_that_is_none_is_shown_as_usual(client, practice):
    practice.record(EventKind.SETTINGS, {"rate": None, "volume": "loud"})
    text = client.get("/settings").text
    assert 'name="rate" value="1" checked' in text
    assert 'name="volume" value="1" checked' in text

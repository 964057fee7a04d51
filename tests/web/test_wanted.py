from datetime import timedelta

import pytest

from psoas.plan.events import EventKind


@pytest.fixture
def name(client):
    """Names things that are wanted back; the ids that they were given."""

    def named(*words):
        for one in words:
            assert client.post("/wanted/name", data={"words": one}).status_code == 303
        return things(client)

    return named


def things(client):
    """The ids of the things, as the page has them."""
    parts = client.get("/wanted").text.split('action="/wanted/drop"')[1:]
    return [part.partition('value="')[2].partition('"')[0] for part in parts]


def rating(ids, *values):
    return {f"rating.{one}": str(value) for one, value in zip(ids, values, strict=True)}


TOTAL = {"measure": "rmdq", "total": "12", "given_on": "2026-02-20"}


def test_nothing_is_asked_before_anything_is_named(client):
    text = client.get("/wanted").text
    assert "What do you find hard just now" in text
    assert 'action="/wanted/rate"' not in text


def test_up_to_three_things_are_named_in_the_persons_words(client, name, sentence, events):
    ids = name("Put on my  socks", "Climb the stairs", "Sleep <through>")
    assert len(set(ids)) == 3
    text = client.get("/wanted").text
    assert "Put on my socks" in text
    assert "Sleep &lt;through&gt;" in text
    assert 'action="/wanted/name"' not in text
    assert "at most 3" in sentence(client.post("/wanted/name", data={"words": "Dance"}))
    assert len(events(EventKind.THINGS_CHOSEN)[-1]["things"]) == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "in a few words"),
        ("\x00", "in a few words"),
        ("SOCKS", "already"),
        ("x" * 201, "too long"),
    ],
)
def test_a_name_that_cant_be_kept_is_one_sentence_and_stays_typed(
    client, name, sentence, events, words, says
):
    name("Socks")
    answer = client.post("/wanted/name", data={"words": words})
    assert answer.status_code == 422
    assert says in sentence(answer)
    assert words.strip("\x00") in answer.text
    assert len(events(EventKind.THINGS_CHOSEN)) == 1


def test_a_thing_is_mended_with_its_numbers_and_dropped(client, name, events):
    socks, stairs = name("Socks", "Stairs")
    client.post("/wanted/rate", data=rating((socks, stairs), 2, 4))
    client.post("/wanted/mend", data={"thing": socks, "words": "Put on socks"})
    text = client.get("/wanted").text
    assert "Put on socks" in text
    assert "2 of 10." in text
    client.post("/wanted/mend", data={"thing": socks, "words": "Put on socks"})
    client.post("/wanted/drop", data={"thing": stairs})
    assert things(client) == [socks]
    assert len(events(EventKind.THINGS_CHOSEN)) == 4


@pytest.mark.parametrize("what", ["mend", "drop"])
def test_what_was_dropped_before_is_one_sentence(client, name, sentence, what):
    name("Socks")
    answer = client.post(f"/wanted/{what}", data={"thing": "gone", "words": "More"})
    assert "dropped before" in sentence(answer)


def test_words_that_cant_be_mended_stay_typed(client, name, sentence):
    socks, _ = name("Socks", "Stairs")
    answer = client.post("/wanted/mend", data={"thing": socks, "words": "stairs"})
    assert "already" in sentence(answer)
    assert 'value="stairs"' in answer.text
    assert answer.text.count("<details open>") == 1


def test_the_things_are_rated_every_two_weeks_at_most(client, name, clock, sentence, events):
    ids = name("Socks", "Stairs")
    assert "How well can you do it today?" in client.get("/wanted").text
    assert client.post("/wanted/rate", data=rating(ids, 3, 4)).status_code == 303
    clock.on(days=1)
    page = client.get("/wanted").text
    assert "Next on 16 March 2026." in page
    assert 'action="/wanted/rate"' not in page
    answer = client.post("/wanted/rate", data=rating(ids, 9, 9))
    assert "every two weeks at most. The next time is 16 March 2026." in sentence(answer)
    clock.on(days=13)
    client.post("/wanted/rate", data=rating(ids, 6, 7))
    text = client.get("/wanted").text
    assert "6.5, and 3.5 at first. That is a change that people notice" in text
    assert "6 of 10, and 3 at first." in text
    assert len(events(EventKind.THINGS_RATED)) == 2


def test_todays_numbers_can_be_mended_until_the_day_is_over(client, name):
    ids = name("Socks")
    client.post("/wanted/rate", data=rating(ids, 3))
    text = client.get("/wanted").text
    assert "Mend today’s numbers" in text
    assert 'value="3" checked' in text
    client.post("/wanted/rate", data=rating(ids, 4))
    assert "4 of 10." in client.get("/wanted").text


def test_a_rating_that_isnt_whole_stays_typed(client, name, sentence, events):
    socks, stairs = name("Socks", "Stairs")
    answer = client.post("/wanted/rate", data=rating([socks], 7))
    assert "each of them" in sentence(answer)
    assert f'name="rating.{socks}" value="7" checked' in answer.text
    assert f'id="rating.{stairs}-wrong"' in answer.text
    assert client.post("/wanted/rate", data=rating([socks], 11)).status_code == 422
    assert events(EventKind.THINGS_RATED) == []


def test_nothing_is_rated_in_a_session(client, name, started, sentence, events):
    ids = name("Socks")
    started()
    assert 'action="/wanted/rate"' not in client.get("/wanted").text
    answer = client.post("/wanted/rate", data=rating(ids, 3))
    assert "in the middle of a session" in sentence(answer)
    assert events(EventKind.THINGS_RATED) == []


def test_an_unfinished_session_of_hours_ago_is_none(client, name, started, clock):
    ids = name("Socks")
    started()
    clock.now += timedelta(hours=2)
    assert client.post("/wanted/rate", data=rating(ids, 3)).status_code == 303


def test_things_of_which_none_was_rated_before_are_not_compared(client, name, clock):
    first = name("Socks", "Stairs")
    client.post("/wanted/rate", data=rating(first, 2, 5))
    client.post("/wanted/drop", data={"thing": first[0]})
    client.post("/wanted/drop", data={"thing": first[1]})
    assert "So far" not in client.get("/wanted").text
    ids = name("Dance")
    clock.on(days=1)
    assert client.post("/wanted/rate", data=rating(ids, 5)).status_code == 303


def test_today_says_in_one_line_that_a_rating_is_due(client, known, name, clock):
    known()
    line = "How well do the things go that you want back"
    assert line not in client.get("/").text
    ids = name("Socks")
    assert line in client.get("/").text
    client.post("/wanted/rate", data=rating(ids, 3))
    assert line not in client.get("/").text


def test_today_says_nothing_of_it_while_a_session_is_open_or_a_sign_comes_first(
    client, known, name, started
):
    name("Socks")
    started()
    assert "that you want back" not in client.get("/").text
    known("ces_saddle")
    assert "that you want back" not in client.get("/").text


def test_a_total_is_kept_compared_and_taken_away(client, events):
    for told in (TOTAL, {**TOTAL, "total": "4", "given_on": "2026-03-02"}):
        assert client.post("/wanted/total", data=told).headers["location"] == "/wanted?saved#totals"
    client.post("/wanted/total", data={**TOTAL, "measure": "odi", "total": "23,5"})
    text = client.get("/wanted").text
    assert "4, and 12 at first. That is a change that people notice in their day." in text
    assert "23.5" in text
    assert "20 February 2026" in text
    client.post("/wanted/total/away", data=TOTAL)
    client.post("/wanted/total/away", data=TOTAL)
    assert "at first" not in client.get("/wanted").text
    assert [one["total"] for one in events(EventKind.FORM_TOTAL)] == [12, 4, 23.5, None]


@pytest.mark.parametrize(
    ("told", "field", "says"),
    [
        ({"total": "25"}, "total", "goes from 0 to 24"),
        ({"total": "3.5"}, "total", "whole number"),
        ({"total": "nan"}, "total", "goes from 0 to 24"),
        ({"total": "twelve"}, "total", "as a number"),
        ({"total": ""}, "total", "as a number"),
        ({"measure": ""}, "measure", "which form"),
        ({"measure": "psfs"}, "measure", "can be chosen"),
        ({"given_on": "2026-03-03"}, "given_on", "still to come"),
        ({"given_on": ""}, "given_on", "which day"),
        ({"given_on": "soon"}, "given_on", "can’t be read"),
    ],
)
def test_a_total_that_the_form_doesnt_have_is_one_sentence_and_stays_typed(
    client, sentence, events, told, field, says
):
    answer = client.post("/wanted/total", data={**TOTAL, **told})
    assert answer.status_code == 422
    assert says in sentence(answer)
    assert f'id="{field}-wrong"' in answer.text
    for typed in ("total", "given_on"):
        assert f'value="{({**TOTAL, **told})[typed]}"' in answer.text
    assert events(EventKind.FORM_TOTAL) == []


def test_a_note_is_written_mended_and_taken_away(client, events):
    client.post("/wanted/note", data={"note": "Slept badly.\r\nAsk about the bed."})
    identity = events(EventKind.NOTED)[0]["id"]
    assert "Slept badly.\nAsk about the bed." in client.get("/wanted").text
    client.post("/wanted/note", data={"id": identity, "note": "Slept well."})
    text = client.get("/wanted").text
    assert "Slept well." in text
    assert "badly" not in text
    client.post("/wanted/note/away", data={"id": identity})
    client.post("/wanted/note/away", data={"id": identity})
    assert "Slept" not in client.get("/wanted").text
    assert len(events(EventKind.NOTED)) == 3


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"note": " "}, "Write something"),
        ({"note": "x" * 2001}, "too long"),
        ({"note": "Gone", "id": "gone"}, "taken away before"),
    ],
)
def test_a_note_that_cant_be_kept_is_one_sentence(client, sentence, events, told, says):
    assert says in sentence(client.post("/wanted/note", data=told))
    assert events(EventKind.NOTED) == []


def test_a_note_that_cant_be_mended_stays_typed(client, sentence, events):
    client.post("/wanted/note", data={"note": "Slept badly."})
    told = {"id": events(EventKind.NOTED)[0]["id"], "note": "y" * 2001}
    answer = client.post("/wanted/note", data=told)
    assert "too long" in sentence(answer)
    assert "y" * 2001 in answer.text

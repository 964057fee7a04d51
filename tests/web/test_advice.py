import pytest
from tests.web import posts

from psoas.library import Status
from psoas.plan.events import EventKind
from psoas.safety.person import AdviceKind


@pytest.fixture
def stored(practice):
    return lambda: practice.standing().person.advice


def test_what_they_said_is_stored_and_shown(client, stored):
    sent = {**posts.ADVICE, "kind": "do", "hold": "20", "repetitions": "3", "until": "2026-04-01"}
    assert client.post("/about/advice", data=sent).headers["location"] == "/about#advice"
    advice = stored()[0]
    assert (advice.kind, advice.exercise, advice.who) == (AdviceKind.DO, "childs_pose", "Sam")
    assert (advice.hold, advice.repetitions, advice.words) == (20, 3, "Not yet.")
    assert "Hold 20 seconds. 3 repetitions. Sam, 1 March 2026." in client.get("/about").text


def test_it_holds_an_exercise_back(client, known, practice):
    known()
    steps = practice.today(practice.standing()).steps
    client.post("/about/advice", data={**posts.ADVICE, "exercise": steps[0].exercise})
    left = practice.today(practice.standing()).steps
    assert steps[0].exercise not in {step.exercise for step in left}


def test_it_can_be_taken_back_once(client, stored, sentence):
    client.post("/about/advice", data=posts.ADVICE)
    path = f"/about/advice/{stored()[0].id}/withdraw"
    assert client.post(path).headers["location"] == "/about#advice"
    assert stored() == ()
    again = client.post(path)
    assert again.status_code == 404
    assert "taken back before" in sentence(again)


def test_what_is_only_read_can_not_be_advised(client, practice, stored):
    text = client.get("/about").text
    for exercise in practice.library.exercises.values():
        listed = f'<option value="{exercise.id}">' in text
        assert listed == (exercise.status is not Status.INFORMATION)


def test_to_open_an_exercise_a_name_and_a_day_are_needed_and_what_was_typed_is_kept(
    client, stored, sentence
):
    for missing in ("who", "given_on"):
        sent = {**posts.ADVICE, "kind": "open", "hold": "20", missing: ""}
        answer = client.post("/about/advice", data=sent)
        assert answer.status_code == 422
        assert "who said it and on which day" in sentence(answer)
        assert f'id="{missing}-wrong"' in answer.text
        assert "<details open>" in answer.text
        assert '<option value="childs_pose" selected>' in answer.text
        assert 'name="kind" value="open" checked' in answer.text
        assert ">Not yet.</textarea>" in answer.text
        assert 'value="20"' in answer.text
        assert ('value="Sam"' in answer.text) == (missing != "who")
    assert stored() == ()


@pytest.mark.parametrize(
    "junk",
    [
        {"kind": ""},
        {"kind": "perhaps"},
        {"exercise": ""},
        {"exercise": "flying"},
        {"who": "x" * 81},
        {"given_on": "2026-03-03"},
        {"given_on": "soon"},
        {"until": "never"},
        {"hold": "0"},
        {"repetitions": "31"},
        {"words": "x" * 501},
        {"kind": ["avoid", "open"]},
    ],
)
def test_junk_is_refused_at_its_field(client, events, sentence, junk):
    answer = client.post("/about/advice", data={**posts.ADVICE, **junk})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    assert f'id="{next(iter(junk))}-wrong"' in answer.text
    if "who" not in junk:
        assert 'value="Sam"' in answer.text
    assert events(EventKind.ADVICE_GIVEN) == []


def test_what_was_typed_is_never_markup(client, stored):
    client.post("/about/advice", data={**posts.ADVICE, "words": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get("/about").text
    assert "&lt;script&gt;alert" in client.get("/about").text

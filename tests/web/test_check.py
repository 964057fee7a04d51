import pytest
from tests.web import posts

from psoas.plan.events import EventKind
from psoas.safety.flags import load_flags
from psoas.safety.screen import FULL_CHECK_DAYS


@pytest.fixture
def answered(events):
    return lambda: events(EventKind.CHECK_ANSWERED)


def test_the_full_check_asks_every_red_flag(client):
    text = client.get("/check").text
    assert all(f'value="{flag}"' in text for flag in load_flags().by_id)


def test_the_short_check_asks_the_short_ones(client):
    text = client.get("/check?scope=short").text
    assert {flag for flag in load_flags().by_id if f'value="{flag}"' in text} == {
        *load_flags().short
    }


def test_a_few_can_be_asked_by_name(client):
    text = client.get("/check?scope=short&flags=severe_pain,junk").text
    assert [flag for flag in load_flags().by_id if f'value="{flag}"' in text] == ["severe_pain"]


@pytest.mark.parametrize("junk", ["scope=junk", "flags=junk", "flags=,,,", "scope=&flags="])
def test_junk_in_the_address_asks_everything(client, junk):
    text = client.get(f"/check?{junk}").text
    assert 'name="scope" value="full"' in text
    assert text.count('name="asked.') == len(load_flags().by_id)


def test_nothing_fits_is_a_no_to_each(client, answered):
    answer = client.post("/check", data=posts.check())
    assert answer.headers["location"] == "/about/body"
    flags = answered()[0]["flags"]
    assert answered()[0]["scope"] == "full"
    assert {said["reply"] for said in flags.values()} == {"no"}
    assert flags.keys() == load_flags().by_id.keys()


def test_the_country_is_kept_with_it(client, practice):
    client.post("/check", data=posts.check(country="IE"))
    assert practice.setting("country") == "IE"


def test_the_country_is_guessed_from_the_browser(client):
    text = client.get("/check", headers={"Accept-Language": "en-NZ,en;q=0.8"}).text
    assert '<option value="NZ" selected>' in text


def test_what_closes_everything_is_asked_once_more_before_it_is_saved(client, answered, practice):
    answer = client.post("/check", data=posts.check("ces_saddle"))
    assert answer.status_code == 200
    assert "Is that right?" in answer.text
    assert answered() == []
    answer = client.post("/check", data=posts.check("ces_saddle", confirmed="yes"))
    assert answer.headers["location"] == "/card/emergency"
    assert not practice.standing().may_move


def test_the_second_asking_carries_every_answer(client):
    text = client.post("/check", data=posts.check("ces_saddle")).text
    for name, value in posts.check("ces_saddle").items():
        for one in [value] if isinstance(value, str) else value:
            assert f'name="{name}" value="{one}"' in text


def test_a_part_left_open_is_asked_again_with_every_answer_kept(client, answered, sentence):
    sent = posts.check("night_pain")
    del sent["flag.severe_pain"]
    answer = client.post("/check", data=sent)
    assert answer.status_code == 422
    assert "answer each line below it" in sentence(answer)
    assert 'id="flag.severe_pain-wrong"' in answer.text
    assert 'name="flag.night_pain" value="yes" checked' in answer.text
    assert 'name="group.heart" value="none" checked' in answer.text
    assert '<option value="NZ" selected>' in answer.text
    assert answered() == []


def test_contexts_go_with_an_answer(client, answered):
    flag = next(f for f in load_flags().by_id.values() if len(f.contexts) > 1)
    contexts = {
        f"context.{flag.id}.{flag.contexts[0].id}": "yes",
        f"context.{flag.id}.{flag.contexts[1].id}": "unsure",
    }
    client.post("/check", data=posts.check(flag.id, confirmed="yes", **contexts))
    told = answered()[0]["flags"][flag.id]
    assert told["context"] == [flag.contexts[0].id]
    assert told["unsure_context"] == [flag.contexts[1].id]


def test_fewer_flags_are_a_short_check_whatever_the_form_says(client, answered, practice):
    sent = posts.check(flags=["severe_pain"])
    client.post("/check", data={**sent, "scope": "full"})
    assert answered()[0]["scope"] == "short"
    assert practice.memory().full_check_on is None


def test_a_milder_answer_takes_no_emergency_back(client, known, practice):
    known("ces_saddle")
    client.post("/check", data=posts.check())
    assert not practice.standing().may_move


@pytest.mark.parametrize(
    "junk",
    [
        {"scope": "some"},
        {"country": "Atlantis"},
        {"group.nerves": "perhaps"},
        {"asked.nerves": ["cardiac", "flying"]},
        {"group.nerves": ["none", "some"]},
        {"group.pain": "some", "flag.severe_pain": "maybe"},
        {"group.pain": "some", "flag.severe_pain": ["no", "yes"]},
        {"group.nerves": "x" * 2000},
    ],
)
def test_junk_stores_nothing_and_is_one_plain_sentence(client, practice, sentence, junk):
    answer = client.post("/check", data={**posts.check(), **junk})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    assert practice.diary.count() == 0


@pytest.mark.parametrize("sent", [{}, {"scope": "full"}, {"group.nerves": "none"}])
def test_an_empty_check_is_no_check(client, practice, sentence, sent):
    answer = client.post("/check", data=sent)
    assert answer.status_code == 422
    assert "Answer each part" in sentence(answer)
    assert practice.diary.count() == 0


@pytest.mark.parametrize(
    ("flag", "card"), [("mental_crisis", "crisis"), ("ces_saddle", "emergency"), ("dvt", "urgent")]
)
def test_each_answer_leads_to_its_card(client, flag, card):
    location = client.post("/check", data=posts.check(flag, confirmed="yes")).headers["location"]
    assert location == f"/card/{card}"
    text = client.get(location).text
    assert load_flags().by_id[flag].do.split(".")[0] in text.replace("&#39;", "'")


def test_a_card_that_nothing_calls_for_says_so(client, known):
    known()
    assert "Nothing you have answered calls for this now." in client.get("/card/emergency").text


def test_what_was_assessed_opens_again(client, known, practice, events):
    known("ces_saddle")
    data = {"id": "ces_saddle", "by": "Dr Amin", "when": "2026-03-02"}
    assert client.post("/assessed", data=data).headers["location"] == "/"
    assert events(EventKind.ASSESSED) == [data]
    assert practice.standing().may_move
    assert "Assessed on 2 March 2026 by Dr Amin." in client.get("/about").text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"by": "", "when": "2026-03-01"}, "by"),
        ({"by": "Dr Amin", "when": ""}, "when"),
        ({"by": "Dr Amin", "when": "2026-03-03"}, "when"),
        ({"by": "Dr Amin", "when": "soon"}, "when"),
        ({"by": "x" * 81, "when": "2026-03-01"}, "by"),
    ],
)
def test_an_assessment_that_is_not_complete_keeps_the_card_and_what_was_typed(
    client, known, practice, sentence, typed, field
):
    known("ces_saddle")
    answer = client.post("/assessed", data={"id": "ces_saddle", **typed})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    assert f'id="{field}-wrong"' in answer.text
    assert f'name="when" type="date" required value="{typed["when"]}"' in answer.text
    assert 'class="emergency' in answer.text
    assert not practice.standing().may_move


@pytest.mark.parametrize("identity", ["flying", ""])
def test_only_what_is_known_can_be_assessed(client, practice, sentence, identity):
    answer = client.post("/assessed", data={"id": identity, "by": "Sam", "when": "2026-03-01"})
    assert answer.status_code == 422
    assert "Choose again" in sentence(answer)
    assert practice.diary.count() == 0


def test_the_full_check_is_asked_again_after_two_weeks(client, known, clock):
    known()
    assert "It is asked again on 16 March 2026." in client.get("/about").text
    clock.on(FULL_CHECK_DAYS)
    assert client.post("/start").headers["location"] == "/check"

import pytest
from tests.web import posts

from psoas.body import Place, Side, Surface
from psoas.plan.events import EventKind
from psoas.safety.person import Eases, Irritability


def person_of(practice):
    return practice.standing().memory.person


def test_where_it_hurts_is_stored(client, practice):
    assert client.post("/about/body", data=posts.BODY).headers["location"] == "/about/health"
    person = person_of(practice)
    assert person.where == {Place.BACK, Place.LEFT_BUTTOCK, Place.LEFT_THIGH}
    assert person.leg_symptoms_within_6_weeks == {Side.LEFT}
    assert (person.back_pain, person.leg_pain, person.usual_morning) == (3, 2, 3)
    assert (person.irritability, person.eases) == (Irritability.LOW, Eases.BENDING)


def test_what_is_true_of_the_person_is_stored(client, practice):
    client.post("/about/body", data=posts.BODY)
    assert client.post("/about/health", data=posts.HEALTH).headers["location"] == "/"
    person = person_of(practice)
    assert (person.age, person.minutes, person.times_per_day) == (50, 10, 1)
    assert person.conditions == {"hypertension"}
    assert person.lie_on == {Surface.FLOOR, Surface.BED}
    assert person.where, "what was told before stays"


def test_what_was_left_open_is_unknown(client, practice):
    client.post("/about/body", data={})
    person = person_of(practice)
    assert (person.back_pain, person.leg_pain, person.usual_morning) == (None, None, None)
    assert (person.irritability, person.eases) == (Irritability.UNKNOWN, Eases.UNKNOWN)


def test_the_forms_show_what_is_stored(client):
    client.post("/about/body", data=posts.BODY)
    client.post("/about/health", data=posts.HEALTH)
    body, health = client.get("/about/body").text, client.get("/about/health").text
    assert 'id="place-left_thigh" value="left_thigh" checked' in body
    assert 'name="morning" value="3" checked' in body
    assert 'name="irritability" value="low" checked' in body
    assert '<option value="50" selected>' in health
    assert 'name="conditions" value="hypertension" checked' in health
    assert 'name="minutes" value="10" checked' in health


def test_an_age_told_to_the_year_is_not_lost(client, known, practice):
    known(age=57)
    assert '<option value="57" selected>57</option>' in client.get("/about/health").text


def test_what_a_condition_asks_is_stored_and_shown_again(client, practice):
    gate = {
        "conditions": "osteoporosis",
        "gate.osteoporosis.cleared": "yes",
        "gate.osteoporosis.by": "Sam",
    }
    client.post("/about/health", data={**posts.HEALTH, **gate})
    told = person_of(practice).gates[0]
    assert (told.condition, told.cleared, told.by) == ("osteoporosis", True, "Sam")
    text = client.get("/about/health").text
    assert 'name="gate.osteoporosis.cleared" value="yes" checked' in text
    assert 'name="gate.osteoporosis.by" maxlength="80" value="Sam"' in text


def test_a_pregnancy_among_the_conditions_is_one(client, practice):
    client.post("/about/health", data={**posts.HEALTH, "conditions": "pregnancy_t2"})
    assert person_of(practice).pregnant
    client.post("/about/health", data=posts.HEALTH)
    assert person_of(practice).pregnant is False


@pytest.mark.parametrize(
    "junk",
    [
        {"where": "head"},
        {"recent": "both"},
        {"back": "11"},
        {"leg": "-1"},
        {"morning": "x"},
        {"irritability": "very"},
        {"eases": ["bending", "arching"]},
    ],
)
def test_junk_about_the_body_is_refused_and_what_was_typed_is_kept(
    client, practice, sentence, junk
):
    answer = client.post("/about/body", data={**posts.BODY, **junk})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    if "where" not in junk:
        assert f'id="{next(iter(junk))}-wrong"' in answer.text
        assert 'id="place-left_thigh" value="left_thigh" checked' in answer.text
    assert practice.diary.count() == 0


@pytest.mark.parametrize(
    "junk",
    [
        {"age": "17"},
        {"age": "121"},
        {"conditions": "flying"},
        {"equipment": "trapeze"},
        {"lie_on": "chair"},
        {"minutes": "4"},
        {"times_per_day": "3"},
        {"conditions": "osteoporosis", "gate.osteoporosis.by": "x" * 81},
        {"conditions": "osteoporosis", "gate.osteoporosis.cleared": "perhaps"},
        {"conditions": "recent_spine_surgery", "gate.recent_spine_surgery.weeks": "-1"},
    ],
)
def test_junk_about_the_person_is_refused_and_what_was_typed_is_kept(
    client, practice, sentence, junk
):
    answer = client.post("/about/health", data={**posts.HEALTH, **junk})
    assert answer.status_code == 422
    assert sentence(answer).endswith(".")
    if "minutes" not in junk:
        assert 'name="minutes" value="10" checked' in answer.text
    if "age" not in junk:
        assert '<option value="50" selected>' in answer.text
    assert practice.diary.count() == 0


def test_the_overview_tells_everything_that_is_known(client, known):
    known(conditions=frozenset({"glaucoma"}), back_pain=3)
    text = client.get("/about").text
    assert "Glaucoma" in text
    assert "3 of 10" in text
    assert "Last done on 2 March 2026." in text


def test_the_overview_of_someone_new_says_that_the_check_is_missing(client):
    assert "You have not done it yet." in client.get("/about").text


def test_a_description_is_one_event(client, events):
    client.post("/about/body", data=posts.BODY)
    assert len(events(EventKind.PERSON_DESCRIBED)) == 1

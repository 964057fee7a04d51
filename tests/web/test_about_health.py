import pytest

from psoas.plan.response_history import person_values


def told_of(practice):
    standing = practice.standing()
    return person_values(standing.memory, standing.on)["pregnant"]


@pytest.mark.parametrize(
    ("conditions", "pregnant"),
    [
        (["pregnancy_t1"], True),
        (["knee_oa", "pregnancy_t3"], True),
        (["knee_oa"], False),
        ([], False),
    ],
)
def test_the_health_form_tells_the_rules_whether_someone_is_pregnant(
    client, practice, known, conditions, pregnant
):
    known()
    assert told_of(practice) == "unknown"
    answer = client.post("/about/health", data={"age": "31", "conditions": conditions})
    assert answer.status_code == 303
    assert told_of(practice) is pregnant


HIP = "gate.hip_replacement_posterior."


@pytest.fixture
def tell(client, clock):
    """Sends the health form with what is told of a replaced hip."""

    def send(**told):
        answers = {HIP + name: value for name, value in told.items()}
        data = {"conditions": "hip_replacement_posterior", **answers}
        return client.post("/about/health", data=data)

    return send


def test_who_cleared_someone_and_when_is_kept_and_shown_again(client, practice, known, tell):
    known()
    tell(cleared="yes", by="Dr Amin", when="2026-02-20", weeks="9")
    (answer,) = practice.standing().person.gates
    assert (answer.by, answer.cleared_on.isoformat()) == ("Dr Amin", "2026-02-20")
    text = client.get("/about/health").text
    assert 'value="Dr Amin"' in text
    assert 'value="2026-02-20"' in text


def test_a_clearing_that_is_still_to_come_is_refused(known, tell):
    known()
    answer = tell(cleared="yes", by="Dr Amin", when="2099-01-01")
    assert answer.status_code == 422
    assert "still to come" in answer.text


def test_weeks_go_on_counting_when_the_form_is_only_saved_again(practice, known, tell, clock):
    known()
    tell(weeks="3")
    first = practice.standing().person.gates
    clock.on(days=14)
    tell(weeks="3")
    assert practice.standing().person.gates == first
    tell(weeks="5")
    assert practice.standing().person.gates[0].on == clock().date()

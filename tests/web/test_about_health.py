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

from psoas.body import MUSCLES


def test_every_muscle_has_a_name_that_people_use():
    assert all(muscle.plain for muscle in MUSCLES.values())


def test_a_muscle_is_found_by_its_id():
    assert MUSCLES["hamstrings"].plain == "back of the thigh"

from typing import Any

import pytest

from psoas.body import Place, Surface
from psoas.knowledge import BadData
from psoas.safety.person import Eases, Irritability, Person, Setting
from psoas.safety.person_file import person_from_json


def test_every_key_of_the_file_is_read() -> None:
    data = {
        "on": "2026-03-02",
        "age": 47,
        "where": ["back", "left_thigh"],
        "pain": 4,
        "irritability": "moderate",
        "eases": "bending",
        "conditions": ["osteoporosis"],
        "equipment": ["chair", "towel"],
        "lie_on": ["floor", "bed"],
        "place": "desk",
        "minutes": 12,
        "times_per_day": 2,
        "check": {"flags": {}},
    }
    assert person_from_json(data, "me.json") == Person(
        age=47,
        where=frozenset({Place.BACK, Place.LEFT_THIGH}),
        back_pain=4,
        leg_pain=4,
        irritability=Irritability.MODERATE,
        eases=Eases.BENDING,
        conditions=frozenset({"osteoporosis"}),
        equipment=frozenset({"chair", "towel"}),
        lie_on=frozenset({Surface.FLOOR, Surface.BED}),
        setting=Setting.DESK,
        minutes=12,
        times_per_day=2,
    )


def test_what_the_file_leaves_out_is_not_known() -> None:
    assert person_from_json({}, "me.json") == Person()


@pytest.mark.parametrize("where", [[], ["back"], ["right_buttock"]])
def test_pain_is_of_the_back_where_no_leg_is_named(where: list[str]) -> None:
    person = person_from_json({"pain": 5, "where": where}, "me.json")
    assert (person.back_pain, person.leg_pain, person.pain) == (5, None, 5)


def test_a_pregnancy_among_the_conditions_is_a_pregnancy() -> None:
    assert person_from_json({"conditions": ["pregnancy_t2"]}, "me.json").pregnant is True
    assert person_from_json({"conditions": ["knee_oa"]}, "me.json").pregnant is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"eases": "magic"}, "eases: input should be 'bending', 'arching', 'neither' or 'unknown'"),
        ({"where": ["knee"]}, "where.0: input should be 'back', 'left_buttock'"),
        ({"pain": 11}, "pain: input should be less than or equal to 10"),
        ({"pain": True}, "pain: input should be a valid integer"),
        ({"lie_on": ["chair"]}, "lie_on.0: input should be"),
        ({"place": "moon"}, "place: input should be 'home', 'desk', 'bed' or 'travel'"),
        ({"conditions": ["gout"]}, "conditions: “gout” is not a condition that Psoas knows; use"),
        ({"colour": "red"}, "colour: this key is not known"),
        (["back"], "this should be a JSON object"),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_what_is_allowed(data: Any, said: str) -> None:
    with pytest.raises(BadData) as error:
        person_from_json(data, "me.json")
    assert str(error.value).startswith(f"me.json: {said}")

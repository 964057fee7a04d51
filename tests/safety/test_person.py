import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Place, Side, Surface
from psoas.knowledge import BadData
from psoas.safety.person import (
    Advice,
    AdviceKind,
    Eases,
    GateAnswer,
    Irritability,
    Person,
    Setting,
    person_as_data,
    person_from_data,
)

DAY = date(2026, 3, 2)

pains = st.none() | st.integers(0, 10)
words = st.frozensets(st.sampled_from(["chair", "mat", "wall"]))
days = st.none() | st.dates()
advices = st.builds(
    Advice,
    id=st.text(max_size=3),
    kind=st.sampled_from(AdviceKind),
    exercise=st.just("childs_pose"),
    who=st.text(max_size=3),
    given_on=days,
    until=days,
    hold=pains,
)
answers = st.builds(
    GateAnswer,
    condition=st.just("osteoporosis"),
    on=st.dates(),
    cleared=st.none() | st.booleans(),
    weeks=pains,
    facts=words,
    denied=words,
)
people = st.builds(
    Person,
    age=pains,
    where=st.frozensets(st.sampled_from(Place)),
    leg_symptoms_within_6_weeks=st.frozensets(st.sampled_from([Side.LEFT, Side.RIGHT])),
    back_pain=pains,
    leg_pain=pains,
    irritability=st.sampled_from(Irritability),
    eases=st.sampled_from(Eases),
    usual_morning=pains,
    conditions=words,
    gates=st.tuples(answers) | st.just(()),
    pregnant=st.none() | st.booleans(),
    equipment=words,
    lie_on=st.frozensets(st.sampled_from([Surface.FLOOR, Surface.BED])),
    setting=st.sampled_from(Setting),
    advice=st.tuples(advices) | st.just(()),
    favourites=words,
)


@given(people)
@settings(max_examples=60)
def test_a_person_comes_back_from_plain_data_unchanged(person: Person) -> None:
    assert person_from_data(json.loads(json.dumps(person_as_data(person)))) == person


def test_what_is_left_out_of_the_data_is_not_known() -> None:
    assert person_from_data({}) == Person()


def test_data_that_is_no_person_is_refused_by_key() -> None:
    with pytest.raises(BadData, match="person: eases"):
        person_from_data({"eases": "magic"})


@pytest.mark.parametrize(
    ("back", "leg", "worse"), [(None, None, None), (3, None, 3), (3, 6, 6), (4, 2, 4)]
)
def test_pain_is_the_worse_of_back_and_leg(
    back: int | None, leg: int | None, worse: int | None
) -> None:
    assert Person(back_pain=back, leg_pain=leg).pain == worse


def test_leg_symptoms_begin_at_the_thigh() -> None:
    assert not Person(where=frozenset({Place.BACK, Place.LEFT_BUTTOCK})).leg_symptoms
    assert Person(where=frozenset({Place.LEFT_THIGH})).legs_with_symptoms == {Side.LEFT}


def test_leg_symptoms_of_the_last_weeks_count() -> None:
    recent = Person(leg_symptoms_within_6_weeks=frozenset({Side.RIGHT}))
    assert recent.legs_with_symptoms == {Side.RIGHT}


@pytest.mark.parametrize(
    ("given_on", "until", "holds"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 3, 3), None, False),
        (None, date(2026, 3, 1), False),
    ],
)
def test_advice_holds_from_its_day_to_its_last(
    given_on: date | None, until: date | None, holds: bool
) -> None:
    advice = Advice(id="a", kind=AdviceKind.AVOID, exercise="x", given_on=given_on, until=until)
    assert advice.holds_on(DAY) is holds

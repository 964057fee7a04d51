from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psoas.body import Place
from psoas.library import Library, Status
from psoas.safety.conditions import NotKnown, load_conditions
from psoas.safety.person import Advice, AdviceKind, Eases, Person
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import (
    NOTHING_AGAINST,
    REPLACED,
    STAY_IN_THE_MIDDLE,
    STAY_IN_THE_MIDDLE_PLAIN,
    STRAINS_THE_NERVE,
    exercise_of,
    verdict,
    verdicts,
)

TODAY = date(2026, 3, 2)
EXCLUDED = "standing_toe_touch"
REPLACE = "seated_band_hamstring"

condition_ids = st.sampled_from(sorted(load_conditions()))
condition_sets = st.frozensets(condition_ids, max_size=5)
eased = st.sampled_from(Eases)
legs = st.sampled_from([frozenset[Place](), frozenset({Place.LEFT_THIGH})])
property_of_safety = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def advice(kind: AdviceKind, exercise: str) -> Advice:
    return Advice(id="1", kind=kind, exercise=exercise, who="Ana Reyes", given_on=TODAY)


def for_person(library: Library, exercise: str, *advices: Advice, conditions: tuple[str, ...] = ()):
    person = Person(conditions=frozenset(conditions), advice=advices)
    return verdicts(library, person, TODAY)[exercise]


def test_without_conditions_nothing_speaks_against_an_ordinary_exercise(library: Library) -> None:
    found = verdict(library, "cat_camel", [])
    assert (found.ruling, found.why, found.swap_to) == (Ruling.OK, (NOTHING_AGAINST,), ())


def test_an_excluded_exercise_is_avoided_with_no_condition_and_says_why(library: Library) -> None:
    found = verdict(library, EXCLUDED, [])
    assert found.ruling is Ruling.AVOID
    assert found.why == (library.exercises[EXCLUDED].why,)
    assert found.swap_to == library.exercises[EXCLUDED].swaps


def test_a_replaced_exercise_is_avoided_with_its_replacement(library: Library) -> None:
    found = verdict(library, REPLACE, [])
    assert found.ruling is Ruling.AVOID
    assert found.swap_to[0] == "supine_strap_hamstring"


def test_a_single_condition_speaks_for_itself_of_a_replaced_exercise(library: Library) -> None:
    assert verdict(library, REPLACE, ["glaucoma"]).ruling is Ruling.OK
    assert verdict(library, REPLACE, ["glaucoma", "knee_oa"]).ruling is Ruling.AVOID
    assert for_person(library, REPLACE, conditions=("glaucoma",)).ruling is Ruling.AVOID


def test_an_exercise_that_does_not_say_why_it_is_replaced_has_a_reason(library: Library) -> None:
    silent = replace(library.exercises[REPLACE], why="")
    quiet = replace(library, exercises={**library.exercises, REPLACE: silent})
    assert verdict(quiet, REPLACE, []).why == (REPLACED,)


def test_for_a_person_an_excluded_exercise_has_its_own_words(library: Library) -> None:
    found = for_person(library, EXCLUDED, conditions=("blood_thinners",))
    assert found.why == (library.exercises[EXCLUDED].why,)


def test_information_is_ok_to_read(library: Library) -> None:
    assert verdict(library, "tai_chi_yoga_class", []).ruling is Ruling.OK


def test_avoid_beats_modify_and_says_both_reasons(library: Library) -> None:
    found = verdict(library, "childs_pose", ["glaucoma", "osteoporosis"])
    assert (found.ruling, found.how, found.conditions) == (Ruling.AVOID, (), ("osteoporosis",))
    assert len(found.why) == 2
    assert found.plain_why == (
        "It bends your back a long way. Thin bones in the spine don't take that well.",
    )


def test_what_speaks_against_it_is_said_in_plain_words_whatever_it_is(library: Library) -> None:
    assert verdict(library, "cat_camel", []).plain_why == (f"{NOTHING_AGAINST}.",)
    excluded = verdict(library, EXCLUDED, ["blood_thinners"])
    assert excluded.plain_why == ("Psoas offers this one to nobody.",)
    nerve = verdict(library, REPLACE, ["glaucoma"], leg_symptoms=True)
    assert nerve.plain_why == (f"{STRAINS_THE_NERVE}.",)


def test_plain_words_come_where_the_clinical_ones_come(library: Library) -> None:
    for identity in library.exercises:
        for each in load_conditions():
            found = verdict(library, identity, [each])
            assert bool(found.plain_how) == bool(found.how), (identity, each)
            assert found.plain_why, (identity, each)


def test_all_ways_to_change_it_are_said_once(library: Library) -> None:
    found = verdict(library, "standing_twist", ["blood_thinners", "hip_osteoarthritis"])
    assert found.how == ("Hold a fixed support",)
    assert found.why == ("A fall could bleed", "Painful hip, less steady")
    assert found.plain_how == ("Hold on to something that can't move.",)
    assert found.plain_why == (
        "A fall could make you bleed.",
        "A painful hip makes you less steady.",
    )


def test_where_two_pull_apart_it_stays_in_the_middle(library: Library) -> None:
    found = verdict(library, "cat_camel", ["disc_flexion_intolerant", "spinal_stenosis"])
    assert found.how[-1] == STAY_IN_THE_MIDDLE
    assert found.plain_how[-1] == STAY_IN_THE_MIDDLE_PLAIN
    assert len(found.how) == 3


def test_where_two_pull_the_same_way_there_is_no_middle_to_stay_in(library: Library) -> None:
    found = verdict(library, "cat_camel", ["disc_flexion_intolerant", "osteoporosis"])
    assert STAY_IN_THE_MIDDLE not in found.how


def test_a_swap_fits_all_conditions(library: Library) -> None:
    alone = verdict(library, "downward_dog", ["shoulder_problem"])
    assert alone.swap_to == ("standing_hip_hinge_90", "supine_strap_hamstring")
    both = verdict(library, "downward_dog", ["shoulder_problem", "pregnancy_t3"])
    assert both.swap_to == ("standing_hip_hinge_90",)


def test_leg_symptoms_rule_out_what_pulls_hard_on_the_nerve(library: Library) -> None:
    found = verdict(library, REPLACE, ["glaucoma"], leg_symptoms=True)
    assert found.ruling is Ruling.AVOID
    assert verdict(library, "supine_strap_hamstring", [], leg_symptoms=True).ruling is Ruling.OK


def test_what_was_seen_to_ease_reaches_the_verdict(library: Library) -> None:
    disc = ["disc_flexion_intolerant"]
    assert verdict(library, "childs_pose", disc).ruling is Ruling.AVOID
    assert verdict(library, "childs_pose", disc, eases=Eases.BENDING).ruling is Ruling.MODIFY


def test_an_unknown_exercise_is_named_with_the_nearest(library: Library) -> None:
    with pytest.raises(NotKnown, match="no exercise called “childs_poses”; did you mean “childs_"):
        exercise_of(library, "childs_poses")


def test_an_unknown_condition_is_named(library: Library) -> None:
    with pytest.raises(NotKnown, match="no condition called “gout”"):
        verdict(library, "childs_pose", ["gout"])


def test_advice_to_avoid_says_who_and_when(library: Library) -> None:
    found = for_person(library, "cat_camel", advice(AdviceKind.AVOID, "cat_camel"))
    assert found.ruling is Ruling.AVOID
    assert found.why == ("Ana Reyes told you not to do this on 2 March 2026",)
    assert found.swap_to == ("pelvic_tilt",)


def test_advice_to_avoid_holds_without_a_name_or_a_day(library: Library) -> None:
    told = replace(advice(AdviceKind.AVOID, "cat_camel"), who="", given_on=None)
    found = for_person(library, "cat_camel", told)
    assert found.why == ("Your clinician told you not to do this",)


def test_what_advice_avoids_is_no_swap(library: Library) -> None:
    told = advice(AdviceKind.AVOID, "pelvic_tilt"), advice(AdviceKind.AVOID, "cat_camel")
    assert for_person(library, "cat_camel", *told).swap_to == ()


def test_advice_opens_what_a_condition_avoids(library: Library) -> None:
    told = advice(AdviceKind.OPEN, "childs_pose")
    conditions = ("osteoporosis", "glaucoma")
    found = for_person(library, "childs_pose", told, conditions=conditions)
    assert (found.ruling, found.swap_to) == (Ruling.MODIFY, ())
    assert found.how[0] == "Do it the way Ana Reyes showed you"
    assert "forehead" in found.how[1]
    assert found.why[0] == "Ana Reyes told you to do this on 2 March 2026"
    assert found.plain_how[0] == "Do it the way Ana Reyes showed you."
    assert "forehead" in found.plain_how[1]
    assert found.plain_why[0] == "Ana Reyes told you to do this on 2 March 2026."


@pytest.mark.parametrize("more", [{"who": ""}, {"given_on": None}, {"until": date(2026, 3, 1)}])
def test_advice_opens_nothing_without_a_name_and_a_day_in_force(
    library: Library, more: dict[str, Any]
) -> None:
    told = replace(advice(AdviceKind.OPEN, "childs_pose"), **more)
    found = for_person(library, "childs_pose", told, conditions=("osteoporosis",))
    assert found.ruling is Ruling.AVOID


def test_advice_to_do_it_opens_nothing(library: Library) -> None:
    told = advice(AdviceKind.DO, "childs_pose")
    found = for_person(library, "childs_pose", told, conditions=("osteoporosis",))
    assert found.ruling is Ruling.AVOID


def test_opening_what_is_ok_changes_nothing(library: Library) -> None:
    told = advice(AdviceKind.OPEN, "cat_camel")
    assert for_person(library, "cat_camel", told) == for_person(library, "cat_camel")


def test_advice_to_avoid_beats_advice_to_open(library: Library) -> None:
    told = [advice(kind, "childs_pose") for kind in (AdviceKind.AVOID, AdviceKind.OPEN)]
    found = for_person(library, "childs_pose", *told, conditions=("osteoporosis",))
    assert found.ruling is Ruling.AVOID


@given(conditions=condition_sets, more=condition_ids, where=legs, eases=eased)
@property_of_safety
def test_a_condition_more_never_makes_anything_milder(
    library: Library, conditions: frozenset[str], more: str, where: frozenset[Place], eases: Eases
) -> None:
    person = Person(conditions=conditions, where=where, eases=eases)
    before = verdicts(library, person, TODAY)
    after = verdicts(library, replace(person, conditions=conditions | {more}), TODAY)
    assert all(after[each].ruling >= before[each].ruling for each in before)
    assert all(set(before[each].how) <= set(after[each].how) for each in before if after[each].how)


@given(conditions=condition_sets, more=condition_ids, leg=st.booleans(), eases=eased)
@property_of_safety
def test_nor_does_it_in_the_verdict_on_one_exercise(
    library: Library, conditions: frozenset[str], more: str, leg: bool, eases: Eases
) -> None:
    for identity, exercise in library.exercises.items():
        if exercise.status is not Status.REPLACE or conditions:
            before = verdict(library, identity, conditions, leg_symptoms=leg, eases=eases)
            both = conditions | {more}
            after = verdict(library, identity, both, leg_symptoms=leg, eases=eases)
            assert after.ruling >= before.ruling


@given(conditions=condition_sets, where=legs, eases=eased)
@property_of_safety
def test_leg_symptoms_and_an_unknown_response_never_make_anything_milder(
    library: Library, conditions: frozenset[str], where: frozenset[Place], eases: Eases
) -> None:
    mild = verdicts(library, Person(conditions=conditions, eases=eases), TODAY)
    strict = verdicts(library, Person(conditions=conditions, where=where), TODAY)
    assert all(strict[each].ruling >= mild[each].ruling for each in mild)


@given(
    conditions=condition_sets,
    where=legs,
    kind=st.sampled_from(AdviceKind),
    pick=st.integers(0, 45),
)
@property_of_safety
def test_no_swap_is_avoided_or_never_offered(
    library: Library, conditions: frozenset[str], where: frozenset[Place], kind: AdviceKind,
    pick: int,
) -> None:  # fmt: skip
    told = advice(kind, sorted(library.exercises)[pick])
    person = Person(conditions=conditions, where=where, advice=(told,))
    found = verdicts(library, person, TODAY)
    for swap in (swap for each in found.values() for swap in each.swap_to):
        assert found[swap].ruling is not Ruling.AVOID
        assert library.exercises[swap].plannable


@given(conditions=condition_sets, where=legs, pick=st.integers(0, 45))
@property_of_safety
def test_advice_never_opens_an_excluded_exercise_and_always_closes_any(
    library: Library, conditions: frozenset[str], where: frozenset[Place], pick: int
) -> None:
    exercise = library.exercises[sorted(library.exercises)[pick]]
    person = Person(conditions=conditions, where=where)
    opened = replace(person, advice=(advice(AdviceKind.OPEN, exercise.id),))
    closed = replace(person, advice=(advice(AdviceKind.AVOID, exercise.id),))
    ruling = verdicts(library, opened, TODAY)[exercise.id].ruling
    assert (ruling is Ruling.AVOID) == (exercise.status is Status.EXCLUDED)
    assert verdicts(library, closed, TODAY)[exercise.id].ruling is Ruling.AVOID

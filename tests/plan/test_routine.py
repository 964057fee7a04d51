from dataclasses import replace

import pytest
from tests.plan.people import (
    CALM,
    GO_AHEAD,
    LEFT_LEG,
    LIBRARY,
    LOCKED,
    MONDAY,
    SETTLED,
    days_ago,
    done,
    names,
    rules,
    step_of,
    why_not,
)

from psoas.library import RoutineItem
from psoas.plan.memory import Flare, Learned, Memory
from psoas.plan.planned import Amount, Purpose
from psoas.plan.routine import routine_session
from psoas.safety.person import Irritability


def run(routine, person=SETTLED, memory=None, clearance=GO_AHEAD):
    found = LIBRARY.routines[routine] if isinstance(routine, str) else routine
    return routine_session(LIBRARY, found, person, clearance, memory or Memory(), MONDAY)


def made_of(*items):
    """A routine of our own: exercises, with `hold`, `repetitions` and so on."""
    written = tuple(
        RoutineItem(exercise=name, named=name.title(), where="line 1", **dose)
        for name, dose in items
    )
    return replace(LIBRARY.routines["yoga-six"], items=written)


def changed(session):
    return [reason.rule for reason in session.changes]


@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_every_routine_runs_for_someone_who_is_settled(routine):
    session = run(routine)
    assert session.purpose is Purpose.ROUTINE
    assert session.title == LIBRARY.routines[routine].name
    assert session.steps


def test_a_routine_keeps_its_own_exercises_even_of_one_ladder():
    session = run("three-hamstring-stretches")
    assert {*names(session)} == {
        "supine_active_hamstring", "chair_hamstring", "supine_strap_hamstring",
    }  # fmt: skip


def test_each_step_says_where_it_comes_from():
    reason = step_of(run("yoga-six"), "childs_pose").reasons[0]
    assert reason.text == "It's in this routine, as “Childs Pose”."
    assert reason.source.startswith("how-to-stretch-lower-back-2024, line")


def test_the_sources_dose_is_given_the_least_of_a_range():
    step = step_of(run(made_of(("lat_side_reach", {"hold": (20, 30)}))), "lat_side_reach")
    assert step.amount == Amount(hold_seconds=20, repetitions=2)
    assert "plan.dose_source_hold" in rules(step)


@pytest.mark.parametrize(
    ("exercise", "said", "rule"),
    [
        ("lat_side_reach", {"hold": (20, 20)}, "plan.dose_source_hold"),
        ("lat_side_reach", {"breaths": (4, 4)}, "plan.dose_source_hold"),
        ("lat_side_reach", {"repetitions": (3, 3)}, "plan.dose_source_times"),
        ("lat_side_reach", {"hold": (20, 20), "repetitions": (2, 2)}, "plan.dose_source"),
        ("cat_camel", {"repetitions": (8, 8)}, "plan.dose_source"),
    ],
)
def test_what_is_our_default_is_never_passed_off_as_the_sources(exercise, said, rule):
    assert rule in rules(step_of(run(made_of((exercise, said))), exercise))


def test_breaths_are_counted_in_seconds():
    step = step_of(run(made_of(("lat_side_reach", {"breaths": (4, 5)}))), "lat_side_reach")
    assert step.amount.hold_seconds == 20


def test_repetitions_and_sets_may_be_all_that_is_said():
    routine = made_of(("glute_bridge", {"repetitions": (8, 10), "sets": (2, 3)}))
    amount = step_of(run(routine), "glute_bridge").amount
    assert (amount.repetitions, amount.sets) == (8, 2)


def test_what_the_source_leaves_open_is_our_default():
    step = step_of(run("yoga-six"), "childs_pose")
    assert "plan.dose_default" in rules(step)
    assert "plan.dose_start" not in rules(step)


def test_what_is_over_the_caps_is_cut_and_said_before_it_starts():
    session = run(made_of(("lat_side_reach", {"hold": (40, 40), "repetitions": (5, 10)})))
    assert step_of(session, "lat_side_reach").amount == Amount(hold_seconds=30, repetitions=4)
    (change,) = session.changes
    assert change.text.startswith(LIBRARY.exercises["lat_side_reach"].name)
    assert change.rule == "plan.dose_capped"


def test_holds_stay_short_while_legs_may_be_easily_stirred():
    unknown = replace(SETTLED, irritability=Irritability.UNKNOWN)
    session = run(made_of(("lat_side_reach", {"hold": (30, 30)})), unknown)
    assert step_of(session, "lat_side_reach").amount.hold_seconds == 15
    assert changed(session) == ["plan.dose_stirred"]


def test_after_a_step_back_a_routine_does_not_go_over_it():
    memory = Memory(
        learned={"lat_side_reach": Learned(amount=Amount(hold_seconds=5), regressed_on=MONDAY)}
    )
    session = run(made_of(("lat_side_reach", {"hold": (30, 30)})), memory=memory)
    assert step_of(session, "lat_side_reach").amount == Amount(hold_seconds=5)
    assert changed(session) == ["plan.dose_stepped_back"]


def test_exercises_share_a_muscles_time_before_one_is_left_out():
    session = run("four-stretches")
    assert len(session.steps) == 4
    assert "plan.dose_shared" in changed(session)


def test_what_has_had_its_time_today_is_left_out():
    memory = Memory(days=(done(MONDAY, lat_side_reach__left=240),))
    session = run(made_of(("lat_side_reach", {"hold": (30, 30)})), memory=memory)
    assert why_not(session, "lat_side_reach").rule == "plan.muscle_full"
    assert session.advice[-1].rule == "plan.routine_empty"


def test_what_is_never_offered_gives_way_to_its_replacement():
    session = run("seated-hamstring-stretch")
    assert names(session) == ["chair_hamstring"]
    assert why_not(session, "long_sit_forward_fold").rule == "plan.excluded"
    (change,) = session.changes
    assert "takes the place of" in change.text


def test_what_is_avoided_gives_way_to_what_is_suitable():
    stiff = replace(SETTLED, conditions=frozenset({"osteoporosis"}))
    session = run(made_of(("childs_pose", {"hold": (20, 20)})), stiff)
    assert names(session) == ["single_knee_to_chest"]
    assert why_not(session, "childs_pose").rule == "plan.avoided"


def test_without_a_suitable_swap_it_is_left_out_with_why():
    session = run("desk-three")
    assert "seated_sciatic_slider" not in names(session)
    assert "plan.only_leg_symptoms" in changed(session)


def test_the_same_exercise_twice_is_done_once():
    twice = made_of(("lat_side_reach", {}), ("lat_side_reach", {}))
    session = run(twice)
    assert names(session) == ["lat_side_reach"]
    assert "plan.already_in" in changed(session)


def test_what_is_replaced_twice_is_left_out_once():
    session = run(made_of(("pigeon_pose", {}), ("pigeon_pose", {})))
    assert names(session) == ["seated_figure_4", "supine_figure_4"]
    assert [out.exercise for out in session.left_out].count("pigeon_pose") == 1


def test_a_swap_that_is_in_the_routine_anyway_is_not_taken():
    both = made_of(("long_sit_forward_fold", {}), ("chair_hamstring", {}))
    assert names(run(both)) != ["chair_hamstring", "chair_hamstring"]
    assert "supine_strap_hamstring" in names(run(both))


def test_the_order_is_kept_where_one_gets_down_once_anyway():
    good = made_of(("lat_side_reach", {}), ("supine_figure_4", {}))
    other = made_of(("supine_figure_4", {}), ("lat_side_reach", {}))
    assert "plan.routine_order" not in changed(run(good))
    assert "plan.routine_order" in changed(run(other))
    assert names(run(good)) == names(run(other))


def test_with_leg_symptoms_the_nerve_ladder_starts_low_in_a_routine_too():
    session = run("three-hamstring-stretches", LEFT_LEG)
    assert {*names(session)} == {"supine_active_hamstring", "seated_sciatic_slider"}


def test_without_leg_symptoms_a_routine_may_go_higher():
    assert {"wall_long_sit_90", "downward_dog"} <= {*names(run("seven-stretches"))}


def test_at_high_pain_only_the_gentlest_of_it_is_left_halved():
    sore = replace(SETTLED, back_pain=7)
    session = run(
        made_of(("supported_deep_squat", {}), ("lat_side_reach", {"hold": (30, 30)})), sore
    )
    assert "supported_deep_squat" not in names(session)
    assert step_of(session, "lat_side_reach").amount.seconds <= 10
    assert "plan.dose_halved" in changed(session)


def test_a_locked_person_gets_nothing():
    session = run("yoga-six", clearance=LOCKED)
    assert (session.steps, session.purpose, session.advice) == ((), Purpose.NONE, ())
    assert why_not(session, "walking_bouts").rule == "plan.locked"


def test_under_a_calm_clearance_only_the_calm_list_is_left():
    session = run("ten-for-21-days", clearance=CALM)
    assert session.steps == ()
    assert session.advice[-1].rule == "plan.routine_empty"


def test_in_a_flare_only_its_list_is_left():
    memory = Memory(person=SETTLED, flares=(Flare(started=days_ago(1)),))
    assert {*names(run("ten-for-21-days", memory=memory))} <= {"lumbar_rotation_knee_rolls"}


def test_the_rest_of_the_library_is_not_part_of_it():
    assert why_not(run("yoga-six"), "walking_bouts").rule == "plan.not_in_routine"


def test_a_movement_that_a_page_holds_too_long_says_so_in_seconds():
    routine = made_of(("cat_camel", {"hold": (60, 60), "repetitions": (10, 10)}))
    told = [change.text for change in run(routine).changes]
    assert told == [
        "Cat and camel: 60 seconds each time was asked for; Psoas stops at 5 seconds each time."
    ]

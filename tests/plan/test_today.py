from dataclasses import replace
from datetime import timedelta

import pytest
from tests.plan.people import (
    CALM,
    GO_AHEAD,
    HIPS,
    LEFT_LEG,
    LIBRARY,
    LOCKED,
    MONDAY,
    SETTLED,
    advice,
    days_ago,
    done,
    morning,
    names,
    plan,
    rules,
    step_of,
    why_not,
)

from psoas.body import Place, Side, Surface
from psoas.library import Kind
from psoas.plan.memory import Flare, Learned, Memory
from psoas.plan.planned import Amount, Purpose
from psoas.plan.today import today
from psoas.safety.flags import load_flags
from psoas.safety.person import AdviceKind, Eases, Irritability, Setting

CALM_LIST = {*load_flags().calm.exercises}
KNEE_ROLLS = "lumbar_rotation_knee_rolls"


def kinds(session):
    return {LIBRARY.exercises[name].kind for name in names(session)}


def learned(**by_exercise):
    return Memory(learned=by_exercise)


# ---- what kind of day it is ----


def test_locked_is_nothing_with_the_reason():
    session = plan(clearance=LOCKED)
    assert (session.steps, session.purpose) == ((), Purpose.NONE)
    assert why_not(session, "walking_bouts").rule == "plan.locked"


def test_a_calm_clearance_is_the_calm_list_halved():
    session = plan(clearance=CALM)
    assert session.purpose is Purpose.CALM
    assert {*names(session)} <= CALM_LIST
    assert step_of(session, "walking_bouts").amount.hold_seconds == 120
    assert why_not(session, "supine_figure_4").rule == "plan.not_calm"


def test_what_is_avoided_says_so_on_a_calm_day_too():
    stiff = replace(SETTLED, conditions=frozenset({"osteoporosis"}))
    assert why_not(plan(stiff, clearance=CALM), "childs_pose").rule == "plan.avoided"


@pytest.mark.parametrize("side", ["anterior", "posterior"])
def test_a_new_hip_is_kept_off_the_floor_where_a_bed_is_at_hand(side):
    hip = replace(SETTLED, conditions=frozenset({f"hip_replacement_{side}"}))
    session = plan(hip, minutes=20)
    assert {step.surface for step in session.steps} & {Surface.FLOOR} == set()
    assert why_not(session, "cat_camel").rule == "plan.off_the_floor"
    floor_only = replace(hip, lie_on=frozenset({Surface.FLOOR}))
    assert Surface.FLOOR in {step.surface for step in plan(floor_only, minutes=20).steps}


def test_several_reasons_against_one_exercise_stay_apart():
    frail = replace(SETTLED, conditions=frozenset({"osteoporosis", "hip_replacement_posterior"}))
    reason = why_not(plan(frail), "childs_pose").text
    assert "Thin bones in the spine don't take that well." in reason
    assert "It bends the hip past a right angle" in reason


def test_breathing_stays_whatever_the_conditions():
    everything = frozenset(
        {"pregnancy_t3", "hip_replacement_posterior", "acute_irritable_nerve_root", "glaucoma"}
    )
    nowhere = replace(SETTLED, conditions=everything, lie_on=frozenset(), equipment=frozenset())
    paused = learned(
        **{name: Learned(left_out_until=MONDAY + timedelta(days=1)) for name in CALM_LIST}
    )
    assert "diaphragm_breathing" in names(plan(nowhere, paused, CALM))
    assert "diaphragm_breathing" in names(plan(nowhere, replace(paused, rest_days=(MONDAY,))))


def test_only_a_clinician_takes_breathing_away_and_that_is_said():
    told = replace(SETTLED, advice=tuple(advice("avoid", name) for name in CALM_LIST))
    session = plan(told, clearance=CALM)
    assert session.steps == ()
    assert session.advice[-1].rule == "plan.everything_advised_against"


def test_when_nothing_else_is_left_something_small_remains():
    listed = ["walking_bouts", "standing_weight_shift"]
    others = [name for name in LIBRARY.exercises if name not in listed]
    told = replace(SETTLED, advice=tuple(advice("avoid", name) for name in others))
    paused = learned(
        **{name: Learned(left_out_until=MONDAY + timedelta(days=1)) for name in listed}
    )
    assert names(plan(told, paused)) == ["walking_bouts"]
    walk = replace(told, advice=(*told.advice, advice("avoid", "walking_bouts")))
    assert names(plan(walk, paused)) == ["standing_weight_shift"]


def test_a_rest_day_is_walking_and_ease():
    session = plan(memory=Memory(rest_days=(MONDAY,)))
    assert session.purpose is Purpose.REST
    assert kinds(session) == {Kind.WALKING, Kind.EASE}
    assert why_not(session, "pelvic_tilt").rule == "plan.not_rest"


def test_a_third_rest_day_is_a_calm_day():
    rest = Memory(rest_days=tuple(days_ago(back) for back in range(3)))
    assert plan(memory=rest).purpose is Purpose.CALM


def test_a_calm_day_by_rule_is_calm():
    assert plan(memory=Memory(calm_days=(MONDAY,))).purpose is Purpose.CALM


def test_an_open_gate_advises_the_calm_list_and_locks_nothing():
    gate = replace(GO_AHEAD, open_gates=("osteoporosis",))
    session = plan(clearance=gate)
    assert session.purpose is Purpose.CALM
    assert session.advice[0].rule == "plan.gate_open"
    assert "Osteoporosis, or a bone broken" in session.advice[0].text
    assert plan(clearance=gate, advised_calm=False).purpose is Purpose.FULL


def test_more_than_three_conditions_halve_the_dose_and_advise_a_clinician():
    many = replace(
        SETTLED, conditions=frozenset({"glaucoma", "knee_oa", "shoulder_problem", "hypermobility"})
    )
    session = plan(many)
    assert "plan.see_clinician" in [reason.rule for reason in session.advice]
    assert step_of(session, "walking_bouts").amount.hold_seconds == 120
    assert "plan.dose_halved" in rules(step_of(session, "walking_bouts"))


def test_high_pain_at_rest_keeps_to_the_gentlest_halved():
    sore = replace(SETTLED, back_pain=7, lie_on=frozenset())
    session = plan(sore)
    assert why_not(session, "seated_figure_4").rule == "plan.sore_level"
    assert "plan.dose_halved" in rules(step_of(session, "walking_bouts"))
    assert why_not(session, "sit_to_stand").rule == "plan.strength_when_calm"


def test_todays_pain_counts_before_the_usual():
    sore_today = Memory(pains=((days_ago(1), 2), (MONDAY, 7)))
    assert "plan.dose_halved" in rules(step_of(plan(memory=sore_today), "walking_bouts"))


# ---- a flare ----


def flaring(day, **more):
    return Memory(person=SETTLED, flares=(Flare(started=days_ago(day)),), **more)


def test_a_flare_begins_with_the_calm_list_and_small_movements():
    session = plan(memory=flaring(0))
    assert (session.purpose, session.title) == (Purpose.FLARE, "Flare plan, day 1")
    assert kinds(session) <= {Kind.WALKING, Kind.EASE, Kind.MOVEMENT}
    assert why_not(session, "supine_figure_4").rule == "plan.not_in_flare"
    assert KNEE_ROLLS in names(session)


def test_walking_in_a_flare_is_ten_minutes_at_most():
    long = Learned(amount=Amount(hold_seconds=1800))
    session = plan(memory=flaring(0, learned={"walking_bouts": long}))
    assert step_of(session, "walking_bouts").amount.hold_seconds <= 600


def test_the_middle_of_a_flare_leaves_out_what_may_have_set_it_off():
    memory = flaring(
        3, mornings=(morning(MONDAY, 2),), blamed=((days_ago(4), "supine_figure_4"),),
        learned={"walking_bouts": Learned(amount=Amount(hold_seconds=240))},
    )  # fmt: skip
    session = plan(memory=memory)
    assert why_not(session, "supine_figure_4").rule == "plan.trigger"
    assert why_not(session, "sit_to_stand").rule == "plan.not_in_flare"
    assert step_of(session, "walking_bouts").amount.hold_seconds == 180


def test_the_middle_of_a_flare_is_never_more_than_half_where_half_is_called_for():
    sore = replace(SETTLED, back_pain=7)
    memory = flaring(3, mornings=(morning(MONDAY, 2),))
    assert "plan.dose_halved" in rules(step_of(plan(sore, memory), "walking_bouts"))


def test_late_in_a_flare_everything_is_a_level_lower():
    up = {"supine_figure_4": Learned(goes_on_as="seated_figure_4", amount=None)}
    assert "seated_figure_4" in names(plan(HIPS, Memory(learned=up)))
    assert "supine_figure_4" in names(plan(HIPS, flaring(6, learned=up)))


def test_a_long_flare_is_calm_and_asks_for_a_review():
    session = plan(memory=flaring(8))
    assert session.purpose is Purpose.CALM
    assert session.advice[0].rule == "plan.flare_review"


# ---- which exercises ----


@pytest.mark.parametrize(
    ("exercise", "rule"),
    [
        ("standing_toe_touch", "plan.excluded"),
        ("pigeon_pose", "plan.replace"),
        ("tai_chi_yoga_class", "plan.information"),
        ("seated_sciatic_slider", "plan.only_leg_symptoms"),
        ("foam_roll_lat", "plan.no_equipment"),
        ("prone_lying", "plan.arching_not_known_to_ease"),
        ("downward_dog", "plan.nerve_level"),
        ("seated_figure_4", "plan.other_rung"),
    ],
)
def test_each_omission_says_why(exercise, rule):
    assert why_not(plan(), exercise).rule == rule


def test_what_nothing_stands_in_for_says_so():
    pigeon = replace(LIBRARY.exercises["pigeon_pose"], swaps=())
    library = replace(LIBRARY, exercises={**LIBRARY.exercises, "pigeon_pose": pigeon})
    session = today(library, SETTLED, GO_AHEAD, Memory(), MONDAY)
    assert why_not(session, "pigeon_pose").rule == "plan.replace_nothing"


def test_what_is_left_out_for_now_says_until_when():
    memory = learned(supine_figure_4=Learned(left_out_until=MONDAY + timedelta(days=2)))
    assert why_not(plan(memory=memory), "supine_figure_4").text.startswith(
        "Left out until 18 March"
    )
    over = learned(supine_figure_4=Learned(left_out_until=MONDAY))
    assert "supine_figure_4" in names(plan(HIPS, over))


def test_what_stands_in_takes_the_place_on_its_ladder():
    memory = learned(
        supine_figure_4=Learned(
            left_out_until=MONDAY + timedelta(days=2), swapped_for="cobblers_pose"
        )
    )
    assert "plan.stands_in" in rules(step_of(plan(memory=memory), "cobblers_pose"))


@pytest.mark.parametrize(
    ("setting", "surfaces"),
    [
        (Setting.DESK, {Surface.CHAIR, Surface.STANDING}),
        (Setting.BED, {Surface.BED}),
        (Setting.TRAVEL, {Surface.FLOOR, Surface.CHAIR, Surface.STANDING}),
        (Setting.HOME, {Surface.FLOOR, Surface.CHAIR, Surface.STANDING}),
    ],
)
def test_the_setting_says_what_one_can_rest_on(setting, surfaces):
    session = plan(setting=setting)
    assert {step.surface for step in session.steps} <= surfaces


def test_without_a_place_for_it_an_exercise_is_left_out():
    assert why_not(plan(setting=Setting.BED), "walking_bouts").rule == "plan.no_place"


def test_travelling_one_has_a_chair_and_a_wall_only():
    assert why_not(plan(setting=Setting.TRAVEL), "doorway_pec").rule == "plan.no_equipment"


def test_easily_stirred_legs_get_the_slider_and_no_held_pull_on_the_nerve():
    high = replace(LEFT_LEG, irritability=Irritability.HIGH)
    session = plan(high)
    assert "seated_sciatic_slider" in names(session)
    assert step_of(session, "seated_sciatic_slider").sides == (Side.LEFT,)
    assert why_not(session, "supine_active_hamstring").rule == "plan.nerve"


def test_a_slider_takes_turns_with_the_gentlest_hold():
    found = {
        name
        for day in range(14)
        for name in names(plan(LEFT_LEG, on=MONDAY + timedelta(days=day)))
        if LIBRARY.exercises[name].ladder.name == "hamstring_nerve"
    }
    assert found == {"seated_sciatic_slider", "supine_active_hamstring"}


def test_on_the_nerve_ladder_one_goes_as_high_as_decisions_led():
    low = replace(LEFT_LEG, irritability=Irritability.MODERATE)
    up = learned(
        supine_active_hamstring=Learned(goes_on_as="supine_strap_hamstring"),
        seated_sciatic_slider=Learned(left_out_until=MONDAY + timedelta(days=9)),
    )
    session = plan(low, up)
    assert "supine_strap_hamstring" in names(session)
    assert "plan.reached" in rules(step_of(session, "supine_strap_hamstring"))
    too_high = learned(downward_dog=Learned(amount=Amount(hold_seconds=10)))
    assert why_not(plan(low, too_high), "downward_dog").rule == "plan.nerve_level"
    assert why_not(plan(memory=too_high), "downward_dog").rule != "plan.nerve_level"


def test_a_ladder_that_leads_in_a_circle_ends_low():
    memory = learned(
        supine_figure_4=Learned(goes_on_as="seated_figure_4"),
        seated_figure_4=Learned(goes_on_as="seated_knee_pull"),
        seated_knee_pull=Learned(goes_on_as="seated_figure_4"),
    )
    assert "seated_figure_4" in names(plan(HIPS, memory))


def test_arching_is_offered_where_it_eases_and_bending_is_not():
    arching = replace(SETTLED, eases=Eases.ARCHING, minutes=20)
    session = plan(arching)
    assert "prone_lying" in names(session)
    assert why_not(session, "double_knee_to_chest").rule == "plan.against_direction"
    assert "plan.eases" in rules(step_of(session, "prone_lying"))


def test_strength_comes_in_when_it_is_calm_with_a_day_between():
    def strength(memory):
        return Kind.STRENGTH in kinds(plan(memory=memory))

    assert strength(Memory())
    assert not strength(Memory(days=(done(days_ago(1), sit_to_stand__both=10),)))
    assert strength(Memory(days=(done(days_ago(2), sit_to_stand__both=10),)))
    three = tuple(done(days_ago(back), sit_to_stand__both=10, gone__left=1) for back in (2, 4, 6))
    assert not strength(Memory(days=three))


@pytest.mark.parametrize(
    "person",
    [
        replace(LEFT_LEG, irritability=Irritability.MODERATE),
        replace(LEFT_LEG, irritability=Irritability.NO_LEG_SYMPTOMS),
        replace(SETTLED, back_pain=None),
        replace(SETTLED, irritability=Irritability.UNKNOWN),
    ],
)
def test_strength_waits_while_it_is_not_known_to_be_calm(person):
    assert why_not(plan(person), "sit_to_stand").rule == "plan.strength_when_calm"


def test_favourites_come_before_their_equals():
    for favourite in ("lat_side_reach", "doorway_pec"):
        person = replace(SETTLED, favourites=frozenset({favourite}))
        assert "plan.favourite" in rules(step_of(plan(person), favourite))


def test_equals_take_turns_so_that_the_third_week_is_not_the_first():
    weeks = [
        tuple(tuple(names(plan(on=MONDAY + timedelta(days=7 * week + day)))) for day in range(7))
        for week in (0, 2)
    ]
    assert weeks[0] != weeks[1]


def test_what_was_not_done_for_a_while_comes_back():
    memory = learned(supine_figure_4=Learned(last_done=days_ago(6), times_done=3))
    assert "plan.since" in rules(step_of(plan(HIPS, memory), "supine_figure_4"))


def test_where_it_hurts_decides_what_comes_early():
    buttock = replace(SETTLED, where=frozenset({Place.LEFT_BUTTOCK}))
    assert "plan.goal_buttock" in rules(step_of(plan(buttock), "supine_figure_4"))


def test_five_minutes_hold_less_than_twenty():
    five, twenty = plan(minutes=5), plan(minutes=20)
    assert five.seconds <= 300 < twenty.seconds <= 1200
    assert "plan.no_time" in [out.reason.rule for out in five.left_out]


def test_rest_is_shortened_to_the_minutes_that_are_left():
    long = learned(
        **{
            name: Learned(amount=Amount(hold_seconds=600))
            for name in ("ninety_ninety_rest", "side_lying_rest", "diaphragm_breathing")
        }
    )
    shortened = [
        step
        for minutes in range(5, 21)
        for step in plan(memory=long, minutes=minutes).steps
        if LIBRARY.exercises[step.exercise].kind is Kind.EASE
    ]
    assert shortened
    assert all("plan.dose_shortened" in rules(step) for step in shortened)
    assert all(rules(step).count("plan.dose_shortened") == 1 for step in shortened)


# ---- how much ----


def test_a_dose_that_was_come_to_is_kept_within_the_caps():
    memory = learned(supine_figure_4=Learned(amount=Amount(hold_seconds=55, repetitions=9)))
    step = step_of(plan(HIPS, memory), "supine_figure_4")
    assert step.amount == Amount(hold_seconds=30, repetitions=4)
    assert "plan.dose_learned" in rules(step)


def test_high_pain_goes_back_to_the_start_dose_at_least():
    memory = learned(supine_figure_4=Learned(amount=Amount(hold_seconds=30, repetitions=4)))
    step = step_of(plan(replace(HIPS, back_pain=7), memory), "supine_figure_4")
    assert step.amount.seconds <= 10


def test_a_walk_in_a_session_is_one_bout_of_the_day():
    memory = learned(walking_bouts=Learned(amount=Amount(hold_seconds=300, sets=3)))
    assert step_of(plan(memory=memory), "walking_bouts").amount == Amount(hold_seconds=300)


def test_a_second_run_is_cut_where_the_muscle_has_had_its_share():
    memory = Memory(
        days=(done(MONDAY, supine_figure_4__left=215, supine_figure_4__right=215),),
        learned={"supine_figure_4": Learned(amount=Amount(hold_seconds=20, repetitions=3))},
    )
    session = plan(HIPS, memory)
    step = step_of(session, "supine_figure_4")
    assert step.amount == Amount(hold_seconds=20)
    assert "plan.dose_muscle" in rules(step)
    assert "plan.second_run" in [change.rule for change in session.changes]


def test_a_second_run_that_cuts_nothing_says_nothing():
    assert not plan(memory=Memory(days=(done(MONDAY, pelvic_tilt__both=10),))).changes


def test_a_muscle_that_has_had_enough_leaves_its_exercises_out():
    memory = Memory(days=(done(MONDAY, supine_figure_4__left=240),))
    assert why_not(plan(memory=memory), "supine_figure_4").rule == "plan.muscle_full"


# ---- a clinician's advice ----


def advised(*some, person=SETTLED):
    return replace(person, advice=some)


def test_what_a_clinician_asked_for_comes_first_at_their_dose():
    asked = advised(advice("do", "doorway_pec", hold=25, repetitions=3))
    step = step_of(plan(asked, minutes=5), "doorway_pec")
    assert step.amount == Amount(hold_seconds=25, repetitions=3)
    assert rules(step)[0] == "plan.clinician"


def test_a_clinicians_dose_stops_at_the_caps_and_says_so():
    asked = advised(advice("do", "doorway_pec", hold=90, repetitions=2, sets=3, who=""))
    step = step_of(plan(asked), "doorway_pec")
    assert step.amount == Amount(hold_seconds=30, repetitions=2)
    assert "plan.dose_capped" in rules(step)


def test_a_clinicians_minutes_are_for_walking():
    asked = advised(advice("do", "walking_bouts", minutes=3))
    assert step_of(plan(asked), "walking_bouts").amount == Amount(hold_seconds=180)


def test_without_a_dose_of_theirs_the_usual_one_holds():
    step = step_of(plan(advised(advice("do", "doorway_pec"))), "doorway_pec")
    assert "plan.dose_start" in rules(step)


def test_after_a_step_back_the_smaller_dose_holds_until_they_say_so_again():
    back = learned(doorway_pec=Learned(amount=Amount(hold_seconds=10), regressed_on=days_ago(2)))
    earlier = advice("do", "doorway_pec", hold=30)
    later = replace(earlier, given_on=days_ago(1))
    undated = replace(earlier, given_on=None)
    seconds = [
        step_of(plan(advised(one), back), "doorway_pec").amount.hold_seconds
        for one in (earlier, undated, later)
    ]
    assert seconds == [10, 10, 30]


def test_a_clinician_opens_what_psoas_avoids_only_by_name_and_date():
    stiff = replace(SETTLED, conditions=frozenset({"osteoporosis"}))
    opened = advised(advice("open", "childs_pose"), person=stiff)
    step = step_of(plan(opened), "childs_pose")
    assert "plan.clinician_opened" in rules(step)
    assert step.how
    for incomplete in ({"who": ""}, {"given_on": None}):
        nameless = advised(advice("open", "childs_pose", **incomplete), person=stiff)
        assert "childs_pose" not in names(plan(nameless))


def test_a_clinician_opens_a_higher_level_but_nothing_excluded():
    opened = advised(
        advice(AdviceKind.OPEN, "downward_dog"), advice(AdviceKind.OPEN, "standing_toe_touch")
    )
    session = plan(opened)
    assert "downward_dog" in names(session)
    assert why_not(session, "standing_toe_touch").rule == "plan.excluded"


def test_what_a_clinician_advised_against_is_left_out():
    assert why_not(plan(advised(advice("avoid", "walking_bouts"))), "walking_bouts").rule == (
        "plan.avoided"
    )


# ---- what is shown with it ----


def test_the_frame_is_said_and_later_the_rhythm():
    assert plan().title == "Day 1 of 21"
    later = plan(memory=Memory(first_session=days_ago(30)))
    assert later.title == "Today's session"
    assert later.advice[0].rule == "plan.maintenance"


def test_a_changed_exercise_says_how_and_why():
    knee = replace(SETTLED, conditions=frozenset({"spinal_stenosis"}))
    session = plan(knee)
    changed = [step for step in session.steps if step.how]
    assert changed
    assert all(any(rule.startswith("verdict") for rule in rules(step)) for step in changed)


def test_notes_go_with_the_kind_of_day():
    pregnant = replace(SETTLED, pregnant=True)
    topics = [LIBRARY.notes[note].topics for note in plan(pregnant).notes]
    assert any("today" in some for some in topics)
    assert any("pregnancy" in some for some in topics)


def test_the_easier_leg_comes_first():
    assert step_of(plan(LEFT_LEG), "supine_figure_4").sides == (Side.RIGHT, Side.LEFT)

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Place, Side
from psoas.library import load
from psoas.plan.memory import Flare, Learned, Memory, Morning, SessionRecord
from psoas.plan.respond import parse_inputs, respond
from psoas.plan.response_inputs import act_for, at_once, inputs_for
from psoas.plan.response_rules import load_rules
from psoas.plan.session import Amount
from psoas.safety.person import Irritability, Person

DAY = date(2026, 5, 10)
STRETCH, OTHER = "supine_active_hamstring", "pelvic_tilt"
LOADED = [one.id for one in load().exercises.values() if one.plannable]
CALF = frozenset({Place.LEFT_BELOW_KNEE})


def days(count: int) -> timedelta:
    return timedelta(days=count)


def morning(on: date, pain: int | None = 2, left=1, right=1, up=True) -> Morning:
    return Morning(on=on, pain=pain, left=left, right=right, up_under_1h=up)


def step(exercise: str, *sides: str) -> dict:
    return {"exercise": exercise, "sides": list(sides)}


def done(exercise: str, side: str = "both", completed: int | None = 100, **more) -> dict:
    return {"exercise": exercise, "side": side, "completed": completed, **more}


RECORD = SessionRecord(
    id="s1",
    on=DAY,
    plan={"clearance": {"triage": "go_ahead"}, "steps": [step(STRETCH, "left", "right")]},
    check_in={"back": 2, "leg": 1, "left": 1, "right": 1, "painkiller": False},
    done=(done(STRETCH, "left"), done(STRETCH, "right"), done(OTHER)),
    ended={"completed": 100, "why": "none"},
    response={
        "during": 2, "pain": 2, "left_during": 1, "right_during": 1, "left": 1, "right": 1,
        "neuro": "none", "exercise": None,
    },
)  # fmt: skip
PERSON = Person(
    irritability=Irritability.NO_LEG_SYMPTOMS,
    where=frozenset({Place.BACK}),
    back_pain=2,
    usual_morning=2,
    pregnant=False,
    age=44,
)
MEMORY = Memory(
    person=PERSON,
    described=True,
    learned={STRETCH: Learned(good_streak=2)},
    mornings=tuple(morning(DAY + days(n)) for n in range(-5, 2)),
    pains=tuple((DAY + days(n), 2) for n in range(-13, 1)),
    first_session=DAY - days(20),
    last_session=DAY,
    first_pain=4.0,
    onboarding_reach={Side.LEFT: 1, Side.RIGHT: 1},
)


def inputs(record: SessionRecord = RECORD, exercise=STRETCH, memory=MEMORY):
    return inputs_for(record, exercise, memory, DAY + days(1))


def told(**response) -> SessionRecord:
    return replace(RECORD, response={**RECORD.response, **response})


def hurt(what: str, **more) -> dict:
    return {"exercise": STRETCH, "side": "left", "what": what, **more}


def replace_exercise(data: dict, exercise: str) -> dict:
    return {**data, "exercise": exercise}


def severity(decision: str) -> int:
    return load_rules().severity(decision)


def hurting(*hurts: dict) -> SessionRecord:
    return replace(RECORD, hurts=hurts)


def remembering(**facts) -> Memory:
    return replace(MEMORY, **facts)


def test_three_good_sessions_and_a_good_morning_are_all_that_progress_asks():
    assert inputs()["good_streak"] == 3
    assert respond(inputs()).decision == "progress"


def test_every_input_is_one_that_the_rules_know():
    for exercise in (STRETCH, None):
        parse_inputs(inputs(exercise=exercise), "memory")
    parse_inputs(inputs_for(SessionRecord(id="", on=DAY, plan={}), STRETCH, Memory(), DAY), "m")


def test_of_an_empty_session_of_a_stranger_nothing_is_known():
    values = inputs_for(SessionRecord(id="", on=DAY, plan={}), STRETCH, Memory(), DAY)
    for name in (
        "red_flag", "pain_before", "pain_during", "pain_after", "settle_min", "neuro", "sensation",
        "effort", "completed", "why_stopped", "dizzy", "chest_pain", "analgesic_4h", "pregnant",
        "irritability", "leg_symptoms", "baseline_morning", "morning_delta", "distal_morning_delta",
        "morning_mean_7d", "spread_mornings_7d", "week_mean_delta", "gap_days", "weeks",
        "nprs_change_pct", "distal_left_before", "distal_right_after", "up_under_1h", "age",
    ):  # fmt: skip
        assert values[name] == "unknown", name
    assert values["morning_known"] is False


def test_an_exercise_the_library_does_not_hold_is_at_no_floor():
    assert inputs(exercise="gone")["at_floor_dose"] is False


@pytest.mark.parametrize(("hold", "floor"), [(5, True), (10, False)])
def test_the_smallest_dose_is_known_as_such(hold, floor):
    learned = {STRETCH: Learned(amount=Amount(hold_seconds=hold, repetitions=1))}
    assert inputs(memory=remembering(learned=learned))["at_floor_dose"] is floor


# ---- before, during, after ----


def test_the_worse_of_back_and_leg_counts_before():
    record = replace(RECORD, check_in={"back": 3, "leg": "unknown"})
    assert inputs(record)["pain_before"] == 3


def test_what_hurt_counts_with_what_was_told_after():
    values = inputs(hurting(hurt("too_much", pain=6, left=4)))
    assert (values["pain_during"], values["distal_left_during"], values["effort"]) == (6, 4, 8)


@pytest.mark.parametrize(
    ("what", "name", "value"),
    [
        ("sharp", "sensation", "sharp"),
        ("tingling", "neuro", "transient"),
        ("too_much", "effort", 8),
        ("dizzy", "dizzy", "light_headed"),
        ("weak", "neuro", "weakness"),
        ("chest", "chest_pain", True),
    ],
)
def test_each_answer_to_this_hurts_means_something_to_the_rules(what, name, value):
    assert inputs(hurting(hurt(what)))[name] == value


def test_the_worst_dizziness_counts():
    assert inputs(hurting(hurt("dizzy"), hurt("dizzy", dizzy="faint")))["dizzy"] == "faint"


def test_a_kind_of_weakness_that_was_told_replaces_the_open_question():
    record = replace(hurting(hurt("weak")), response={"neuro": "weakness_minor"})
    assert inputs(record)["neuro"] == "weakness_minor"


def test_tingling_that_lasts_is_known_at_the_next_opening():
    record = replace(told(neuro="transient"), settled={"minutes": 90, "neuro": "persistent"})
    values = inputs(record)
    assert (values["neuro"], values["settle_min"]) == ("persistent", 90)


def test_nothing_risen_is_settled_at_once():
    assert inputs()["settle_min"] == 0
    assert inputs(told(during=4))["settle_min"] == "unknown"
    assert inputs(told(during="unknown"))["settle_min"] == "unknown"
    assert inputs(hurting(hurt("sharp")))["settle_min"] == "unknown"


def test_effort_and_sensation_are_known_good_only_where_nothing_was_wrong():
    assert (inputs()["effort"], inputs()["sensation"]) == (4, "stretch")
    for record in (told(during=5), told(neuro="unknown"), told(left=4), hurting(hurt("weak"))):
        assert inputs(record)["effort"] == "unknown"
    assert inputs(told(during=5, effort=7, sensation="ache"))["effort"] == 7
    no_check_in = replace(told(during=3), check_in={})
    assert inputs(no_check_in)["sensation"] == "unknown"


def test_a_dose_half_done_asks_why():
    half = replace(
        RECORD, done=(done(STRETCH, "left", 50),), ended={"completed": 30, "why": "pain"}
    )
    values = inputs(half)
    assert (values["completed"], values["why_stopped"]) == (25, "pain")
    assert inputs(half, exercise=None)["completed"] == 30
    assert inputs()["why_stopped"] == "none"


def test_a_side_done_twice_counts_by_its_best():
    twice = replace(RECORD, done=(*RECORD.done, done(STRETCH, "left", None)))
    assert inputs(twice)["completed"] == 100


def test_form_is_lost_only_where_a_camera_saw_it():
    assert inputs()["form_loss"] == 0
    seen = replace(RECORD, done=(done(STRETCH, form_loss=40),))
    assert inputs(seen)["form_loss"] == 40


# ---- what it is put down to ----

SPREAD = {"left_during": 4, "left": 4}


def test_a_spread_is_put_down_to_the_exercise_that_is_named():
    record = told(**SPREAD, exercise=STRETCH)
    assert respond(inputs(record)).decision == "swap"
    other = respond(inputs(record, exercise=OTHER))
    assert other.decision == "hold"


@pytest.mark.parametrize("worse", [SPREAD, {"neuro": "transient"}, {"neuro": "lingering"}])
def test_what_nobody_can_put_down_is_put_down_to_each_that_may_have_stirred_it(worse):
    assert respond(inputs(told(**worse))).decision == "swap"
    gentle = inputs(told(**worse), exercise=OTHER)
    assert respond({**gentle, "good_streak": 9}).decision == "hold"


def test_where_nothing_done_could_have_stirred_it_everything_done_is_suspect():
    record = replace(told(**SPREAD), done=(done(OTHER), done("walking_bouts")))
    for exercise in (OTHER, "walking_bouts"):
        assert respond(inputs(record, exercise=exercise)).decision == "swap"


def test_pressing_too_much_on_one_exercise_names_none_for_what_the_leg_tells_later():
    record = replace(told(**SPREAD), hurts=(replace_exercise(hurt("too_much"), OTHER),))
    assert respond(inputs(record)).decision == "swap"
    assert inputs(record)["effort"] == "unknown"


def test_reaching_further_down_where_it_hurt_names_that_exercise():
    further = replace_exercise(hurt("too_much", left=4), OTHER)
    assert respond(inputs(replace(told(**SPREAD), hurts=(further,)))).decision == "hold"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(LOADED)), min_size=1, max_size=6, unique=True),
    st.sampled_from([SPREAD, {"left": 4}, {"left_during": 4}, {"neuro": "lingering"}]),
)
def test_not_naming_an_exercise_is_never_milder(exercises, worse):
    good = replace(RECORD, done=tuple(done(one) for one in exercises))
    bad = replace(good, response={**good.response, **worse})
    decided = {one: respond(inputs(bad, exercise=one)).decision for one in exercises}
    assert {"swap", "regress"} & {*decided.values()}
    for one, decision in decided.items():
        other = {**bad.response, "exercise": "something_else"}
        elsewhere = respond(inputs(replace(bad, response=other), exercise=one)).decision
        before = respond(inputs(good, exercise=one)).decision
        assert severity(decision) >= max(severity(elsewhere), severity(before))


def test_what_hurt_is_what_it_is_put_down_to_where_nothing_else_is_named():
    record = replace(told(**SPREAD), hurts=(hurt("tingling"),))
    assert respond(inputs(record)).decision == "swap"


def test_what_hurt_stays_with_its_exercise_though_another_is_named():
    record = replace(told(exercise=OTHER), hurts=(hurt("tingling"),))
    assert respond(inputs(record)).decision == "swap"


def test_what_was_too_hard_is_put_down_to_the_exercise_that_is_named():
    record = told(during=3, effort=9, sensation="sharp", exercise=OTHER)
    assert inputs(record)["effort"] == inputs(record)["sensation"] == "unknown"
    assert inputs(record, exercise=OTHER)["effort"] == 9


def test_the_only_exercise_is_what_it_is_put_down_to():
    record = replace(told(**SPREAD), done=(done(STRETCH, "left"), done(STRETCH, "right")))
    assert respond(inputs(record)).decision == "swap"


def test_more_pain_put_down_to_another_exercise_is_unknown_of_this_one():
    values = inputs(told(during=7, pain=5, exercise=OTHER))
    assert values["pain_during"] == values["pain_after"] == "unknown"
    settled = replace(told(exercise=OTHER), settled={"minutes": 60})
    assert inputs(settled)["settle_min"] == "unknown"


def test_more_pain_put_down_to_none_counts_for_every_exercise():
    for exercise in (STRETCH, OTHER):
        assert respond(inputs(told(during=7), exercise=exercise)).decision == "regress"


def test_lasting_numbness_concerns_every_exercise():
    record = told(neuro="persistent", exercise=OTHER)
    assert respond(inputs(record)).decision == "stop_see_clinician"


def test_new_symptoms_in_the_other_leg_are_seen_for_the_whole_session():
    record = replace(
        told(right=3, left=4, right_during=3, left_during=4),
        check_in={**RECORD.check_in, "left": 4},
    )
    assert respond(inputs(record, exercise=None)).decision == "stop_emergency"


# ---- mornings ----


def test_a_morning_is_compared_with_the_median_of_its_kind():
    mornings = [morning(DAY + days(n), 1) for n in (-3, -2, -1)]
    later = [morning(DAY + days(n), 9, up=False) for n in (-6, -5, -4)]
    memory = remembering(mornings=(*later, *mornings, morning(DAY + days(1), 3)))
    assert inputs(memory=memory)["morning_delta"] == 2


def test_without_three_mornings_of_its_kind_the_usual_at_the_start_counts():
    two = (morning(DAY), morning(DAY + days(1), 5))
    assert inputs(memory=remembering(mornings=two))["morning_delta"] == 3
    unknown_kind = tuple(replace(m, up_under_1h=None) for m in MEMORY.mornings)
    assert inputs(memory=remembering(mornings=unknown_kind))["morning_delta"] == 0


def test_an_evening_is_never_a_usual_morning():
    memory = remembering(
        person=replace(PERSON, usual_morning=None), mornings=(morning(DAY + days(1)),)
    )
    values = inputs(memory=memory)
    assert values["morning_delta"] == values["baseline_morning"] == "unknown"
    assert values["morning_known"] is True


def test_seven_mornings_stand_in_for_the_usual_at_the_start():
    mornings = tuple(range(1, 8))
    memory = remembering(person=replace(PERSON, usual_morning=None), first_mornings=mornings)
    assert inputs(memory=memory)["baseline_morning"] == 4


def test_a_morning_without_pain_told_is_no_morning():
    memory = remembering(mornings=(morning(DAY + days(1), None),))
    assert inputs(memory=memory)["morning_known"] is False


@pytest.mark.parametrize(
    ("left", "right", "delta"),
    [(1, 1, 0), (3, 1, 2), (1, 4, 3), (None, 1, "unknown"), (None, 2, 1), (0, 0, -1)],
)
def test_the_leg_that_reaches_further_than_usual_counts(left, right, delta):
    before = tuple(morning(DAY + days(n)) for n in (-2, -1, 0))
    memory = remembering(mornings=(*before, morning(DAY + days(1), 2, left, right)))
    assert inputs(memory=memory)["distal_morning_delta"] == delta


def test_without_a_usual_place_the_start_counts():
    alone = (morning(DAY + days(1), 2, 3, 1),)
    assert inputs(memory=remembering(mornings=alone))["distal_morning_delta"] == 2
    nowhere = remembering(mornings=alone, onboarding_reach={})
    assert inputs(memory=nowhere)["distal_morning_delta"] == "unknown"


def test_mornings_clearly_worse_are_counted_in_a_row():
    worse = tuple(morning(DAY + days(n), 4 if n > -2 else 2) for n in range(-6, 2))
    assert inputs(memory=remembering(mornings=worse))["mornings_ge2"] == 3


def test_the_week_of_mornings_needs_four():
    assert inputs()["morning_mean_7d"] == 2
    few = tuple(morning(DAY + days(n), 3) for n in (-1, 0, 1))
    assert inputs(memory=remembering(mornings=few))["morning_mean_7d"] == "unknown"


def test_mornings_further_down_than_at_the_start_are_counted():
    further = tuple(morning(DAY + days(n), 2, 3 if n > 0 else 1, 1) for n in range(-5, 2))
    assert inputs(memory=remembering(mornings=further))["spread_mornings_7d"] == 1


# ---- the person and the weeks ----


def test_leg_symptoms_count_for_six_weeks():
    seen = remembering(legs_seen={Side.LEFT: DAY - days(42)})
    assert inputs(memory=seen)["leg_symptoms"] is True
    assert inputs(memory=seen)["irritability"] == "unknown"
    long_ago = remembering(legs_seen={Side.LEFT: DAY - days(60)})
    assert inputs(memory=long_ago)["leg_symptoms"] is False
    assert inputs(memory=long_ago)["irritability"] == "low"


def test_irritability_is_as_told():
    person = replace(PERSON, irritability=Irritability.MODERATE, where=CALF)
    assert inputs(memory=remembering(person=person))["irritability"] == "moderate"


def test_irritability_that_nobody_told_stays_unknown_without_leg_symptoms_too():
    person = replace(PERSON, irritability=Irritability.UNKNOWN)
    values = inputs(memory=remembering(person=person))
    assert (values["irritability"], values["leg_symptoms"]) == ("unknown", False)
    assert respond(values).decision == "hold"


@pytest.mark.parametrize("condition", ["pregnancy_t1", "pregnancy_t2", "pregnancy_t3"])
def test_a_condition_of_pregnancy_is_known_to_the_rules(condition):
    for said in (None, False, True):
        person = replace(PERSON, pregnant=said, conditions=frozenset({condition}))
        assert inputs(memory=remembering(person=person))["pregnant"] is True


def test_whether_someone_is_pregnant_is_unknown_until_it_was_asked():
    person = replace(PERSON, pregnant=None, conditions=frozenset({"knee_oa"}))
    values = inputs(memory=remembering(person=person))
    assert values["pregnant"] == "unknown"
    assert respond(values).decision == "hold"


def test_a_flare_is_counted_from_its_first_day():
    on = DAY + days(1)
    lasting = remembering(flares=(Flare(started=on - days(20)), Flare(started=on - days(2))))
    values = inputs(memory=lasting)
    assert (values["flare_days"], values["flares_14d"]) == (3, 1)
    over = remembering(flares=(Flare(started=on - days(2), ended=on),))
    assert inputs(memory=over)["flare_days"] == 0


def test_rest_days_are_counted_in_a_row_up_to_yesterday():
    memory = remembering(rest_days=(DAY - days(4), DAY - days(1), DAY))
    assert inputs(memory=memory)["rest_days_in_row"] == 2


def test_weeks_are_compared_by_each_days_worst():
    pains = (*((DAY - days(n), 1) for n in range(7, 10)), (DAY, 2), (DAY, 5))
    assert inputs(memory=remembering(pains=pains))["week_mean_delta"] == 4
    assert inputs(memory=remembering(first_session=DAY))["week_mean_delta"] == 0
    assert inputs(memory=remembering(pains=()))["week_mean_delta"] == "unknown"


def test_change_since_the_first_week_is_in_per_cent():
    assert inputs()["nprs_change_pct"] == 50
    assert inputs(memory=remembering(first_pain=0.0))["nprs_change_pct"] == "unknown"


# ---- at once ----


@pytest.mark.parametrize(
    ("what", "decision", "act"),
    [
        (hurt("sharp"), "regress", "ease"),
        (hurt("tingling"), "swap", "swap"),
        (hurt("tingling", neuro="none"), "swap", "swap"),
        (hurt("too_much", pain=4), "regress", "ease"),
        (hurt("too_much", pain=9), "rest_day", "end"),
        (hurt("too_much", left=4), "swap", "swap"),
        (hurt("dizzy"), "end_session", "end"),
        (hurt("dizzy", dizzy="vision"), "stop_see_clinician", "card"),
        (hurt("dizzy", dizzy="faint"), "stop_emergency", "card"),
        (hurt("weak"), "stop_emergency", "card"),
        (hurt("weak", neuro="weakness_minor"), "stop_see_clinician", "card"),
        (hurt("chest"), "stop_emergency", "card"),
        (hurt("something"), "hold", "ease"),
    ],
)
def test_this_hurts_is_acted_on_at_once(what, decision, act):
    decided = at_once(RECORD, what)
    assert decided.decision == decision
    assert act_for(decided).act == act
    assert all(rule.scope == "exercise" for rule in decided.fired)


def test_easing_off_a_second_time_is_leaving_it():
    assert act_for(at_once(RECORD, hurt("sharp")), again=True).act == "skip"
    assert act_for(at_once(RECORD, hurt("chest")), again=True).act == "card"


def test_a_faint_of_someone_known_not_to_be_pregnant_is_no_emergency():
    decided = at_once(RECORD, hurt("dizzy", dizzy="faint"), MEMORY)
    assert decided.decision == "stop_see_clinician"


def test_weakness_asks_at_once_which():
    assert at_once(RECORD, hurt("weak")).until == "answered"


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["sharp", "tingling", "too_much", "dizzy", "weak", "chest"]),
    st.integers(0, 10) | st.just("unknown"),
    st.integers(0, 5) | st.just("unknown"),
    st.integers(0, 5) | st.just("unknown"),
)
def test_what_hurts_never_makes_progress_and_always_has_an_act(what, pain, left, right):
    decided = at_once(RECORD, hurt(what, pain=pain, left=left, right=right), MEMORY)
    assert decided.decision not in ("progress", "hold")
    assert act_for(decided).say

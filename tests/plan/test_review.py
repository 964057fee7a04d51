import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from psoas.body import Side
from psoas.library import load
from psoas.plan.memory import Flare, Learned, Memory, Morning, SessionRecord
from psoas.plan.planned import Amount
from psoas.plan.respond import respond
from psoas.plan.response_data import responses
from psoas.plan.response_rules import load_rules
from psoas.plan.review import (
    applied,
    day_decision,
    judge,
    judged_events,
    read_back,
    sentence,
    what_changed,
)
from psoas.safety.person import Irritability, Person

DAY = date(2026, 5, 10)
NEXT = DAY + timedelta(days=1)
AT = datetime(2026, 5, 11, 7, tzinfo=UTC)
FIGURE, TILT = "supine_figure_4", "pelvic_tilt"
LIBRARY = load()


def done(exercise: str) -> dict:
    return {"exercise": exercise, "side": "both", "completed": 100}


RECORD = SessionRecord(
    id="s1",
    on=DAY,
    plan={"clearance": {"triage": "go_ahead"}},
    check_in={"back": 2, "leg": 0, "left": 1, "right": 1, "painkiller": False},
    done=(done(FIGURE), done(TILT), done(FIGURE)),
    ended={"completed": 100, "why": "none"},
    response={
        "during": 2, "pain": 2, "left_during": 1, "right_during": 1, "left": 1, "right": 1,
        "neuro": "none", "exercise": None,
    },
)  # fmt: skip


def mornings(*pains: int) -> tuple[Morning, ...]:
    """One a day, the last on the day after the session."""
    return tuple(
        Morning(on=NEXT - timedelta(days=back), pain=pain, left=1, right=1, up_under_1h=True)
        for back, pain in reversed(list(enumerate(reversed(pains))))
    )


MEMORY = Memory(
    person=Person(
        irritability=Irritability.NO_LEG_SYMPTOMS, back_pain=2, usual_morning=2, pregnant=False
    ),
    described=True,
    learned={FIGURE: Learned(good_streak=2, times_done=3), TILT: Learned(times_done=1)},
    unjudged=(RECORD,),
    mornings=mornings(2, 2, 2, 2, 2),
    pains=((DAY, 2),),
    first_session=DAY - timedelta(days=3),
    last_session=DAY,
    onboarding_reach={Side.LEFT: 1, Side.RIGHT: 1},
)


def knowing(**facts) -> Memory:
    return replace(MEMORY, **facts)


def told(**response) -> Memory:
    return knowing(unjudged=(replace(RECORD, response={**RECORD.response, **response}),))


def decided(memory: Memory, on: date = NEXT, **more) -> dict:
    return {(one.session, one.exercise): one.decision.decision for one in judge(memory, on, **more)}


def carried_out(memory: Memory, on: date = NEXT) -> Memory:
    for event in judged_events(judge(memory, on), "p", AT, on):
        memory = applied(memory, event, LIBRARY)
    return memory


def test_each_exercise_and_the_whole_session_are_judged():
    assert decided(MEMORY) == {
        ("s1", FIGURE): "progress", ("s1", TILT): "hold", ("s1", None): "hold",
    }  # fmt: skip


def planned(rule: str) -> dict:
    dose = {"hold_seconds": 5, "repetitions": 1, "sets": 1}
    return {"exercise": FIGURE, "because": [{"rule": "plan.start"}, {"rule": rule}], **dose}


@pytest.mark.parametrize(
    ("rule", "outcome"), [("plan.dose_shortened", "at_its_most"), ("plan.dose_halved", None)]
)
def test_a_step_up_is_silent_where_the_session_cut_the_dose(rule, outcome):
    record = replace(RECORD, plan={**RECORD.plan, "steps": [planned("plan.x"), planned(rule)]})
    of_figure = judge(knowing(unjudged=(record,)), NEXT)[0]
    assert (of_figure.decision.decision, of_figure.decision.outcome) == ("progress", outcome)
    assert (of_figure.gave is not None) == (outcome is not None)


def test_an_exercise_that_hurt_before_any_of_it_was_done_is_judged_too():
    hurt = {"exercise": "childs_pose", "what": "sharp"}
    memory = knowing(unjudged=(replace(RECORD, hurts=(hurt,)),))
    assert decided(memory)["s1", "childs_pose"] == "regress"


def test_a_session_of_today_is_judged_only_once_ended_and_for_a_second_one():
    assert decided(MEMORY, DAY) == {}
    tomorrow_unknown = knowing(mornings=MEMORY.mornings[:-1])
    assert decided(tomorrow_unknown, DAY, again=True)["s1", FIGURE] == "hold"
    running = knowing(unjudged=(replace(RECORD, ended=None),))
    assert decided(running, DAY, again=True) == {}


@pytest.mark.parametrize(
    ("hold", "repetitions", "outcome", "says"),
    [
        (20, 2, None, "a little more"),
        (30, 4, "next_level", "ready for the next step of its ladder"),
    ],
)
def test_progress_says_what_the_step_is(hold, repetitions, outcome, says):
    known = Learned(amount=Amount(hold_seconds=hold, repetitions=repetitions), good_streak=2)
    (first, *_) = judge(knowing(learned={FIGURE: known}), NEXT)
    assert first.decision.outcome == outcome
    assert says in sentence(first.decision, "Figure four")


def test_what_goes_well_at_its_most_is_not_told_as_a_change():
    rest = "ninety_ninety_rest"
    memory = knowing(
        unjudged=(replace(RECORD, done=(done(rest), done("gone"))),),
        learned={name: Learned(good_streak=5) for name in (rest, "gone")},
    )
    events = judged_events(judge(memory, NEXT), "p", AT, NEXT)
    assert [event.data["outcome"] for event in events] == ["at_its_most", "at_its_most", None]
    assert what_changed(LIBRARY, [event.data for event in events]) == ()
    assert "stays as it is" in sentence(read_back(events[0].data), "Rest")


def test_a_session_that_was_only_opened_is_let_go():
    opened = SessionRecord(id="s0", on=DAY, plan={})
    assert list(decided(knowing(unjudged=(opened,)))) == [("s0", None)]


def test_the_whole_session_stops_for_what_concerns_everyone():
    memory = told(neuro="saddle")
    assert decided(memory)["s1", None] == "stop_emergency"


def test_very_strong_pain_makes_the_next_day_a_rest_day():
    memory = told(during=9)
    (whole,) = [one for one in judge(memory, NEXT) if one.exercise is None]
    assert (whole.decision.decision, whole.day) == ("rest_day", NEXT)
    assert carried_out(memory).rest_days == (NEXT,)


def test_a_bad_morning_is_a_rest_day_without_any_session():
    memory = knowing(unjudged=(), mornings=mornings(2, 2, 2, 6))
    (day,) = judge(memory, NEXT)
    assert (day.session, day.exercise, day.decision.decision) == (None, None, "rest_day")
    assert carried_out(memory).rest_days == (NEXT,)


def test_the_third_rest_day_in_a_row_is_the_calm_list():
    rested = (DAY - timedelta(days=1), DAY)
    memory = knowing(unjudged=(), mornings=mornings(2, 2, 2, 6), rest_days=rested)
    after = carried_out(memory)
    assert (after.rest_days, after.calm_days) == (rested, (NEXT,))


def test_after_a_gap_everything_begins_again():
    later = DAY + timedelta(days=20)
    after = carried_out(MEMORY, later)
    assert all(known.amount is None for known in after.learned.values())
    week = carried_out(MEMORY, DAY + timedelta(days=8))
    assert week.learned[FIGURE].good_streak == 0


def test_a_rule_of_the_week_speaks_once_a_week():
    worse = tuple((DAY - timedelta(days=n), 5 if n < 6 else 2) for n in range(13))
    memory = knowing(unjudged=(), pains=worse, first_session=DAY - timedelta(days=20))
    assert "C03" in day_decision(memory, NEXT).rules
    for days, speaks in ((0, True), (1, False), (6, False), (7, True)):
        said = {"C03": NEXT - timedelta(days=days), "gone": NEXT}
        assert ("C03" in day_decision(replace(memory, said_once=said), NEXT).rules) is speaks


def test_severe_pain_at_todays_check_in_opens_the_calm_list_only():
    assert day_decision(MEMORY, NEXT, {"pain_before": 8}).decision == "calm_list"


def test_a_long_flare_is_a_calm_day_with_advice():
    memory = knowing(unjudged=(), flares=(Flare(started=DAY - timedelta(days=8)),))
    (day,) = judge(memory, NEXT)
    assert day.decision.decision == "calm_list"
    assert day.decision.referral is not None and not day.decision.referral.locks


def test_the_same_judgement_has_the_same_id():
    first, again = (judged_events(judge(MEMORY, NEXT), "p", AT, NEXT) for _ in range(2))
    assert first == again
    assert len({event.id for event in first}) == len(first) == 3
    other = judged_events(judge(MEMORY, NEXT), "q", AT, NEXT)
    assert {event.id for event in other}.isdisjoint(event.id for event in first)


def test_a_morning_that_is_told_later_decides_anew():
    ids = {
        event.id
        for pains in ((2, 2, 2, 6), (2, 2, 2, 4))
        for memory in [knowing(unjudged=(), mornings=mornings(*pains), spreads=(DAY, NEXT))]
        for event in judged_events(judge(memory, NEXT), "p", AT, NEXT)
    }
    assert len(ids) == 2


def test_an_event_keeps_all_of_a_decision_that_later_days_need():
    for event in judged_events(judge(told(neuro="persistent"), NEXT), "p", AT, NEXT):
        assert json.loads(json.dumps(event.data)) == event.data
        back = read_back(event.data)
        assert back.decision == event.data["decision"]
        assert list(back.rules) == event.data["rules"]
        assert event.data["about"] == "s1"
    assert back.referral is not None and back.referral.locks
    assert back.opens == ("neuro_minor",)


def test_a_decision_of_other_rules_is_read_back_without_them():
    back = read_back({"decision": "hold", "rules": ["Z99"]})
    assert (back.decision, back.fired, back.referral) == ("hold", (), None)
    assert sentence(back, "Pelvic tilt") == "Pelvic tilt: the same again."


def test_a_sentence_says_what_changed_and_why():
    decision = respond({"sensation": "sharp", "red_flag": "none"})
    assert sentence(decision, "Figure four") == (
        "Figure four: a little less. "
        "It felt sharp. A stretch should pull, not stab, so you do less of it next time."
    )
    assert sentence(decision).startswith("Everything steps back a little.")


def test_a_pause_is_told_as_a_pause():
    decision = respond({"sensation": "sharp", "red_flag": "none", "at_floor_dose": True})
    assert "left out for three days" in sentence(decision, "Figure four")


def test_a_rest_day_that_became_the_calm_list_keeps_its_reason():
    decision = respond({"red_flag": "none", "morning_delta": 4, "rest_days_in_row": 2})
    assert sentence(decision).startswith("The calm list for now. Your morning was 3 or more")


def test_what_changed_is_told_with_its_rule_and_source():
    events = judged_events(judge(told(during=7), NEXT), "p", AT, NEXT)
    reasons = what_changed(LIBRARY, [event.data for event in events])
    assert len(reasons) == 2
    assert reasons[0].text.startswith(LIBRARY.exercises[FIGURE].name)
    assert reasons[0].rule == "A14" and reasons[0].source


def test_an_exercise_that_is_gone_is_told_by_its_id():
    (reason,) = what_changed(LIBRARY, [{"exercise": "gone", "decision": "hold", "rules": ["A18"]}])
    assert reason.text.startswith("gone: the same again.")


def test_a_plan_that_stays_is_told_only_where_someone_is_to_be_seen():
    quiet = {"exercise": None, "decision": "hold", "rules": ["P02"]}
    referral = {"when": "1 week", "locks": False}
    seen = {"exercise": None, "decision": "hold", "rules": ["C02"], "referral": referral}
    assert [reason.rule for reason in what_changed(LIBRARY, [quiet, seen])] == ["C02"]


@pytest.mark.parametrize("action", [action.id for action in load_rules().actions])
def test_every_decision_has_an_act_and_a_sentence(action):
    assert responses().acts[action].say
    back = read_back({"decision": action, "rules": []})
    assert sentence(back, "Pelvic tilt") and sentence(back)

import json
from datetime import date

import pytest


@pytest.fixture
def session(printed, described):
    return printed("today", "--person", "-", "--json", given=json.dumps(described))


def test_a_session_has_its_shape(session, printed, write, answers):
    assert session.keys() >= {"steps", "left_out", "seconds", "clearance"}
    assert session["steps"]
    for step in session["steps"]:
        assert step.keys() >= {
            "exercise", "side", "hold_seconds", "repetitions", "sets", "position", "reasons",
        }  # fmt: skip
        assert step["side"] in ("left", "right", "both", "each")
        assert step["reasons"]
    for omission in session["left_out"]:
        assert omission["exercise"] and omission["reason"]
    assert 0 < session["seconds"] <= 11 * 60
    clearance = printed("check", "--answers", write(answers), "--json")
    assert session["clearance"].items() >= clearance.items()


def test_the_same_person_gets_the_same_session(session, printed, described):
    again = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert again == session


def test_minutes_and_setting_are_todays_choice(printed, described):
    person = json.dumps(described)
    short = printed("today", "--person", "-", "--minutes", "5", "--json", given=person)
    assert short["seconds"] <= 6 * 60
    bed = printed("today", "--person", "-", "--setting", "bed", "--json", given=person)
    assert {step["surface"] for step in bed["steps"]} == {"bed"}


def test_a_condition_counts_wherever_it_stands(printed, described):
    described["conditions"] = ["spinal_stenosis"]
    beside = printed("today", "--person", "-", "--json", given=json.dumps(described))
    described["conditions"] = []
    described["check"]["conditions"] = ["spinal_stenosis"]
    within = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert within == beside


def test_a_pregnancy_counts_wherever_it_stands(printed, described):
    described["check"]["conditions"] = ["pregnancy_t2"]
    within = printed("today", "--person", "-", "--json", given=json.dumps(described))
    described["conditions"] = described["check"].pop("conditions")
    beside = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert within == beside


def test_a_check_of_weeks_ago_leaves_no_session(printed, described):
    described["check"]["on"] = "2020-01-01"
    session = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert session["steps"] == []
    assert session["clearance"]["sessions"] == "none"


def test_someone_under_18_gets_no_session(printed, described):
    described["age"] = 16
    session = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert session["steps"] == []


def test_a_danger_sign_leaves_no_session(printed, described):
    described["check"]["flags"]["ces_saddle"] = "yes"
    session = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert session["steps"] == []
    assert session["clearance"]["triage"] == "emergency_now"


def test_without_a_check_nothing_starts(printed, described):
    del described["check"]
    session = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert session["steps"] == []
    assert session["clearance"]["sessions"] == "none"


def test_without_a_day_it_is_today(printed, described):
    del described["on"], described["check"]["on"]
    before = date.today()
    session = printed("today", "--person", "-", "--json", given=json.dumps(described))
    assert before.isoformat() <= session["on"] <= date.today().isoformat()


@pytest.mark.parametrize(
    "change",
    [
        {"age": "old"},
        {"age": -1},
        {"where": ["elbow"]},
        {"pain": 11},
        {"pain": True},
        {"irritability": "very"},
        {"conditions": ["bad_back"]},
        {"conditions": "stenosis"},
        {"lie_on": ["sofa"]},
        {"place": "moon"},
        {"minutes": 0},
        {"on": "soon"},
        {"on": 20260302},
        {"check": []},
        {"check": None},
        {"check": {"flags": {"ces_sadle": "no"}}},
        {"unknown_key": 1},
    ],
)
def test_a_wrong_person_gets_one_sentence(refused, described, change):
    refused("today", "--person", "-", "--json", given=json.dumps({**described, **change}))


@pytest.mark.parametrize("junk", ["[]", "7", '"me"', "null"])
def test_junk_is_no_person_no_session_and_no_response(refused, junk):
    refused("today", "--person", "-", given=junk)
    refused("script", "--session", "-", given=junk)
    refused("respond", "--input", "-", given=junk)


def test_without_a_person_it_says_how_to_begin(refused, folder):
    for command in ("today", "script", "start"):
        assert "Run `psoas` to begin" in refused(command)
    assert not folder.exists()


def test_a_session_can_be_read(run, described):
    shown = run("today", "--person", "-", given=json.dumps(described)).stdout
    assert "1. " in shown and "Left out:" in shown and "You can go ahead." in shown


def test_a_session_without_a_walk_says_that_one_later_counts(run, described):
    given = json.dumps({**described, "place": "bed", "minutes": 5})
    shown = run("today", "--person", "-", given=given).stdout
    assert "A walk later today counts too" in shown.partition("Besides:")[2]


def test_a_decision_has_its_shape(printed):
    decision = printed("respond", "--input", "-", "--json", given='{"pain_during": 9}')
    assert decision.keys() >= {"decision", "referral", "rules"}
    assert decision["decision"] == "rest_day"
    for rule in decision["rules"]:
        assert rule.keys() >= {"id", "why", "source"}


def test_a_referral_says_when_and_whether_it_locks(printed):
    decision = printed("respond", "--input", "-", "--json", given='{"neuro": "saddle"}')
    assert decision["decision"] == "stop_emergency"
    assert decision["referral"].keys() == {"when", "locks"}


def test_unknown_is_an_answer(printed):
    printed("respond", "--input", "-", "--json", given='{"pain_during": "unknown"}')


@pytest.mark.parametrize(
    "junk",
    [{"pain_during": 11}, {"pain_during": "much"}, {"pain_durin": 3}, {"neuro": 1}, {"": 0}],
)
def test_a_wrong_response_gets_one_sentence(refused, junk):
    refused("respond", "--input", "-", "--json", given=json.dumps(junk))


def test_a_decision_can_be_read(run):
    shown = run("respond", "--input", "-", given='{"neuro": "saddle"}').stdout
    assert shown.startswith("Decision: stop emergency\nSee a clinician: now")


def test_a_script_follows_a_session(session, printed, run, write):
    script = printed("script", "--session", write(session), "--json")
    assert script["moments"]
    for moment in script["moments"]:
        assert moment.keys() >= {"start", "seconds", "kind", "say", "pose", "side"}
    done = [moment["exercise"] for moment in script["moments"]]
    assert list(dict.fromkeys(done)) == [step["exercise"] for step in session["steps"]]
    assert run("script", "--session", write(session)).stdout.splitlines()[1].startswith("0:00  ")


@pytest.mark.parametrize(
    "change",
    [
        {"exercise": "standing_toe_touch"},
        {"exercise": "headstand"},
        {"hold_seconds": 9999},
        {"position": "flying"},
        {"repetitions": 0},
    ],
)
def test_a_session_that_psoas_would_not_plan_is_refused(session, refused, write, change):
    session["steps"][0].update(change)
    refused("script", "--session", write(session), "--json")


def test_a_session_with_what_was_left_out_for_the_person_is_refused(session, refused, write):
    session["steps"][0]["exercise"] = session["left_out"][-1]["exercise"]
    assert "left out for this person" in refused("script", "--session", write(session))

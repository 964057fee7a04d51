import json

import pytest

from psoas.library import load
from psoas.safety.conditions import load_conditions

SHAPE = {"triage", "sessions", "flags", "ask_again"}


def test_a_check_without_a_yes_opens_everything(printed, write, answers):
    clearance = printed("check", "--answers", write(answers), "--json")
    assert clearance.keys() >= SHAPE
    assert (clearance["triage"], clearance["sessions"]) == ("go_ahead", "all")
    assert (clearance["flags"], clearance["ask_again"]) == ([], "2026-03-16")


def test_a_danger_sign_closes_sessions_and_says_what_to_do(printed, answers):
    answers["flags"]["ces_saddle"] = "yes"
    clearance = printed("check", "--answers", "-", "--json", given=json.dumps(answers))
    assert (clearance["triage"], clearance["sessions"]) == ("emergency_now", "none")
    (flag,) = clearance["flags"]
    assert flag.keys() >= {"id", "triage", "card", "why", "do"}
    assert flag["id"] == "ces_saddle"


def test_an_unfinished_check_opens_nothing(printed, write, answers):
    del answers["flags"]["ces_saddle"]
    clearance = printed("check", "--answers", write(answers), "--json")
    assert (clearance["triage"], clearance["sessions"]) == ("go_ahead", "none")


def test_a_clearance_can_be_read(run, write, answers):
    assert "You can go ahead." in run("check", "--answers", write(answers)).stdout
    answers["flags"]["ces_saddle"] = "unsure"
    assert "Get help now" in run("check", "--answers", write(answers)).stdout
    answers["flags"] = {}
    assert "not finished" in run("check", "--answers", write(answers)).stdout


@pytest.mark.parametrize(
    "junk",
    [
        [],
        "yes",
        7,
        None,
        {},
        {"flags": []},
        {"flags": {"ces_sadle": "yes"}},
        {"flags": {"ces_saddle": "maybe"}},
        {"flags": {"ces_saddle": True}},
        {"flags": {"ces_saddle": {"answer": "yes", "context": ["no_such"]}}},
        {"flags": {"ces_saddle": {"answer": "yes", "contxt": []}}},
        {"flags": {}, "on": "yesterday"},
        {"flags": {}, "on": 5},
        {"flags": {}, "conditions": ["bad_back"]},
        {"flags": {}, "cleared": {"ces_saddle": "2026-13-01"}},
        {"flags": {}, "cleared": ["ces_saddle"]},
        {"flags": {}, "more": 1},
        {"flags": {"\x1b[31m\n": "yes"}},
    ],
)
def test_junk_answers_get_one_sentence(refused, junk):
    assert "standard input" in refused("check", "--answers", "-", "--json", given=json.dumps(junk))


def test_a_verdict_has_its_shape(printed):
    found = printed("verdict", "childs_pose", "--condition", "disc_flexion_intolerant", "--json")
    assert found.keys() == {"exercise", "verdict", "how", "why", "swap_to"}
    assert (found["exercise"], found["verdict"]) == ("childs_pose", "avoid")
    assert found["swap_to"]


def test_conditions_combine(printed):
    one = ["verdict", "childs_pose", "--json", "--condition", "knee_oa"]
    both = printed(*one, "--condition", "disc_flexion_intolerant")
    assert both["verdict"] == "avoid"
    assert printed(*one, "disc_flexion_intolerant") == both


def test_leg_symptoms_work_like_a_condition(printed):
    assert printed("verdict", "downward_dog", "--json")["verdict"] == "ok"
    found = printed("verdict", "seated_band_hamstring", "--condition", "leg_symptoms", "--json")
    assert found["verdict"] == "avoid"


def test_every_exercise_under_every_condition(printed):
    table = printed("verdict", "--all", "--json")
    assert (len(table), len(load_conditions())) == (55, 25)
    assert table.keys() == load().exercises.keys()
    for exercise, row in table.items():
        assert row.keys() == load_conditions().keys()
        for verdict in row.values():
            assert verdict["exercise"] == exercise
            assert verdict["verdict"] in ("ok", "modify", "avoid")


def test_verdicts_can_be_read(run):
    shown = run("verdict", "childs_pose", "--condition", "disc_flexion_intolerant").stdout
    assert shown.startswith("childs_pose: avoid")
    assert len(run("verdict", "--all").stdout.splitlines()) == 55 * 25


def test_what_is_not_known_is_told_with_what_is_close(refused):
    assert "“childs_pose”" in refused("verdict", "child_pose", "--json")
    told = refused("verdict", "childs_pose", "--condition", "spinal_stenose")
    assert "“spinal_stenosis”" in told
    assert "osteoporosis" in refused("verdict", "childs_pose", "--condition", "zzz")
    assert "psoas library list" in refused("verdict", "zzz")


def test_all_takes_nothing_else_and_one_needs_an_exercise(refused):
    refused("verdict", "--all", "childs_pose")
    refused("verdict", "--all", "--condition", "knee_oa")
    refused("verdict", "--json")

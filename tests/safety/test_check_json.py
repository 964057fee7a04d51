import json
from datetime import date

import pytest

from psoas.knowledge import BadData
from psoas.safety.check_json import as_json, from_json
from psoas.safety.clearance import Answer, Cleared, Reply
from psoas.safety.flags import load_flags
from psoas.safety.screen import screen

FILE = "answers.json"
ON = "2026-03-30"


def check(**changes):
    return {"flags": dict.fromkeys(load_flags().by_id, "no"), "on": ON, **changes}


def read(data):
    return from_json(data, file=FILE)


def complaint(**changes):
    with pytest.raises(BadData) as raised:
        read({"flags": {}, "on": ON, **changes})
    return str(raised.value)


def test_answers_are_read_in_both_shapes():
    given = {
        "ces_saddle": "no",
        "ces_sexual": {"answer": "yes", "context": ["unchanged_over_14_days"]},
        "dvt": {"answer": "unsure", "unsure_context": ["chest_pain_or_breathless"]},
    }
    assert read({"flags": given, "on": ON}).flags == {
        "ces_saddle": Answer(reply=Reply.NO),
        "ces_sexual": Answer(reply=Reply.YES, context=frozenset({"unchanged_over_14_days"})),
        "dvt": Answer(reply=Reply.UNSURE, unsure_context=frozenset({"chest_pain_or_breathless"})),
    }


def test_conditions_clearings_and_day_are_read():
    data = check(conditions=["knee_oa"], cleared={"post_op": "2026-03-01", "knee_oa": ON})
    answers = read(data)
    assert answers.conditions == {"knee_oa"}
    assert answers.cleared["post_op"] == Cleared(on=date(2026, 3, 1))
    assert answers.on == date(2026, 3, 30)
    assert answers.asked is None


def test_a_check_without_a_day_is_of_today():
    today = date(2026, 5, 1)
    assert from_json({"flags": {}}, file=FILE, today=today).on == today
    assert from_json({"flags": {}, "on": ON}, file=FILE, today=today).on != today


@pytest.mark.parametrize("changes, said", [
    ({"flags": {"ces_sadle": "no"}}, "answers.json: flags.ces_sadle: “ces_sadle” is not a red"),
    ({"flags": {"dvt": "perhaps"}}, "answers.json: flags.dvt.answer: input should be 'yes', 'no'"),
    ({"flags": {"dvt": None}}, "answers.json: flags.dvt: "),
    ({"flags": {"dvt": {"answer": "yes", "context": ["septic_signs"]}}},
     "flags.dvt.context: “septic_signs” is not a context of this flag"),
    ({"flags": {"cord": {"answer": "yes", "unsure_context": ["old"]}}}, "“old” is not a context"),
    ({"flags": {"nope": {"answer": "yes", "context": ["old"]}}}, "“nope” is not a red flag"),
    ({"flags": {"cord": {"answer": "yes", "since": 3}}}, "flags.cord.since: this key is not known"),
    ({"flags": ["cord"]}, "answers.json: flags: "),
    ({"conditions": ["sore"]}, "conditions: “sore” is not a condition"),
    ({"cleared": {"sore": ON}}, "cleared.sore: “sore” is not a red flag or condition"),
    ({"cleared": {"cord": "soon"}}, "cleared.cord: “soon” is not a day; write it like 2026-01-31"),
    ({"on": "30/03/2026"}, "answers.json: on: “30/03/2026” is not a day"),
    ({"on": 20260330}, "answers.json: on: input should be a valid string"),
    ({"day": ON}, "answers.json: day: this key is not known"),
])  # fmt: skip
def test_what_is_not_known_is_said_plainly(changes, said):
    assert said in complaint(**changes)


def test_everything_that_is_wrong_is_said_at_once():
    assert len(complaint(conditions=["sore"], cleared={"sore": "soon"}).splitlines()) == 3


def test_something_else_than_an_object_is_said_plainly():
    with pytest.raises(BadData, match=r"answers.json: write one object"):
        read(["ces_saddle"])


def test_a_check_without_flags_or_day_says_so():
    with pytest.raises(BadData, match="flags: this is missing; add it"):
        read({"on": ON})
    with pytest.raises(BadData, match="on: this is missing; add it"):
        read({"flags": {}})


def test_the_answers_that_were_read_are_not_changed():
    data = check()
    before = json.dumps(data)
    read(data)
    assert json.dumps(data) == before


def test_a_clearance_is_written_in_the_shape_of_the_command():
    data = check(conditions=["knee_replacement"])
    data["flags"]["ces_saddle"] = "yes"
    del data["flags"]["lump"]
    written = as_json(screen(read(data)))
    flag = load_flags().by_id["ces_saddle"]
    assert json.loads(json.dumps(written)) == {
        "triage": "emergency_now",
        "sessions": "none",
        "flags": [
            {
                "id": "ces_saddle",
                "triage": "emergency_now",
                "card": "emergency",
                "why": flag.why,
                "do": flag.do,
            }
        ],
        "ask_again": ON,
        "unanswered": ["lump"],
        "open_gates": ["knee_replacement"],
    }


def test_all_no_goes_ahead_for_two_weeks():
    written = as_json(screen(read(check())))
    assert (written["triage"], written["sessions"]) == ("go_ahead", "all")
    assert written["ask_again"] == "2026-04-13"

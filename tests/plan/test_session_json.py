import copy
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import CALM, GO_AHEAD, LEFT_LEG, LIBRARY, LOCKED, plan
from tests.plan.strategies import LIBRARY as WHOLE
from tests.plan.strategies import TODAY, clearances, memories, persons

from psoas.knowledge import BadData
from psoas.library import Claim
from psoas.plan.planned import Reason
from psoas.plan.session import as_data, from_data
from psoas.plan.today import today
from psoas.safety.clearance import RaisedFlag, Sessions, Triage

PLANNED = as_data(plan(LEFT_LEG))
SIDED = next(step for step in PLANNED["steps"] if step["side"] == "each")
FLAG = {
    "id": "cardiac", "triage": "urgent_24_48h", "sessions": "calm", "card": "urgent",
    "why": "why", "do": "do",
}  # fmt: skip


def through_json(session):
    return from_data(json.loads(json.dumps(as_data(session))), LIBRARY)


def with_clearance(**changes):
    return PLANNED | {"clearance": {**PLANNED["clearance"], **changes}}


def with_step(**changes):
    data = copy.deepcopy(PLANNED)
    data["steps"][0] |= changes
    return data


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(persons(), memories(), clearances())
def test_a_session_is_read_back_as_it_was_written(person, memory, clearance):
    session = today(WHOLE, person, clearance, memory, TODAY)
    assert through_json(session) == session


def test_flags_and_claims_are_read_back_too():
    flag = RaisedFlag(
        id="cardiac", triage=Triage.EMERGENCY_NOW, sessions=Sessions.NONE, card="emergency",
        why="why", do="do", card_only=True,
    )  # fmt: skip
    claim = Claim(source="seven", where="line 3", says={"hold": (20, 30), "repetitions": 2})
    session = replace(
        plan(clearance=replace(LOCKED, flags=(flag,), unanswered=("infection_fever",))),
        advice=(Reason(text="see", rule="C01", source="x", claims=(claim,)),),
    )
    assert through_json(session) == session


def test_it_prints_what_other_programs_rely_on():
    step = next(s for s in PLANNED["steps"] if s["exercise"] == "supine_figure_4")
    assert (step["side"], step["sides"]) == ("each", ["right", "left"])
    assert {"hold_seconds", "repetitions", "sets", "position", "surface", "how", "seconds"} <= {
        *step
    }
    assert all(isinstance(reason, str) for reason in step["reasons"])
    assert PLANNED["seconds"] == sum(s["seconds"] for s in PLANNED["steps"])
    assert PLANNED["clearance"]["sessions"] == "all"
    assert all(out["exercise"] and out["reason"] for out in PLANNED["left_out"])


@pytest.mark.parametrize(("clearance", "word"), [(CALM, "calm"), (GO_AHEAD, "all")])
def test_the_clearance_is_said_in_words(clearance, word):
    assert as_data(plan(clearance=clearance))["clearance"]["sessions"] == word


def test_sides_may_be_told_by_one_word():
    each = from_data(with_step(side="each", sides=[]))
    both = from_data(with_step(side="both", sides=[]))
    assert [side.value for side in each.steps[0].sides] == ["left", "right"]
    assert [side.value for side in both.steps[0].sides] == ["both"]


def test_reasons_may_be_plain_sentences():
    session = from_data(with_step(because=[], reasons=["Because."]))
    assert session.steps[0].reasons == (Reason(text="Because."),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "write one object"),
        ({}, "on: this is missing"),
        (with_step(side="up", sides=[]), "steps.0.side: write each, both, left or right"),
        (with_step(hold_seconds=0), "steps.0.hold_seconds"),
        (with_step(hold_seconds="long"), "steps.0.hold_seconds"),
        (with_step(position="upside_down"), "steps.0.position"),
        (with_step(exercise="cartwheel"), "no exercise “cartwheel”"),
        (with_step(exercise="standing_toe_touch"), "is never offered"),
        (with_step(position="prone"), "is not done prone"),
        (with_step(hold_seconds=6000), "more of .* than Psoas allows"),
        (with_clearance(triage="fine"), "clearance.triage"),
        (with_clearance(sessions="some"), "write one of all"),
        (with_clearance(sessions="none"), "leave the steps"),
        (with_clearance(flags=[FLAG]), "clearance.sessions: its flags leave “calm” open"),
        (with_clearance(unanswered=["ces_saddle"]), "its flags leave “none” open"),
        (with_clearance(sessions="calm"), "is not on the calm list"),
        (with_step(exercise="glute_bridge"), "among what was left out for this person"),
        (with_step(surface="chair"), "steps.0.surface: .* is not done there; write standing"),
        (with_step(side="left", sides=[]), "steps.0.side: write both"),
        (
            with_step(**{**SIDED, "side": "both", "sides": []}),
            "steps.0.side: write each, left or right",
        ),
    ],
)
def test_junk_gets_a_plain_sentence(data, said):
    with pytest.raises(BadData, match=said):
        from_data(data, LIBRARY, "my-session.json")


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(sorted(PLANNED)), inner, max_size=5),
))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_junk_is_refused_and_never_a_fault(junk):
    with pytest.raises(BadData):
        from_data(junk, LIBRARY)

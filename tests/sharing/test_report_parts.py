from dataclasses import replace
from random import Random

import pytest
from tests.plan.people import LIBRARY, MONDAY, days_ago, event
from tests.sharing.reports import DAYS, NOTHING, REPORT, THINGS, WEEKS, a_day, decided

from psoas.plan.events import EventKind
from psoas.progress.advice import Advice as See
from psoas.progress.things import Rating
from psoas.progress.wanted import GivenTotal, WantedBack
from psoas.safety.clearance import Cleared, RaisedFlag, Sessions, Triage
from psoas.safety.person import Advice, AdviceKind, Irritability
from psoas.sharing.report import report_values
from psoas.sharing.report_course import function_rows, glance
from psoas.sharing.report_done import done_rows, responses
from psoas.sharing.report_person import facts


def told(report, label):
    return [text for name, text in facts(report) if name == label]


def said(report):
    return " ".join(responses(report))


def of(person=REPORT.person, **more):
    return replace(REPORT, person=replace(person, **more))


@pytest.mark.parametrize(
    ("age", "band"), [(17, "Not said"), (18, "18 to 24"), (49, "25 to 49"), (80, "65 or over")]
)
def test_age_is_a_band(age, band):
    assert told(of(age=age), "Age") == [band]


def test_unknown_irritability_is_told_as_it_is_judged():
    assert (
        "taken as easily stirred" in told(of(irritability=Irritability.UNKNOWN), "Leg symptoms")[0]
    )


def test_a_clinicians_advice_is_told_with_who_when_and_how_long():
    given = Advice(
        id="a", kind=AdviceKind.AVOID, exercise="childs_pose", who="Sam Lee", given_on=days_ago(9),
        until=MONDAY, words="Not before the scan.",
    )  # fmt: skip
    bare = Advice(id="b", kind=AdviceKind.DO, exercise="gone")
    first, second = told(of(advice=(given, bare)), "Clinician's advice")
    assert first.startswith("Sam Lee on 7 March 2026: not to do Child's pose, until 16 March 2026")
    assert "“Not before the scan.”" in first
    assert second == "A clinician on a day not written down: to do gone"


def test_many_conditions_are_counted():
    conditions = frozenset(
        ("knee_oa", "glaucoma", "hypermobility", "falls_risk", "blood_thinners", "si_joint_pain",
         "spinal_stenosis", "neck_vertigo")
    )  # fmt: skip
    assert told(of(conditions=conditions), "Conditions told")[0].endswith("and 2 more")


def test_open_gates_and_what_only_shows_a_card_and_what_was_assessed_are_told():
    card = RaisedFlag(
        id="ces_sexual", triage=Triage.GO_AHEAD, sessions=Sessions.ALL, card="emergency", why="",
        do="", card_only=True,
    )  # fmt: skip
    clearance = replace(REPORT.clearance, flags=(card,), open_gates=("osteoporosis", "falls_risk"))
    cleared = {
        "ces_saddle": Cleared(on=days_ago(3), by="Dr Lee"),
        "pregnancy_t1": Cleared(on=days_ago(9)),
        "gone": Cleared(on=days_ago(20)),
    }
    values = report_values(replace(REPORT, clearance=clearance, cleared=cleared))
    assert len(values["open"]) == 1
    assert "spine fracture" in values["open"][0]
    first, *assessed = values["safety"]["raised"]
    assert first.startswith("“Not sure” was answered to: A change in sexual feeling")
    assert assessed[0].startswith("Assessed by Dr Lee on 13 March 2026: Numb")
    assert assessed[1].startswith("Assessed by a clinician on 7 March 2026: Pregnant")
    assert assessed[2].endswith(": gone")


def test_whom_to_see_leads():
    trend = See(rule="progress.worse", text="x", when="1 week", source="")
    other = See(rule="other", text="Because.", when="4 weeks", source="")
    first, second, *_ = glance(replace(REPORT, advice=(trend, other)))
    assert first.startswith("Psoas advises being seen within a week: the latest weeks were worse")
    assert second == "Psoas advises being seen within four weeks: Because."


@pytest.mark.parametrize(("early", "late", "way"), [(7, 2, "5 lower"), (2, 7, "5 higher")])
def test_a_change_is_told_with_its_interval(early, late, way):
    days = [
        one
        for number in range(41, -1, -1)
        for one in a_day(days_ago(number), early if number > 20 else late)
    ]
    line = next(text for text in glance(replace(REPORT, events=days, advice=())) if way in text)
    assert "90% interval" in line
    assert "matters to people" in line
    assert line.startswith("Better." if late < early else "Worse.")


def test_a_silent_week_says_nothing_of_it():
    assert not any("Latest week" in line for line in glance(NOTHING))
    silent = event(EventKind.CHECKED_IN, MONDAY, session="s", back="unknown", left=3)
    lines = list(glance(replace(NOTHING, events=[silent])))
    assert "Furthest in the latest week: left leg thigh, right leg not said." in lines


def test_function_is_told_for_every_thing_and_form():
    things = WantedBack(
        things=(*THINGS, replace(THINGS[0], id="new", words="Walk to the shop")),
        ratings=(
            Rating(on=days_ago(20), things={"t0": 6}),
            Rating(on=days_ago(6), things={"t0": 3, "t1": 2}),
        ),
    )  # fmt: skip
    totals = tuple(GivenTotal(measure="odi", on=days_ago(30 - n), total=30.0 + n) for n in (0, 20))
    rows = list(function_rows(replace(REPORT, wanted=things, totals=totals)))
    assert rows[0][2:] == ("3 (10 Mar 2026)", "3 worse", "")
    assert rows[1][1:] == ("2 (10 Mar 2026)", "one so far", "", "")
    assert rows[2][1:] == ("not said", "not said", "", "")
    assert rows[4][3:] == ("20 worse", "10: reached, for the worse")


def test_a_change_that_is_too_small_is_told_as_such():
    totals = tuple(GivenTotal(measure="odi", on=days_ago(n), total=30.0) for n in (30, 2))
    (row,) = function_rows(replace(NOTHING, totals=totals))
    assert row[3:] == ("none", "10: not reached")


def test_charts_of_function_are_named_as_in_the_table():
    charts = {"psfs": REPORT.pain}
    shown = report_values(replace(REPORT, function=charts))["function"]["charts"]
    assert [chart["title"] for chart in shown] == [
        "What is wanted back, mean (PSFS method, 0 to 10)"
    ]
    assert shown[0]["svg"].startswith("<svg")


def test_what_was_done_is_counted_by_exercise():
    more = [
        event(EventKind.EXERCISE_SKIPPED, MONDAY, session="s", step=1, exercise="cat_camel"),
        event(EventKind.HURT, MONDAY, session="s", step=1, exercise="gone", what="sharp"),
    ]  # fmt: skip
    rows = done_rows(replace(REPORT, events=[*DAYS, *more]))
    assert rows[0] == ("Small pelvic tilt", "20", "30", "", "")
    assert rows[1] == ("Cat and camel", "0", "0", "1", "")
    assert rows[2] == ("an exercise from the person's own page", "0", "0", "", "1")


def test_one_session_is_told_as_one():
    report = replace(REPORT, events=a_day(MONDAY))
    assert report_values(report)["done"]["lead"] == "One session."


def test_responses_tell_hurts_flares_nerves_and_painkillers():
    hurt = [
        event(EventKind.HURT, days_ago(n), session="s", step=0, exercise="pelvic_tilt", side="both",
              what=what)
        for n, what in enumerate(("sharp", "dizzy", None))
    ]  # fmt: skip
    flare = [
        event(EventKind.FLARE_STARTED, days_ago(30), because="said"),
        event(EventKind.FLARE_STARTED, days_ago(29), because="said"),
        event(EventKind.FLARE_ENDED, days_ago(25), because="said"),
        event(EventKind.FLARE_ENDED, days_ago(24), because="said"),
        event(EventKind.FLARE_STARTED, days_ago(2), because="mornings"),
    ]
    taken = a_day(days_ago(2), painkiller=True)
    neuro = [event(EventKind.RESPONDED, days_ago(n), session="s", neuro="new") for n in (3, 4)]
    text = said(replace(REPORT, events=[*DAYS, *hurt, *flare, *taken, *neuro]))
    assert "“This hurts” was said 3 times: sharp, dizziness, not said how." in text
    assert "2 flares: since 14 Mar 2026, 14 Feb 2026 to 19 Feb 2026." in text
    assert "After 2 sessions something new was told of numbness" in text
    assert "Painkillers before 1 of the 21 sessions that tell." in text


def test_one_hurt_and_one_flare_are_told_as_one():
    one = [
        event(EventKind.HURT, MONDAY, session="s", step=0, exercise="x", side="left", what="odd"),
        event(EventKind.FLARE_STARTED, days_ago(9), because="said"),
        event(EventKind.FLARE_ENDED, days_ago(5), because="said"),
        event(EventKind.RESPONDED, MONDAY, session="s", neuro="new"),
    ]
    text = said(replace(NOTHING, events=one, span=WEEKS))
    assert "“This hurts” was said once: not said how." in text
    assert "One flare: 7 Mar 2026 to 11 Mar 2026." in text
    assert "After one session something new" in text


def test_an_old_flare_is_not_told():
    old = [
        event(EventKind.FLARE_STARTED, days_ago(99), because="said"),
        event(EventKind.FLARE_ENDED, days_ago(95), because="said"),
    ]
    assert "No flare." in said(replace(REPORT, events=[*old, *DAYS]))


@pytest.mark.parametrize(("after", "told_as"), [(1, "better"), (5, "worse")])
def test_mornings_after_an_exercise_are_told_only_where_they_speak(after, told_as):
    chance, days = Random(1), []
    for number in range(150, 0, -1):
        also = chance.random() < 0.5
        some = a_day(days_ago(number), pain=chance.choice((2, 3, 4)))
        if also:
            some += a_day(days_ago(number), exercise="childs_pose")[1:2]
        pain = after if also else 3
        morning = event(EventKind.MORNING, days_ago(number - 1), pain=pain, left=0, right=0)
        days += [one for one in some if one.kind is not EventKind.MORNING] + [morning]
    text = said(replace(REPORT, events=days))
    assert f"Mornings after Child's pose were {told_as}" in text
    assert "isn't always cause" in text
    assert "Mornings after" not in said(REPORT)


def test_decisions_are_told_once_for_each_rule_with_what_it_rests_on():
    events = [
        decided(days_ago(9), "pelvic_tilt", "regress", "A18", "B03", about="m1"),
        decided(days_ago(9), "cat_camel", "regress", "B03", "P02", about="m1"),
        decided(days_ago(2), "childs_pose", "regress", "B03", about="m2"),
        decided(days_ago(3), None, "rest_day", "B04"),
        decided(days_ago(4), "childs_pose", "melt", "Z99"),
        decided(days_ago(1), "childs_pose", "hold", "A06"),
    ]
    told = report_values(replace(REPORT, events=events))["decisions"]
    assert told["lead"] == "The dose was kept once; these are the changes."
    first, second, third = told["rows"]
    assert first[:3] == ["14 Mar 2026", "2", "Less: Child's pose, Small pelvic tilt, Cat and camel"]
    assert first[3].startswith("B03: A morning two points above your usual (Pain-monitoring model")
    assert second[2] == "Rest day: the whole plan"
    assert third[2:] == ["melt: Child's pose", "Z99: a rule of an earlier version."]


def test_many_exercises_are_counted_and_many_holds_too():
    names = list(LIBRARY.exercises)[:6]
    changed = [decided(MONDAY, name, "progress", "P01", about=name) for name in names]
    held = [decided(MONDAY, name, "hold", "P02", about=name) for name in names]
    told = report_values(replace(REPORT, events=[*changed, *held]))["decisions"]
    assert told["rows"][0][2].endswith("and 3 more")
    assert told["lead"].startswith("The dose was kept 6 times;")
    only = report_values(replace(REPORT, events=held))["decisions"]
    assert only["lead"] == "The dose was kept 6 times, and nothing was changed."
    assert report_values(replace(REPORT, events=changed))["decisions"]["lead"] == ""

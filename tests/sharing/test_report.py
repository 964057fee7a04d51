import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.plan.people import GO_AHEAD, LIBRARY, LOCKED, MONDAY, days_ago, event
from tests.sharing.conftest import NOON
from tests.sharing.printed import printed
from tests.sharing.reports import DAYS, NOTHING, REPORT, THINGS, TOTALS, a_day, decided

from psoas.body import Place
from psoas.charts.function import Totals, totals_chart
from psoas.library.wording import forbidden_words
from psoas.plan.events import EventKind
from psoas.progress.ranges import Span
from psoas.safety.clearance import Clearance, RaisedFlag, Sessions, Triage
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags
from psoas.safety.person import Advice, AdviceKind
from psoas.sharing.needing import NotInstalled
from psoas.sharing.report import report_pdf, report_values
from psoas.sharing.report_words import words

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


def paper(report):
    return printed(report_pdf(report, NOON))


def flag(identity, triage=Triage.EMERGENCY_NOW):
    return RaisedFlag(
        id=identity, triage=triage, sessions=Sessions.NONE, card="emergency", do="Go.",
        why="A changed feeling there can mean that the nerves are being squeezed.",
    )  # fmt: skip


def totals_over_time(name):
    told = [(days_ago(40 - n), 12.0 - n / 4) for n in range(0, 40, 10)]
    course = Totals(name=name, least=0, most=24, more_is_better=False, matters=4, told=told)
    return totals_chart(course, days_ago(40), MONDAY, name)


@pytest.fixture(scope="module")
def worst():
    """Ten years, every condition and danger sign, and words without end."""
    past = [
        replace(one, id=f"{one.id}-{n}", on=one.on - n * timedelta(days=42))
        for n in range(90)
        for one in DAYS
    ]
    exercises = list(LIBRARY.exercises)
    rules = [f"A{n:02}" for n in range(1, 30)]
    changed = [
        decided(days_ago(n), exercise, "regress", rule, "B04", about=f"{n}-{exercise}")
        for n, rule in enumerate(rules)
        for exercise in exercises[:9]
    ]
    hurt = [
        event(EventKind.HURT, days_ago(1), session="s", step=0, exercise=one, side="left",
              what="sharp")
        for one in exercises
    ]  # fmt: skip
    advice = tuple(
        Advice(id=f"a{n}", kind=AdviceKind.AVOID, exercise="bridge", who=LONG * 5, words="W" * 900)
        for n in range(7)
    )
    conditions = load_conditions()
    return replace(
        REPORT,
        name="X" * 500,
        span=Span(first=days_ago(3650), last=MONDAY),
        since=days_ago(3650),
        events=[*past, *changed, *hurt],
        person=replace(
            REPORT.person, where=frozenset(Place), conditions=frozenset(conditions), advice=advice
        ),
        clearance=Clearance(
            triage=Triage.EMERGENCY_NOW, sessions=Sessions.NONE, ask_again=MONDAY,
            flags=tuple(map(flag, load_flags().by_id)),
            open_gates=tuple(name for name, one in conditions.items() if one.gate),
        ),
        advice=REPORT.advice * 9,
        wanted=replace(REPORT.wanted, things=tuple(replace(one, words=LONG * 9) for one in THINGS)),
        function={"psfs": totals_over_time("psfs"), "rmdq": totals_over_time("rmdq")},
    )  # fmt: skip


@pytest.fixture(scope="module")
def on_paper():
    return paper(replace(REPORT, name="Samira Okafor"))


def test_it_has_two_pages_whatever_is_in_it(on_paper, worst):
    assert len(on_paper.pages) == len(paper(worst).pages) == len(paper(NOTHING).pages) == 2


def test_what_has_no_room_is_cut_and_counted(worst):
    pages = paper(worst).pages
    assert "35 more" in pages[0] or "and 3" in pages[0]
    assert pages[1].count(" more") >= 3
    assert "What Psoas is, and isn't" in pages[1]
    assert all(f"Page {number} of 2" in page for number, page in enumerate(pages, start=1))


def test_where_there_is_room_nothing_is_cut(on_paper):
    assert " more" not in on_paper.text.replace("or more", "")
    assert "Function" in on_paper.pages[0]


def test_every_part_is_there(on_paper):
    for heading in (
        "At a glance", "The person", "Safety check", "Open questions", "Pain", "Legs", "Function",
        "What was done", "How it responded", "What Psoas changed, and by which rules",
    ):  # fmt: skip
        assert heading in on_paper.text


def test_a_screen_reader_finds_its_way(on_paper):
    assert on_paper.title == "Report for a clinician"
    assert on_paper.language == "en-GB"
    assert on_paper.count("H1") == 1
    assert on_paper.count("H2") == 11
    assert on_paper.count("TH") == 5 + 5
    assert any("Pain over time" in told for told in on_paper.pictures)
    assert any("How far down each leg" in told for told in on_paper.pictures)


def test_the_name_is_there_only_where_it_is_given(on_paper):
    assert "Samira Okafor" in on_paper.pages[0]
    assert report_values(REPORT)["name"] == ""
    assert report_values(replace(REPORT, name="李明 Okafor"))["name"] == "□ Okafor"


def test_words_are_never_markup():
    tricky = "#emph[x] *no* $y$ @you \\ `z` <b> // ]"
    shown = paper(replace(REPORT, name=tricky)).pages[0]
    assert tricky in shown


def test_the_same_report_is_the_same_file():
    assert report_pdf(REPORT, NOON) == report_pdf(REPORT, NOON)


def test_it_is_in_the_wellness_frame_and_promises_nothing(on_paper):
    said = words().about["text"]
    assert "not intended to diagnose, treat, cure, monitor or prevent any disease" in said
    assert said in on_paper.text
    assert not forbidden_words(on_paper.text.replace(said, ""))


def test_where_the_package_is_missing_one_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled, match=r"install psoas\[report\]"):
        report_pdf(NOTHING, NOON)


def test_an_open_danger_sign_comes_before_everything_else():
    locked = replace(LOCKED, flags=(flag("ces_saddle"), flag("ces_bladder")))
    page = paper(replace(REPORT, clearance=locked)).pages[0]
    assert "At a glance 2 danger signs are open. To be seen at once." in page
    assert "Numb, tingly or different between the legs" in page
    alone = replace(LOCKED, flags=(flag("ces_saddle"),))
    assert report_values(replace(REPORT, clearance=alone))["grave"].startswith("A danger sign")


def test_before_anything_is_known_it_says_so():
    page = paper(NOTHING)
    for told in (
        "Too early to say.", "No pain was told in this time.", "Not answered yet.",
        "Nothing was told of the legs", "No function was told", "Nothing was practised in this",
        "Nothing was changed in this time.", "None that Psoas knows of.", "No session yet.",
    ):  # fmt: skip
        assert told in page.text
    assert "speaks against starting" not in page.text


def test_an_unfinished_check_concludes_nothing():
    open_check = replace(GO_AHEAD, sessions=Sessions.NONE, unanswered=("ces_saddle",))
    lead = report_values(replace(REPORT, clearance=open_check))["safety"]["lead"]
    assert "Not all questions are answered. No session is open." in lead
    assert "speaks against" not in lead


def test_only_the_time_asked_for_is_told():
    old = a_day(days_ago(90), exercise="cat_camel")
    values = report_values(replace(REPORT, events=[*old, *DAYS]))
    assert [row[0] for row in values["done"]["rows"]] == ["Small pelvic tilt"]
    later = replace(REPORT, totals=(replace(TOTALS[0], on=MONDAY + timedelta(days=1)),))
    assert not [row for row in report_values(later)["function"]["rows"] if "RMDQ" in row[0]]

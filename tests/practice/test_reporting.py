from dataclasses import replace
from datetime import timedelta

import pytest
from tests.plan.people import LIBRARY, MONDAY

from psoas.drawing.gallery import Gallery
from psoas.plan.events import EventKind
from psoas.practice.reporting import report_of, todays_sheet
from psoas.practice.wanting import Wanting
from psoas.progress.ranges import Range

GALLERY = Gallery(LIBRARY)


def practised(someone, days, pain=2):
    """A session every day."""
    for _ in range(days):
        someone.checked()
        record, _session = someone.session(back=pain)
        someone.does_all(record)
        someone.responds(record, pain=pain)
        someone.clock.later(days=1)
        someone.practice.wake({"pain": pain, "left": 0, "right": 0, "up_under_1h": True})
    return someone


@pytest.fixture(scope="module")
def weeks(shared_diary):
    """Somebody who has practised for nine weeks."""
    from tests.practice.living import Living

    return practised(Living(shared_diary).described(), 63)


def test_a_report_tells_the_range_and_looks_back_further_for_the_trend(weeks):
    report = report_of(weeks.practice, Range.TWO_WEEKS)
    assert report.span.days == 14
    assert report.since == MONDAY
    assert len(report.days) >= 63
    assert {event.on for event in report.inside} == {
        report.span.first + timedelta(days=n) for n in range(14)
    }
    assert len(report.pain.rows) == 14


def test_it_goes_back_to_a_day_or_to_the_beginning_and_no_further(weeks):
    since = weeks.clock().date() - timedelta(days=3)
    assert report_of(weeks.practice, since=since).span.first == since
    assert report_of(weeks.practice, Range.ALL).span.first == MONDAY
    assert report_of(weeks.practice, since=MONDAY - timedelta(days=900)).span.first == MONDAY


def test_decisions_that_are_not_stored_yet_are_told_too(weeks):
    decided = {event.id for event in weeks.practice.standing().decided}
    assert decided
    assert decided <= {event.id for event in report_of(weeks.practice).events}


def test_each_event_is_told_once(weeks):
    for chosen in Range:
        ids = [event.id for event in report_of(weeks.practice, chosen).events]
        assert len(ids) == len(set(ids))


def test_before_the_first_session_it_tells_today(sam):
    report = report_of(sam.practice)
    assert (report.span.first, report.span.last) == (MONDAY, MONDAY)
    assert report.since is None
    assert report.checked_on == MONDAY
    assert not report.pain.rows
    assert not report.function


def test_function_is_told_with_the_form_that_has_most_totals(sam):
    wanting = Wanting(sam.practice)
    wanting.name("Put on my socks")
    wanting.rate({sam.practice.happened([EventKind.THINGS_CHOSEN])[0].data["things"][0]["id"]: 3})
    for form, total, ago in (("odi", 30, 0), ("rmdq", 12, 9), ("rmdq", 18, 0)):
        wanting.total(form, total, MONDAY - timedelta(days=ago))
    report = report_of(sam.practice, name="Sam")
    assert list(report.function) == ["rmdq"]
    assert [thing.words for thing in report.wanted.things] == ["Put on my socks"]
    assert "C08" in [one.rule for one in report.advice]
    assert report.name == "Sam"
    assert "Sam" not in str(sam.happened())


def test_the_name_is_kept_nowhere(sam):
    before = len(sam.happened())
    report_of(sam.practice, name="Samira")
    assert len(sam.happened()) == before


def test_todays_sheet_is_todays_session(sam):
    session = sam.practice.today(sam.practice.standing())
    sheet = todays_sheet(sam.practice, GALLERY, {})
    assert len(sheet.steps) == len(session.steps) > 0
    assert sheet.title == session.title


def test_a_routine_is_printed_as_it_becomes_for_the_person(sam):
    routine = next(iter(LIBRARY.routines.values()))
    sheet = todays_sheet(sam.practice, GALLERY, {"routine": routine.id})
    session = sam.practice.today(sam.practice.standing(), routine=routine.id)
    left_out = {LIBRARY.exercises[one.exercise].name for one in session.left_out}
    assert sheet.title == routine.name
    assert not left_out & {step.name for step in sheet.steps}


@pytest.mark.parametrize("flag", ["ces_saddle", "lump"])
def test_while_nothing_may_be_started_no_exercise_is_printed(somebody, flag):
    locked = somebody().described(**{flag: "yes"})
    for options in ({}, {"routine": next(iter(LIBRARY.routines))}, {"minutes": 5}):
        sheet = todays_sheet(locked.practice, GALLERY, options)
        assert not sheet.steps
        assert sheet.notice.heading in ("Get help now", "Speak to someone today or tomorrow")


def test_while_the_check_is_due_no_exercise_is_printed(sam):
    sam.clock.later(days=15)
    sheet = todays_sheet(sam.practice, GALLERY, {})
    assert not sheet.steps
    assert "safety check comes first" in sheet.notice.lines[0]


def test_the_number_to_call_is_that_of_the_country(sam):
    sam.practice.record(EventKind.SETTINGS, {"country": "DE"})
    assert replace(todays_sheet(sam.practice, GALLERY, {})).country == "DE"

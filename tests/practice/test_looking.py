from datetime import UTC, datetime, time, timedelta
from itertools import count

import pytest
from tests.simulated import LAST_DAY, better, simulated, steady, worse

from psoas.diary import open_diary
from psoas.library import load
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.practice.looking import MOST_MOMENTS, looked
from psoas.progress.advice import advice
from psoas.progress.days import DAY_KINDS, days_of
from psoas.progress.exercises import exercises_and_mornings
from psoas.progress.ranges import Range
from psoas.progress.trend import Verdict, is_it_helping, pain_told


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    """Makes practices of made-up people; each is only looked at, or told something of its own."""
    opened = []

    def live(days, course=better, **more):
        diary = open_diary(tmp_path_factory.mktemp("made-up"))
        opened.append(diary)
        diary.add(simulated(days, course, **more) if days else [])
        ids, now = count(), datetime.combine(LAST_DAY, time(18), UTC)
        return Practice(diary, load(), lambda: now, lambda: f"told-{next(ids)}")

    yield live
    for diary in opened:
        diary.close()


@pytest.fixture(scope="module")
def two_years(living):
    return living(730)


def test_nothing_told_is_empty(living):
    seen = looked(living(0))
    assert seen.empty
    assert (seen.moments, seen.advice, seen.findings) == ((), (), ())
    assert seen.trend.verdict is Verdict.TOO_EARLY


def test_a_note_alone_is_something(living):
    practice = living(0)
    practice.record(EventKind.NOTED, {"id": "n", "words": "New chair."})
    seen = looked(practice)
    assert not seen.empty
    assert [note.words for moment in seen.moments for note in moment.notes] == ["New chair."]


@pytest.mark.parametrize("chosen", Range)
def test_the_answers_are_the_same_in_whatever_time_is_shown(two_years, chosen):
    """They look back on all of it, though only what they need is read."""
    days = days_of(two_years.happened(DAY_KINDS))
    seen = looked(two_years, chosen)
    assert seen.trend == is_it_helping(pain_told(days), LAST_DAY)
    assert seen.findings == exercises_and_mornings(days, LAST_DAY)
    assert seen.advice == advice(two_years.standing().memory, seen.trend, LAST_DAY, -10)


@pytest.mark.parametrize(("chosen", "days"), [("2_weeks", 14), ("6_weeks", 42), ("all", 730)])
def test_each_range_shows_its_days(two_years, chosen, days):
    seen = looked(two_years, Range(chosen))
    assert (seen.span.days, seen.span.last) == (days, LAST_DAY)
    assert f"of {days} days" in seen.practised.sentence


@pytest.mark.parametrize("chosen", Range)
def test_a_young_diary_is_shown_in_two_weeks_and_counts_only_its_own_days(living, chosen):
    seen = looked(living(5), chosen)
    assert seen.span.days == 14
    assert "of 5 days" in seen.practised.sentence


def test_minutes_are_those_really_held(two_years):
    seen = looked(two_years, Range.TWO_WEEKS)
    done = two_years.happened([EventKind.EXERCISE_DONE], since=seen.span.first)
    held = sum(event.data["seconds"] for event in done) / 60
    assert seen.minutes.sentence.startswith(f"{held:.0f} minutes in all")


def test_the_time_line_has_what_changed_something_and_no_more(two_years):
    seen = looked(two_years, Range.SIX_WEEKS)
    told = two_years.happened([EventKind.DECIDED], since=seen.span.first)
    changed = {event.on for event in told if event.data["decision"] != "hold"}
    days = [moment.on for moment in seen.moments if moment.decisions]
    assert {*days} == changed
    assert [moment.on for moment in seen.moments] == sorted(
        {moment.on for moment in seen.moments}, reverse=True
    )
    assert any(moment.added for moment in seen.moments)
    assert any(moment.eased for moment in seen.moments)


def test_a_long_time_line_is_cut_and_says_so(two_years):
    seen = looked(two_years, Range.ALL)
    assert len(seen.moments) == MOST_MOMENTS
    assert seen.more_moments
    assert not looked(two_years, Range.TWO_WEEKS).more_moments


def test_flares_begin_and_end_on_the_time_line(living):
    practice = living(100, last=LAST_DAY)
    seen = looked(practice, Range.ALL)
    began = [moment.on for moment in seen.moments if moment.flare_began]
    ended = [moment.on for moment in seen.moments if moment.flare_ended]
    assert [end - start for start, end in zip(began, ended, strict=True)] == [timedelta(days=6)]
    practice.record(EventKind.FLARE_STARTED, {"because": "said"})
    latest = looked(practice, Range.ALL).moments[0]
    assert (latest.on, latest.flare_began, latest.flare_ended) == (LAST_DAY, True, False)


def test_what_is_wanted_back_and_totals_have_their_charts(two_years):
    function = looked(two_years).function
    assert len(function.wanted.things) == 3
    assert function.things
    assert len(function.things.rows) > 40
    assert [chart.title for chart in function.totals] == ["Roland-Morris total over time"]
    assert [change.measure for change in function.changes] == ["psfs", "rmdq"]
    assert function.next_on
    assert function.next_on > LAST_DAY


def test_only_ratings_of_the_same_things_stand_in_one_line(living):
    practice = living(60)
    things = [{"id": "socks", "words": "Put on my socks"}, {"id": "new", "words": "Swim"}]
    practice.record(EventKind.THINGS_CHOSEN, {"things": things})
    practice.record(EventKind.THINGS_RATED, {"ratings": {"socks": 6, "new": 2}})
    function = looked(practice).function
    assert function.things
    assert [row[1] for row in function.things.rows] == ["4"]


def test_worse_speaks_and_better_and_steady_hold_back(living):
    soonest, *_later = looked(living(50, worse)).advice
    assert soonest.when == "1 week"
    assert looked(living(50, better)).advice == ()
    assert looked(living(120, steady)).trend.verdict is Verdict.NO_CLEAR_CHANGE


def test_a_roland_morris_total_that_is_worse_speaks_by_itself(living):
    practice = living(20, steady)
    for day, total in (("2026-02-01", 8), ("2026-03-01", 14)):
        told = {"measure": "rmdq", "total": total, "given_on": day}
        practice.record(EventKind.FORM_TOTAL, told)
    assert "C08" in [one.rule for one in looked(practice).advice]


def test_looking_changes_nothing(two_years):
    before = two_years.diary.count()
    looked(two_years, Range.ALL)
    assert two_years.diary.count() == before


def test_what_happened_later_than_today_is_not_shown(living):
    practice = living(30, last=LAST_DAY + timedelta(days=10))
    seen = looked(practice, Range.ALL)
    assert seen.span.last == LAST_DAY
    assert all(moment.on <= LAST_DAY for moment in seen.moments)

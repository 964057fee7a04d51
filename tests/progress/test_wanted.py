from datetime import timedelta

import pytest
from tests.plan.people import MONDAY, event

from psoas.plan.events import EventKind
from psoas.progress.measures import Direction
from psoas.progress.wanted import (
    GivenTotal,
    WantedBack,
    notes_of,
    too_soon,
    total_changes,
    totals_of,
    wanted_of,
)

FORTNIGHT = timedelta(days=14)
LATER = MONDAY + FORTNIGHT


def chosen(on=MONDAY, **things):
    told = [{"id": identity, "words": words} for identity, words in things.items()]
    return event(EventKind.THINGS_CHOSEN, on, things=told)


def rated(on=MONDAY, **ratings):
    return event(EventKind.THINGS_RATED, on, ratings=ratings)


def total(value, on=MONDAY, measure="rmdq"):
    told = {"measure": measure, "total": value, "given_on": on.isoformat()}
    return event(EventKind.FORM_TOTAL, LATER, **told)


def noted(words, on=MONDAY, identity="n"):
    return event(EventKind.NOTED, on, id=identity, words=words)


def test_nothing_is_wanted_until_it_is_named():
    nothing = wanted_of([event(EventKind.MORNING, pain=2)])
    assert nothing == WantedBack()
    assert nothing.next_on(MONDAY) is None
    assert nothing.change is None


def test_the_latest_choice_counts_and_what_was_dropped_is_still_known():
    wanted = wanted_of([chosen(a="Socks", b="Stairs"), chosen(LATER, b="The stairs", c="Sleep")])
    assert [(one.id, one.words, one.since) for one in wanted.things] == [
        ("b", "The stairs", MONDAY),
        ("c", "Sleep", LATER),
    ]
    assert [one.words for one in wanted.dropped] == ["Socks"]


def test_each_thing_has_its_history_and_the_last_word_of_a_day_counts():
    wanted = wanted_of(
        [chosen(a="Socks", b="Stairs"), rated(LATER, a=5, b=6), rated(a=2, b=3), rated(a=4)]
    )
    assert wanted.of("a") == ((MONDAY, 4), (LATER, 5))
    assert wanted.of("b") == ((MONDAY, 3), (LATER, 6))
    assert wanted.change.improved_by == 2


def test_they_are_asked_two_weeks_after_they_were_last_rated():
    events = [chosen(a="Socks"), rated(a=4)]
    assert wanted_of(events[:1]).next_on(MONDAY) == MONDAY
    assert wanted_of(events).next_on(MONDAY + timedelta(days=1)) == LATER
    assert wanted_of(events).next_on(LATER + FORTNIGHT) == LATER + FORTNIGHT


def test_other_things_are_no_change_of_these_and_may_be_rated_at_once():
    wanted = wanted_of([chosen(a="Socks"), rated(a=1), chosen(LATER, b="Stairs")])
    assert wanted.ratings_now == ()
    assert wanted.next_on(MONDAY) == MONDAY
    wanted = wanted_of([chosen(a="Socks"), rated(a=1), chosen(b="Stairs"), rated(LATER, b=9)])
    assert wanted.change is None
    assert len(wanted.ratings) == 2


@pytest.mark.parametrize(
    "odd",
    [
        rated(z=4),
        rated(a=11),
        rated(),
        event(EventKind.THINGS_RATED, ratings="many"),
        event(EventKind.THINGS_CHOSEN, things=[{"id": "a"}]),
    ],
)
def test_what_cant_be_read_is_passed_over(odd):
    events = [chosen(a="Socks"), rated(a=4)]
    assert wanted_of([*events, odd]) == wanted_of(events)


def test_the_totals_stand_by_form_and_day():
    given = [total(30, LATER, "odi"), total(12), total(8, LATER), total(40, MONDAY, "odi")]
    assert totals_of([*given, event(EventKind.MORNING, pain=2)]) == (
        GivenTotal(measure="rmdq", on=MONDAY, total=12),
        GivenTotal(measure="rmdq", on=LATER, total=8),
        GivenTotal(measure="odi", on=MONDAY, total=40),
        GivenTotal(measure="odi", on=LATER, total=30),
    )


def test_a_total_is_mended_by_another_of_its_day_and_taken_away_by_none():
    assert [one.total for one in totals_of([total(12), total(13)])] == [13]
    assert totals_of([total(12), total(None)]) == ()
    assert totals_of([total(None)]) == ()


@pytest.mark.parametrize("odd", [total(25), total(3.5), total(3, measure="own"), total("many")])
def test_a_total_that_the_form_doesnt_have_is_passed_over(odd):
    assert totals_of([odd]) == ()


def test_the_latest_total_of_a_form_is_compared_with_its_first():
    (rmdq,) = total_changes(totals_of([total(12), total(5, LATER), total(40, measure="odi")]))
    assert (rmdq.measure, rmdq.improved_by, rmdq.direction) == ("rmdq", 7, Direction.BETTER)


def test_a_note_is_mended_and_taken_away():
    events = [noted("Slept on the sofa."), noted("A long drive.", LATER, "m")]
    assert [note.words for note in notes_of(events)] == ["Slept on the sofa.", "A long drive."]
    mended = notes_of([*events, noted("Slept on the floor.", LATER)])
    assert (mended[0].on, mended[0].words) == (MONDAY, "Slept on the floor.")
    assert [note.id for note in notes_of([*events, noted(" ", LATER)])] == ["m"]
    assert notes_of([event(EventKind.NOTED, id="n"), event(EventKind.MORNING)]) == ()


def test_whoever_would_rate_too_soon_is_told_when():
    assert too_soon(LATER).endswith("The next time is 30 March 2026.")

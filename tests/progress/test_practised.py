from datetime import date, timedelta

from psoas.library import load
from psoas.progress.days import Day
from psoas.progress.practised import minutes_by_ladder, practised
from psoas.progress.ranges import Span

FIRST = date(2026, 3, 2)
SPAN = Span(first=FIRST, last=FIRST + timedelta(days=13))


def day(number, **seconds):
    return Day(on=FIRST + timedelta(days=number), seconds=seconds)


def test_days_with_practice_add_up_whatever_lies_between():
    found = practised([day(0, cat_camel=60), day(1), day(9, cat_camel=30), day(20, x=60)], SPAN)
    assert (found.days, found.of, found.minutes) == (2, 14, 1.5)


def test_minutes_are_summed_by_ladder_the_most_first():
    library = load()
    found = minutes_by_ladder(
        [day(0, cat_camel=60, walking_bouts=600), day(3, cat_camel=120), day(30, cat_camel=600)],
        library,
        SPAN,
    )
    walking, mobility = (
        library.exercises[name].ladder.name for name in ("walking_bouts", "cat_camel")
    )
    assert [(one.ladder, one.minutes) for one in found] == [(walking, 10), (mobility, 3)]
    assert found[1].points == ((FIRST, 1), (FIRST + timedelta(days=3), 2))


def test_an_exercise_that_isnt_in_the_library_is_on_a_ladder_without_a_name():
    found = minutes_by_ladder([day(0, my_own_stretch=60)], load(), SPAN)
    assert [(one.ladder, one.minutes) for one in found] == [("", 1)]

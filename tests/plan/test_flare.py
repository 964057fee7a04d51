from dataclasses import replace

import pytest
from tests.plan.people import MONDAY, SETTLED, days_ago, morning

from psoas.plan.events import EventKind
from psoas.plan.flare import (
    Stage,
    flare_begins,
    flare_change,
    flare_day,
    flare_ends,
    flare_in_force,
    flare_tap,
    in_flare,
    stage,
    suspects,
)
from psoas.plan.memory import Flare, Memory


def waking(*pains):
    """Mornings that end today, the last one today's; usual is 2."""
    last = len(pains) - 1
    return Memory(
        person=SETTLED,
        mornings=tuple(morning(days_ago(last - n), pain) for n, pain in enumerate(pains)),
    )


def with_flare(memory, started, ended=None):
    return replace(memory, flares=(Flare(started=started, ended=ended),))


@pytest.mark.parametrize(
    ("pains", "begins"),
    [((5,), True), ((4,), False), ((4, 4, 4), True), ((4, 2, 4), False), ((None,), False)],
)
def test_one_bad_morning_or_three_worse_ones_begin_a_flare(pains, begins):
    assert flare_begins(waking(*pains), MONDAY) is begins


def test_without_a_usual_morning_nothing_begins():
    assert not flare_begins(Memory(mornings=(morning(MONDAY, 9),)), MONDAY)


@pytest.mark.parametrize("ended", [None, MONDAY])
def test_a_flare_begins_once(ended):
    assert not flare_begins(with_flare(waking(9), days_ago(2), ended), MONDAY)


@pytest.mark.parametrize(
    ("pains", "started", "ends"),
    [((3, 2, 3), 5, True), ((3, 4, 3), 5, False), ((3, 3), 5, False), ((3, 3, 3), 2, False)],
)
def test_three_mornings_near_usual_end_it(pains, started, ends):
    assert flare_ends(with_flare(waking(*pains), days_ago(started)), MONDAY) is ends


def test_what_is_not_there_does_not_end():
    assert not flare_ends(waking(2, 2, 2), MONDAY)


def test_a_morning_calls_for_the_event_of_its_change():
    assert flare_change(waking(9), MONDAY) == (EventKind.FLARE_STARTED, {"because": "mornings"})
    settled = with_flare(waking(2, 2, 2), days_ago(5))
    assert flare_change(settled, MONDAY) == (EventKind.FLARE_ENDED, {"because": "mornings"})
    assert flare_change(waking(2), MONDAY) is None


def test_the_button_says_that_the_person_said_so():
    assert flare_tap() == (EventKind.FLARE_STARTED, {"because": "said"})


def test_a_flare_is_on_from_its_first_day_to_the_day_before_its_end():
    memory = with_flare(Memory(), days_ago(3), days_ago(1))
    assert [in_flare(memory, days_ago(back)) for back in (4, 3, 2, 1)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert flare_day(flare_in_force(memory, days_ago(2)), days_ago(2)) == 1


@pytest.mark.parametrize(
    ("day", "pain", "expected"),
    [
        (0, 2, Stage.EARLY),
        (2, 2, Stage.EARLY),
        (3, 3, Stage.MIDDLE),
        (3, 4, Stage.EARLY),
        (5, None, Stage.EARLY),
        (6, 9, Stage.LATE),
        (7, 9, Stage.LATE),
        (8, 2, Stage.LONG),
    ],
)
def test_the_plan_goes_by_the_day_and_the_morning(day, pain, expected):
    memory = with_flare(waking(pain), days_ago(day))
    assert stage(memory, memory.flares[0], MONDAY) is expected


def test_what_hurt_shortly_before_is_suspected():
    flare = Flare(started=days_ago(2))
    memory = Memory(blamed=((days_ago(6), "cat_camel"), (days_ago(4), "childs_pose")))
    assert suspects(memory, flare) == {"childs_pose"}

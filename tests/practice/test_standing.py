from dataclasses import replace
from datetime import timedelta

import pytest
from tests.plan.people import LEFT_LEG, LIBRARY, SETTLED

from psoas.body import Side, Zone
from psoas.plan.events import EventKind
from psoas.practice.standing import new_leg, rose, still_open
from psoas.safety.schedule import CheckKind


@pytest.fixture
def after(sam):
    """Sam after a session that went as these answers say."""

    def respond(**how):
        record, _ = sam.session()
        sam.does_all(record)
        sam.responds(record, **how)
        return sam

    return respond


def test_of_someone_new_nothing_is_known_and_everything_is_asked(somebody):
    standing = somebody().practice.standing()
    assert standing.new and standing.check.kind is CheckKind.FULL
    assert not standing.may_move


def test_who_has_only_been_asked_the_danger_signs_is_still_new(somebody):
    person = somebody()
    person.checked()
    assert person.practice.standing().new


def test_who_was_described_and_checked_may_move(sam):
    standing = sam.practice.standing()
    assert (standing.new, standing.may_move) == (False, True)


def test_an_unfinished_session_goes_on_within_half_an_hour(sam):
    record, _ = sam.session()
    sam.does(record, 0)
    sam.clock.later(minutes=30)
    standing = sam.practice.standing()
    assert standing.unfinished.id == record.id
    assert standing.resumable and standing.goes_on_with(record)


def test_later_it_is_only_offered_as_enough(sam):
    record, _ = sam.session()
    sam.does(record, 0)
    sam.clock.later(minutes=31)
    standing = sam.practice.standing()
    assert standing.unfinished.id == record.id
    assert not standing.resumable and not standing.goes_on_with(record)


def test_the_half_hour_counts_from_the_last_thing_that_was_done(sam):
    record, _ = sam.session()
    sam.clock.later(minutes=20)
    sam.does(record, 0)
    sam.clock.later(minutes=20)
    assert sam.practice.standing().goes_on_with(record)


def test_a_clock_that_was_set_back_does_not_make_it_fresh(sam):
    sam.session()
    sam.clock.later(minutes=-5)
    assert not sam.practice.standing().resumable


def test_a_session_of_another_day_is_over(sam):
    record, _ = sam.session()
    sam.clock.later(days=1)
    standing = sam.practice.standing()
    assert standing.unfinished is None and not standing.goes_on_with(record)


def test_a_session_that_began_later_takes_the_place_of_an_unfinished_one(sam):
    first, _ = sam.session()
    second, _ = sam.session()
    standing = sam.practice.standing()
    assert not standing.goes_on_with(first) and standing.goes_on_with(second)


def test_nothing_goes_on_while_everything_is_closed(sam):
    record, _ = sam.session()
    sam.checked(ces_saddle="yes")
    assert not sam.practice.standing().goes_on_with(record)


def test_what_was_planned_is_no_longer_open_after_a_danger_sign(sam):
    _, planned = sam.session()
    assert still_open(sam.practice.standing(), LIBRARY, planned)
    sam.checked(ces_saddle="yes")
    assert not still_open(sam.practice.standing(), LIBRARY, planned)


def test_what_was_planned_is_no_longer_open_when_only_the_calm_list_is(sam):
    _, planned = sam.session()
    sam.checked(steroid_long="yes")
    assert not still_open(sam.practice.standing(), LIBRARY, planned)


def test_what_was_planned_is_no_longer_open_where_a_condition_told_since_avoids_it(sam):
    _, planned = sam.session()
    both = {"disc_flexion_intolerant", "hip_replacement_posterior"}
    sam.practice.describe(replace(SETTLED, conditions=frozenset(both)))
    assert not still_open(sam.practice.standing(), LIBRARY, planned)


def test_what_was_described_minutes_ago_is_not_asked_again(sam):
    assert not sam.practice.standing().asks_check_in
    sam.clock.later(minutes=31)
    assert sam.practice.standing().asks_check_in


def test_it_is_asked_where_the_clock_was_set_back(sam):
    sam.clock.later(minutes=-1)
    assert sam.practice.standing().asks_check_in


def test_the_described_check_in_leaves_unknown_what_was_not_told(somebody):
    person = somebody().described(replace(LEFT_LEG, back_pain=None))
    told = person.practice.standing().described_check_in
    assert (told["back"], told["leg"], told["painkiller"]) == ("unknown", 3, "unknown")
    assert (told["left"], told["right"]) == (Zone.THIGH, Zone.BACK)


def test_the_morning_is_asked_once_after_a_day_with_a_session(after):
    sam = after()
    assert not sam.practice.standing().morning_wanted
    sam.clock.later(days=1)
    assert sam.practice.standing().morning_wanted
    sam.practice.wake({"pain": 2, "left": 0, "right": 0, "up_under_1h": True})
    assert not sam.practice.standing().morning_wanted


@pytest.mark.parametrize(
    "how", [{"pain": 5}, {"during": 5}, {"neuro": "transient"}], ids=["pain", "during", "numbness"]
)
def test_whether_it_settled_is_asked_where_something_was_worse(after, how):
    assert after(**how).practice.standing().settling is not None


@pytest.mark.parametrize("how", [{"pain": 2}, {"pain": "unknown", "during": "unknown"}])
def test_where_nothing_was_worse_there_is_nothing_to_settle(after, how):
    assert after(**how).practice.standing().settling is None


def test_whether_it_settled_is_asked_only_until_it_is_told(after):
    sam = after(pain=5)
    record = sam.practice.standing().settling
    sam.practice.settled(record, {"session": record.id, "minutes": 15, "neuro": "none"})
    assert sam.practice.standing().settling is None


def test_something_that_hurt_was_worse_whatever_is_said_of_it_later(sam):
    record, _ = sam.session()
    sam.hurts(record)
    sam.responds(sam.practice.session(record.id), pain=0)
    assert rose(sam.practice.session(record.id))


def test_a_leg_is_new_at_the_thigh_and_below_only():
    assert not new_leg(SETTLED, {"left": Zone.BUTTOCK, "right": "unknown"})
    assert new_leg(SETTLED, {"left": Zone.THIGH, "right": "unknown"})


def test_a_leg_that_was_known_is_not_new_and_the_other_is():
    assert Side.LEFT in LEFT_LEG.legs_with_symptoms
    assert not new_leg(LEFT_LEG, {"left": Zone.FOOT, "right": Zone.NONE})
    assert new_leg(LEFT_LEG, {"left": Zone.THIGH, "right": Zone.THIGH})


def test_decisions_about_today_count_at_once_and_are_not_stored_by_looking(after):
    sam = after()
    before = len(sam.happened())
    standing = sam.practice.standing()
    assert standing.decided and len(sam.happened()) == before
    assert all(event.kind is EventKind.DECIDED for event in standing.decided)
    assert standing.now - sam.clock() == timedelta(0)


def test_what_was_planned_is_no_longer_open_where_a_condition_told_since_changes_it(sam):
    _, planned = sam.session()
    sam.practice.describe(replace(SETTLED, conditions=frozenset({"hypermobility"})))
    assert not still_open(sam.practice.standing(), LIBRARY, planned)
    anew = sam.practice.today(sam.practice.standing())
    assert still_open(sam.practice.standing(), LIBRARY, anew)

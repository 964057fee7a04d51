import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import LIBRARY
from tests.plan.strategies import persons

from psoas.plan.dose import start_amount
from psoas.plan.memory import SessionRecord
from psoas.plan.respond import Decision
from psoas.plan.response_rules import Referral
from psoas.practice.hurting import act_on
from psoas.safety.schedule import CheckKind
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

WHATS = ("sharp", "tingling", "too_much", "dizzy", "weak", "chest")
fewer = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def began(sam):
    """A session of Sam's in its first steps."""
    record, planned = sam.session()
    assert len(planned.steps) > 2
    return record


def now(person, record):
    """The session as it goes on."""
    return person.practice.planned(person.practice.session(record.id))


def holding(numbers, exercise="pelvic_tilt"):
    """A session in which something hurt so often."""
    hurts = tuple({"exercise": exercise} for _ in range(numbers))
    return SessionRecord(id="s", on=None, plan={}, hurts=hurts)


def decided(decision, **more):
    return Decision(decision=decision, rules_version="", **more)


@pytest.mark.parametrize(
    ("decision", "act"),
    [
        ("progress", "ease"),
        ("hold", "ease"),
        ("regress", "ease"),
        ("swap", "swap"),
        ("calm_list", "end"),
        ("end_session", "end"),
        ("rest_day", "end"),
        ("stop_see_clinician", "card"),
        ("stop_emergency", "card"),
    ],
)
def test_each_decision_is_one_thing_to_do_now(decision, act):
    assert act_on(decided(decision), holding(1), {"exercise": "pelvic_tilt"}).act == act


def test_the_second_time_easing_off_is_not_enough():
    again = act_on(decided("hold"), holding(2), {"exercise": "pelvic_tilt"})
    assert again.act == "skip"


def test_something_else_that_hurt_before_is_no_second_time():
    other = holding(2, exercise="cat_camel")
    assert act_on(decided("hold"), other, {"exercise": "pelvic_tilt"}).act == "ease"


@pytest.mark.parametrize(
    ("decision", "more", "card"),
    [
        ("stop_emergency", {}, "emergency"),
        ("stop_see_clinician", {}, "urgent"),
        ("stop_see_clinician", {"opens": ("post_op",)}, "see_clinician"),
        ("stop_see_clinician", {"opens": ("post_op",), "card": "pregnancy"}, "pregnancy"),
    ],
)
def test_the_card_is_the_one_that_is_named_else_that_of_the_flag(decision, more, card):
    act = act_on(decided(decision, **more), holding(1), {"exercise": "pelvic_tilt"})
    assert act.card == card


def test_only_what_stops_shows_a_card_or_asks():
    opening = {"opens": ("neuro_minor",), "until": "answered"}
    referral = Referral(when="1 week", locks=False)
    act = act_on(decided("hold", referral=referral, **opening), holding(1), {"exercise": "x"})
    assert (act.card, act.ask) == (None, ())


def test_what_waits_for_an_answer_asks_and_what_does_not_only_stops():
    opening = {"opens": ("neuro_minor",)}
    stop = decided("stop_emergency", until="answered", **opening)
    assert act_on(stop, holding(1), {"exercise": "x"}).ask == ("neuro_minor",)
    assert act_on(decided("stop_emergency", **opening), holding(1), {"exercise": "x"}).ask == ()


def test_too_much_goes_on_with_half_of_that_exercise_and_the_rest_as_it_was(sam, began):
    before = now(sam, began)
    act = sam.hurts(began, 1)
    after = now(sam, began)
    assert act.act == "ease"
    assert 2 * after.steps[1].amount.seconds <= before.steps[1].amount.seconds + 1
    assert (after.steps[0], after.steps[2:]) == (before.steps[0], before.steps[2:])


def test_it_goes_on_in_a_script_of_the_eased_session(sam, began):
    act = sam.hurts(began, 1)
    length = act.script.moments[-1].end
    assert 0 < act.resume_at < length
    assert length < sam.practice.script(sam.practice.planned(began)).moments[-1].end


@pytest.mark.parametrize(("what", "why"), [("dizzy", "interrupted"), ("chest", "worried")])
def test_where_it_stops_the_session_is_over_whatever_becomes_of_the_page(sam, began, what, why):
    sam.hurts(began, what=what)
    record = sam.practice.session(began.id)
    assert (record.ended["why"], record.ended["completed"]) == (why, "unknown")
    assert sam.practice.standing().unfinished is None


def test_after_pain_in_the_chest_nothing_is_open(sam, began):
    assert sam.hurts(began, what="chest").card == "emergency"
    assert not sam.practice.standing().may_move
    assert sam.begin().session is None


def test_after_weakness_every_question_comes_before_the_next_session(sam, began):
    act = sam.hurts(began, what="weak")
    assert set(act.ask) == {"neuro_major", "neuro_minor"}
    assert sam.practice.standing().check.kind is CheckKind.FULL
    assert sam.begin().session is None


def test_a_lost_answer_asked_again_only_leaves_the_exercise_out(sam, began):
    first = sam.hurts(began, 1, identity="hurt-again")
    stored = len(sam.happened())
    second = sam.hurts(began, 1, identity="hurt-again")
    assert (first.act, second.act) == ("ease", "skip")
    assert second.script is None and len(sam.happened()) == stored


def test_a_repeat_after_a_stop_still_stops(sam, began):
    first = sam.hurts(began, what="dizzy", identity="dizzy-again")
    stored = len(sam.happened())
    assert sam.hurts(began, what="dizzy", identity="dizzy-again") == first
    assert len(sam.happened()) == stored


def test_a_page_that_shows_another_exercise_changes_nothing_else(sam, began):
    before = now(sam, began)
    other = before.steps[2].exercise
    assert sam.hurts(began, 1, exercise=other).act == "skip"
    assert now(sam, began) == before


def test_the_third_time_it_is_left_out(sam, began):
    assert [sam.hurts(began, 1).act for _ in range(3)] == ["ease", "skip", "skip"]


@fewer
@given(
    who=persons(),
    hurts=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(WHATS)), min_size=1, max_size=4),
)
def test_this_hurts_never_makes_the_session_harder(somebody, who, hurts):
    person = somebody().described(who)
    begun = person.begin(back="unknown", leg="unknown", left="unknown", right="unknown")
    if begun.session is None:
        return
    record = person.practice.session(begun.session)
    for number, what in hurts:
        before = now(person, record)
        act = person.hurts(record, number % len(before.steps), what)
        assert_no_harder(person, before, now(person, record), act)


def assert_no_harder(person, before, after, act):
    """Each step is as it was, or less of it, or something gentler that suits the person."""
    rulings = verdicts(LIBRARY, person.practice.standing().person, before.on)
    assert len(after.steps) == len(before.steps)
    for old, new in zip(before.steps, after.steps, strict=True):
        if old.exercise == new.exercise:
            assert new.amount.seconds <= old.amount.seconds
        else:
            assert act.act == "swap"
            assert rulings[new.exercise].ruling is not Ruling.AVOID
            assert new.exercise not in {step.exercise for step in before.steps}


@fewer
@given(who=persons(), number=st.integers(0, 30), what=st.sampled_from(WHATS))
def test_what_hurt_is_never_more_the_next_time_nor_counted_as_good(somebody, who, number, what):
    person = somebody().described(who)
    begun = person.begin(back="unknown", leg="unknown", left="unknown", right="unknown")
    if begun.session is None:
        return
    record = person.practice.session(begun.session)
    steps = person.practice.planned(record).steps
    exercise = LIBRARY.exercises[steps[number % len(steps)].exercise]
    usual = start_amount(exercise, person.practice.memory().person, LIBRARY.caps)
    person.hurts(record, number % len(steps), what)
    person.does_all(record)
    person.responds(person.practice.session(record.id))
    person.clock.later(days=1)
    learned = person.practice.standing().memory.learned[exercise.id]
    assert learned.good_streak == 0
    assert learned.amount is None or learned.amount.seconds <= usual.seconds

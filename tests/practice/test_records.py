from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import SETTLED, advice

from psoas.plan.events import EventKind
from psoas.safety.clearance import Answer, Reply, Sessions, Triage
from psoas.safety.flags import load_flags
from psoas.safety.schedule import CheckKind

FLAGS = load_flags()
NO = Answer(reply=Reply.NO)
YES = Answer(reply=Reply.YES)


def replies_to(flags):
    return st.dictionaries(st.sampled_from(sorted(flags)), st.sampled_from(["yes", "unsure"]))


def test_what_is_stored_is_of_now_and_of_this_person(sam):
    event = sam.happened()[0]
    assert (event.person, event.at, event.on) == (sam.name, sam.clock(), sam.clock().date())


def test_nobody_sees_what_another_person_told(sam, somebody):
    other = somebody()
    assert sam.happened() and not other.happened()
    assert other.practice.standing().new


def test_several_things_are_stored_in_their_order(sam):
    sam.practice.record_all([(EventKind.SETTINGS, {"rate": 2}), (EventKind.SETTINGS, {"rate": 1})])
    assert sam.practice.setting("rate") == 1


def test_a_setting_nobody_chose_is_the_usual_one(sam):
    assert sam.practice.setting("country", "elsewhere") == "elsewhere"
    assert sam.practice.player_settings()["tones"] is True


def test_the_player_gets_what_the_person_chose(sam):
    sam.practice.record(EventKind.SETTINGS, {"tones": False, "country": "NZ"})
    chosen = sam.practice.player_settings()
    assert chosen["tones"] is False and "country" not in chosen


def test_all_the_flags_are_a_full_check(sam):
    assert sam.practice.memory().full_check_on == sam.clock().date()


def test_a_few_flags_are_no_full_check_whatever_is_said(somebody):
    person = somebody()
    person.practice.answer("full", dict.fromkeys(FLAGS.short, NO))
    assert person.practice.memory().full_check_on is None
    assert not person.practice.standing().may_move


def test_what_was_answered_is_kept_with_its_contexts(somebody):
    person = somebody()
    given = Answer(
        reply=Reply.YES, context=frozenset({"b", "a"}), unsure_context=frozenset({"c"})
    )  # fmt: skip
    person.practice.answer("short", {"neuro_major": given})
    (event,) = person.happened(EventKind.CHECK_ANSWERED)
    told = {"reply": "yes", "context": ["a", "b"], "unsure_context": ["c"]}
    assert event.data["flags"] == {"neuro_major": told}


def test_nothing_new_answers_the_short_question_for_one_session(sam):
    sam.session()
    assert sam.practice.standing().check.kind is CheckKind.SHORT
    sam.practice.nothing_new()
    assert sam.practice.standing().check.kind is CheckKind.NONE


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies=replies_to(FLAGS.by_id))
def test_nothing_new_never_opens_what_an_answer_closed(somebody, replies):
    person = somebody().described(**replies)
    before = person.practice.standing().clearance
    person.practice.nothing_new()
    assert person.practice.standing().clearance.sessions >= before.sessions


def test_nothing_new_says_nothing_while_every_question_is_due(sam):
    record, _ = sam.session()
    sam.hurts(record, what="weak")
    assert sam.practice.standing().check.kind is CheckKind.FULL
    sam.practice.nothing_new()
    assert sam.practice.standing().check.kind is CheckKind.FULL


def test_an_assessment_opens_what_waited_for_it(somebody):
    person = somebody().described(steroid_long="yes")
    assert person.practice.standing().clearance.sessions is Sessions.CALM
    person.practice.assessed(["steroid_long"], "Dr Okoye", person.clock().date())
    assert person.practice.standing().clearance.sessions is Sessions.ALL


def test_what_a_physiotherapist_says_counts(sam):
    sam.practice.advise(advice("avoid", "pelvic_tilt", given_on=sam.clock().date()))
    (told,) = sam.practice.standing().person.advice
    assert (told.exercise, told.who) == ("pelvic_tilt", "Sam")
    assert "pelvic_tilt" not in {step.exercise for step in sam.session()[1].steps}


def test_a_morning_is_told_once(sam):
    told = {"pain": 2, "left": 0, "right": 0, "up_under_1h": True}
    sam.practice.wake(told)
    sam.practice.wake({**told, "pain": 9})
    (event,) = sam.happened(EventKind.MORNING)
    assert event.data["pain"] == 2


def test_bad_mornings_start_a_flare_at_once(sam):
    record, _ = sam.session()
    sam.does_all(record)
    for _day in range(3):
        sam.clock.later(days=1)
        sam.practice.wake({"pain": 8, "left": 0, "right": 0, "up_under_1h": False})
    assert sam.happened(EventKind.FLARE_STARTED)
    assert sam.practice.standing().flare


@pytest.mark.parametrize("flag", sorted(FLAGS.by_id))
def test_an_urgent_flag_is_told_before_it_is_stored(sam, flag):
    before = len(sam.happened())
    closing = sam.practice.closing({**dict.fromkeys(FLAGS.by_id, NO), flag: YES})
    assert len(sam.happened()) == before
    sam.checked(**{flag: "yes"})
    assert bool(closing) == (sam.practice.standing().clearance.triage >= Triage.URGENT_24_48H)


def test_a_flag_that_closed_already_is_not_told_again(somebody):
    person = somebody().described(ces_saddle="yes")
    assert person.practice.closing({"ces_saddle": YES}) == ()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies=replies_to(FLAGS.by_id), hours=st.integers(0, 24 * 400))
def test_what_a_danger_sign_closed_stays_closed_however_long(somebody, replies, hours):
    person = somebody().described(SETTLED, **replies)
    before = person.practice.standing()
    person.clock.now += timedelta(hours=hours)
    after = person.practice.standing()
    assert after.clearance.sessions >= before.clearance.sessions

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.safety.clearance import Answer, Answers, Cleared, Reply, Sessions, Triage
from psoas.safety.flags import load_flags
from psoas.safety.screen import screen
from psoas.safety.standing import as_of, standing, still_cleared, with_age

FLAGS = load_flags()
DAY_1 = date(2026, 3, 1)
DAY_8 = date(2026, 3, 8)
DAY_20 = date(2026, 3, 20)
YES, NO, UNSURE = (Answer(reply=reply) for reply in (Reply.YES, Reply.NO, Reply.UNSURE))
OLD = Answer(reply=Reply.YES, context=frozenset({"old_stable_assessed"}))


def full(on, **given):
    return Answers(on=on, flags={**dict.fromkeys(FLAGS.by_id, NO), **given})


def short(on, **given):
    flags = {**dict.fromkeys(FLAGS.short, NO), **given}
    return Answers(on=on, flags=flags, asked=frozenset(FLAGS.short))


def first(**given):
    return standing(Answers(on=DAY_1), full(DAY_1, **given))


def kept(before, after, identity="aaa_known", on=DAY_8, cleared_on=DAY_1):
    new = Answers(on=on, flags={identity: after} if after else {})
    previous = {identity: before} if before else {}
    return identity in still_cleared(previous, new, {identity: Cleared(on=cleared_on)})


def test_a_clearing_holds_while_the_answer_stays():
    assert kept(YES, YES, on=DAY_20)


def test_a_clearing_holds_while_the_flag_is_not_asked():
    assert kept(YES, None)


@pytest.mark.parametrize("before, after", [(YES, NO), (NO, YES), (UNSURE, YES), (None, YES)])
def test_a_clearing_ends_when_the_answer_changes(before, after):
    assert not kept(before, after)


def test_a_clearing_ends_when_a_context_changes():
    assert not kept(YES, OLD, "neuro_minor")


@pytest.mark.parametrize("on, holds", [(DAY_1 + timedelta(days=14), True), (DAY_20, False)])
def test_new_in_two_weeks_is_not_covered_by_an_older_assessment(on, holds):
    assert kept(YES, YES, "ces_saddle", on=on) is holds


def test_no_stays_no_however_old_the_assessment():
    assert kept(NO, NO, "ces_saddle", on=DAY_20)


def test_the_clearing_of_a_gate_stays():
    cleared = {"knee_replacement": Cleared(on=DAY_1)}
    assert still_cleared({}, full(DAY_20), cleared) == cleared


def test_a_short_check_keeps_what_it_did_not_ask():
    clearance = screen(standing(first(thoracic=YES), short(DAY_8)))
    assert [flag.id for flag in clearance.flags] == ["thoracic"]
    assert clearance.ask_again == DAY_1 + timedelta(days=14)


@pytest.mark.parametrize("after", [NO, OLD])
def test_a_locked_flag_is_not_undone_by_a_milder_answer(after):
    state = standing(first(neuro_major=YES), full(DAY_8, neuro_major=after))
    assert screen(state).sessions is Sessions.NONE


def test_an_assessment_undoes_it_even_when_the_answer_is_no_by_then():
    locked = replace(first(ces_saddle=YES), cleared={"ces_saddle": Cleared(on=DAY_8)})
    state = standing(locked, full(DAY_8))
    assert screen(state).triage is Triage.GO_AHEAD
    assert state.cleared == {}


def test_a_new_yes_after_that_is_raised_again():
    locked = replace(first(ces_saddle=YES), cleared={"ces_saddle": Cleared(on=DAY_8)})
    state = standing(standing(locked, full(DAY_8)), short(DAY_20, ces_saddle=YES))
    assert screen(state).triage is Triage.EMERGENCY_NOW


def test_an_assessed_flag_is_not_raised_again_while_nothing_changed():
    locked = replace(first(lump=YES), cleared={"lump": Cleared(on=DAY_8)})
    assert screen(standing(locked, full(DAY_20, lump=YES))).triage is Triage.GO_AHEAD


def test_a_see_a_clinician_flag_follows_the_latest_answer():
    state = standing(first(post_op=YES), full(DAY_20))
    assert screen(state).sessions is Sessions.ALL


def test_a_worse_answer_counts_at_once():
    state = standing(first(neuro_minor=OLD), short(DAY_8, neuro_minor=YES))
    assert screen(state).triage is Triage.URGENT_24_48H


def test_short_checks_alone_never_make_a_full_one():
    state = standing(Answers(on=DAY_1), short(DAY_1))
    assert state.full_check_on is None
    rest = {identity: NO for identity in FLAGS.by_id if identity not in FLAGS.short}
    pieced = standing(state, Answers(on=DAY_8, flags=rest))
    assert screen(pieced).ask_again == DAY_8


ANSWERS = st.dictionaries(
    st.sampled_from(list(FLAGS.by_id)), st.sampled_from([YES, NO, UNSURE]), max_size=4
)


@given(before=ANSWERS, after=ANSWERS)
@settings(max_examples=150)
def test_no_new_check_opens_what_an_earlier_one_locked(before, after):
    locked = standing(Answers(on=DAY_1), full(DAY_1, **before))
    state = standing(locked, full(DAY_8, **after))
    if screen(locked).triage >= Triage.URGENT_24_48H:
        assert screen(state).triage >= screen(locked).triage
    assert screen(state).triage >= screen(full(DAY_8, **after)).triage


@pytest.mark.parametrize("days", [0, 1, 13])
def test_a_check_counts_for_two_weeks(days):
    answers = full(DAY_1)
    assert as_of(answers, DAY_1 + timedelta(days=days)) == answers


@pytest.mark.parametrize("days", [14, 400, -1])
def test_an_old_check_or_one_still_to_come_opens_nothing(days):
    clearance = screen(as_of(full(DAY_1), DAY_1 + timedelta(days=days)))
    assert clearance.sessions is Sessions.NONE
    assert set(clearance.unanswered) == set(FLAGS.by_id)


def test_a_danger_sign_does_not_grow_old():
    clearance = screen(as_of(full(DAY_1, cardiac=YES), DAY_1 + timedelta(days=40)))
    assert clearance.triage is Triage.EMERGENCY_NOW


@pytest.mark.parametrize("age", [None, 18, 70])
def test_an_adult_is_as_they_answered(age):
    assert with_age(full(DAY_1), age) == full(DAY_1)


def test_someone_under_18_is_sent_to_a_clinician_whatever_they_answered():
    clearance = screen(with_age(full(DAY_1), 17))
    assert (clearance.sessions, clearance.triage) == (
        Sessions.NONE,
        Triage.SEE_CLINICIAN_BEFORE_STARTING,
    )

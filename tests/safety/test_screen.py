from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.safety.clearance import Answer, Answers, Cleared, Reply, Sessions, Triage
from psoas.safety.flags import Unsure, load_flags
from psoas.safety.screen import screen

FLAGS = load_flags()
ON = date(2026, 3, 30)
YES, NO, UNSURE = (Answer(reply=reply) for reply in (Reply.YES, Reply.NO, Reply.UNSURE))


def yes(*context, unsure=()):
    return Answer(reply=Reply.YES, context=frozenset(context), unsure_context=frozenset(unsure))


def answers(**given):
    return Answers(on=ON, flags={**dict.fromkeys(FLAGS.by_id, NO), **given})


def concluded(**given):
    clearance = screen(answers(**given))
    return clearance.triage, clearance.sessions


EMERGENCY = (Triage.EMERGENCY_NOW, Sessions.NONE)
URGENT = (Triage.URGENT_24_48H, Sessions.NONE)
CALM = (Triage.SEE_CLINICIAN_BEFORE_STARTING, Sessions.CALM)
GO = (Triage.GO_AHEAD, Sessions.ALL)


def test_all_no_is_go_ahead():
    assert concluded() == GO
    assert screen(answers()).flags == ()


@pytest.mark.parametrize("flag", FLAGS.by_id.values(), ids=lambda flag: flag.id)
def test_a_yes_calls_for_what_the_flag_says(flag):
    clearance = screen(answers(**{flag.id: YES}))
    assert (clearance.triage, clearance.sessions) == (flag.triage, flag.sessions)
    assert [(raised.id, raised.card) for raised in clearance.flags] == [(flag.id, flag.card)]


@pytest.mark.parametrize("flag", FLAGS.by_id.values(), ids=lambda flag: flag.id)
def test_not_sure_is_a_yes_or_only_shows_the_card(flag):
    clearance = screen(answers(**{flag.id: UNSURE}))
    raised = clearance.flags[0]
    assert (raised.id, raised.card) == (flag.id, flag.card)
    assert raised.card_only is (flag.unsure is Unsure.SHOW_CARD)
    assert clearance.triage == (Triage.GO_AHEAD if raised.card_only else flag.triage)
    assert clearance.sessions == (Sessions.ALL if raised.card_only else flag.sessions)


@pytest.mark.parametrize("flag, context, expected", [
    ("ces_sexual", "unchanged_over_14_days", URGENT),
    ("neuro_major", "old_stable_assessed", GO),
    ("neuro_minor", "old_stable_assessed", GO),
    ("trauma_major", "over_6_weeks_ago_and_examined", GO),
    ("night_pain", "stable_over_4_weeks", CALM),
    ("infection_fever", "septic_signs", EMERGENCY),
    ("dvt", "chest_pain_or_breathless", EMERGENCY),
    ("not_improving", "already_assessed", GO),
    ("not_improving", "worsening", CALM),
])  # fmt: skip
def test_a_context_changes_what_the_flag_calls_for(flag, context, expected):
    assert concluded(**{flag: yes(context)}) == expected


@pytest.mark.parametrize("flag, context, card", [
    ("ces_sexual", "unchanged_over_14_days", "urgent"),
    ("night_pain", "stable_over_4_weeks", "see_clinician"),
    ("infection_fever", "septic_signs", "emergency"),
    ("dvt", "chest_pain_or_breathless", "emergency"),
])  # fmt: skip
def test_the_card_fits_the_level_that_the_context_gives(flag, context, card):
    assert [raised.card for raised in screen(answers(**{flag: yes(context)})).flags] == [card]


def test_a_flag_that_its_context_settles_is_not_raised():
    assert screen(answers(neuro_minor=yes("old_stable_assessed"))).flags == ()


def test_of_several_contexts_the_most_severe_decides():
    assert concluded(not_improving=yes("already_assessed", "worsening")) == CALM


def test_a_context_that_needs_to_be_alone_does_not_count_beside_another_of_its_category():
    given = {"ces_sexual": yes("unchanged_over_14_days"), "ces_saddle": YES}
    levels = {raised.id: raised.triage for raised in screen(answers(**given)).flags}
    assert levels["ces_sexual"] is Triage.EMERGENCY_NOW


def test_it_counts_beside_a_flag_of_another_category():
    given = {"ces_sexual": yes("unchanged_over_14_days"), "thoracic": YES}
    assert concluded(**given) == URGENT


@pytest.mark.parametrize("other", [YES, yes("old_stable_assessed"), UNSURE])
def test_alone_in_all_means_that_no_other_flag_at_all_is_yes(other):
    assert concluded(night_pain=yes("stable_over_4_weeks"), neuro_minor=other) == URGENT


def test_a_flag_that_only_shows_its_card_leaves_another_alone():
    assert concluded(night_pain=yes("stable_over_4_weeks"), thoracic=UNSURE) == CALM


def test_a_flag_that_was_cleared_leaves_another_alone():
    check = answers(ces_sexual=yes("unchanged_over_14_days"), ces_saddle=YES)
    cleared = {"ces_saddle": Cleared(on=ON)}
    assert screen(replace(check, cleared=cleared)).triage is Triage.URGENT_24_48H


def test_nobody_is_alone_among_flags_that_were_not_answered():
    some = {"ces_sexual": yes("unchanged_over_14_days")}
    assert screen(Answers(on=ON, flags=some)).triage is Triage.EMERGENCY_NOW


@pytest.mark.parametrize("flag, context, expected", [
    ("neuro_major", "old_stable_assessed", EMERGENCY),
    ("night_pain", "stable_over_4_weeks", URGENT),
    ("dvt", "chest_pain_or_breathless", EMERGENCY),
    ("infection_fever", "septic_signs", EMERGENCY),
])  # fmt: skip
def test_not_sure_about_a_context_never_lowers_and_does_raise(flag, context, expected):
    assert concluded(**{flag: yes(unsure=[context])}) == expected


def test_not_sure_whether_it_worsens_keeps_an_assessed_pain_at_see_a_clinician():
    assert concluded(not_improving=yes("already_assessed", unsure=["worsening"])) == CALM


def test_not_sure_with_a_clear_yes_to_a_context_that_lowers_nothing_is_a_yes():
    unsure = Answer(reply=Reply.UNSURE, context=frozenset({"worsening"}))
    assert concluded(not_improving=unsure) == CALM


def test_a_crisis_alone_leaves_the_calm_list_open():
    assert concluded(mental_crisis=YES) == (Triage.EMERGENCY_NOW, Sessions.CALM)


def test_a_crisis_beside_another_emergency_closes_everything():
    assert concluded(mental_crisis=YES, ces_saddle=YES) == EMERGENCY


def test_the_most_severe_flag_comes_first():
    raised = screen(answers(thoracic=YES, lump=YES, cord=YES)).flags
    assert [flag.id for flag in raised] == ["cord", "lump", "thoracic"]


def test_a_cleared_flag_counts_as_no():
    check = replace(answers(ces_saddle=YES), cleared={"ces_saddle": Cleared(on=ON)})
    assert screen(check).triage is Triage.GO_AHEAD
    assert screen(check).flags == ()


def test_a_flag_cleared_in_the_future_is_not_cleared():
    cleared = {"ces_saddle": Cleared(on=ON + timedelta(days=1))}
    assert screen(replace(answers(ces_saddle=YES), cleared=cleared)).triage == EMERGENCY[0]


def test_clearing_a_flag_does_not_answer_it():
    flags = {identity: NO for identity in FLAGS.by_id if identity != "post_op"}
    check = Answers(on=ON, flags=flags, cleared={"post_op": Cleared(on=ON)})
    assert screen(check).unanswered == ("post_op",)


def test_an_unfinished_check_opens_nothing_and_says_what_is_missing():
    clearance = screen(Answers(on=ON))
    assert clearance.sessions is Sessions.NONE
    assert clearance.unanswered == tuple(FLAGS.by_id)


def test_a_short_check_asks_only_the_short_screen():
    short = frozenset(FLAGS.short)
    check = Answers(on=ON, flags=dict.fromkeys(short, NO), asked=short)
    assert (screen(check).unanswered, screen(check).sessions) == ((), Sessions.ALL)


def test_a_check_that_asked_nothing_still_misses_the_short_screen():
    assert screen(Answers(on=ON, asked=frozenset())).unanswered == FLAGS.short


def test_gates_are_open_until_cleared_and_never_lock():
    check = replace(answers(), conditions=frozenset({"knee_replacement", "knee_oa"}))
    assert screen(check).open_gates == ("knee_replacement",)
    assert screen(check).sessions is Sessions.ALL
    cleared = {"knee_replacement": Cleared(on=ON)}
    assert screen(replace(check, cleared=cleared)).open_gates == ()


def test_who_knows_more_of_the_gates_may_say_which_are_open():
    check = replace(answers(), conditions=frozenset({"knee_replacement"}))
    assert screen(check, open_gates=()).open_gates == ()


def test_a_finished_check_is_asked_again_in_two_weeks():
    assert screen(answers(thoracic=YES)).ask_again == date(2026, 4, 13)


@pytest.mark.parametrize("days, again", [(4, 10), (20, 0)])
def test_it_counts_from_the_last_full_check(days, again):
    check = replace(answers(), full_check_on=ON - timedelta(days=days))
    assert screen(check).ask_again == ON + timedelta(days=again)


@pytest.mark.parametrize("check", [
    Answers(on=ON),
    answers(ces_saddle=YES),
    answers(post_op=YES),
    answers(mental_crisis=YES),
    replace(answers(), asked=frozenset(FLAGS.short)),
], ids=["unfinished", "emergency", "closed", "crisis", "short"])  # fmt: skip
def test_what_is_not_settled_is_asked_again_the_same_day(check):
    assert screen(check).ask_again == ON


def test_the_end_of_the_calendar_is_no_fault():
    assert screen(replace(answers(), on=date.max)).ask_again == date.max


# What must hold for every check there is.


def every_answer(flag):
    contexts = st.frozensets(st.sampled_from([c.id for c in flag.contexts] or [""])).map(
        lambda chosen: chosen - {""}
    )
    return st.builds(
        Answer, reply=st.sampled_from(Reply), context=contexts, unsure_context=contexts
    )


MOSTLY_NO = {flag.id: st.just(NO) | every_answer(flag) for flag in FLAGS.by_id.values()}
SOME = st.dictionaries(st.sampled_from(list(FLAGS.by_id)), st.just(Cleared(on=ON)), max_size=3)


@st.composite
def checks(draw):
    """Up to six flags answered in any way, up to two not at all, up to three cleared."""
    ids = st.lists(st.sampled_from(list(FLAGS.by_id)), max_size=6, unique=True)
    given = {identity: draw(MOSTLY_NO[identity]) for identity in draw(ids)}
    missing = draw(st.frozensets(st.sampled_from(list(FLAGS.by_id)), max_size=2))
    flags = {**dict.fromkeys(FLAGS.by_id, NO), **given}
    return Answers(
        on=ON,
        flags={key: value for key, value in flags.items() if key not in missing},
        cleared=draw(SOME),
    )


def no_milder(after, before):
    a, b = screen(after), screen(before)
    return a.triage >= b.triage and a.sessions >= b.sessions


@given(checks(), st.sampled_from(list(FLAGS.by_id)), st.sampled_from([YES, UNSURE]))
@settings(max_examples=200)
def test_adding_a_yes_or_a_not_sure_never_makes_it_milder(check, flag, answer):
    before = replace(check, flags={**check.flags, flag: NO})
    assert no_milder(replace(check, flags={**check.flags, flag: answer}), before)


@given(checks())
@settings(max_examples=200)
def test_losing_a_clearing_never_makes_it_milder(check):
    for identity in check.cleared:
        rest = {key: value for key, value in check.cleared.items() if key != identity}
        assert no_milder(replace(check, cleared=rest), check)


@given(checks(), st.sampled_from([flag for flag in FLAGS.by_id.values() if flag.contexts]))
@settings(max_examples=200)
def test_losing_a_lowering_context_never_makes_it_milder(check, flag):
    lowering = frozenset(c.id for c in flag.contexts if c.triage < flag.triage)
    with_it = replace(check, flags={**check.flags, flag.id: yes(*lowering)})
    without = replace(check, flags={**check.flags, flag.id: YES})
    unsure = replace(check, flags={**check.flags, flag.id: yes(unsure=lowering)})
    assert no_milder(without, with_it)
    assert no_milder(unsure, with_it)


@given(checks(), st.sampled_from(list(FLAGS.by_id)))
@settings(max_examples=200)
def test_taking_an_answer_away_never_opens_anything(check, flag):
    rest = {key: value for key, value in check.flags.items() if key != flag}
    assert screen(replace(check, flags=rest)).sessions is Sessions.NONE


@given(checks())
@settings(max_examples=200)
def test_nothing_is_open_under_an_emergency_or_urgent_flag_but_calm_in_a_crisis(check):
    clearance = screen(check)
    for flag in clearance.flags:
        if flag.triage >= Triage.URGENT_24_48H and flag.id != "mental_crisis":
            assert clearance.sessions is Sessions.NONE
    if clearance.triage is Triage.EMERGENCY_NOW:
        assert clearance.sessions >= Sessions.CALM


@given(checks())
@settings(max_examples=100)
def test_whatever_is_not_open_has_a_reason(check):
    clearance = screen(check)
    if clearance.sessions is not Sessions.ALL:
        assert clearance.flags or clearance.unanswered

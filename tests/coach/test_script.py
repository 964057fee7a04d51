from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Position, Side
from psoas.body.positions import seconds_to_change
from psoas.coach import Manner, MomentKind, UnknownExercise, Words, write
from psoas.coach.words import speech_seconds
from psoas.library import Kind

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def kinds(script):
    return [moment.kind.value for moment in script.moments]


def only(script, kind):
    return [moment for moment in script.moments if moment.kind is kind]


@pytest.fixture
def script(library, planned, session):
    def of(*steps, **options):
        return write(session(*steps), library, Manner(**options))

    return of


def test_a_stretch_is_written_out_from_getting_ready_to_the_end(script, planned):
    written = script(planned("stretch", LEFT, RIGHT, repetitions=2))
    side = ["step", "step", "count_in", "hold", "rest", "count_in", "hold", "out", "out"]
    assert kinds(written) == ["ready", *side, "switch", *side, "end"]


def test_the_sides_are_named_and_filled_in(script, planned):
    written = script(planned("stretch", RIGHT, LEFT))
    said = [moment.say for moment in written.moments]
    assert "The right side first." in said[0]
    assert "Lift your right leg, not the left." in said
    assert "Now the left side." in said
    assert only(written, MomentKind.HOLD)[0].shows == "The right leg up."


def test_one_side_alone_is_not_called_the_first(script, planned):
    assert "The left side." in script(planned("stretch", LEFT)).moments[0].say


def test_both_sides_together_name_no_side(script, planned):
    assert "side" not in script(planned("rest", BOTH, hold=60)).moments[0].say


def test_the_second_way_in_takes_less_time(script, planned):
    steps = only(script(planned("stretch", LEFT, RIGHT)), MomentKind.STEP)
    first, second = steps[:2], steps[2:]
    assert sum(m.seconds for m in second) < sum(m.seconds for m in first)


def test_what_changes_for_this_person_is_always_said(script, planned):
    for words in Words:
        written = script(planned("stretch", LEFT, how=("Half the range.",)), words=words)
        assert "Half the range." in written.moments[0].say


def test_getting_ready_takes_longer_when_the_position_changes(script, planned):
    written = script(planned("rest"), planned("stretch", LEFT), planned("bare", LEFT))
    same, changed = only(written, MomentKind.READY)[1:]
    assert same.seconds >= seconds_to_change(Position.SUPINE, Position.SUPINE)
    assert changed.seconds >= seconds_to_change(Position.SUPINE, Position.STANDING)
    assert "Come to standing" in changed.say
    assert "onto your back" not in same.say


def test_the_first_getting_ready_takes_ten_seconds_at_least(script, planned):
    assert script(planned("walk", hold=120), words=Words.COUNTS).moments[0].seconds >= 10


def test_getting_ready_counts_down(script, planned):
    written = script(planned("stretch", LEFT), planned("rest"))
    assert all(moment.counts for moment in only(written, MomentKind.READY))


def test_the_next_exercise_is_announced_by_name_on_the_way_out(script, planned):
    written = script(planned("stretch", LEFT, RIGHT), planned("rest"))
    outs = [m for m in only(written, MomentKind.OUT) if m.step == 0]
    assert [("Next: Rest." in m.say) for m in outs] == [False, False, False, True]


def test_what_comes_next_is_the_other_side_then_the_exercise_then_the_end(script, planned):
    written = script(planned("stretch", LEFT, RIGHT), planned("rest"))
    shown = list(dict.fromkeys(moment.next for moment in written.moments))
    assert shown == ["the right side", "Rest", "the end", ""]


def test_a_long_enough_hold_tells_half_way_and_the_last_seconds(script, planned):
    cues = {
        c.say: c.at
        for c in only(script(planned("stretch", LEFT, hold=30)), MomentKind.HOLD)[0].cues
    }
    assert cues["Half-way."] == 15
    assert cues["Five seconds."] == 25
    assert "A gentle pull." in cues


def test_a_short_hold_is_left_in_peace(script, planned):
    assert only(script(planned("stretch", LEFT, hold=5)), MomentKind.HOLD)[0].cues == ()


def test_a_hold_counts_down_and_says_which_it_is(script, planned):
    holds = only(script(planned("stretch", LEFT, repetitions=2)), MomentKind.HOLD)
    assert [(m.repetition, m.repetitions, m.counts) for m in holds] == [(1, 2, True), (2, 2, True)]
    assert [m.say for m in holds] == ["Stay here.", "Hold. 2 of 2."]


def test_own_words_too_long_for_a_hold_are_left_out(library, planned, session):
    wordy = replace(library.exercises["stretch"], hold="Stay " * 40)
    changed = replace(library, exercises={"stretch": wordy})
    written = write(session(planned("stretch", LEFT, hold=10)), changed)
    assert only(written, MomentKind.HOLD)[0].say == "Hold."


def test_the_count_in_is_three_two_one(script, planned):
    moment = only(script(planned("stretch", LEFT)), MomentKind.COUNT_IN)[0]
    assert [moment.say, *(c.say for c in moment.cues)] == ["Three", "Two", "One"]


def test_a_slider_is_never_held_and_no_part_of_it_exceeds_the_cap(script, planned):
    written = script(planned("slider", LEFT, hold=30, repetitions=5, sets=2))
    moves = only(written, MomentKind.MOVE)
    assert only(written, MomentKind.HOLD) == []
    assert len(moves) == 10
    for move in moves:
        times = [beat.at for beat in move.beats] + [move.seconds]
        assert all(later - earlier <= 3 for earlier, later in pairwise(times))


def test_a_movement_keeps_one_rhythm(script, planned):
    moves = only(script(planned("roll", hold=2, repetitions=4)), MomentKind.MOVE)
    assert {move.seconds for move in moves} == {8}
    assert [move.say for move in moves] == ["One.", "Two.", "Three.", "And the last one."]
    assert moves[0].cues[0].say == "And lower."
    assert moves[2].cues == ()


def test_a_movement_is_slowed_down_where_its_dose_asks_for_more(script, planned):
    moves = only(script(planned("roll", hold=16)), MomentKind.MOVE)
    assert moves[0].seconds == 16
    assert [beat.at for beat in moves[0].beats] == [0, 8]


def test_a_movement_is_told_before_its_rhythm_begins(script, planned):
    steps = only(script(planned("roll", repetitions=3)), MomentKind.STEP)
    assert steps[-1].say == "It goes like this. Lift. And lower. Stay here. Breathe slowly."


def test_a_movement_without_written_parts_still_has_a_rhythm(script, planned):
    moves = only(script(planned("nod", hold=4, repetitions=2)), MomentKind.MOVE)
    assert [move.seconds for move in moves] == [4, 4]


def test_reminders_come_now_and_then_in_a_movement(script, planned):
    moves = only(script(planned("bridge", hold=1, repetitions=6)), MomentKind.MOVE)
    told = [move.repetition for move in moves for cue in move.cues if cue.say == "Shoulders soft."]
    assert told == [3, 5]


def test_between_two_sets_there_is_a_rest(script, planned):
    rests = only(script(planned("bridge", repetitions=2, sets=3)), MomentKind.REST)
    assert [m.say for m in rests] == [
        "Rest. Set 2 of 3 comes next.",
        "Rest. Set 3 of 3 comes next.",
    ]


def test_a_long_rest_has_few_words(script, planned):
    moment = only(script(planned("rest", hold=240)), MomentKind.EASE)[0]
    assert len(moment.cues) <= 240 / 30
    assert [c.say for c in moment.cues][-2:] == ["One minute left.", "Nearly done."]


def test_it_ends_warmly_by_how_high_the_body_is(script, planned):
    for identity, words in (("rest", "roll onto"), ("crawl", "firm"), ("walk", "Stand or sit")):
        assert words in script(planned(identity, hold=60)).moments[-1].say


def test_short_words_tell_the_way_in_once(script, planned):
    written = script(planned("stretch", LEFT, RIGHT), words=Words.SHORT)
    said = [m.say for m in only(written, MomentKind.STEP)]
    assert said == [
        "Lie down on your back.",
        "Lift your left leg, not the right.",
        "Lift your right leg, not the left.",
    ]
    holds = only(written, MomentKind.HOLD)
    assert {c.say for m in holds for c in m.cues} == {"Half-way.", "Five seconds."}


def test_counts_only_says_names_sides_and_counts(script, planned):
    written = script(planned("stretch", LEFT, RIGHT), planned("walk", hold=120), words=Words.COUNTS)
    assert {m.say for m in only(written, MomentKind.STEP)} == {""}
    assert only(written, MomentKind.WALK)[0].say == "2 minutes."
    assert written.moments[-2].say == "Slow down, and come to a stop."


def test_a_new_exercise_is_told_in_full_however_few_words_are_liked(script, planned):
    options = {"words": Words.COUNTS, "familiar": frozenset({"rest"})}
    written = script(planned("stretch", LEFT), planned("rest"), **options)
    spoken = {m.step for m in only(written, MomentKind.STEP) if m.say}
    assert spoken == {0}


def test_an_empty_session_has_an_empty_script(script):
    assert script().moments == ()
    assert script().seconds == 0


def test_an_unknown_exercise_is_named(script, planned):
    with pytest.raises(UnknownExercise, match="“flying”"):
        script(replace(planned("rest"), exercise="flying"))


IDS = ("stretch", "bare", "slider", "roll", "bridge", "nod", "rest", "walk", "crawl")
SIDES = st.sampled_from([(LEFT, RIGHT), (RIGHT, LEFT), (LEFT,), (RIGHT,), (BOTH,)])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(IDS), SIDES, st.integers(1, 300), st.integers(1, 6), st.integers(1, 3)
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(chosen=STEPS, words=st.sampled_from(list(Words)), rate=st.floats(0.5, 2))
def test_any_script_is_sound(library, planned, session, chosen, words, rate):
    steps = [
        planned(identity, *sides, hold=hold, repetitions=repetitions, sets=sets)
        for identity, sides, hold, repetitions, sets in chosen
    ]
    written = write(session(*steps), library, Manner(words=words, rate=rate))
    _has_no_gaps(written)
    _gives_each_side_the_same(written)
    _gives_the_planned_dose(written, steps, library)
    _lets_every_text_be_said(written, rate)


def _has_no_gaps(script):
    assert script.moments[0].start == 0
    assert all(a.end == pytest.approx(b.start, abs=0.01) for a, b in pairwise(script.moments))
    assert script.moments[-1].kind is MomentKind.END
    assert all(moment.seconds > 0 for moment in script.moments)


def _gives_each_side_the_same(script):
    dose = defaultdict(lambda: defaultdict(list))
    for moment in script.moments:
        if moment.kind.is_work:
            dose[moment.step][moment.side].append(moment.seconds)
    for sides in dose.values():
        assert len({tuple(seconds) for seconds in sides.values()}) == 1


def _gives_the_planned_dose(script, steps, library):
    for index, step in enumerate(steps):
        work = [m for m in script.moments if m.step == index and m.kind.is_work]
        amount = step.amount
        assert len(work) == amount.repetitions * amount.sets * len(step.sides)
        if library.exercises[step.exercise].kind in (Kind.STATIC, Kind.EASE, Kind.WALKING):
            assert {m.seconds for m in work} == {amount.hold_seconds}


def _lets_every_text_be_said(script, rate):
    for moment in script.moments:
        if not moment.kind.is_work and moment.kind is not MomentKind.COUNT_IN:
            assert speech_seconds(moment.say, rate) <= moment.seconds
        assert moment.say or moment.kind is MomentKind.STEP
        assert all(cue.say and 0 < cue.at < moment.seconds for cue in moment.cues)
        assert [cue.at for cue in moment.cues] == sorted(cue.at for cue in moment.cues)


def test_there_is_time_to_hear_and_do_what_changes(script, planned):
    plain, changed = (
        script(planned("stretch", LEFT, how=how)).moments[0].seconds
        for how in ((), ("Slow " * 10,))
    )
    assert changed >= plain + speech_seconds("Slow " * 10)


def test_what_to_fetch_is_told_once_before_the_session(library, planned, session):
    strapped = replace(library.exercises["stretch"], equipment=("strap", "wall"))
    changed = replace(library, exercises={**library.exercises, "stretch": strapped})
    steps = session(planned("walk", hold=60), planned("stretch", LEFT))
    first, *others = [m.say for m in write(steps, changed).moments]
    assert "Today you need a strap or a towel within reach." in first
    assert not [say for say in others if "you need" in say]
    assert "you need" not in write(steps, changed, Manner(words=Words.COUNTS)).moments[0].say

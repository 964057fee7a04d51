from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body import Place
from psoas.library import load
from psoas.plan.consequences import applied, mark
from psoas.plan.dose import at_floor, capped, start_amount
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Learned, Memory
from psoas.plan.response_rules import load_rules
from psoas.plan.session import Amount
from psoas.safety.person import Irritability, Person

LIBRARY = load()
BOOK = load_rules()
ON = date(2026, 5, 11)
STRAP, ACTIVE, CHAIR = "supine_strap_hamstring", "supine_active_hamstring", "chair_hamstring"
PERSON = Person(
    irritability=Irritability.LOW, back_pain=2, age=40, where=frozenset({Place.LEFT_THIGH})
)


def amount(hold: int, repetitions: int = 2, sets: int = 1) -> Amount:
    return Amount(hold_seconds=hold, repetitions=repetitions, sets=sets)


def knowing(**learned: Learned) -> Memory:
    return Memory(person=PERSON, learned=learned)


def decide(memory: Memory, decision: str, *rules: str, exercise: str | None = STRAP, **more):
    data = {"exercise": exercise, "decision": decision, "rules": list(rules), **more}
    event = Event(
        id="e", person="p", at=datetime(2026, 5, 11, tzinfo=UTC), on=more.pop("on", ON),
        kind=EventKind.DECIDED, data=data,
    )  # fmt: skip
    return applied(memory, event, LIBRARY)


def test_progress_is_one_step_and_three_good_sessions_are_asked_for_anew():
    after = decide(knowing(**{STRAP: Learned(amount=amount(20), good_streak=2)}), "progress", "P01")
    known = after.learned[STRAP]
    assert (known.amount, known.good_streak) == (amount(25), 0)
    assert (known.decision, known.rules, known.decided_on) == ("progress", ("P01",), ON)


def test_progress_at_the_most_is_one_level_up_at_its_start_dose():
    after = decide(knowing(**{STRAP: Learned(amount=amount(30, 4))}), "progress", "P01")
    assert after.learned[STRAP].goes_on_as == CHAIR
    start = start_amount(LIBRARY.exercises[CHAIR], PERSON, LIBRARY.caps)
    assert after.learned[CHAIR].amount == start


def test_at_the_highest_level_of_its_own_an_exercise_stays_at_its_most():
    memory = knowing(**{CHAIR: Learned(amount=amount(30, 4))})
    known = decide(memory, "progress", "P01", exercise=CHAIR).learned[CHAIR]
    assert (known.goes_on_as, known.amount) == (None, amount(30, 4))


def test_a_hold_counts_good_sessions_in_a_row():
    memory = knowing(**{STRAP: Learned(good_streak=1)})
    assert decide(memory, "hold", "B01", good=True).learned[STRAP].good_streak == 2
    assert decide(memory, "hold", "A18", good=False).learned[STRAP].good_streak == 0


def test_a_step_back_is_less_of_the_same():
    memory = knowing(**{STRAP: Learned(amount=amount(30), good_streak=2)})
    known = decide(memory, "regress", "A14").learned[STRAP]
    assert (known.amount, known.good_streak, known.regressed_on) == (amount(20), 0, ON)


GAVE = {"hold_seconds": 20, "repetitions": 1, "sets": 1}


def test_a_step_back_is_less_of_what_a_session_really_gave():
    known = knowing(**{STRAP: Learned(amount=amount(30, 2))})
    after = decide(known, "regress", "A13", gave=GAVE)
    assert after.learned[STRAP].amount.seconds < 20


def test_a_dose_that_a_session_cut_is_not_stepped_up_from():
    known = knowing(**{STRAP: Learned(amount=amount(30, 2), good_streak=2)})
    after = decide(known, "progress", "P01", gave=GAVE, good=True)
    assert after.learned[STRAP].amount == amount(30, 2)
    more = decide(known, "progress", "P01", gave={**GAVE, "repetitions": 4}, good=True)
    assert more.learned[STRAP].amount.seconds > 60


def test_an_exercise_at_its_start_dose_steps_back_from_it():
    known = decide(knowing(), "regress", "A14").learned[STRAP]
    assert known.amount == amount(10)


def test_a_second_step_back_within_a_week_is_a_level_down_at_its_start_dose():
    recent = Learned(amount=amount(30), regressed_on=ON - timedelta(days=7))
    after = decide(knowing(**{STRAP: recent}), "regress", "A14")
    assert (after.learned[STRAP].goes_on_as, after.learned[STRAP].amount) == (ACTIVE, None)
    assert after.learned[ACTIVE].goes_on_as is None
    longer_ago = replace(recent, regressed_on=ON - timedelta(days=8))
    after = decide(knowing(**{STRAP: longer_ago}), "regress", "A14")
    assert after.learned[STRAP].goes_on_as is None


def test_at_the_foot_of_a_ladder_a_second_step_back_is_less_again():
    recent = Learned(amount=amount(30), regressed_on=ON)
    after = decide(knowing(supine_figure_4=recent), "regress", "A14", exercise="supine_figure_4")
    assert after.learned["supine_figure_4"].amount == amount(20)


def test_a_step_back_from_the_smallest_dose_is_a_pause_of_three_days():
    memory = knowing(**{STRAP: Learned(amount=amount(5, 1))})
    after = decide(memory, "regress", "A14", outcome="omit_72h_then_offer_again")
    known = after.learned[STRAP]
    assert (known.amount, known.left_out_until) == (None, ON + timedelta(days=3))


def test_a_swap_leaves_it_out_for_three_days_and_it_comes_back_a_level_lower():
    after = decide(
        knowing(**{STRAP: Learned(amount=amount(30))}), "swap", "A09",
        swap_filter="lower_neural_else_omit",
    )  # fmt: skip
    known = after.learned[STRAP]
    assert known.left_out_until == ON + timedelta(days=3)
    assert known.goes_on_as == ACTIVE
    assert known.swapped_for is not None
    nerve = {name: LIBRARY.exercises[name].load.nerve for name in (STRAP, known.swapped_for)}
    assert nerve[known.swapped_for] < nerve[STRAP]


def test_a_swap_without_anything_gentler_only_leaves_it_out():
    after = decide(
        knowing(), "swap", "A09", exercise="seated_sciatic_slider",
        swap_filter="lower_neural_else_omit",
    )  # fmt: skip
    known = after.learned["seated_sciatic_slider"]
    assert (known.swapped_for, known.goes_on_as) == (None, None)
    assert known.left_out_until


@pytest.mark.parametrize(
    ("decision", "rules", "left"),
    [
        ("rest_day", ("A09", "B04"), "swap"),
        ("rest_day", ("B04",), "regress"),
        ("calm_list", ("B04",), "regress"),
        ("stop_see_clinician", ("A06", "A14"), "regress"),
        ("end_session", ("A08",), "hold"),
        ("hold", ("C09",), "hold"),
        ("progress", ("P01", "C07"), "progress"),
    ],
)
def test_milder_rules_leave_their_mark(decision, rules, left):
    assert mark(decision, BOOK.named(rules)) == left


def test_what_the_library_does_not_have_rests_after_it_was_worse():
    known = decide(knowing(), "regress", "A14", exercise="own-1-0").learned["own-1-0"]
    assert known.left_out_until > ON
    assert (known.amount, known.goes_on_as, known.swapped_for) == (None, None, None)


def test_what_the_library_does_not_have_has_no_dose_to_step_up():
    assert decide(knowing(), "progress", "P01", exercise="own-1-0").learned == {}


# ---- the whole plan ----


def test_a_rest_day_and_a_calm_day_are_kept_for_four_weeks():
    memory = Memory(rest_days=(ON - timedelta(days=28), ON - timedelta(days=1)))
    after = decide(memory, "rest_day", "B04", exercise=None, day=ON.isoformat())
    assert after.rest_days == (ON - timedelta(days=1), ON)
    after = decide(memory, "calm_list", "C01", exercise=None, day=ON.isoformat())
    assert after.calm_days == (ON,)
    assert decide(memory, "hold", "C02", exercise=None, day=ON.isoformat()) == memory


def test_a_rule_that_speaks_once_is_remembered():
    after = decide(Memory(), "regress", "C03", "C02", exercise=None)
    assert after.said_once == {"C03": ON}


def test_a_worse_week_is_less_of_everything_that_was_done():
    memory = knowing(
        **{STRAP: Learned(amount=amount(30)), ACTIVE: Learned(times_done=3)},
        pelvic_tilt=Learned(), gone=Learned(amount=amount(30), times_done=3),
    )  # fmt: skip
    learned = decide(memory, "regress", "C03", exercise=None).learned
    assert learned[STRAP].amount == amount(20)
    assert learned[ACTIVE].amount is not None and learned[ACTIVE].amount.seconds < 20
    assert learned["pelvic_tilt"] == Learned() and learned["gone"] == memory.learned["gone"]


def test_a_long_gap_begins_everything_again():
    memory = knowing(**{STRAP: Learned(amount=amount(30), goes_on_as=CHAIR, good_streak=2)})
    for rule in ("C04", "C05"):
        after = decide(memory, "regress", rule, exercise=None).learned[STRAP]
        assert (after.amount, after.goes_on_as, after.good_streak) == (None, None, 0)


def test_a_short_gap_keeps_the_level_at_its_start_dose():
    memory = knowing(**{STRAP: Learned(amount=amount(30, 4), goes_on_as=CHAIR)})
    after = decide(memory, "hold", "C06", exercise=None).learned[STRAP]
    assert after.amount == start_amount(LIBRARY.exercises[STRAP], PERSON, LIBRARY.caps)
    assert after.goes_on_as == CHAIR


def test_after_four_weeks_without_change_the_main_exercise_makes_way_for_another_ladder():
    memory = knowing(single_knee_to_chest=Learned(times_done=20), pelvic_tilt=Learned(times_done=2))
    after = decide(memory, "swap", "C09", exercise=None)
    known = after.learned["single_knee_to_chest"]
    assert after.review_4w_done
    assert known.left_out_until == ON + timedelta(days=14)
    assert known.swapped_for is not None
    assert LIBRARY.exercises[known.swapped_for].ladder.name != "flexion"


def test_nothing_to_swap_still_counts_as_the_change_of_week_four():
    after = decide(Memory(), "swap", "C09", exercise=None)
    assert after.review_4w_done and after.learned == {}


plannable = st.sampled_from([e for e in LIBRARY.exercises.values() if e.plannable])
decisions = st.sampled_from(
    [("progress", "P01"), ("hold", "A18"), ("regress", "A14"), ("swap", "A09"), ("rest_day", "A13")]
)


@settings(max_examples=60, deadline=None)
@given(plannable, st.lists(decisions, min_size=1, max_size=12), st.sampled_from(list(Irritability)))
def test_whatever_is_decided_doses_stay_within_caps_and_never_below_the_floor(
    exercise, decided, irritability
):
    memory = Memory(person=replace(PERSON, irritability=irritability))
    for decision, rule in decided:
        memory = decide(memory, decision, rule, exercise=exercise.id, good=True)
    for name, known in memory.learned.items():
        some = LIBRARY.exercises[name]
        assert some.plannable
        if known.amount:
            assert capped(known.amount, some, LIBRARY.caps, PERSON.age) == known.amount
            assert known.amount.seconds > 0


@settings(max_examples=60, deadline=None)
@given(plannable, st.sampled_from(["A14", "A19", "A22"]))
def test_a_step_back_is_never_more_than_before(exercise, rule):
    before = start_amount(exercise, PERSON, LIBRARY.caps)
    memory = knowing(**{exercise.id: Learned(amount=before)})
    after = decide(memory, "regress", rule, exercise=exercise.id).learned[exercise.id].amount
    assert after is not None
    assert after.seconds < before.seconds or at_floor(before, exercise, LIBRARY.caps)

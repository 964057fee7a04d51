from datetime import timedelta

import pytest
from tests.plan.people import MONDAY, days_ago, event, remembered, started

from psoas.body import Side
from psoas.plan.events import EventKind

STEPS = {"steps": [{"exercise": "supine_figure_4"}]}


def checked_in(session="s1", on=MONDAY, **said):
    return event(EventKind.CHECKED_IN, on, session=session, **said)


def did(exercise="supine_figure_4", side="left", seconds=30, session="s1", on=MONDAY):
    return event(
        EventKind.EXERCISE_DONE, on, session=session, exercise=exercise, side=side,
        seconds=seconds, completed=100,
    )  # fmt: skip


def responded(session="s1", on=MONDAY, **said):
    return event(EventKind.RESPONDED, on, session=session, **said)


def decided(on=MONDAY, identity=None, **data):
    data = {"exercise": None, "decision": "hold", "rules": [], "about": "s1"} | data
    return event(EventKind.DECIDED, on, identity, **data)


def test_a_session_keeps_all_that_was_said_of_it():
    memory = remembered(
        checked_in(back=3, leg=1, left=1, right=1),
        started(),
        did(),
        event(EventKind.HURT, session="s1", exercise="supine_figure_4", what="sharp"),
        event(EventKind.SESSION_ENDED, session="s1", completed=80, why="time"),
        responded(pain=2),
        event(EventKind.SETTLED, session="s1", minutes=10, neuro="none"),
    )
    (record,) = memory.unjudged
    assert record.check_in["back"] == 3
    assert record.done[0]["seconds"] == 30
    assert record.hurts[0]["what"] == "sharp"
    assert record.ended["why"] == "time"
    assert record.response["pain"] == 2
    assert record.settled["minutes"] == 10


def test_a_started_session_counts_and_says_when_the_last_was():
    memory = remembered(started("s1", days_ago(2)), started("s2", MONDAY))
    assert (memory.sessions, memory.first_session, memory.last_session) == (
        2, days_ago(2), MONDAY,
    )  # fmt: skip
    assert not memory.short_check_since_session


def test_a_session_that_goes_on_otherwise_is_kept_as_it_goes_on():
    change = event(EventKind.SESSION_CHANGED, session="s1", plan=STEPS)
    (record,) = remembered(started(), change).unjudged
    assert record.plan == STEPS


def test_a_check_in_that_led_to_no_session_gives_way():
    memory = remembered(checked_in("s1", back=3), checked_in("s2", back=4), started("s2"))
    assert [record.id for record in memory.unjudged] == ["s2"]


def test_sessions_are_kept_oldest_first_and_not_too_many():
    memory = remembered(
        *[started(f"s{back}", days_ago(back)) for back in range(15)], started("new", MONDAY)
    )
    assert len(memory.unjudged) == 10
    assert [r.on for r in memory.unjudged] == sorted(r.on for r in memory.unjudged)


def test_pain_at_check_in_is_the_worse_of_back_and_leg():
    memory = remembered(checked_in(back=3, leg=5), checked_in("s2", back="unknown"))
    assert memory.pains == ((MONDAY, 5),)


def test_the_first_week_is_what_change_is_told_from():
    days = [
        checked_in(f"s{n}", days_ago(20 - n), back=pain) for n, pain in [(0, 6), (6, 4), (7, 1)]
    ]
    memory = remembered(*days)
    assert memory.first_pain == 5
    assert memory.first_check_in == days_ago(20)


def test_what_was_done_is_summed_by_day_exercise_and_side():
    memory = remembered(started(), did(), did(seconds=20), did(side="right"), did(on=days_ago(1)))
    assert [day.on for day in memory.days] == [days_ago(1), MONDAY]
    today = memory.days[-1].seconds
    assert today == {("supine_figure_4", Side.LEFT): 50, ("supine_figure_4", Side.RIGHT): 30}


def test_a_day_counts_once_for_an_exercise():
    memory = remembered(did(on=days_ago(1)), did(), did(side="right"))
    learned = memory.learned["supine_figure_4"]
    assert (learned.times_done, learned.last_done) == (2, MONDAY)


def test_days_older_than_four_weeks_are_forgotten():
    memory = remembered(did(on=days_ago(30)), did())
    assert [day.on for day in memory.days] == [MONDAY]


def test_all_spread_of_one_session_is_one_event():
    memory = remembered(
        checked_in(left=2, right=1),
        started(),
        event(EventKind.HURT, session="s1", exercise="x", left=3, right=1),
        responded(left=4, right=2),
    )
    assert memory.spreads == (MONDAY,)
    assert memory.legs_seen == {Side.LEFT: MONDAY}


@pytest.mark.parametrize("after", [{"left": 2, "right": 1}, {"left": "unknown"}, {}])
def test_no_further_down_is_no_spread(after):
    memory = remembered(checked_in(left=2, right=1), started(), responded(**after))
    assert not memory.spreads


def test_what_hurt_and_what_was_blamed_is_remembered():
    memory = remembered(
        event(EventKind.HURT, session="s1", exercise="cat_camel"),
        responded(exercise="childs_pose"),
        responded(exercise=None),
    )
    assert memory.blamed == ((MONDAY, "cat_camel"), (MONDAY, "childs_pose"))


def test_a_decision_lets_go_of_its_session_and_is_told_until_the_next_begins():
    memory = remembered(started(), decided())
    assert not memory.unjudged
    assert len(memory.decisions) == 1
    assert not remembered(started("s2"), start=memory).decisions


def test_a_decision_counts_once():
    memory = remembered(started(), did())
    progress = decided(identity="d1", exercise="supine_figure_4", decision="progress")
    once, twice = remembered(progress, start=memory), remembered(progress, progress, start=memory)
    assert once == twice
    assert once.learned["supine_figure_4"].decided_on == MONDAY


def test_a_flare_that_lasts_makes_the_day_calm():
    memory = remembered(decided(decision="calm_list", rules=["C01"], about="morning"))
    assert memory.calm_days == (MONDAY,)


def test_a_third_rest_day_becomes_a_calm_day():
    memory = remembered(decided(decision="calm_list", rules=["B04"]))
    assert memory.calm_days == (MONDAY,)


@pytest.mark.parametrize("data", [{"decision": "calm_list", "rules": ["A34"]}, {"rules": ["C01"]}])
def test_what_a_red_flag_closes_is_not_a_calm_day(data):
    assert not remembered(decided(**data)).calm_days


def test_an_answer_that_counts_as_a_red_flag_is_one():
    memory = remembered(started(), decided(decision="stop_see_clinician", rules=["A33"]))
    assert memory.answers["neuro_minor"].reply == "yes"


def test_a_question_that_was_left_open_calls_for_the_full_check():
    memory = remembered(started(), decided(decision="stop_emergency", rules=["A32"]))
    assert memory.changed_since_full
    assert not memory.answers


def test_a_check_answered_since_the_session_stands():
    check = event(EventKind.CHECK_ANSWERED, scope="full", flags={"neuro_minor": {"reply": "no"}})
    memory = remembered(started(), check, decided(decision="stop_see_clinician", rules=["A33"]))
    assert memory.answers["neuro_minor"].reply == "no"


def test_ten_years_leave_no_more_behind_than_ten_weeks():
    def after(weeks):
        events = [
            made
            for day in range(weeks * 7)
            for on in [MONDAY + timedelta(days=day)]
            for made in (
                checked_in(f"s{day}", on, back=2, leg=0, left=1, right=1),
                started(f"s{day}", on, **STEPS),
                did(session=f"s{day}", on=on),
                responded(f"s{day}", on, pain=2, exercise="cat_camel"),
                event(EventKind.MORNING, on, pain=2, left=1, right=1, up_under_1h=True),
                decided(on, f"d{day}", about=f"s{day}", exercise="supine_figure_4"),
            )
        ]
        memory = remembered(*events)
        kept = (memory.days, memory.pains, memory.mornings, memory.unjudged, memory.blamed)
        return [len(part) for part in kept]

    assert after(60) == after(10)

from tests.plan.people import LIBRARY, MONDAY, days_ago, done

from psoas.body import Side
from psoas.plan.budget import Budget, budget_of, cut_to, fullest_muscle, parts_of, room_for
from psoas.plan.planned import Amount

FIGURE_4 = LIBRARY.exercises["supine_figure_4"]
CHILDS_POSE = LIBRARY.exercises["childs_pose"]
TILT = LIBRARY.exercises["pelvic_tilt"]
FLOOR = Amount(hold_seconds=5)
NOTHING = Budget(today={}, week={})


def test_each_side_is_counted_by_itself():
    budget = budget_of(LIBRARY, [done(MONDAY, supine_figure_4__left=200)], MONDAY)
    assert room_for(LIBRARY, budget, FIGURE_4, [Side.LEFT]) == 40
    assert room_for(LIBRARY, budget, FIGURE_4, [Side.RIGHT]) == 240


def test_both_sides_together_count_for_left_and_right():
    assert set(parts_of(CHILDS_POSE, Side.BOTH)) >= {
        ("gluteals", Side.LEFT),
        ("gluteals", Side.RIGHT),
    }


def test_the_week_is_the_seven_days_to_today():
    week = [done(days_ago(back), supine_figure_4__left=90) for back in range(1, 8)]
    budget = budget_of(LIBRARY, week, MONDAY)
    assert budget.week["gluteals", Side.LEFT] == 6 * 90
    assert room_for(LIBRARY, budget, FIGURE_4, [Side.LEFT]) == 60


def test_movements_and_unknown_exercises_use_up_nothing():
    budget = budget_of(
        LIBRARY, [done(MONDAY, pelvic_tilt__both=300, no_longer_there__left=300)], MONDAY
    )
    assert not budget.week
    assert room_for(LIBRARY, budget, TILT, [Side.BOTH]) is None


def test_what_is_planned_is_spent():
    budget = NOTHING.spend(FIGURE_4, (Side.LEFT, Side.RIGHT), Amount(hold_seconds=30))
    assert budget.today["piriformis", Side.LEFT] == budget.week["piriformis", Side.RIGHT] == 30


def test_a_full_muscle_leaves_no_room():
    budget = budget_of(LIBRARY, [done(MONDAY, supine_figure_4__left=400)], MONDAY)
    assert room_for(LIBRARY, budget, FIGURE_4, [Side.LEFT]) == 0


def test_the_fullest_muscle_is_named():
    budget = budget_of(LIBRARY, [done(MONDAY, childs_pose__both=60)], MONDAY)
    assert fullest_muscle(budget, FIGURE_4, [Side.LEFT]) == "gluteals"


def test_repetitions_are_cut_before_holds():
    assert cut_to(Amount(hold_seconds=30, repetitions=4), 100, FLOOR) == Amount(
        hold_seconds=30, repetitions=3
    )
    assert cut_to(Amount(hold_seconds=30, repetitions=4), 22, FLOOR) == Amount(hold_seconds=20)


def test_what_fits_stays_and_what_is_too_small_goes():
    amount = Amount(hold_seconds=30, repetitions=2)
    assert cut_to(amount, 60, FLOOR) == cut_to(amount, None, FLOOR) == amount
    assert cut_to(amount, 4, FLOOR) is None

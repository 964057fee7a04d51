from tests.plan.people import LIBRARY

from psoas.body import Position, Side, Surface
from psoas.plan.candidates import Spot
from psoas.plan.ordering import Chosen, arranged
from psoas.plan.planned import Amount
from psoas.plan.timing import unspoken

LYING = Spot(position=Position.SUPINE, surface=Surface.FLOOR)
PACE = unspoken(LIBRARY)
SITTING = Spot(position=Position.SEATED_CHAIR, surface=Surface.CHAIR)
STANDING = Spot(position=Position.STANDING, surface=Surface.STANDING)


def chosen(exercise, *spots):
    return Chosen(
        exercise=LIBRARY.exercises[exercise],
        sides=(Side.BOTH,),
        amount=Amount(hold_seconds=10),
        spots=spots,
    )


def order(*some):
    return [(step.exercise, step.position) for step in arranged(some, PACE)]


def test_one_begins_standing_and_ends_lying():
    figure_4, twist, walk = (
        chosen("supine_figure_4", LYING),
        chosen("seated_twist", SITTING),
        chosen("walking_bouts", STANDING),
    )
    assert [name for name, _ in order(figure_4, twist, walk)] == [
        "walking_bouts", "seated_twist", "supine_figure_4",
    ]  # fmt: skip


def test_rest_comes_last_and_lies_where_the_rest_lies():
    breathing = chosen("diaphragm_breathing", SITTING, LYING, STANDING)
    found = order(breathing, chosen("supine_figure_4", LYING), chosen("seated_twist", SITTING))
    assert found[-1] == ("diaphragm_breathing", Position.SUPINE)


def test_rest_goes_as_low_as_it_can_where_it_cannot_lie():
    breathing = chosen("diaphragm_breathing", STANDING, SITTING)
    assert order(breathing, chosen("supine_figure_4", LYING))[0][1] is Position.SEATED_CHAIR


def test_a_movement_goes_where_others_are():
    tilt = chosen("pelvic_tilt", SITTING, LYING, STANDING)
    assert order(tilt, chosen("supine_figure_4", LYING))[0] == ("pelvic_tilt", Position.SUPINE)


def test_alone_it_keeps_its_own_position():
    tilt = chosen("pelvic_tilt", SITTING, LYING)
    assert order(tilt) == [("pelvic_tilt", Position.SEATED_CHAIR)]
    apart = order(tilt, chosen("walking_bouts", STANDING))
    assert ("pelvic_tilt", Position.SEATED_CHAIR) in apart


def test_walking_warms_up_before_anything_else_standing():
    weight = chosen("standing_weight_shift", STANDING)
    assert order(weight, chosen("walking_bouts", STANDING))[0][0] == "walking_bouts"


def test_the_seconds_hold_the_way_down():
    first, second = arranged(
        [chosen("supine_figure_4", LYING), chosen("supine_twist", LYING)], PACE
    )
    assert first.seconds > second.seconds - 10

from dataclasses import replace

from tests.plan.people import LEFT_LEG, LIBRARY, SETTLED

from psoas.body import Place, Side
from psoas.plan.sides import sides_of

EACH = LIBRARY.exercises["supine_figure_4"]
AFFECTED = LIBRARY.exercises["seated_sciatic_slider"]
BOTH = LIBRARY.exercises["childs_pose"]


def test_the_easier_side_comes_first():
    assert sides_of(EACH, LEFT_LEG) == (Side.RIGHT, Side.LEFT)
    assert sides_of(EACH, SETTLED) == (Side.LEFT, Side.RIGHT)


def test_recent_symptoms_make_a_side_the_less_easy_one():
    recent = replace(SETTLED, leg_symptoms_within_6_weeks=frozenset({Side.LEFT}))
    assert sides_of(EACH, recent) == (Side.RIGHT, Side.LEFT)


def test_the_affected_side_is_the_leg_with_symptoms():
    both_legs = replace(LEFT_LEG, where=LEFT_LEG.where | {Place.RIGHT_FOOT})
    assert sides_of(AFFECTED, LEFT_LEG) == (Side.LEFT,)
    assert sides_of(AFFECTED, both_legs) == (Side.LEFT, Side.RIGHT)


def test_without_an_affected_side_both_are_done():
    assert sides_of(AFFECTED, SETTLED) == (Side.LEFT, Side.RIGHT)


def test_both_together_is_one_side():
    assert sides_of(BOTH, LEFT_LEG) == (Side.BOTH,)

import pytest

from psoas.articles.plain import plain
from psoas.articles.telling import equipment_in, only_other_side, position_in, sides_in


@pytest.mark.parametrize(
    ("sentence", "position"),
    [
        ("Lie on your back with your knees bent.", "supine"),
        ("Roll over onto your tummy.", "prone"),
        ("Lie on your left side.", "side_lying"),
        ("Kneel on all fours.", "quadruped"),
        ("Kneel on one knee.", "kneeling"),
        ("Sit on the edge of a sturdy chair.", "seated_chair"),
        ("Sit on the edge of the bed and kick one leg out.", "seated_chair"),
        ("Take a seat on the floor.", "seated_floor"),
        ("Stand with your feet apart.", "standing"),
        ("Lie on the floor with your calves on the seat of a chair.", "supine"),
        ("Flip over on your back.", "supine"),
        ("With your back on the mat, bend your knees.", "supine"),
        ("Lying on R side, L knee up.", "side_lying"),
        ("Come to your hands and knees.", "quadruped"),
        ("Start in four-point position.", "quadruped"),
        ("Hands below your shoulders, knees beneath your hips.", "quadruped"),
        ("Rest the ankle on your left knee.", None),
        ("Return to your chair.", "seated_chair"),
        ("Get on your feet and lean back.", "standing"),
        ("Back against a wall, heels a little away from it.", "standing"),
        ("R knee out, chin down.", None),
        ("Arms up, legs in tabletop.", None),
        ("Start in a tabletop position.", "quadruped"),
        ("From a plank, step forward, then lie on your back.", None),
        ("Do this instead of standing.", None),
        ("Breathe out.", None),
    ],
)
def test_the_starting_position(sentence, position):
    told = position_in(plain(sentence))
    assert (told.value if told else None) == position


@pytest.mark.parametrize(
    ("steps", "sides"),
    [
        ("Pull one knee up. Repeat with the other leg.", "each"),
        ("Do 10 on each side.", "each"),
        ("Lift your right arm. Lower it. Now the left.", "each"),
        ("Pull your right knee in. Same again, left knee.", "each"),
        ("Straighten one leg. Other side.", "each"),
        ("Lie on your side and lift the top knee. Roll over and do the same.", "each"),
        ("20 sec, R + L", "each"),
        ("Pull the R knee in.", None),
        ("Pull in one knee at a time.", "each"),
        ("Trade sides, one leg up.", "each"),
        ("Sway from left to right.", "each"),
        ("Lift one knee, then the second, and hug both knees to your chest.", "both"),
        ("Rest one hand on your chest and the other on your belly.", "none"),
        ("Hug both knees to your chest.", "both"),
        ("Arch your back.", "none"),
        ("Straighten your right leg.", None),
        ("Cross one ankle over the other knee.", None),
        ("Lie down with one leg on top of the other.", "none"),
    ],
)
def test_the_sides(steps, sides):
    told = sides_in(plain(steps))
    assert (told.value if told else None) == sides


def test_what_is_used():
    told = equipment_in("loop a towel or a resistance band round it; no chair, towel again")
    assert [one.value for one in told] == ["towel", "resistance band"]


@pytest.mark.parametrize("sentence", ["Now the left.", "Both sides.", "Left and right!", "Switch."])
def test_a_sentence_may_tell_only_the_other_side(sentence):
    assert only_other_side(plain(sentence))


@pytest.mark.parametrize("sentence", ["Right.", "It works both sides of the hip.", "The other day"])
def test_another_sentence_tells_more(sentence):
    assert not only_other_side(plain(sentence))


@pytest.mark.parametrize(
    "sentence", ["Your back is level like a table.", "Push as if a wall stood there."]
)
def test_a_likeness_is_not_used(sentence):
    assert equipment_in(plain(sentence)) == ()


def test_something_like_a_thing_is_used():
    (told,) = equipment_in("hold something like a towel")
    assert told.value == "towel"


def test_only_so_many_things_are_told():
    things = "mat, a chair, a stool, a bench, a towel, a strap, a belt, a rope, a scarf, a sheet"
    assert len(equipment_in(things)) == 8
